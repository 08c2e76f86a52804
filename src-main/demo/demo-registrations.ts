import type { accounts } from '#shared/accounts/account.table.ts'
import { approvedFacts } from '#shared/deals/material-change.ts'
import { closePatch, protectionEnd } from '#shared/deals/protection.ts'
import { settled } from '#shared/deals/registration-steps.ts'
import type { FrozenTerms } from '#shared/deals/registration-terms.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import type { RegistrationStatus } from '#shared/deals/registration.ts'
import { USUAL_TERMS } from '#shared/deals/usual-terms.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { closedOpportunityStages } from '#shared/opportunities/opportunity.ts'
import type { opportunities } from '#shared/opportunities/opportunity.table.ts'
import type { partners } from '#shared/partners/partner.table.ts'
import { daysAfter } from './demo-calendar.ts'
import { DEMO_NOTE } from './demo-partners.ts'
import type { SeededRandom } from './seeded-random.ts'

type Row<T> = Omit<RowOf<T>, 'rev' | 'importId'>
type Registration = RowOf<typeof registrations>
type Partner = Row<typeof partners>
type Opportunity = Row<typeof opportunities>

const TERMS: FrozenTerms = { ...USUAL_TERMS, policyId: null, policy: null, policyRev: null }
const REVIEWER = 'Demo: Dana Whitfield'

/** A registration of the demo: where it stands, how many days ago it came and was decided, and what is special about it. */
interface Case {
  readonly status: RegistrationStatus
  readonly came: number
  readonly decided?: number
  readonly given?: (now: string) => Partial<Registration>
}

const CASES: readonly Case[] = [
  { status: 'draft', came: 0 },
  { status: 'submitted', came: 0.5 },
  { status: 'submitted', came: 6, given: () => ({ reviewMissed: true }) },
  { status: 'inReview', came: 1, given: () => ({ reviewer: REVIEWER }) },
  { status: 'actionRequired', came: 3, given: (now) => ({ asked: { fields: ['contactName', 'project'], note: 'Who decides there, and for which site?', by: REVIEWER, at: daysAfter(now, -2) }, answerDueAt: daysAfter(now, 8) }) },
  { status: 'approved', came: 12, decided: 10 },
  { status: 'approved', came: 62, decided: 60, given: () => ({ reminded: 1 }) },
  { status: 'approved', came: 88, decided: 86, given: (now) => ({ reminded: 2, extension: { days: 60, reason: 'The customer’s budget moved to the next quarter.', by: REVIEWER, at: daysAfter(now, -3) } }) },
  { status: 'approved', came: 40, decided: 38, given: (now) => ({ quoteSentAt: daysAfter(now, -5) }) },
  { status: 'rejected', came: 30, decided: 28, given: () => ({ reasonForPartner: 'We are at work there ourselves since spring.', reasonForHouse: 'Direct team, first meeting in April' }) },
  { status: 'withdrawn', came: 50 },
  { status: 'expired', came: 130, decided: 128 },
  { status: 'closedWon', came: 150, decided: 148 },
  { status: 'closedLost', came: 140, decided: 138 },
  { status: 'revoked', came: 75, decided: 73, given: () => ({ reasonForPartner: 'The customer has chosen another partner, in writing.', reasonForHouse: 'Letter on file' }) },
]

