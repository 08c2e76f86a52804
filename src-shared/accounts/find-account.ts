import { one, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { accounts } from './account.table.ts'

/** The account of this id, or the one that it was merged into: whoever did not know of that yet means that one. */
export function* findAccount(id: string): Generator<Question, RowOf<typeof accounts> | undefined, unknown> {
  let account = yield* one(accounts, id)
  while (account?.mergedInto != null) account = yield* one(accounts, account.mergedInto)
  return account
}

/** The id that an account goes by now: its own where it is not on this desk. */
export function* accountIdNow(id: string): Generator<Question, string, unknown> {
  return (yield* findAccount(id))?.id ?? id
}

/** The accounts above one that lies below `parentId`, the nearest first; each once, should they lie in a circle. */
export function* accountsAbove(parentId: string | null): Generator<Question, ReadonlySet<string>, unknown> {
  const above = new Set<string>()
  for (let id = parentId; id !== null && !above.has(id); id = (yield* one(accounts, id))?.parentId ?? null) above.add(id)
  return above
}
