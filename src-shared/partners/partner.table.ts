import { z } from 'zod'
import { defineTable, json, integer, real, text } from '../foundation/table.ts'
import { absenceSchema, certificationSchema, contactSchema, partnerStatuses, partnerTiers, partnerTypes } from './partner.ts'

const codes = z.array(z.string().min(1).max(60)).max(500)

export const partners = defineTable(
  'partners',
  {
    /** The short, unique name people type and files refer to. */
    code: text().notNull(),
    name: text().notNull(),
    type: text({ enum: partnerTypes }).notNull(),
    tier: text({ enum: partnerTiers }).notNull(),
    status: text({ enum: partnerStatuses }).notNull(),
    /** ISO 3166-1 alpha-2 of the head office. */
    country: text().notNull(),
    /** ISO 3166-2. */
    region: text(),
    city: text(),
    latitude: real(),
    longitude: real(),
    domain: text(),
    /** Countries (`GT`) and regions (`JP-13`) the partner may serve; empty means anywhere. */
    regions: json(codes).notNull(),
    /** BCP 47. */
    languages: json(codes).notNull(),
    /** Product codes the partner is authorised to sell; empty means none. */
    products: json(codes).notNull(),
    /** Industry keys the partner has succeeded in: used by best fit. */
    industries: json(codes).notNull(),
    certifications: json(z.array(certificationSchema).max(200)).notNull(),
    /** The most open leads the partner may hold; null means no limit. */
    capacity: integer(),
    /** IANA zone of the working calendar. */
    timeZone: text().notNull(),
    /** Whose public holidays count: ISO 3166-1, optionally with a region (`MX`, `DE-BY`). */
    calendar: text().notNull(),
    absences: json(z.array(absenceSchema).max(200)).notNull(),
    contacts: json(z.array(contactSchema).max(200)).notNull(),
    notes: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  {
    indexes: { byCode: ['code'], byStatus: ['status'], byName: ['name'] },
    visibility: 'everyone',
    searched: ['code', 'name', 'city', 'domain'],
  },
)
