import type { caseEvidence } from '#shared/conflicts/case-evidence.table.ts'
import type { conflictCases } from '#shared/conflicts/conflict-case.table.ts'
import type { Claim, EvidenceOnRecord } from '#shared/engagement/claim.ts'
import type { engagementRules } from '#shared/engagement/engagement-rules.table.ts'
import { USUAL_CLAUSES, USUAL_TIMES } from '#shared/engagement/usual-rules.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { YESTERDAY } from './build-lead.ts'
import { nextId } from './sequential-id.ts'

export type Case = RowOf<typeof conflictCases>
export type CaseEvidenceRow = RowOf<typeof caseEvidence>
export type RulesRow = RowOf<typeof engagementRules>

const stamps = { importId: null, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1 }

/** The claim of an active, authorised partner that was submitted complete, and not yet approved. */
export function buildClaim(given: Partial<Claim> = {}): Claim {
  const id = given.id ?? nextId()
  const receivedAt = given.receivedAt === undefined ? '2026-11-02T09:00:00.000Z' : given.receivedAt
  return {
    id, kind: 'partner', partnerId: id, partnerName: `パートナー ${id.slice(-4)}`, registrationId: id, opportunityId: null, company: '北山食品株式会社', corporateNumber: null, domain: null,
    products: ['LEDGER'], project: null, amount: 1_000_000, currency: 'JPY', deviceAt: receivedAt, receivedAt, completeAt: receivedAt, approvedAt: null, withdrawnAt: null, active: true, authorised: true, incumbent: false,
    renewal: false, tier: 'silver', certified: false, inTerritory: true, match: null, ...given,
  }
}

export function directClaim(given: Partial<Claim> = {}): Claim {
  return buildClaim({ kind: 'direct', partnerId: null, partnerName: null, registrationId: null, opportunityId: nextId(), tier: null, certified: null, inTerritory: null, authorised: null, ...given })
}

export function onRecord(claim: Claim, kind: EvidenceOnRecord['kind'], happenedAt: string | null, receivedAt = '2026-11-20T09:00:00.000Z'): EvidenceOnRecord {
  return { claimId: claim.id, kind, happenedAt, receivedAt }
}

/** A case that is under review. */
export function buildCase(given: Partial<Case> & Pick<Case, 'claims'>): Case {
  const id = given.id ?? nextId()
  return {
    id, name: given.claims[0]?.company ?? '', customerKey: 'JP:北山食品', accountId: null, state: 'underReview', asked: [], decisions: [], appeals: [], openedAt: '2026-11-10T09:00:00.000Z', dueAt: null, finalAt: null,
    territoryId: null, ...stamps, ...given,
  }
}

export function buildEvidence(given: Partial<CaseEvidenceRow> & Pick<CaseEvidenceRow, 'caseId' | 'claimId'>): CaseEvidenceRow {
  const id = given.id ?? nextId()
  return { id, kind: 'meeting', text: '要件の打ち合わせ', identifier: null, saidBy: 'Aya', happenedAt: null, deviceAt: null, receivedAt: YESTERDAY, territoryId: null, ...stamps, ...given }
}

export function buildRules(given: Partial<RulesRow> = {}): RulesRow {
  const id = given.id ?? nextId()
  return { id, name: `Rules ${id.slice(-4)}`, state: 'draft', number: null, clauses: [...USUAL_CLAUSES], times: USUAL_TIMES, notes: null, publishedAt: null, publishedBy: null, replacedAt: null, ...stamps, ...given }
}