/** A deal registration in every state it can be in, with business of the demo, and two partners who claim one customer. */
export function demoRegistrations(random: SeededRandom, known: { readonly partners: readonly Partner[]; readonly accounts: readonly Row<typeof accounts>[]; readonly opportunities: readonly Opportunity[] }, now: string, makeId: () => string): readonly Row<typeof registrations>[] {
  const partnerOf = new Map(known.partners.filter(({ status }) => status === 'active').map((partner) => [partner.id, partner]))
  const accountOf = new Map(known.accounts.map((account) => [account.id, account]))
  const business = random.shuffled(known.opportunities.filter(({ partnerId }) => partnerId !== null && partnerOf.has(partnerId)))
  const made = CASES.map((each) => {
    const wanted = each.status === 'closedWon' ? 'won' : each.status === 'closedLost' ? 'lost' : null
    const at = business.findIndex(({ stage }) => (wanted === null ? !closedOpportunityStages.includes(stage) : stage === wanted))
    const [opportunity] = business.splice(at, 1)
    return registrationOf(each, opportunity!, partnerOf.get(opportunity!.partnerId!)!)
  })
  const [contested] = made.filter(({ status }) => status === 'submitted')
  const rival = [...partnerOf.values()].find(({ id, country, products }) => id !== contested!.partnerId && country === contested!.country && products.length > 0) ?? [...partnerOf.values()].find(({ id }) => id !== contested!.partnerId)!
  const second = { ...contested!, id: makeId(), partnerId: rival.id, receivedAt: daysAfter(now, -0.25), deviceAt: daysAfter(now, -0.3), overlaps: 1 }
  return [...made, second].map(({ rev: _rev, importId: _importId, ...row }) => row)

  function registrationOf({ status, came, decided, given }: Case, opportunity: Opportunity, partner: Partner): Registration {
    const account = accountOf.get(opportunity.accountId)!
    const { name, nameEn, corporateNumber, website, domain, country, city, postcode, address, duplicateKey, territoryId } = account
    const receivedAt = status === 'draft' ? null : daysAfter(now, -came)
    const decidedAt = decided === undefined ? null : daysAfter(now, -decided)
    const wasApproved = decidedAt !== null && status !== 'rejected'
    const blank = Object.fromEntries(registrations.columnNames.map((column) => [column, null])) as unknown as Registration
    const claim: Registration = {
      ...blank, id: makeId(), partnerId: partner.id, status, kind: random.chance(0.6) ? 'planned' : 'running', company: name, companyEn: nameEn, corporateNumber, website, domain, country, city, postcode, address,
      products: [opportunity.product ?? partner.products[0] ?? 'LIRA-LEDGER'], amount: opportunity.amount, currency: opportunity.currency, expectedCloseOn: opportunity.expectedCloseOn, notes: DEMO_NOTE,
      customerKey: duplicateKey, territoryId, overlaps: 0, reviewMissed: false, reminded: 0, extensions: 0, createdAt: daysAfter(now, -came), updatedAt: decidedAt ?? daysAfter(now, -came), rev: 1, importId: null,
      ...(receivedAt === null ? {} : { terms: TERMS, receivedAt, deviceAt: receivedAt, completeAt: receivedAt, completeDeviceAt: receivedAt, submittedAt: receivedAt, resubmissionsLeft: TERMS.resubmissions }),
    }
    const isWaiting = status === 'submitted' || status === 'inReview'
    const decision: Partial<Registration> = decidedAt === null ? (isWaiting ? { reviewDueAt: daysAfter(now, 2 - came) } : {}) : { decidedAt, decidedBy: REVIEWER }
    const window: Partial<Registration> = wasApproved
      ? { approved: approvedFacts(claim), accountId: account.id, opportunityId: opportunity.id, attribution: 'sourced', protectedFrom: decidedAt, protectedUntil: protectionEnd(decidedAt, TERMS.windowDays, partner.timeZone), timeZone: partner.timeZone, activeAt: decidedAt }
      : {}
    const so = { ...claim, ...decision, ...window }
    const end: Partial<Registration> =
      status === 'expired' ? { endedAt: so.protectedUntil, endReason: 'window', reminded: 2 }
      : status === 'closedWon' ? closePatch(so, 'won', opportunity.closedAt ?? now)
      : status === 'closedLost' ? closePatch(so, 'lost', opportunity.closedAt ?? now)
      : status === 'withdrawn' || status === 'revoked' ? { endedAt: daysAfter(now, -came + 20) }
      : {}
    const row = { ...so, ...end, ...given?.(now) }
    return { ...row, ...settled({}, row) }
  }
}
