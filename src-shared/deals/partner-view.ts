import type { RowOf } from '../foundation/table.ts'
import type { Finding } from './check-registration.ts'
import { claimFields } from './registration.ts'
import type { registrations } from './registration.table.ts'

type Registration = RowOf<typeof registrations>

/** All of a registration that its partner may see: its own words, where it stands, until when, and the reason that is meant for it. Whatever else a registration comes to hold stays in the house. */
export const partnersColumns = [
  'id', 'partnerId', 'status', ...claimFields, 'deviceAt', 'receivedAt', 'completeDeviceAt', 'completeAt', 'submittedAt', 'resubmissionsLeft', 'reviewDueAt', 'answerDueAt', 'reasonForPartner', 'decidedAt',
  'approved', 'attribution', 'protectedFrom', 'protectedUntil', 'timeZone', 'clockFrom', 'extensions', 'quoteSentAt', 'endedAt', 'endReason', 'priceLockedUntil', 'incumbentUntil', 'createdAt',
] as const satisfies readonly (keyof Registration)[]

export interface PartnersRegistration extends Pick<Registration, (typeof partnersColumns)[number]> {
  /** What the review asked for, and the longer window that was asked for: without who in the house did. */
  readonly asked: Omit<NonNullable<Registration['asked']>, 'by'> | null
  readonly extension: Omit<NonNullable<Registration['extension']>, 'by'> | null
  /** A conflict case holds it. */
  readonly held: boolean
}

export function partnerView(registration: Registration): PartnersRegistration {
  const shown = Object.fromEntries(partnersColumns.map((column) => [column, registration[column]])) as Pick<Registration, (typeof partnersColumns)[number]>
  const { asked, extension, caseId } = registration
  return {
    ...shown,
    asked: asked === null ? null : { fields: asked.fields, note: asked.note, at: asked.at },
    extension: extension === null ? null : { days: extension.days, reason: extension.reason, at: extension.at },
    held: caseId !== null,
  }
}

/** Findings as the partner may read them: that another claim exists, and nothing of whose, since when, how many or how much (field.md B3, 16). */
export function partnerFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.map(({ check, state, fields, overlaps }) => ({ check, state, fields, overlaps: check === 'overlap' && state !== 'fine' ? [] : overlaps }))
}
