import { z } from 'zod'
import { boolean, date, defineTable, integer, json, text } from '../foundation/table.ts'
import { attributions, claimFields, endReasons, registrationKinds, registrationStatuses } from './registration.ts'
import { frozenTermsSchema } from './registration-terms.ts'

const productCodes = z.array(z.string().min(1).max(60)).max(50)

/** What the review asked for: the fields that are open meanwhile, and in words why. */
export const askedSchema = z.strictObject({ fields: z.array(z.enum(claimFields)).min(1), note: z.string(), by: z.string(), at: z.iso.datetime() })

export const extensionSchema = z.strictObject({ days: z.int().min(1), reason: z.string(), by: z.string(), at: z.iso.datetime() })

/** What was approved; protection covers this and nothing else. */
export const approvedFactsSchema = z.strictObject({
  company: z.string(), corporateNumber: z.string().nullable(), country: z.string().nullable(), project: z.string().nullable(), fiscalYear: z.string().nullable(),
  products: productCodes, amount: z.int().nullable(), currency: z.string().nullable(),
})
export type ApprovedFacts = z.infer<typeof approvedFactsSchema>

/** A deal that a partner claims, as it was written; what it became is the account and the opportunity it points at. */
export const registrations = defineTable(
  'registrations',
  {
    partnerId: text().notNull(),
    status: text({ enum: registrationStatuses }).notNull(),
    kind: text({ enum: registrationKinds }).notNull(),
    company: text().notNull(),
    companyEn: text(),
    corporateNumber: text(),
    website: text(),
    domain: text(),
    /** ISO 3166-1 alpha-2. */
    country: text(),
    city: text(),
    postcode: text(),
    address: text(),
    contactName: text(),
    contactEmail: text(),
    /** Which business with the customer: the project or site, and the fiscal year. Another one is another deal. */
    project: text(),
    fiscalYear: text(),
    products: json(productCodes).notNull(),
    /** Minor units of the currency (ISO 4217), without which there is no amount. */
    amount: integer({ minimum: 0 }),
    currency: text(),
    expectedCloseOn: date(),
    notes: text(),
    /** As of accounts and leads: see leads/duplicate-key.ts. */
    customerKey: text().notNull(),
    accountId: text(),
    opportunityId: text(),
    /** The account's. */
    territoryId: text(),
    /** Null as long as it was never submitted. */
    terms: json(frozenTermsSchema),
    /** The first submission: when the device says it was made, and when it was received. The clock of whoever decides: the server's, where there is one. */
    deviceAt: text(),
    receivedAt: text(),
    /** The same of the first submission that lacked nothing. */
    completeDeviceAt: text(),
    completeAt: text(),
    /** The latest submission, and how many may still follow. */
    submittedAt: text(),
    resubmissionsLeft: integer({ minimum: 0 }),
    /** Claims and business with the same customer that were known at the latest submission. */
    overlaps: integer({ minimum: 0 }).notNull(),
    reviewer: text(),
    reviewDueAt: text(),
    reviewMissed: boolean().notNull(),
    asked: json(askedSchema),
    answerDueAt: text(),
    reasonForPartner: text(),
    /** Never leaves the house. */
    reasonForHouse: text(),
    decidedBy: text(),
    decidedAt: text(),
    approved: json(approvedFactsSchema),
    attribution: text({ enum: attributions }),
    /** The window of exclusivity; the end is the midnight that ends its last day in `timeZone`, the partner's. */
    protectedFrom: text(),
    protectedUntil: text(),
    timeZone: text(),
    /** Since when the window counts where it goes on with an earlier claim's. */
    clockFrom: text(),
    /** How many of the reminders were said, and how many extensions granted. */
    reminded: integer({ minimum: 0 }).notNull(),
    extensions: integer({ minimum: 0 }).notNull(),
    /** An extension that was asked for and not yet decided. */
    extension: json(extensionSchema),
    /** A quote is with the customer. */
    quoteSentAt: text(),
    /** The conflict case that holds it, and since when. */
    caseId: text(),
    heldAt: text(),
    /** When something was last heard of the deal. */
    activeAt: text(),
    /** When something of it is due next: a decision, an answer, a reminder, the end. See registration-steps.ts. */
    actAt: text(),
    endedAt: text(),
    endReason: text({ enum: endReasons }),
    /** What outlasts a deal that was won. */
    priceLockedUntil: text(),
    incumbentUntil: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  {
    indexes: { byPartner: ['partnerId', 'status'], byStatus: ['status'], byCustomer: ['customerKey'], byAccount: ['accountId'], byOpportunity: ['opportunityId'], byCase: ['caseId'], byTerritory: ['territoryId'], byAct: ['actAt'] },
    visibility: 'territory',
    derived: ['actAt'],
    searched: ['company', 'companyEn', 'project', 'domain'],
  },
)
