import { computed, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'

export interface MergePair<Record> {
  /** The one that stays. */
  readonly survivor: Record
  readonly other: Record
}

export interface MergeChoice<Record, Field> {
  /** The pair as it is to be merged. */
  readonly shown: ComputedRef<MergePair<Record> | undefined>
  /** Fields whose value is taken from the one that goes. */
  readonly fromOther: ShallowRef<ReadonlySet<Field>>
  swap(): void
}

/** Which of two records stays, and which values the other gives; chosen anew for each pair and after each swap. */
export function useMergeChoice<Record, Field>(pair: () => MergePair<Record> | undefined): MergeChoice<Record, Field> {
  const swapped = shallowRef(false)
  const fromOther = shallowRef<ReadonlySet<Field>>(new Set())
  function begin(isSwapped: boolean): void {
    swapped.value = isSwapped
    fromOther.value = new Set()
  }
  watch(pair, () => begin(false))
  const shown = computed(() => {
    const now = pair()
    return now === undefined || !swapped.value ? now : { survivor: now.other, other: now.survivor }
  })
  return { shown, fromOther, swap: () => begin(!swapped.value) }
}

export interface MergeRow<Field> {
  readonly field: Field
  readonly stays: string
  readonly goes: string
  /** What the merged record will say. */
  readonly made: string
  readonly differs: boolean
  /** Both have a value, so that there is something to choose. */
  readonly isChoice: boolean
}

/** The fields in which either record has something, those first in which they differ. @param text a record's field in words */
export function mergeRows<Record, Field>({ survivor, other }: MergePair<Record>, made: Record, fields: readonly Field[], text: (record: Record, field: Field) => string): readonly MergeRow<Field>[] {
  const rows = fields.map((field): MergeRow<Field> => {
    const [stays, goes] = [text(survivor, field), text(other, field)]
    const differs = stays !== goes
    return { field, stays, goes, made: text(made, field), differs, isChoice: stays !== '' && goes !== '' && differs }
  })
  return rows.filter(({ stays, goes }) => stays !== '' || goes !== '').toSorted((one, another) => Number(another.differs) - Number(one.differs))
}
