import type { caseEvidence } from '#shared/conflicts/case-evidence.table.ts'
import type { CaseState } from '#shared/conflicts/conflict-case.ts'
import type { conflictCases } from '#shared/conflicts/conflict-case.table.ts'
import { hold } from '#shared/deals/protection.ts'
import type { registrations } from '#shared/deals/registration.table.ts'
import type { Claim } from '#shared/engagement/claim.ts'
import { judgeClaims } from '#shared/engagement/judge-claims.ts'
import { USUAL_CLAUSES } from '#shared/engagement/usual-rules.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import type { partners } from '#shared/partners/partner.table.ts'
import { daysAfter } from './demo-calendar.ts'

type Row<T> = Omit<RowOf<T>, 'rev' | 'importId'>
type Registration = Row<typeof registrations>
type Partner = Row<typeof partners>
type Case = Row<typeof conflictCases>
type Evidence = Row<typeof caseEvidence>

const DECIDER = 'Demo: Dana Whitfield'
const OPENED_DAYS_AGO = { two: 0.25, three: 4, appealed: 9 } as const

export interface DemoCases {
  readonly cases: readonly Case[]
  readonly evidence: readonly Evidence[]
  /** The registrations, those of the cases held, with the rivals that the second and third case have besides. */
  readonly registrations: readonly Registration[]
}

/** Three conflicts: two partners who claim one customer; three claims, one of a distributor; one that was decided and is appealed. */
export function demoCases(known: { readonly partners: readonly Partner[]; readonly registrations: readonly Registration[] }, now: string, makeId: () => string): DemoCases {
  const partnerOf = new Map(known.partners.map((partner) => [partner.id, partner]))
  const active = known.partners.filter(({ status }) => status === 'active')
  const cases: Case[] = []
  const evidence: Evidence[] = []
  const changed = new Map<string, Registration>()

  const waiting = known.registrations.filter(({ status }) => status === 'submitted')
  const second = waiting.at(-1)!
  open('detected', OPENED_DAYS_AGO.two, [waiting.find(({ customerKey }) => customerKey === second.customerKey)!, second])

  const inReview = known.registrations.find(({ status }) => status === 'inReview')!
  const distributor = active.find(({ id, type }) => type === 'distributor' && id !== inReview.partnerId) ?? rivalOf(inReview)
  const three = open('underReview', OPENED_DAYS_AGO.three, [inReview, contest(inReview, rivalOf(inReview), 4.5), contest(inReview, distributor, 4)])
  put(three, 0, 'meeting', 'Workshop on requirements with the finance team', -3)
  put(three, 1, 'customerStatement', 'The finance director names this partner in a letter', -2)

  const approved = known.registrations.find(({ status, quoteSentAt, extension }) => status === 'approved' && quoteSentAt === null && extension === null)!
  const appealed = open('appealed', OPENED_DAYS_AGO.appealed, [approved, contest(approved, rivalOf(approved), 9)])
  const [winner, loser] = appealed.claims
  const proposed = judgeClaims(USUAL_CLAUSES, { claims: appealed.claims, evidence: [], openedAt: appealed.openedAt })
  const reasons = [{ claimId: winner!.id, text: 'You were the first to register, and your registration stands.' }, { claimId: loser!.id, text: 'Another registration of this deal came first.' }]
  const verdict = { kind: 'uphold' as const, shares: [{ claimId: winner!.id, percent: 100 }, { claimId: loser!.id, percent: 50 }] }
  cases[cases.indexOf(appealed)] = {
    ...appealed,
    decisions: [{ at: daysAfter(now, -5), by: DECIDER, verdict, proposed, rulesId: null, rulesNumber: 0, reasonForHouse: 'First to register, complete, and approved.', reasons }],
    appeals: [{ claimId: loser!.id, text: 'We brought the customer to the trade fair and can show it.', by: DECIDER, at: daysAfter(now, -2), decision: 0 }],
  }
  const held = known.registrations.map((registration) => changed.get(registration.id) ?? registration)
  return { cases, evidence, registrations: [...held, ...[...changed.values()].filter(({ id }) => known.registrations.every((each) => each.id !== id))] }

  function rivalOf({ partnerId, country }: Registration): Partner {
    const others = active.filter(({ id, type, products }) => id !== partnerId && type !== 'distributor' && products.length > 0)
    return others.find((partner) => partner.country === country) ?? others[0]!
  }

  /** The same deal, claimed by another so many days ago, and not yet decided. */
  function contest(registration: Registration, partner: Partner, daysAgo: number): Registration {
    const at = daysAfter(now, -daysAgo)
    return {
      ...registration, id: makeId(), partnerId: partner.id, status: 'inReview', receivedAt: at, deviceAt: at, completeAt: at, completeDeviceAt: at, submittedAt: at, overlaps: 1, reviewer: DECIDER, approved: null, attribution: null, decidedAt: null,
      decidedBy: null, protectedFrom: null, protectedUntil: null, timeZone: null, activeAt: null, opportunityId: null, reminded: 0, reviewDueAt: daysAfter(now, 2), createdAt: at, updatedAt: at,
    }
  }

  function open(state: CaseState, daysAgo: number, claimed: readonly Registration[]): Case {
    const openedAt = daysAfter(now, -daysAgo)
    const [first] = claimed
    const id = makeId()
    const territories = new Set(claimed.map(({ territoryId }) => territoryId))
    for (const registration of claimed) changed.set(registration.id, { ...registration, ...hold(id, openedAt), actAt: null })
    const conflict: Case = {
      id, name: first!.company, customerKey: first!.customerKey, accountId: first!.accountId, state, claims: claimed.map(claimOf), asked: [], decisions: [], appeals: [], openedAt, dueAt: daysAfter(now, state === 'underReview' ? -0.5 : 2), finalAt: null,
      territoryId: territories.size === 1 ? first!.territoryId : null, createdAt: openedAt, updatedAt: openedAt,
    }
    cases.push(conflict)
    return conflict
  }

  function claimOf(registration: Registration): Claim & Case['claims'][number] {
    const { id, partnerId, company, corporateNumber, domain, country, products, project, amount, currency, deviceAt, receivedAt, completeAt, approved, protectedFrom, opportunityId } = registration
    const partner = partnerOf.get(partnerId)!
    return {
      id, kind: partner.type === 'distributor' ? 'distributor' : 'partner', partnerId, partnerName: partner.name, registrationId: id, opportunityId, company, corporateNumber, domain, products, project, amount, currency, deviceAt, receivedAt, completeAt,
      approvedAt: approved === null ? null : protectedFrom, withdrawnAt: null, active: true, authorised: products.every((product) => partner.products.includes(product)), incumbent: null, renewal: false, tier: partner.tier,
      certified: partner.certifications.some(({ expires }) => expires === null || expires >= now.slice(0, 10)), inTerritory: partner.regions.length === 0 || (country !== null && partner.regions.some((place) => place.slice(0, 2) === country)), match: null,
    }
  }

  function put(conflict: Case, claim: number, kind: Evidence['kind'], text: string, day: number): void {
    const at = daysAfter(now, day)
    evidence.push({ id: makeId(), caseId: conflict.id, claimId: conflict.claims[claim]!.id, kind, text, identifier: null, saidBy: DECIDER, happenedAt: null, deviceAt: at, receivedAt: at, territoryId: conflict.territoryId, createdAt: at, updatedAt: at })
  }
}
