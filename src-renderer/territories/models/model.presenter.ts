import type { SubjectMark } from '#shared/models/model-problem.ts'
import type { Words } from '#shared/locales/words.ts'
import type { Client, ValueOf } from '../../client/client.ts'
import type { Formats } from '../../shell/formats.ts'
import type { BadgeTone } from '../../ui/badge-tone.ts'
import type { MenuEntry } from '../../ui/menu-entry.ts'

export type Model = ValueOf<Client['models']['list']>[number]
export type ModelTree = ValueOf<Client['models']['tree']>

export const TODAY = 'today'

export function modelName({ name }: Pick<Model, 'name'>, words: Words): string {
  return name || words.models.unnamed
}

export function stateTone(state: Model['state']): BadgeTone {
  return ({ draft: 'info', scheduled: 'accent', active: 'success', archived: 'neutral' } as const)[state]
}

const MARK_TONES = { same: 'neutral', added: 'success', changed: 'info', removed: 'danger' } as const

/** What a mark says in one word: what went stale comes before what was edited. */
export function markBadge({ kind, stale }: SubjectMark, { models: { marks } }: Words): { readonly label: string; readonly tone: BadgeTone } {
  return stale.length > 0 ? { label: marks.stale, tone: 'warning' } : { label: marks[kind], tone: MARK_TONES[kind] }
}

/** Why a model that is no draft cannot be edited. */
export function lockOf({ state, effectiveFrom }: Pick<Model, 'state' | 'effectiveFrom'>, words: Words, formats: Pick<Formats, 'date'>): string | undefined {
  const { locked } = words.models
  if (state === 'draft') return undefined
  return state === 'scheduled' ? locked.scheduled(formats.date(effectiveFrom ?? '')) : locked[state]
}

/** The menu of models: today first, then drafts, then what was once active. */
export function switcherEntries(models: readonly Model[], shown: string | null, mayDraft: boolean, words: Words): readonly MenuEntry[] {
  const { actions, archived, drafts, today } = words.models
  const entry = (model: Model): MenuEntry => ({ kind: 'check', id: model.id, label: modelName(model, words), checked: model.id === shown })
  const active = models.find(({ state }) => state === 'active')
  const section = (heading: string, some: readonly Model[]): readonly MenuEntry[] => (some.length === 0 ? [] : [{ kind: 'separator' }, { kind: 'heading', label: heading }, ...some.map(entry)])
  return [
    { kind: 'check', id: TODAY, label: active === undefined ? today : `${today} · ${modelName(active, words)}`, checked: shown === null },
    ...section(drafts, models.filter(({ state }) => state === 'draft' || state === 'scheduled')),
    ...section(archived, models.filter(({ state }) => state === 'archived')),
    { kind: 'separator' },
    { kind: 'item', id: 'draft', label: actions.draft, disabled: !mayDraft },
  ]
}

export interface ChangedSubject {
  readonly id: string
  readonly kind: 'territory' | 'rule'
  readonly name: string
  readonly territoryId: string
  readonly mark: SubjectMark
  /** Changed columns: as they are live, and as they would be. */
  readonly lines: readonly { readonly field: string; readonly was: unknown; readonly value: unknown }[]
}

/** Everything a draft changes, territories first. */
export function changedSubjects({ territories, rules }: Pick<ModelTree, 'territories' | 'rules'>): readonly ChangedSubject[] {
  const linesOf = (row: object, live: object | null, mark: SubjectMark): ChangedSubject['lines'] =>
    mark.kind === 'changed' ? mark.fields.map((field) => ({ field, was: live?.[field as never], value: row[field as never] })) : []
  return [
    ...territories.filter(({ mark }) => mark.kind !== 'same').map(({ row, live, mark }) => ({ id: row.id, kind: 'territory' as const, name: row.name, territoryId: row.id, mark, lines: linesOf(row, live, mark) })),
    ...rules.filter(({ mark }) => mark.kind !== 'same').map(({ row, live, mark }) => ({ id: row.id, kind: 'rule' as const, name: row.name, territoryId: row.territoryId, mark, lines: linesOf(row, live, mark) })),
  ]
}

const SIGNS = { same: '', added: '+', changed: '•', removed: '−' } as const

/** What the tree shows beside a territory: what the draft does to it, or to its rules; nothing where it does nothing. */
export function treeMark(id: string, rules: readonly { readonly id: string }[], marks: ReadonlyMap<string, SubjectMark>, words: Words): { readonly sign: string; readonly label: string; readonly tone: BadgeTone } | undefined {
  const mark = marks.get(id)
  if (mark !== undefined && (mark.kind !== 'same' || mark.stale.length > 0)) return { sign: mark.stale.length > 0 ? '!' : SIGNS[mark.kind], ...markBadge(mark, words) }
  const ofRules = rules.flatMap((rule) => marks.get(rule.id) ?? []).filter(({ kind }) => kind !== 'same')
  if (ofRules.length === 0) return undefined
  return ofRules.some(({ stale }) => stale.length > 0) ? { sign: '!', label: words.models.marks.stale, tone: 'warning' } : { sign: SIGNS.changed, label: words.models.marks.rules, tone: 'info' }
}
