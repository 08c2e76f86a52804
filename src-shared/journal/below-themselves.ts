import type { Change, Question } from '../foundation/command.ts'
import type { Table } from '../foundation/table.ts'

type Parents = ReadonlyMap<string, string | null>

/**
 * Of the rows that changes move below others of their table, those that would come to lie below themselves, with their table:
 * where these stay as they are, no row does. What all changes do together counts.
 */
export function* belowThemselves(changes: readonly Change[]): Generator<Question, ReadonlyMap<string, Table>, unknown> {
  const moved = new Map(changes.flatMap((change) => [...parentsIn(change)]))
  const found = new Map<string, Table>()
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const change of changes) {
      if (change.kind !== 'update') continue
      for (const id of parentsIn(change).keys()) {
        if (!(yield* liesBelowItself(change.table, id, moved))) continue
        found.set(id, change.table)
        moved.delete(id)
      }
    }
  }
  return found
}

/** The changes without what they would make of some rows; what comes and goes stays. @param ids of these rows */
export function withoutThose(changes: readonly Change[], ids: ReadonlyMap<string, unknown>): readonly Change[] {
  if (ids.size === 0) return changes
  return changes.map((change) => (change.kind === 'update' ? { ...change, ids: change.ids.filter((id) => !ids.has(id)), rows: change.rows.filter((_, at) => !ids.has(change.ids[at] ?? '')) } : change))
}

/** The parents that a change gives rows, new ones too, by id; none where it says nothing of them. */
function parentsIn(change: Change): Parents {
  if (change.kind === 'remove') return new Map()
  const { columns, rows } = change
  const [below, own] = [columns.indexOf(change.table.options.below ?? ''), columns.indexOf('id')]
  if (below === -1) return new Map()
  return new Map(rows.map((row, at) => [change.kind === 'update' ? (change.ids[at] ?? '') : String(row[own]), (row[below] ?? null) as string | null]))
}

/** @param moved the parents that rows are to have; the others keep theirs */
function* liesBelowItself(table: Table, id: string, moved: Parents): Generator<Question, boolean, unknown> {
  const passed = new Set<string>()
  for (let at = moved.get(id) ?? null; at !== null && !passed.has(at); at = moved.has(at) ? (moved.get(at) ?? null) : yield* parentOf(table, at)) {
    if (at === id) return true
    passed.add(at)
  }
  return false
}

function* parentOf(table: Table, id: string): Generator<Question, string | null, unknown> {
  const row = (yield { kind: 'one', table, id }) as Readonly<Record<string, string | null>> | undefined
  return row?.[table.options.below ?? ''] ?? null
}
