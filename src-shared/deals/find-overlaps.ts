import type { accounts } from '../accounts/account.table.ts'
import type { RowOf } from '../foundation/table.ts'
import { isHeld } from '../leads/lead.ts'
import type { leads } from '../leads/lead.table.ts'
import type { PairScore } from '../matching/score-pair.ts'
import { closedOpportunityStages } from '../opportunities/opportunity.ts'
import type { opportunities } from '../opportunities/opportunity.table.ts'
import { byWeight, type Overlap } from './overlap.ts'
import { claimingStatuses } from './registration.ts'
import type { registrations } from './registration.table.ts'
import { sameBusiness } from './same-business.ts'

type Registration = RowOf<typeof registrations>
type Claim = Pick<Registration, 'id' | 'partnerId' | 'accountId' | 'opportunityId' | 'project' | 'fiscalYear' | 'products'>

/** A row, and how surely its customer is the claim's. */
export interface Alike<Row> {
  readonly row: Row
  readonly likeness: PairScore
}

export interface OverlapFacts {
  readonly registrations: readonly Alike<Registration>[]
  readonly opportunities: readonly Alike<RowOf<typeof opportunities>>[]
  readonly accounts: readonly Alike<RowOf<typeof accounts>>[]
  readonly leads: readonly Alike<RowOf<typeof leads>>[]
}

/** Who a person has linked to one account is one customer. */
export const LINKED: PairScore = { score: 1, verdict: 'same', evidence: [{ kind: 'confirmed', weight: 14 }] }
/** Of one group: a sister company, a subsidiary, the headquarters. */
export const SAME_GROUP: PairScore = { score: 0.5, verdict: 'look', evidence: [] }

/** Who else is with the customer of a claim, about what may be the same business. */
export function findOverlaps(claim: Claim, facts: OverlapFacts): readonly Overlap[] {
  const own = (partnerId: string | null): boolean => partnerId === claim.partnerId
  const weighed = ({ verdict }: PairScore): Overlap['weight'] => (verdict === 'same' ? 'conflict' : 'look')
  const claims = facts.registrations
    .filter(({ row }) => row.id !== claim.id && (claimingStatuses as readonly string[]).includes(row.status) && sameBusiness(claim, row))
    .map(({ row, likeness }): Overlap => ({
      kind: 'registration', id: row.id, name: row.company, partnerId: row.partnerId, stage: row.status, since: row.receivedAt ?? row.createdAt, until: row.protectedUntil, weight: weighed(likeness), isOwn: own(row.partnerId), ...likeness,
    }))
  const business = facts.opportunities
    .filter(({ row }) => row.id !== claim.opportunityId && !closedOpportunityStages.includes(row.stage) && sameBusiness(claim, { project: null, fiscalYear: null, products: row.product === null ? [] : [row.product] }))
    .map(({ row, likeness }): Overlap => ({
      kind: 'opportunity', id: row.id, name: row.name, partnerId: row.partnerId, stage: row.stage, since: row.createdAt, until: null, weight: weighed(likeness), isOwn: own(row.partnerId), ...likeness,
    }))
  const customers = facts.accounts
    .filter(({ row }) => !own(row.partnerId) && row.id !== claim.accountId)
    .map(({ row, likeness }): Overlap => ({ kind: 'account', id: row.id, name: row.name, partnerId: row.partnerId, stage: null, since: row.createdAt, until: null, weight: 'look', isOwn: false, ...likeness }))
  const given = facts.leads
    .filter(({ row }) => isHeld(row) && row.partnerId !== null && !own(row.partnerId))
    .map(({ row, likeness }): Overlap => ({ kind: 'lead', id: row.id, name: row.company, partnerId: row.partnerId, stage: row.stage, since: row.arrivedAt, until: null, weight: 'look', isOwn: false, ...likeness }))
  return [...claims, ...business, ...customers, ...given].filter(({ verdict }) => verdict !== 'different').toSorted(byWeight)
}
