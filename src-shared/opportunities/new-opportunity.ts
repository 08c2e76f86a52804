import { one, refuse, type Decision, type Question } from '../foundation/command.ts'
import { currencyDecimals } from '../foundation/money.ts'
import type { NewRowOf, RowOf } from '../foundation/table.ts'
import { contacts } from '../accounts/contact.table.ts'
import type { opportunities } from './opportunity.table.ts'

type Opportunity = RowOf<typeof opportunities>

/** An opportunity's first row: at the first stage, with what was given. */
export function newOpportunity(id: string, given: Pick<Opportunity, 'name' | 'accountId'> & Partial<Opportunity>): Omit<NewRowOf<typeof opportunities>, 'createdAt' | 'updatedAt'> & { id: string } {
  return { influencedBy: [], stage: 'discovery', ...given, name: given.name.trim(), id }
}

/** What cannot be of an opportunity's values, if anything; `contactId` is looked at where it is given. */
export function* opportunityProblem({ name, accountId, contactId, amount = null, currency = null }: Pick<Opportunity, 'name' | 'accountId'> & Partial<Opportunity>): Generator<Question, Decision<never> | undefined, unknown> {
  if (name.trim() === '') return refuse('opportunity.name-missing', 'an opportunity needs a name')
  if (amount !== null && currency === null) return refuse('opportunity.amount-incomplete', 'an amount is of a currency', { amount, currency })
  if (currency !== null && currencyDecimals(currency) === null) return refuse('opportunity.currency-unknown', 'there is no such currency', { currency })
  if (contactId == null) return undefined
  const contact = yield* one(contacts, contactId)
  if (contact === undefined) return refuse('contact.not-found', 'there is no such contact')
  return contact.accountId === accountId ? undefined : refuse('contact.of-another-account', 'the contact is of another account', { contact: contact.name })
}
