import type { Change, Question } from '../foundation/command.ts'
import type { Table } from '../foundation/table.ts'

type Update = Extract<Change, { kind: 'update' }>
type Parents = ReadonlyMap<string, string | null>

/** The parents that an update gives rows which lie below others of their table, by id; none where it moves no row. */
export function parentsIn({ table, columns, ids, rows }: Update): Parents {
  const at = columns.indexOf(table.options.below ?? '')
  return new Map(at === -1 ? [] : ids.map((id, position) => [id, (rows[position]?.[at] ?? null) as string | null]))
}

/**
 * Whether a row that moves would lie below itself.
 * @param moved the parents that rows are to have; the others keep theirs
 */
export function* liesBelowItself(table: Table, id: string, moved: Parents): Generator<Question, boolean, unknown> {
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
