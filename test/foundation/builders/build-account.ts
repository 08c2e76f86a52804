import type { accounts } from '#shared/accounts/account.table.ts'
import type { contacts } from '#shared/accounts/contact.table.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { duplicateKey } from '#shared/leads/duplicate-key.ts'
import type { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { YESTERDAY } from './build-lead.ts'
import { nextId } from './sequential-id.ts'

export type Account = RowOf<typeof accounts>
export type Contact = RowOf<typeof contacts>
export type Opportunity = RowOf<typeof opportunities>

const stamps = { importId: null, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1 }

/** A Japanese customer that everybody sees, complete but for what its case is about. */
export function buildAccount(given: Partial<Account> = {}): Account {
  const id = given.id ?? nextId()
  const name = given.name ?? `顧客 ${id.slice(-4)} 株式会社`
  const country = given.country === undefined ? 'JP' : given.country
  return {
    id, name, nameEn: null, nameKana: null, corporateNumber: null, website: null, domain: null, country, region: null, city: null, postcode: null, address: null,
    industry: null, employees: null, partnerId: null, parentId: null, territoryId: null, duplicateKey: duplicateKey(name, country, given.corporateNumber ?? null), mergedInto: null, notes: null,
    ...stamps, ...given,
  }
}

export function buildContact(given: Partial<Contact> & Pick<Contact, 'accountId'>): Contact {
  const id = given.id ?? nextId()
  return { id, name: `担当 ${id.slice(-4)}`, nameEn: null, nameKana: null, email: null, phone: null, role: null, language: null, notes: null, territoryId: null, ...stamps, ...given }
}

/** An opportunity at its first stage. */
export function buildOpportunity(given: Partial<Opportunity> & Pick<Opportunity, 'accountId'>): Opportunity {
  const id = given.id ?? nextId()
  return {
    id, name: `商談 ${id.slice(-4)}`, contactId: null, partnerId: null, influencedBy: [], leadId: null, territoryId: null, product: null, amount: null, currency: null,
    expectedCloseOn: null, stage: 'discovery', lostReason: null, lostNote: null, closedAt: null, notes: null,
    stageSince: null, judgement: null, openedOn: null, reference: null, salesAgent: null, salesTeam: null, ...stamps, ...given,
  }
}
