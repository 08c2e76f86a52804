import { foldText } from '../foundation/fold-text.ts'
import { instantOf } from '../foundation/instant.ts'
import { tierRank } from '../partners/partner.ts'
import type { Claim, EvidenceOnRecord } from './claim.ts'
import { presalesKinds, type Clause, type ClauseKind, type ClauseOf, type RegistrationClock } from './clause.ts'

export const factCodes = [
  'partnerNotActive', 'notAuthorised', 'notComplete', 'authorisationUnknown', 'eligible', 'listed', 'notListed', 'directEngaged', 'recordedAfter', 'directNotEngaged', 'timeUnknown', 'direct',
  'chosen', 'notChosen', 'incumbent', 'notIncumbent', 'incumbentUnknown', 'noRenewal', 'registered', 'tooLongAgo', 'documented', 'tier', 'certified', 'notCertified', 'certificationUnknown',
  'inTerritory', 'outsideTerritory', 'territoryUnknown', 'valueAdded', 'noValueAdded', 'stands', 'distributor', 'notDistributor',
] as const
export type FactCode = (typeof factCodes)[number]

/** The fact that says so; `recordedAt` is the server's receipt of what is said to have been `at` an instant. */
export interface Fact {
  readonly code: FactCode
  readonly at?: string | undefined
  readonly recordedAt?: string | undefined
  readonly count?: number | undefined
  readonly text?: string | undefined
}

export const clauseResults = ['met', 'notMet', 'unknown'] as const

export interface Finding {
  readonly claimId: string
  readonly result: (typeof clauseResults)[number]
  readonly fact: Fact
}

