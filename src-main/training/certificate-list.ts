import { dateText, dayNumber } from '#shared/foundation/instant.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { certificates } from '#shared/training/certificate.table.ts'
import { WARN_DAYS } from '#shared/training/training.ts'
import { certificateListFields } from '#shared/training/training.contract.ts'
import type { ListField, ListSource } from '../workspace/list-query.ts'

const ofPerson = (column: string): string => `(SELECT "${column}" FROM "partnerPeople" WHERE "partnerPeople"."id" = "certificates"."personId")`
const names = { person: ofPerson('name'), personStatus: ofPerson('status'), partnerId: ofPerson('partnerId'), course: '(SELECT "name" FROM "courses" WHERE "courses"."id" = "certificates"."courseId")' }
const textFields = new Set(['person', 'course', 'number'])

/** What is asked of a certificate besides its own columns; where it stands is of a day. @param today YYYY-MM-DD */
export function withState(today: string) {
  const state = `CASE WHEN "certificates"."revokedOn" IS NOT NULL THEN 'revoked' WHEN "certificates"."expiresOn" < '${today}' THEN 'expired' WHEN ${names.personStatus} = 'left' THEN 'left'
    WHEN "certificates"."expiresOn" < '${dateText(dayNumber(today) + WARN_DAYS)}' THEN 'expiring' ELSE 'valid' END`
  return { ...names, state }
}

export function certificateSource(today: string): ListSource {
  const extra = withState(today)
  return {
    table: certificates,
    fields: Object.fromEntries(certificateListFields.map((name): [string, ListField] => [name, { sql: name in extra ? extra[name as keyof typeof extra] : `"certificates"."${name}"`, kind: textFields.has(name) ? 'text' : 'exact' }])),
    hidden: VISIBLE,
    extra,
    defaultSort: '"certificates"."expiresOn" IS NULL, "certificates"."expiresOn", "certificates"."_row"',
  }
}
