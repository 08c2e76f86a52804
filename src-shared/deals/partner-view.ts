import type { RowOf } from '../foundation/table.ts'
import type { Finding } from './check-registration.ts'
import type { registrations } from './registration.table.ts'

type Registration = RowOf<typeof registrations>

/** What never leaves the house: why it was decided so, who reviews, who else is there. */
const HOUSE_ONLY = ['reasonForHouse', 'reviewer', 'decidedBy', 'overlaps', 'caseId', 'heldAt', 'accountId', 'opportunityId', 'territoryId', 'customerKey'] as const satisfies readonly (keyof Registration)[]
export type PartnersRegistration = Omit<Registration, (typeof HOUSE_ONLY)[number]> & { readonly held: boolean }

/** A registration as its partner may see it: its own words, where it stands, until when, and the reason that is meant for it. */
export function partnerView(registration: Registration): PartnersRegistration {
  const shown = Object.entries(registration).filter(([column]) => !(HOUSE_ONLY as readonly string[]).includes(column))
  const { asked, extension } = registration
  return {
    ...(Object.fromEntries(shown) as PartnersRegistration),
    asked: asked === null ? null : { ...asked, by: '' },
    extension: extension === null ? null : { ...extension, by: '' },
    held: registration.caseId !== null,
  }
}

/** Findings as the partner may read them: that another claim exists, and nothing of whose, since when, how many or how much (field.md B3, 16). */
export function partnerFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.map((finding) => (finding.check === 'overlap' && finding.state !== 'fine' ? { check: 'overlap', state: finding.state, fields: [], overlaps: [] } : finding))
}
