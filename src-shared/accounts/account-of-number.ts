import { many, refuse, type Decision, type Question } from '../foundation/command.ts'
import { isOfNumber } from '../leads/duplicate-key.ts'
import { accounts } from './account.table.ts'

/** The refusal of a second account of one company: of one number, for companies of one name may be different ones. */
export function* accountOfNumber(key: string, except?: string): Generator<Question, Decision<never> | undefined, unknown> {
  if (!isOfNumber(key)) return undefined
  const twin = (yield* many(accounts, 'byDuplicateKey', [key])).find(({ id, mergedInto }) => id !== except && mergedInto === null)
  return twin === undefined ? undefined : refuse('account.duplicate', 'this company is an account already', { id: twin.id, name: twin.name })
}
