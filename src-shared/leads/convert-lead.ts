import type { z } from 'zod'
import { accountOfNumber } from '../accounts/account-of-number.ts'
import { accounts } from '../accounts/account.table.ts'
import { contacts } from '../accounts/contact.table.ts'
import { findAccount } from '../accounts/find-account.ts'
import { widenAccount } from '../accounts/widen-account.ts'
import { accept, insert, many, one, refuse, update, type Change, type CommandContext, type Decision, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { newOpportunity, opportunityProblem } from '../opportunities/new-opportunity.ts'
import { closedOpportunityStages } from '../opportunities/opportunity.ts'
import { opportunities } from '../opportunities/opportunity.table.ts'
import type { conversionSchema } from './conversion.ts'
import { moveLead } from './lead-journey.ts'
import { leads } from './lead.table.ts'
import { offers } from './offer.table.ts'
import { whyNotConvertible } from './why-not-convertible.ts'

type Lead = RowOf<typeof leads>
type Conversion = z.output<typeof conversionSchema>
type Outcome = { readonly entry: string; readonly accountId: string; readonly contactId: string | null; readonly opportunityId: string }
/** What is to be written for one of the three, and its id; or why it cannot be. */
type Part = Generator<Question, { readonly id: string; readonly changes: readonly Change[] } | Decision<never>, unknown>

/**
 * Account, contact and opportunity in one step, each new or one that is there; all of it or nothing.
 * Of several sites the lead's own decides: the opportunity lies in the territory that the lead was given by its own place, and a new account
 * is at that place, wherever the headquarters are; those are the account above it (`parentId`).
 */
export function* convertLead(input: Conversion, context: CommandContext): Generator<Question, Decision<Outcome>, unknown> {
  const lead = yield* one(leads, input.id)
  if (lead === undefined) return refuse('lead.not-found', 'there is no such lead')
  const problem = whyNotConvertible(lead)
  if (problem !== undefined) return refuse(problem.code, problem.message, problem.details)
  const account = yield* accountOf(input.account, lead, context)
  if ('kind' in account) return account
  const contact = input.contact === null ? null : yield* contactOf(input.contact, account.id, lead, context)
  if (contact !== null && 'kind' in contact) return contact
  const opportunity = yield* opportunityOf(input, account.id, contact?.id ?? null, lead, context)
  if ('kind' in opportunity) return opportunity
  const became = { accountId: account.id, opportunityId: opportunity.id, convertedAt: context.now, convertedBy: context.actor.name || null }
  const changes = [...account.changes, ...(contact?.changes ?? []), ...opportunity.changes, ...(yield* moveLead(lead, 'converted', null, context, became))]
  const details = { lead: lead.id, ...(input.note === null ? {} : { note: input.note }) }
  return accept({ entry: context.commandId, accountId: account.id, contactId: contact?.id ?? null, opportunityId: opportunity.id }, changes, [
    { event: 'lead.converted', about: lead.id, details: { ...details, account: account.id, opportunity: opportunity.id } },
    { event: 'account.took-lead', about: account.id, details },
    { event: 'opportunity.took-lead', about: opportunity.id, details },
    ...(contact === null ? [] : [{ event: 'contact.took-lead', about: contact.id, details }]),
  ])
}

function* accountOf(chosen: Conversion['account'], lead: Lead, { id }: CommandContext): Part {
  if ('id' in chosen) {
    const account = yield* findAccount(chosen.id)
    if (account === undefined) return refuse('account.not-found', 'there is no such account')
    const ofRecord = account.partnerId === null ? [update(accounts, account.id, { partnerId: lead.partnerId })] : []
    return { id: account.id, changes: [...(yield* widenAccount(account, lead.territoryId)), ...ofRecord] }
  }
  const name = chosen.name.trim()
  if (name === '') return refuse('account.name-missing', 'an account needs a name')
  const twin = yield* accountOfNumber(lead.duplicateKey)
  if (twin !== undefined) return twin
  const { companyEn, companyKana, corporateNumber, website, domain, country, region, city, postcode, address, industry, employees, partnerId, territoryId, duplicateKey } = lead
  const accountId = id()
  const row = { id: accountId, name, nameEn: companyEn, nameKana: companyKana, corporateNumber, website, domain, country, region, city, postcode, address, industry, employees, partnerId, territoryId, duplicateKey }
  return { id: accountId, changes: [insert(accounts, row)] }
}

function* contactOf(chosen: NonNullable<Conversion['contact']>, accountId: string, lead: Lead, { id }: CommandContext): Part {
  if ('id' in chosen) {
    const contact = yield* one(contacts, chosen.id)
    if (contact === undefined) return refuse('contact.not-found', 'there is no such contact')
    return contact.accountId === accountId ? { id: contact.id, changes: [] } : refuse('contact.of-another-account', 'the contact is of another account', { contact: contact.name })
  }
  const name = chosen.name.trim()
  if (name === '') return refuse('contact.name-missing', 'a contact needs a name')
  const account = yield* one(accounts, accountId)
  const contactId = id()
  const territoryId = account === undefined || account.territoryId === lead.territoryId ? lead.territoryId : null
  return { id: contactId, changes: [insert(contacts, { ...chosen, id: contactId, accountId, name, language: lead.language, territoryId })] }
}

function* opportunityOf({ opportunity: chosen, note }: Conversion, accountId: string, contactId: string | null, lead: Lead, { id }: CommandContext): Part {
  const influencedBy = yield* influencersOf(lead)
  if ('id' in chosen) {
    const opportunity = yield* one(opportunities, chosen.id)
    if (opportunity === undefined) return refuse('opportunity.not-found', 'there is no such opportunity')
    const { name, partnerId, stage } = opportunity
    if (opportunity.accountId !== accountId) return refuse('opportunity.of-another-account', 'the opportunity is with another account', { opportunity: name })
    if (closedOpportunityStages.includes(stage)) return refuse('opportunity.closed', 'the opportunity is closed', { opportunity: name, stage })
    if (partnerId !== null && partnerId !== lead.partnerId) return refuse('opportunity.of-another-partner', 'another partner has this opportunity', { opportunity: name })
    const joined = {
      partnerId: lead.partnerId, contactId: opportunity.contactId ?? contactId, leadId: opportunity.leadId ?? lead.id,
      influencedBy: [...new Set([...opportunity.influencedBy, ...influencedBy])], notes: notesOf(opportunity.notes, lead.notes, note),
    }
    return { id: opportunity.id, changes: [update(opportunities, opportunity.id, joined)] }
  }
  const wrong = yield* opportunityProblem({ ...chosen, accountId })
  if (wrong !== undefined) return wrong
  const opportunityId = id()
  const row = newOpportunity(opportunityId, { ...chosen, accountId, contactId, partnerId: lead.partnerId, influencedBy, leadId: lead.id, territoryId: lead.territoryId, notes: notesOf(lead.notes, note) })
  return { id: opportunityId, changes: [insert(opportunities, row)] }
}

/** Partners that had been in touch with the customer before the lead went to another (field.md B2, 15: they keep the credit). */
function* influencersOf(lead: Lead): Generator<Question, readonly string[], unknown> {
  const earlier = yield* many(offers, 'byLead', [lead.id])
  return [...new Set(earlier.filter(({ firstTouchAt, partnerId }) => firstTouchAt !== null && partnerId !== lead.partnerId).map(({ partnerId }) => partnerId))]
}

/** What each wrote of the customer, below each other; nothing is written over. */
function notesOf(...notes: readonly (string | null)[]): string | null {
  return notes.filter((text) => text !== null && text !== '').join('\n\n') || null
}