/** What is judged: the claims, the evidence, the instant at which the case was opened. */
export interface Dispute {
  readonly claims: readonly Claim[]
  readonly evidence: readonly EvidenceOnRecord[]
  readonly openedAt: string
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

type Found = Omit<Finding, 'claimId'>
const met = (code: FactCode, rest: Omit<Fact, 'code'> = {}): Found => ({ result: 'met', fact: { code, ...rest } })
const notMet = (code: FactCode, rest: Omit<Fact, 'code'> = {}): Found => ({ result: 'notMet', fact: { code, ...rest } })
const unknown = (code: FactCode): Found => ({ result: 'unknown', fact: { code } })

/** @param left the claims that are compared with each other; each claim is answered for, whether or not it is among them */
type Finder<Kind extends ClauseKind> = (clause: ClauseOf<Kind>, dispute: Dispute, left: readonly Claim[]) => (claim: Claim) => Found

/** Whether each claim meets a clause, and by which fact. */
export function findFacts(clause: Clause, dispute: Dispute, left: readonly Claim[]): readonly Finding[] {
  const finder = finders[clause.kind] as Finder<ClauseKind>
  const find = finder(clause, dispute, left)
  return dispute.claims.map((claim) => ({ claimId: claim.id, ...find(claim) }))
}

const finders: { readonly [Kind in ClauseKind]: Finder<Kind> } = {
  eligibility: ({ activePartner, authorised, complete }) => (claim) => {
    if (claim.kind === 'direct') return met('direct')
    if (activePartner && !claim.active) return notMet('partnerNotActive')
    if (authorised && claim.authorised === false) return notMet('notAuthorised', { text: claim.products.join(', ') })
    if (complete && claim.completeAt === null) return notMet('notComplete')
    return authorised && claim.authorised === null ? unknown('authorisationUnknown') : met('eligible')
  },
  directList: ({ customers }) => {
    const listed = new Map(customers.map((customer) => [foldText(customer), customer]))
    return (claim) => {
      if (claim.kind === 'direct') return met('direct')
      const entry = [claim.corporateNumber, claim.domain, claim.company].flatMap((name) => (name === null ? [] : [listed.get(foldText(name))])).find((found) => found !== undefined)
      return entry === undefined ? met('notListed') : notMet('listed', { text: entry })
    }
  },
  directEngaged: ({ days }, { claims, evidence }) => {
    const directs = claims.filter(({ kind }) => kind === 'direct')
    const engagements = [
      ...directs.flatMap(({ receivedAt }) => (receivedAt === null ? [] : [{ at: receivedAt, recordedAt: receivedAt }])),
      ...evidence.filter(({ kind }) => kind === 'directActivity').map(({ happenedAt, receivedAt }) => ({ at: happenedAt ?? receivedAt, recordedAt: receivedAt })),
    ].toSorted((one, other) => instantOf(one.recordedAt) - instantOf(other.recordedAt))
    return (claim) => {
      if (claim.kind === 'direct') return met('direct')
      if (claim.receivedAt === null) return unknown('timeUnknown')
      const claimed = instantOf(claim.receivedAt)
      const recent = engagements.filter(({ at }) => instantOf(at) <= claimed && instantOf(at) >= claimed - days * DAY_MS)
      const before = recent.find(({ recordedAt }) => instantOf(recordedAt) <= claimed)
      if (before !== undefined) return notMet('directEngaged', before)
      return recent[0] === undefined ? met('directNotEngaged') : met('recordedAfter', recent[0])
    }
  },
  customerChoice: (_, { evidence }) => (claim) => {
    const statement = evidence.find(({ claimId, kind }) => claimId === claim.id && kind === 'customerStatement')
    return statement === undefined ? notMet('notChosen') : met('chosen', { at: statement.happenedAt ?? statement.receivedAt, recordedAt: statement.receivedAt })
  },
  incumbency: ({ renewalsOnly }, { claims }) => (claim) => {
    if (renewalsOnly && !claims.some(({ renewal }) => renewal)) return notMet('noRenewal')
    if (claim.incumbent === null) return unknown('incumbentUnknown')
    return claim.incumbent ? met('incumbent') : notMet('notIncumbent')
  },
  firstToRegister: ({ clock, lookBackDays, tieMinutes }, { openedAt }, left) => {
    const since = lookBackDays === null ? -Infinity : instantOf(openedAt) - lookBackDays * DAY_MS
    const counts = (claim: Claim, at: number): boolean => at >= since || claim.approvedAt !== null
    const times = left.flatMap((claim) => {
      const at = timeOf(claim, clock)
      return at === null || !counts(claim, instantOf(at)) ? [] : [instantOf(at)]
    })
    const last = Math.min(...times) + tieMinutes * MINUTE_MS
    return (claim) => {
      const at = timeOf(claim, clock)
      if (at === null) return unknown('timeUnknown')
      if (!counts(claim, instantOf(at))) return notMet('tooLongAgo', { at })
      return instantOf(at) <= last ? met('registered', { at }) : notMet('registered', { at })
    }
  },
  engagementDepth: ({ lead }, { evidence }, left) => {
    const countOf = (claim: Claim): number => evidence.filter(({ claimId, kind }) => claimId === claim.id && presalesKinds.includes(kind)).length
    const [most = 0, next = 0] = left.map(countOf).toSorted((one, other) => other - one)
    return (claim) => {
      const count = countOf(claim)
      return count >= most && most - next >= lead ? met('documented', { count }) : notMet('documented', { count })
    }
  },
  standing: ({ by }, _, left) => {
    const highest = Math.max(...left.map(({ tier }) => (tier === null ? -1 : tierRank(tier))))
    return (claim) => {
      if (claim.kind === 'direct') return notMet('direct')
      switch (by) {
        case 'certification':
          return claim.certified === null ? unknown('certificationUnknown') : claim.certified ? met('certified') : notMet('notCertified')
        case 'territory':
          return claim.inTerritory === null ? unknown('territoryUnknown') : claim.inTerritory ? met('inTerritory') : notMet('outsideTerritory')
        case 'tier':
          return { result: claim.tier !== null && tierRank(claim.tier) >= highest ? 'met' : 'notMet', fact: { code: 'tier', text: claim.tier ?? '' } }
      }
    }
  },
  teaming: (_, { evidence }, left) => (claim) => {
    if (!left.some(({ kind }) => kind === 'direct')) return notMet('directNotEngaged')
    if (claim.kind === 'direct') return met('direct')
    const count = evidence.filter(({ claimId, kind }) => claimId === claim.id && kind === 'valueAdd').length
    return count > 0 ? met('valueAdded', { count }) : notMet('noValueAdded')
  },
  split: () => () => met('stands'),
  distributor: () => (claim) => (claim.kind === 'distributor' ? met('distributor') : notMet('notDistributor')),
  secondBenefit: (_, __, left) => (claim) => (claim.kind === 'direct' || !left.includes(claim) ? notMet(claim.kind === 'direct' ? 'direct' : 'stands') : met('stands')),
}

/** The instant of a claim by a clock; of direct sales the one at which their deal was put on record. */
export function timeOf(claim: Claim, clock: RegistrationClock): string | null {
  if (claim.kind === 'direct') return claim.receivedAt
  switch (clock) {
    case 'device':
      return claim.deviceAt
    case 'received':
      return claim.receivedAt
    case 'complete':
      return claim.completeAt
    case 'approved':
      return claim.approvedAt
  }
}
