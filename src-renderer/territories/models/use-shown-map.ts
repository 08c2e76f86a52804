import { computed, type ComputedRef, type Ref } from 'vue'
import type { SubjectMark } from '#shared/models/model-problem.ts'
import type { Outcome, Refusal } from '#shared/foundation/outcome.ts'
import { createLive } from '../../client/live.ts'
import { useWorkbench } from '../../shell/workbench.ts'
import type { Rule } from '../rule-draft.ts'
import type { Territory } from '../territory.presenter.ts'
import { draftTarget, liveTarget, type TerritoryTarget } from '../territory-target.ts'
import { lockOf, type ModelTree } from './model.presenter.ts'

export interface ShownMap {
  /** The model that is shown; undefined for the live map. */
  readonly tree: ComputedRef<ModelTree | undefined>
  readonly target: ComputedRef<TerritoryTarget>
  /** As they are, or will be; what a draft removes is still among them, and marked. Those of the map before stay until they are here. */
  readonly territories: ComputedRef<readonly Territory[] | undefined>
  readonly rules: ComputedRef<readonly Rule[] | undefined>
  /** Those that are left. */
  readonly standing: ComputedRef<{ readonly territories: readonly Territory[]; readonly rules: readonly Rule[] }>
  /** The live map, where a draft of it is shown. */
  readonly before: ComputedRef<{ readonly territories: readonly Territory[]; readonly rules: readonly Rule[] } | undefined>
  readonly isHere: ComputedRef<boolean>
  readonly refusal: ComputedRef<Refusal | undefined>
  refresh(): void
}

/** The live map, or a model of it. @param rulesOf whose rules of the live map are wanted; undefined for all */
export function useShownMap(modelId: Readonly<Ref<string | null>>, rulesOf: Readonly<Ref<string | undefined>>): ShownMap {
  const { client, events, language } = useWorkbench()
  const nothing = <T>(value: T): Promise<Outcome<T>> => Promise.resolve({ ok: true, value })
  const isLive = computed(() => modelId.value === null)

  const liveTree = createLive({ events, subjects: ['territories', 'leads'], of: isLive, ask: () => (isLive.value ? client.territories.tree({}) : nothing([])) })
  const liveRules = createLive({ events, subjects: ['territories'], of: () => `${isLive.value} ${rulesOf.value}`, ask: () => (isLive.value ? client.territories.rules({ territoryId: rulesOf.value ?? null }) : nothing([])) })
  const model = createLive<ModelTree | null>({ events, subjects: ['models', 'territories', 'leads'], of: modelId, ask: () => (modelId.value === null ? nothing(null) : client.models.tree({ id: modelId.value })) })

  const tree = computed(() => model.value.value ?? undefined)
  const marks = computed(() => new Map([...(tree.value?.territories ?? []), ...(tree.value?.rules ?? [])].map(({ row, mark }) => [row.id, mark])))
  const liveRows = computed(() => new Map([...(tree.value?.territories ?? []), ...(tree.value?.rules ?? [])].map(({ row, live }) => [row.id, live])))
  const target = computed(() => {
    const now = tree.value?.model
    const { words, formats } = language
    return modelId.value === null ? liveTarget(client) : draftTarget(client, modelId.value, now === undefined ? undefined : lockOf(now, words.value, formats.value), marks.value)
  })
  const territoriesNow = computed((): readonly Territory[] | undefined => {
    if (isLive.value) return liveTree.value.value
    const counts = Map.groupBy(tree.value?.rules ?? [], ({ row }) => row.territoryId)
    return tree.value?.territories.map(({ row, openLeads }) => ({ ...row, openLeads, rules: counts.get(row.id)?.length ?? 0 }))
  })
  const refusal = computed(() => (isLive.value ? liveTree.refusal.value : model.refusal.value))
  const territories = computed<readonly Territory[] | undefined>((former) => territoriesNow.value ?? (refusal.value === undefined ? former : undefined))
  const rules = computed(() => (isLive.value ? liveRules.value.value : tree.value?.rules.map(({ row }) => row)))
  const isLeft = ({ id }: { readonly id: string }): boolean => marks.value.get(id)?.kind !== 'removed'
  return {
    tree,
    target,
    territories,
    rules,
    standing: computed(() => ({ territories: territories.value?.filter(isLeft) ?? [], rules: rules.value?.filter(isLeft) ?? [] })),
    before: computed(() => {
      const state = tree.value?.model.state
      if (tree.value === undefined || (state !== 'draft' && state !== 'scheduled')) return undefined
      return { territories: territories.value?.flatMap((territory) => liveOf(territory, marks.value, liveRows.value)) ?? [], rules: rules.value?.flatMap((rule) => liveOf(rule, marks.value, liveRows.value)) ?? [] }
    }),
    refusal,
    isHere: computed(() => territoriesNow.value !== undefined),
    refresh: () => void Promise.all([liveTree.refresh(), model.refresh()]),
  }
}

/** A row of a draft as it is live; nothing where the draft adds it. */
function liveOf<Row extends { readonly id: string }>(row: Row, marks: ReadonlyMap<string, SubjectMark>, live: ReadonlyMap<string, object | null>): readonly Row[] {
  if (marks.get(row.id)?.kind === 'added') return []
  return [{ ...row, ...live.get(row.id) }]
}
