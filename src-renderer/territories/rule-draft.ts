import { shallowRef, watch, type Ref } from 'vue'
import type { RowOf } from '#shared/foundation/table.ts'
import type { territoryRules } from '#shared/territories/territory.table.ts'
import { draftCondition, finishCondition, firstProblem, type ConditionProblem, type DraftGroup } from './condition-draft.ts'

export type Rule = RowOf<typeof territoryRules>

/** A rule while a person writes it. */
export interface RuleDraft {
  readonly name: string
  readonly code: string
  readonly priority: number | null
  readonly effectiveFrom: string | null
  readonly effectiveTo: string | null
  readonly enabled: boolean
  readonly condition: DraftGroup
}

export type RuleProblem = 'name' | 'code' | 'priority' | 'dates' | ConditionProblem

export const emptyDraft: RuleDraft = { name: '', code: '', priority: 100, effectiveFrom: null, effectiveTo: null, enabled: true, condition: { key: 1, kind: 'all', parts: [] } }

export function draftOf(rule: Rule): RuleDraft {
  const { name, code, priority, effectiveFrom, effectiveTo, enabled, condition } = rule
  return { name, code, priority, effectiveFrom, effectiveTo, enabled, condition: draftCondition(condition) }
}

/** A draft's values as the rule keeps them. */
export function ruleValues(draft: RuleDraft) {
  return { ...draft, name: draft.name.trim(), code: draft.code.trim(), priority: draft.priority ?? 0, condition: finishCondition(draft.condition) }
}

/** What the draft changes of the rule, each with the value it began from. */
export function ruleEdits(rule: Rule, draft: RuleDraft): readonly { readonly field: string; readonly value: unknown; readonly was: unknown }[] {
  return Object.entries(ruleValues(draft)).flatMap(([field, value]) => {
    const was = rule[field as keyof Rule]
    return JSON.stringify(value) === JSON.stringify(was) ? [] : [{ field, value, was }]
  })
}

export function ruleProblem(draft: RuleDraft): RuleProblem | undefined {
  if (draft.name.trim() === '') return 'name'
  if (draft.code.trim() === '') return 'code'
  if (draft.priority === null || !Number.isInteger(draft.priority) || draft.priority < 1 || draft.priority > 9999) return 'priority'
  if (draft.effectiveFrom !== null && draft.effectiveTo !== null && draft.effectiveFrom > draft.effectiveTo) return 'dates'
  return firstProblem(draft.condition)
}

type Drafts = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

interface Kept {
  /** The rule as it was when editing began; null for a new one. */
  readonly base: Rule | null
  readonly draft: RuleDraft
}

const PREFIX = 'workbench-rule-draft:'

/** A rule of the live map (`modelId` null) or of a draft of it, or a territory's new one (`new:<territory>`). */
export interface RuleAddress {
  readonly modelId: string | null
  readonly id: string
}

const keyOf = ({ modelId, id }: RuleAddress): string => `${PREFIX}${modelId ?? ''}/${id}`

/** What was left unsaved for a rule, on whichever page the person went meanwhile. */
export function keptDraft(storage: Pick<Drafts, 'getItem'>, rule: RuleAddress): Kept | undefined {
  const text = storage.getItem(keyOf(rule))
  return text === null ? undefined : (JSON.parse(text) as Kept)
}

export interface UnsavedRule {
  readonly modelId: string | null
  /** The rule's id, or `new`. */
  readonly rule: string
  readonly territoryId: string
  readonly name: string
}

/** Every rule that was left unsaved, in whichever territory. */
export function unsavedRules(storage: Pick<Storage, 'getItem' | 'key' | 'length'>): readonly UnsavedRule[] {
  return Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '').flatMap((key) => {
    const [model, id] = key.startsWith(PREFIX) ? key.slice(PREFIX.length).split('/') : []
    if (id === undefined) return []
    const modelId = model || null
    const kept = keptDraft(storage, { modelId, id })
    return kept === undefined ? [] : [{ modelId, rule: kept.base?.id ?? 'new', territoryId: kept.base?.territoryId ?? id.replace(/^new:/, ''), name: kept.draft.name }]
  })
}

export interface RuleEditing {
  readonly draft: Ref<RuleDraft>
  readonly base: Rule | null
  /** Whether it goes on from what was left unsaved. */
  readonly resumed: boolean
  forget(): void
}

/** Editing a rule, or a new one: every change is kept until it is saved or discarded. */
export function useRuleDraft(storage: Drafts, address: RuleAddress, rule: Rule | null): RuleEditing {
  const kept = keptDraft(storage, address)
  const draft = shallowRef<RuleDraft>(kept?.draft ?? (rule === null ? emptyDraft : draftOf(rule)))
  const base = kept === undefined ? rule : kept.base
  const stop = watch(draft, (now) => storage.setItem(keyOf(address), JSON.stringify({ base, draft: now } satisfies Kept)))
  return {
    draft,
    base,
    resumed: kept !== undefined,
    forget() {
      stop()
      storage.removeItem(keyOf(address))
    },
  }
}
