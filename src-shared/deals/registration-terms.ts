import { z } from 'zod'
import { partnerTiers } from '../partners/partner.ts'
import { requirableFields } from './registration.ts'

const days = (minimum: number, maximum = 3650): z.ZodInt => z.int().min(minimum).max(maximum)

/** What is approved without a person: no finding speaks against it, and every clause holds. `upTo`: minor units of `currency`. */
const autoApprovalSchema = z.strictObject({
  upTo: z.int().min(0),
  currency: z.string().length(3),
  /** Tiers of the partner; empty: any. */
  tiers: z.array(z.enum(partnerTiers)).max(partnerTiers.length),
  /** Only for customers that are accounts already. */
  knownCustomersOnly: z.boolean(),
})

/** What is promised to whoever registers; days are days of the partner's own clocks, `reviewMinutes` working minutes of the deal desk. */
export const registrationTermsSchema = z.strictObject({
  windowDays: days(1),
  /** Longest extension, and how many there may be. */
  extensionDays: days(0),
  extensions: days(0, 20),
  /** How long after the end an extension may still be asked for. */
  lateDays: days(0, 365),
  reviewMinutes: z.int().min(1).max(525_600),
  /** Whose working time that is: public holidays (`US`, `DE-BY`) and IANA zone. */
  calendar: z.string().max(12),
  timeZone: z.string().max(60),
  needs: z.array(z.enum(requirableFields)).max(requirableFields.length),
  answerDays: days(1, 365),
  resubmissions: days(0, 20),
  /** Growth or shrinkage of the amount, in percent, that is no matter of detail. */
  amountTolerance: z.int().min(0).max(1000),
  /** Days before the end on which the partner is reminded. */
  reminderDays: z.array(days(1, 365)).max(6),
  /** Nothing heard for so many days releases the deal; null: never. */
  staleDays: days(1).nullable(),
  /** For so long after its end the same partner's next claim of the same business goes on with the first's time. */
  coolDownDays: days(0, 365),
  /** How long after a deal was won the partner is the incumbent. */
  incumbencyDays: days(0),
  /** In percent of the customer's price, on top of the tier's, while the registration stands. Promises from before it was one have none. */
  registeredMargin: z.int().min(0).max(100).optional(),
  autoApproval: autoApprovalSchema.nullable(),
})
export type RegistrationTerms = z.infer<typeof registrationTermsSchema>

/** Terms as they were when a registration was submitted: it stands on them whatever becomes of the policy. */
export const frozenTermsSchema = registrationTermsSchema.extend({ policyId: z.string().nullable(), policy: z.string().nullable(), policyRev: z.int().nullable() })
export type FrozenTerms = z.infer<typeof frozenTermsSchema>
