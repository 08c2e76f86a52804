import { duplicateKey } from '#shared/leads/duplicate-key.ts'
import type { leads } from '#shared/leads/lead.table.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { nextId } from './sequential-id.ts'

export type Lead = RowOf<typeof leads>

export const YESTERDAY = '2026-11-21T09:00:00.000Z'

/** A new lead of a Japanese company, complete but for what its case is about. */
export function buildLead(given: Partial<Lead> = {}): Lead {
  const id = given.id ?? nextId()
  const company = given.company ?? `取引先 ${id.slice(-4)} 株式会社`
  const country = given.country === undefined ? 'JP' : given.country
  return {
    id, company, companyEn: null, companyKana: null, corporateNumber: null, website: null, domain: null, country, region: null, city: null,
    postcode: null, address: null, latitude: null, longitude: null, industry: null, employees: null, product: null, source: null, language: null,
    contactName: null, contactEmail: null, contactPhone: null, notes: null, stage: 'new', score: null, scoringId: null, qualifies: null, scoreGivenAt: null, scoreReason: null, arrivedAt: YESTERDAY,
    duplicateKey: duplicateKey(company, country, given.corporateNumber ?? null), mergedInto: null, territoryId: null, partnerId: null, ruleId: null,
    assignmentOrigin: null, manualReason: null, manualUntil: null, pinReason: null, decisionId: null, runId: null, assignedAt: null,
    openedAt: null, acceptedAt: null, firstTouchAt: null, lastTouchAt: null, pauses: null, dueKind: null, dueFrom: null, dueAt: null,
    duePolicyId: null, dueStep: null, actAt: null, endReason: null, lostReason: null, recycledAt: null,
    accountId: null, opportunityId: null, convertedAt: null, convertedBy: null, declinedBy: [],
    importId: null, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1, ...given,
  }
}
