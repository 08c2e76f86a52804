import { z } from 'zod'
import { CALENDAR_CODE } from '../calendars/calendar.table.ts'
import { registrationClocks, standings } from './clause.ts'

const days = z.int().min(0).max(3_650)
const percent = z.int().min(0).max(100)
/** Working minutes; a year's at most. */
const minutes = z.int().min(1).max(525_600)

/** See `Clause`. */
export const clauseSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('eligibility'), activePartner: z.boolean(), authorised: z.boolean(), complete: z.boolean() }),
  z.strictObject({ kind: z.literal('directList'), customers: z.array(z.string().trim().min(1).max(200)).max(5_000).readonly() }),
  z.strictObject({ kind: z.literal('directEngaged'), days }),
  z.strictObject({ kind: z.literal('customerChoice') }),
  z.strictObject({ kind: z.literal('incumbency'), renewalsOnly: z.boolean() }),
  z.strictObject({ kind: z.literal('firstToRegister'), clock: z.enum(registrationClocks), lookBackDays: days.nullable(), tieMinutes: z.int().min(0).max(44_640) }),
  z.strictObject({ kind: z.literal('engagementDepth'), lead: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('standing'), by: z.enum(standings) }),
  z.strictObject({ kind: z.literal('teaming'), partnerShare: percent }),
  z.strictObject({ kind: z.literal('split') }),
  z.strictObject({ kind: z.literal('distributor'), share: percent }),
  z.strictObject({ kind: z.literal('secondBenefit'), percent }),
])

export const clausesSchema = z.array(clauseSchema).max(40)
export const caseTimesSchema = z.strictObject({ triage: minutes, evidence: minutes, decision: minutes, appeal: minutes, calendar: z.string().regex(CALENDAR_CODE), timeZone: z.string().min(1).max(60) })
