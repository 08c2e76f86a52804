import { z } from 'zod'
import { mediaTypes } from '../attachments/kept-file.ts'
import { boolean, date, defineTable, integer, json, text } from '../foundation/table.ts'
import { partnerTiers, partnerTypes } from '../partners/partner.ts'
import { placeSchema, textSchema } from './material-schema.ts'
import { materialKinds, materialStates } from './material.ts'

/** A piece of local material: what it says in each language, and for which partners it is. An empty list asks nothing. */
export const materials = defineTable(
  'materials',
  {
    kind: text({ enum: materialKinds }).notNull(),
    state: text({ enum: materialStates }).notNull(),
    en: json(textSchema),
    ja: json(textSchema),
    es: json(textSchema),
    places: json(z.array(placeSchema).max(300)).notNull(),
    /** For partners that are given leads in this territory or one below it. */
    territoryId: text(),
    partnerTypes: json(z.array(z.enum(partnerTypes)).max(partnerTypes.length)).notNull(),
    tiers: json(z.array(z.enum(partnerTiers)).max(partnerTiers.length)).notNull(),
    /** Product codes, of which the partner is authorised for one at least. */
    products: json(z.array(z.string().min(1).max(60)).max(200)).notNull(),
    /** Days of the partner's own calendar, both included; null: no limit on that side. */
    validFrom: date(),
    validTo: date(),
    /** Stands before the others of its kind. */
    pinned: boolean().notNull(),
    /** Lower comes first. */
    place: integer({ minimum: 0, maximum: 9999 }).notNull(),
    /** Titles, questions and phases of all languages, by which it is found. */
    headings: text().notNull(),
    publishedAt: text(),
    publishedByName: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byState: ['state'], byTerritory: ['territoryId'] }, visibility: 'everyone', searched: ['headings'] },
)

/** What files hold. One row for each content, its id made of its SHA-256; texts that give the same file share it. */
export const materialFiles = defineTable(
  'materialFiles',
  {
    mediaType: text({ enum: mediaTypes }).notNull(),
    /** In bytes. */
    size: integer({ minimum: 1 }).notNull(),
    sha256: text().notNull(),
    /** Base64. */
    content: text().notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: {}, visibility: 'everyone', lasting: true },
)
