import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import type { List } from './use-list.ts'

export interface ListCursor<Row> {
  /** The record to show beside the list: where the cursor has come to rest. */
  readonly restingId: Readonly<ShallowRef<string | undefined>>
  /** Its row, where the list holds it. */
  readonly restingRow: ComputedRef<Row | undefined>
  /** Shows this row's record. */
  activate(row: Row | undefined): void
  /** The grid's cursor is on another row: because somebody moved it, or because other rows have come to its place. */
  onActive(row: Row | undefined): void
  /** A key or the pointer was used in the list. */
  touch(): void
  /** Shows this record, and its row as soon as the list holds it. */
  reveal(id: string): void
}

interface ListCursorOptions {
  readonly isDetailOpen: () => boolean
  readonly moveTo: (index: number) => void
}

/** How far down a shown row is looked for; beyond, the record is asked for alone. */
const LOOKED_THROUGH = 2_000

/** Milliseconds: the cursor is drawn first, and a key held down draws no record that is passed by. */
const RESTS_AFTER = 60

/** Keeps the record beside the list and the grid's cursor together, whoever moves: the person, a new question, or the data. */
export function useListCursor<Row extends { readonly id: string }>(list: List<Row>, { isDetailOpen, moveTo }: ListCursorOptions): ListCursor<Row> {
  const { rows } = list.source
  let isNewAnswer = list.shownId.value === undefined
  let isTouched = false
  let revealing: string | undefined

  const near = (): readonly (Row | undefined)[] => rows.rowsAt(0, Math.min(rows.total, LOOKED_THROUGH))
  const indexOf = (id: string | undefined): number => near().findIndex((row) => row !== undefined && row.id === id)

  function activate(row: Row | undefined): void {
    if (row !== undefined && list.source.groupOf(row) === undefined) list.shownId.value = row.id
  }

  function answered(): void {
    if (revealing !== undefined) {
      const index = indexOf(revealing)
      if (index >= 0) {
        revealing = undefined
        moveTo(index)
      }
    }
    if (!isNewAnswer || rows.status !== 'ready') return
    isNewAnswer = false
    // A list beside an empty pane, or beside a record that it does not hold, says nothing: its first row is shown.
    if (isDetailOpen() && indexOf(list.shownId.value) < 0) activate(near().find((row) => row !== undefined && list.source.groupOf(row) === undefined))
  }

  watch(list.state, () => {
    isNewAnswer = true
    revealing = undefined
  })
  watch(list.refreshes, () => {
    isTouched = false
  })
  watch(() => rows.version, answered, { immediate: true })

  const restingId = shallowRef(list.shownId.value)
  let resting: ReturnType<typeof setTimeout> | undefined
  watch(list.shownId, (id) => {
    clearTimeout(resting)
    resting = setTimeout(() => {
      restingId.value = id
    }, RESTS_AFTER)
  })
  onScopeDispose(() => clearTimeout(resting))

  return {
    restingId,
    restingRow: computed(() => {
      void rows.version
      return near().find((row) => row?.id === restingId.value)
    }),
    activate,
    onActive(row) {
      // Rows moved under a resting cursor: what is being read stays, unless it has left the list.
      if (isTouched || indexOf(list.shownId.value) < 0) activate(row)
    },
    touch() {
      isTouched = true
    },
    reveal(id) {
      list.shownId.value = id
      revealing = id
      answered()
    },
  }
}
