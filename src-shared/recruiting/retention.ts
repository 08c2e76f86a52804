import { instantOf, instantText } from '../foundation/instant.ts'
import type { RowOf } from '../foundation/table.ts'
import type { applications } from './application.table.ts'

type Application = RowOf<typeof applications>

const DAY_MS = 86_400_000

/** How long what a declined applicant wrote is kept where nobody says otherwise: long enough for an objection, no longer. */
export const USUAL_RETENTION_DAYS = 180

export function retentionEnd(now: string, days: number): string {
  return instantText(instantOf(now) + days * DAY_MS)
}

/** What is left of an application of which everything personal is gone: how it came, from which country, and how it ended. */
export function erased(now: string): Partial<Application> {
  return {
    company: '', companyEn: null, corporateNumber: null, website: null, domain: null, region: null, city: null, postcode: null, address: null, employees: null,
    industries: [], languages: [], products: [], referredBy: null, persons: [], answers: [], notes: null, reasonForApplicant: null, reasonForHouse: null, retentionUntil: null, erasedAt: now,
  }
}
