import { accounts } from '#shared/accounts/account.table.ts'
import { contacts } from '#shared/accounts/contact.table.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { currencyDecimals } from '#shared/foundation/money.ts'
import { countryOf } from '#shared/geography/countries.ts'
import type { leads } from '#shared/leads/lead.table.ts'
import { lostReasons } from '#shared/leads/lost-reason.ts'
import { opportunityStages, type OpportunityStage } from '#shared/opportunities/opportunity.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { dateAfter, daysAfter } from './demo-calendar.ts'
import { DEMO_NOTE } from './demo-partners.ts'
import type { SeededRandom } from './seeded-random.ts'

type Row<T> = Omit<RowOf<T>, 'rev' | 'importId'>
type Lead = Row<typeof leads>

export interface DemoCustomers {
  readonly accounts: readonly Row<typeof accounts>[]
  readonly contacts: readonly Row<typeof contacts>[]
  readonly opportunities: readonly Row<typeof opportunities>[]
  /** The leads, with what became of those that were converted, and why others were lost. */
  readonly leads: readonly Lead[]
}

/** Customers from before the program that come in as leads again. */
const KNOWN_BEFORE = 12
const SETTLED_AFTER_DAYS = 90
const roles: Readonly<Record<string, readonly string[]>> = { ja: ['財務部長', '経理課長', '情報システム部長'], es: ['Directora financiera', 'Jefe de compras', 'Gerente de sistemas'], en: ['Finance director', 'Head of purchasing', 'IT manager'] }

/** What converted leads became, and some customers that were there before: so that a lead in work meets its own account. */
export function demoCustomers(random: SeededRandom, rows: readonly Lead[], now: string, makeId: () => string): DemoCustomers {
  const made: { accounts: Row<typeof accounts>[]; contacts: Row<typeof contacts>[]; opportunities: Row<typeof opportunities>[] } = { accounts: [], contacts: [], opportunities: [] }
  const knownBefore = new Set(random.shuffled(rows.filter(({ stage }) => stage === 'working')).slice(0, KNOWN_BEFORE).map(({ id }) => id))
  const became = rows.map((lead): Lead => {
    if (lead.stage === 'closedLost') return { ...lead, lostReason: random.pick(lostReasons) }
    if (knownBefore.has(lead.id)) customerOf(lead, daysAfter(lead.arrivedAt, -random.between(60, 200)))
    if (lead.stage !== 'converted') return lead
    const since = lead.updatedAt
    const { accountId, contactId } = customerOf(lead, since)
    const opportunityId = businessWith(lead, accountId, contactId, since)
    return { ...lead, accountId, opportunityId, convertedAt: since }
  })
  return { ...made, leads: became }

  function customerOf(lead: Lead, since: string): { readonly accountId: string; readonly contactId: string } {
    const { company, companyEn, companyKana, corporateNumber, website, domain, country, region, city, postcode, address, industry, employees, partnerId, territoryId, duplicateKey } = lead
    const stamps = { territoryId, createdAt: since, updatedAt: since }
    const [accountId, contactId] = [makeId(), makeId()]
    made.accounts.push({ id: accountId, name: company, nameEn: companyEn, nameKana: companyKana, corporateNumber, website, domain, country, region, city, postcode, address, industry, employees, partnerId, parentId: null, duplicateKey, mergedInto: null, notes: DEMO_NOTE, ...stamps })
    const role = random.pick(roles[lead.language ?? ''] ?? roles['en']!)
    made.contacts.push({ id: contactId, accountId, name: lead.contactName ?? company, nameEn: null, nameKana: null, email: lead.contactEmail, phone: null, role, language: lead.language, notes: null, ...stamps })
    return { accountId, contactId }
  }

  function businessWith(lead: Lead, accountId: string, contactId: string, since: string): string {
    const id = makeId()
    const age = (Date.parse(now) - Date.parse(since)) / 86_400_000
    const stage: OpportunityStage = age > SETTLED_AFTER_DAYS ? random.pick(['won', 'won', 'lost', 'negotiation']) : random.pick(opportunityStages.slice(0, 4))
    const closed = stage === 'won' || stage === 'lost'
    const currency = countryOf(lead.country ?? '')?.currency ?? 'USD'
    const decimals = currencyDecimals(currency) ?? 2
    const product = lead.product ?? 'LIRA-LEDGER'
    made.opportunities.push({
      id, name: `${lead.company} – ${product}`, accountId, contactId, partnerId: lead.partnerId, influencedBy: [], leadId: lead.id, territoryId: lead.territoryId, product,
      amount: random.between(5, 240) * (decimals === 0 ? 100_000 : 100_000 * 10 ** (decimals - 2)), currency,
      expectedCloseOn: dateAfter(closed ? since : now, random.between(20, 120)), stage,
      lostReason: stage === 'lost' ? random.pick(lostReasons) : null, lostNote: null, closedAt: closed ? daysAfter(since, Math.min(age, random.between(30, 80))) : null,
      notes: lead.notes, createdAt: since, updatedAt: since,
      stageSince: null, judgement: null, openedOn: since.slice(0, 10), reference: null, salesAgent: null, salesTeam: null,
    })
    return id
  }
}
