import { z } from 'zod'
import { defineTable, integer, json, text } from '../foundation/table.ts'
import { partnerTypes } from '../partners/partner.ts'
import { applicationStatuses, declineReasons, recruitingSources } from './application.ts'

/** Somebody at the applicant; the first is who is written to. */
const personSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  email: z.string().max(254).nullable(),
  phone: z.string().max(60).nullable(),
  role: z.string().max(120).nullable(),
})
/** What was asked on the form, and what was answered. */
const answerSchema = z.strictObject({ question: z.string().max(500), answer: z.string().max(4000) })
const codes = z.array(z.string().min(1).max(60)).max(100)

/** A company that wants to become a partner, as it wrote to us. Whom it becomes is the partner that it points at. */
export const applications = defineTable(
  'applications',
  {
    status: text({ enum: applicationStatuses }).notNull(),
    source: text({ enum: recruitingSources }).notNull(),
    /** Empty once it was erased. */
    company: text().notNull(),
    /** The name in Latin script, where it is known. */
    companyEn: text(),
    corporateNumber: text(),
    website: text(),
    domain: text(),
    /** ISO 3166-1 alpha-2. */
    country: text(),
    /** ISO 3166-2. */
    region: text(),
    city: text(),
    postcode: text(),
    address: text(),
    employees: integer({ minimum: 0 }),
    /** What it wants to be. */
    partnerType: text({ enum: partnerTypes }),
    industries: json(codes).notNull(),
    /** BCP 47. */
    languages: json(codes).notNull(),
    /** Codes of the products that it wants to sell. */
    products: json(codes).notNull(),
    /** Who recommended it, in words. */
    referredBy: text(),
    persons: json(z.array(personSchema).max(50)).notNull(),
    answers: json(z.array(answerSchema).max(50)).notNull(),
    notes: text(),
    /** The profile that it is held against; null: whichever it fits best. */
    profileId: text(),
    receivedAt: text().notNull(),
    vetter: text(),
    vettingAt: text(),
    decidedBy: text(),
    decidedAt: text(),
    declineReason: text({ enum: declineReasons }),
    reasonForApplicant: text(),
    /** Never leaves the house. */
    reasonForHouse: text(),
    /** Whom it became. */
    partnerId: text(),
    /** Since it was declined: until when what is personal is kept. */
    retentionUntil: text(),
    erasedAt: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  {
    indexes: { byStatus: ['status'], byPartner: ['partnerId'], byProfile: ['profileId'], byRetention: ['retentionUntil'] },
    visibility: 'everyone',
    binding: true,
    personal: ['company', 'companyEn', 'corporateNumber', 'website', 'domain', 'region', 'city', 'postcode', 'address', 'employees', 'industries', 'languages', 'products', 'referredBy', 'persons', 'answers', 'notes', 'reasonForApplicant', 'reasonForHouse'],
    searched: ['company', 'companyEn', 'city', 'domain'],
  },
)
