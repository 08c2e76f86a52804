import { z } from 'zod'
import { goalMeasures } from './care.ts'

const amounts = z.array(z.strictObject({ currency: z.string().max(3), amount: z.int() })).max(60)

/** What a review shows of a partner and a quarter. Amounts are minor units. */
export const reviewFiguresSchema = z.strictObject({
  /** When they were reckoned. */
  at: z.string(),
  leadsAccepted: z.int().min(0),
  registrations: z.int().min(0),
  wonDeals: z.int().min(0),
  won: amounts,
  openDeals: z.int().min(0),
  open: amounts,
  checkIns: z.int().min(0),
  /** Of the plan that is active: what was to be reached, and what was; null: nobody can count it. */
  goals: z.array(z.strictObject({ title: z.string().max(300), measure: z.enum(goalMeasures), target: z.int().nullable(), dueOn: z.iso.date(), reached: z.int().nullable() })).max(40),
  /** Certificates that end within the next quarter. */
  certificates: z.array(z.strictObject({ person: z.string().max(200), course: z.string().max(300), expiresOn: z.iso.date() })).max(200),
  openTasks: z.int().min(0),
  /** Agreements that the partner has still to accept, or to accept again. */
  agreements: z.array(z.string().max(300)).max(100),
})
export type ReviewFigures = z.infer<typeof reviewFiguresSchema>
