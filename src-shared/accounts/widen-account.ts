import { many, update, type Change, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { accounts } from './account.table.ts'
import { contacts } from './contact.table.ts'

/**
 * Who sees an account. It lies in the territory of the lead it came from; once there is business with it in a second territory it is
 * everybody's, and its people with it: whoever sees an opportunity sees whose it is. One that came from no lead is everybody's.
 * @param territoryId where there is to be business with it
 */
export function* widenAccount(account: RowOf<typeof accounts>, territoryId: string | null): Generator<Question, readonly Change[], unknown> {
  if (account.territoryId === null || account.territoryId === territoryId) return []
  const people = yield* many(contacts, 'byAccount', [account.id])
  return [update(accounts, account.id, { territoryId: null }), ...people.map(({ id }) => update(contacts, id, { territoryId: null }))]
}
