import { careListFields } from '#shared/care/care.contract.ts'
import { VISIBLE } from '#shared/journal/visible.ts'
import { partners } from '#shared/partners/partner.table.ts'
import type { ListField, ListSource } from '../workspace/list-query.ts'

const ofCare = (column: string): string => `(SELECT "${column}" FROM "partnerCare" WHERE "partnerCare"."partnerId" = "partners"."id")`
const textFields = new Set(['name', 'code', 'pausedReason'])
const numberFields = new Set(['everyDays', 'openSteps'])

/** How a partner stands, as `careState` has it. @param today YYYY-MM-DD */
const stateOn = (today: string): string => `CASE WHEN "partners"."status" <> 'active' THEN 'resting'
  ELSE coalesce((SELECT CASE WHEN "pausedReason" IS NOT NULL AND ("pausedUntil" IS NULL OR "pausedUntil" > '${today}') THEN 'paused' WHEN "lastOn" IS NULL THEN 'first' WHEN "dueOn" IS NULL THEN 'away' WHEN "dueOn" < '${today}' THEN 'overdue' WHEN "dueOn" = '${today}' THEN 'due' ELSE 'ahead' END
    FROM "partnerCare" WHERE "partnerCare"."partnerId" = "partners"."id"), 'first') END`

export function careSource(today: string): ListSource {
  const extra = {
    careState: stateOn(today), dueOn: ofCare('dueOn'), lastHeldOn: ofCare('lastHeldOn'), mood: ofCare('mood'), everyDays: ofCare('everyDays'), pausedReason: ofCare('pausedReason'),
    planState: `(SELECT "state" FROM "jointPlans" WHERE "jointPlans"."partnerId" = "partners"."id" AND ${VISIBLE} ORDER BY "version" DESC LIMIT 1)`,
    openSteps: `(SELECT count(*) FROM "checkIns" WHERE "checkIns"."partnerId" = "partners"."id" AND "nextStep" IS NOT NULL AND "nextStepDoneOn" IS NULL AND "voidedAt" IS NULL AND ${VISIBLE})`,
  }
  return {
    table: partners,
    fields: Object.fromEntries(careListFields.map((name): [string, ListField] => [name, { sql: name in extra ? extra[name as keyof typeof extra] : `"partners"."${name}"`, kind: numberFields.has(name) ? 'number' : textFields.has(name) ? 'text' : 'exact' }])),
    hidden: VISIBLE,
    extra,
    defaultSort: `"partners"."name" COLLATE NOCASE, "partners"."_row"`,
  }
}
