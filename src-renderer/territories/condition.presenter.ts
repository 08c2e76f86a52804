import type { Condition, ConditionNode } from '#shared/territories/condition.ts'
import type { Workbench } from '../shell/workbench.ts'
import { placeText } from '../partners/partner.presenter.ts'
import { partsOf, valuesOf } from './condition-draft.ts'

type Speaker = Pick<Workbench, 'language' | 'places'>

/** Longer lists of values are counted, not read. */
const MOST_READ = 6

/** A whole rule as one sentence: which leads fall to the territory. */
export function ruleSentence(node: ConditionNode, territory: string, speaker: Speaker): string {
  const { condition } = speaker.language.words.value.territories
  const always = truth(node)
  if (always !== undefined) return always ? condition.everything(territory) : condition.impossible(territory)
  // What is still to be named ends the sentence by itself.
  return condition.sentence(territory, nodeText(node, speaker)).replace(/…[.。]$/u, '…')
}

/** A condition by itself; whether it holds at all where it is the same for every lead. */
export function conditionWords(node: ConditionNode, speaker: Speaker): string | boolean {
  return truth(node) ?? nodeText(node, speaker)
}

/** A field of a rule in words; an empty text for what is not said. */
export function ruleFieldText(field: string, value: unknown, territory: string, speaker: Speaker & { readonly names: Pick<Workbench['names'], 'territory'> }): string {
  if (value === null || value === undefined) return ''
  const { territories } = speaker.language.words.value
  const formats = speaker.language.formats.value
  switch (field) {
    case 'condition':
      return ruleSentence(value as ConditionNode, territory, speaker)
    case 'territoryId':
      return speaker.names.territory(String(value))
    case 'effectiveFrom':
    case 'effectiveTo':
      return formats.date(String(value))
    case 'enabled':
      return value === true ? territories.fields.enabled : territories.rules.off
    default:
      return typeof value === 'number' ? formats.number(value) : String(value)
  }
}

export interface ValueChange {
  readonly field: Condition['field']
  readonly gained: readonly string[]
  readonly lost: readonly string[]
}

/** Which values a condition gains and loses, where it goes on asking for the same things; undefined where it is built otherwise. */
export function valueChanges(before: ConditionNode, after: ConditionNode): readonly ValueChange[] | undefined {
  if ('field' in before || 'field' in after) return leafChanges(before, after)
  const [kind, parts] = partsOf(before)
  const [kindAfter, partsAfter] = partsOf(after)
  if (kind !== kindAfter || parts.length !== partsAfter.length) return undefined
  const changes = parts.map((part, at) => valueChanges(part, partsAfter[at] ?? after))
  return changes.includes(undefined) ? undefined : changes.flatMap((change) => change ?? [])
}

/** A value of a condition by its name. */
export function valueText(field: Condition['field'], value: string, { language, places }: Speaker): string {
  const { condition } = language.words.value.territories
  if (field === 'country' || field === 'region') return placeText(value, { language, places })
  if (field === 'industry') return places.industry(value)
  if (field !== 'postcode') return value
  const [from = '', to = '', ...others] = value.split('-')
  return others.length === 0 && from.length === to.length && from !== '' ? condition.range(from, to) : condition.prefix(value)
}

function leafChanges(before: ConditionNode, after: ConditionNode): readonly ValueChange[] | undefined {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (!('field' in before) || !('field' in after) || before.field !== after.field || before.field === 'employees') return undefined
  const [had, has] = [valuesOf(before), valuesOf(after)]
  return [{ field: before.field, gained: has.filter((value) => !had.includes(value)), lost: had.filter((value) => !has.includes(value)) }]
}

/** Whether the condition holds for every lead, or for none, whatever the lead; `undefined` when it depends. */
function truth(node: ConditionNode): boolean | undefined {
  if ('field' in node) return undefined
  const [, parts] = partsOf(node)
  const truths = parts.map(truth)
  if ('all' in node) return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true
  const some = truths.includes(true) ? true : truths.includes(undefined) ? undefined : false
  if ('any' in node) return some
  return some === undefined ? undefined : !some
}

function nodeText(node: ConditionNode, speaker: Speaker, outer?: 'all' | 'any'): string {
  const { condition: words } = speaker.language.words.value.territories
  if ('field' in node) return conditionText(node, speaker)
  const [of, parts] = partsOf(node)
  const kind = of === 'all' ? 'all' : 'any'
  // What holds or fails for every lead says nothing beside the rest.
  const spoken = parts.filter((part) => truth(part) === undefined)
  const [only] = spoken
  const isNone = 'none' in node
  const alone = spoken.length === 1 && only !== undefined
  const joined = alone ? nodeText(only, speaker, isNone ? undefined : outer) : spoken.map((part) => nodeText(part, speaker, kind)).join(words[kind])
  if (isNone) return words.none(alone ? joined : words.nested(joined))
  return alone || outer === undefined || outer === kind ? joined : words.nested(joined)
}

function conditionText(condition: Condition, speaker: Speaker): string {
  const { language } = speaker
  const { condition: words } = language.words.value.territories
  if (condition.field === 'employees') return condition.from === null && condition.to === null ? words.nothing : words.employees(condition.from, condition.to)
  const values = valuesOf(condition)
  const read = values.length > MOST_READ + 1 ? values.slice(0, MOST_READ) : values
  const names = read.map((value) => valueText(condition.field, value, speaker))
  const counted = read.length < values.length ? [...names, words.more(values.length - read.length)] : names
  const list = new Intl.ListFormat(language.locale.value, { type: 'disjunction' }).format(counted)
  return words[condition.field](list === '' ? words.nothing : list)
}
