import { accountOfNumber } from '../accounts/account-of-number.ts'
import { accounts } from '../accounts/account.table.ts'
import { contacts } from '../accounts/contact.table.ts'
import { findAccount } from '../accounts/find-account.ts'
import { widenAccount } from '../accounts/widen-account.ts'
import { insert, many, one, refuse, update, type Change, type CommandContext, type Decision, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { isOfNumber } from '../leads/duplicate-key.ts'
import { newOpportunity } from '../opportunities/new-opportunity.ts'
import { closedOpportunityStages } from '../opportunities/opportunity.ts'
import { opportunities } from '../opportunities/opportunity.table.ts'
import { partners } from '../partners/partner.table.ts'
import { approvedFacts } from './material-change.ts'
import { protectionEnd } from './protection.ts'
import { settled } from './registration-steps.ts'
import type { Attribution } from './registration.ts'
import { registrations } from './registration.table.ts'
import { USUAL_TERMS } from './usual-terms.ts'

type Registration = RowOf<typeof registrations>

/** How it is approved; what is null follows from the registration: its account or a new one, a new opportunity. */
export interface Approval {
  readonly accountId: string | null
  readonly opportunityId: string | null
  readonly attribution: Attribution | null
  readonly reasonForPartner: string | null
  readonly reasonForHouse: string | null
}

export const AS_CLAIMED: Approval = { accountId: null, opportunityId: null, attribution: null, reasonForPartner: null, reasonForHouse: null }

type Part<T> = Generator<Question, (T & { readonly changes: readonly Change[] }) | Decision<never>, unknown>

/**
 * Approves what is claimed: freezes it, begins the window (or goes on with it), makes or takes account, contact and opportunity. All or nothing.
 * @param decidedBy null: the rules
 */
export function* approveRegistration(registration: Registration, approval: Approval, context: CommandContext, decidedBy: string | null): Part<{ readonly row: Partial<Registration> }> {
  const partner = yield* one(partners, registration.partnerId)
  if (partner === undefined) return refuse('partner.not-found', 'there is no such partner')
  if (partner.status !== 'active') return refuse('registration.partner-not-active', 'only an active partner can hold a deal', { partner: partner.name, status: partner.status })
  const { now } = context
  const reopened = registration.approved !== null
  const { protectedFrom, protectedUntil } = reopened ? registration : windowOf(registration, partner.timeZone, now)
  if (!reopened && (protectedUntil ?? '') <= now) return refuse('registration.window-used-up', 'the window of the earlier claim that this goes on with is over', { until: protectedUntil })
  const account = yield* accountOf(registration, approval.accountId ?? registration.accountId, context)
  if ('kind' in account) return account
  const opportunity = yield* opportunityOf(registration, approval.opportunityId ?? registration.opportunityId, account, context)
  if ('kind' in opportunity) return opportunity
  const row: Partial<Registration> = {
    status: 'approved', accountId: account.id, opportunityId: opportunity.id, territoryId: account.territoryId, approved: approvedFacts(registration), protectedFrom, protectedUntil,
    timeZone: reopened ? registration.timeZone : partner.timeZone, attribution: approval.attribution ?? registration.attribution ?? opportunity.attribution,
    reasonForPartner: approval.reasonForPartner, reasonForHouse: approval.reasonForHouse, decidedBy, decidedAt: now, asked: null, answerDueAt: null, reviewDueAt: null, reviewMissed: false,
    reminded: reopened ? registration.reminded : 0, activeAt: now, endedAt: null, endReason: null,
  }
  return { row: settled(row, registration), changes: [...account.changes, ...opportunity.changes] }
}

/** A new window; or what is left of the one that an earlier claim of the same business began. */
function windowOf({ terms, clockFrom }: Registration, timeZone: string, now: string): Pick<Registration, 'protectedFrom' | 'protectedUntil'> {
  return { protectedFrom: now, protectedUntil: protectionEnd(clockFrom ?? now, (terms ?? USUAL_TERMS).windowDays, timeZone) }
}

interface TakenAccount {
  readonly id: string
  readonly territoryId: string | null
  readonly contactId: string | null
}

/** One company, one account: a number that is known names it, whatever the claim calls it. */
function* accountOf(registration: Registration, chosen: string | null, { id }: CommandContext): Part<TakenAccount> {
  const { company, companyEn, corporateNumber, website, domain, country, city, postcode, address, customerKey } = registration
  const known = chosen === null ? (isOfNumber(customerKey) ? (yield* many(accounts, 'byDuplicateKey', [customerKey])).find(({ mergedInto }) => mergedInto === null) : undefined) : yield* findAccount(chosen)
  if (chosen !== null && known === undefined) return refuse('account.not-found', 'there is no such account')
  if (known !== undefined) {
    const people = yield* many(contacts, 'byAccount', [known.id])
    const there = people.find((person) => person.name === registration.contactName || (person.email !== null && person.email === registration.contactEmail))
    const made = there === undefined ? contactOf(registration, known.id, known.territoryId, id) : { contactId: there.id, changes: [] }
    return { id: known.id, territoryId: known.territoryId, contactId: made.contactId, changes: [...(yield* widenAccount(known, registration.territoryId ?? known.territoryId)), ...made.changes] }
  }
  const twin = yield* accountOfNumber(customerKey)
  if (twin !== undefined) return twin
  const accountId = id()
  const row = { id: accountId, name: company, nameEn: companyEn, corporateNumber, website, domain, country, city, postcode, address, territoryId: registration.territoryId, duplicateKey: customerKey }
  const made = contactOf(registration, accountId, registration.territoryId, id)
  return { id: accountId, territoryId: registration.territoryId, contactId: made.contactId, changes: [insert(accounts, row), ...made.changes] }
}

function contactOf({ contactName, contactEmail }: Registration, accountId: string, territoryId: string | null, newId: () => string): { readonly contactId: string | null; readonly changes: readonly Change[] } {
  if (contactName === null || contactName.trim() === '') return { contactId: null, changes: [] }
  const contactId = newId()
  return { contactId, changes: [insert(contacts, { id: contactId, accountId, name: contactName.trim(), email: contactEmail, territoryId })] }
}

/** Business that the house had already is co-sell, new business is sourced (field.md B3, attribution). */
function* opportunityOf(registration: Registration, chosen: string | null, account: TakenAccount, { id }: CommandContext): Part<{ readonly id: string; readonly attribution: Attribution }> {
  const { partnerId, company, project, products, amount, currency, expectedCloseOn, notes } = registration
  if (chosen !== null) {
    const opportunity = yield* one(opportunities, chosen)
    if (opportunity === undefined) return refuse('opportunity.not-found', 'there is no such opportunity')
    const { name, stage } = opportunity
    if (opportunity.accountId !== account.id) return refuse('opportunity.of-another-account', 'the opportunity is with another account', { opportunity: name })
    if (closedOpportunityStages.includes(stage)) return refuse('opportunity.closed', 'the opportunity is closed', { opportunity: name, stage })
    if (opportunity.partnerId !== null && opportunity.partnerId !== partnerId) return refuse('opportunity.of-another-partner', 'another partner has this opportunity', { opportunity: name })
    return { id: chosen, attribution: opportunity.leadId === null && opportunity.partnerId === null ? 'coSell' : 'sourced', changes: opportunity.partnerId === null ? [update(opportunities, chosen, { partnerId })] : [] }
  }
  const opportunityId = id()
  const made = newOpportunity(opportunityId, {
    name: [company, project ?? products.join(', ')].filter(Boolean).join(' – '), accountId: account.id, contactId: account.contactId, partnerId, territoryId: account.territoryId, product: products[0] ?? null,
    amount, currency, expectedCloseOn, notes,
  })
  return { id: opportunityId, attribution: 'sourced', changes: [insert(opportunities, made)] }
}
