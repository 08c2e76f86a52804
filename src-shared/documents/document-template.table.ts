import { z } from 'zod'
import { boolean, defineTable, integer, json, text } from '../foundation/table.ts'
import { locales } from '../locales/locale.ts'
import { documentKinds } from './document.ts'

const countries = z.array(z.string().regex(/^[A-Z]{2}$/)).max(250)

/** How the company's documents of a kind and a language look and begin and end. Of several the one that is preferred. */
export const documentTemplates = defineTable(
  'documentTemplates',
  {
    name: text().notNull(),
    kind: text({ enum: documentKinds }).notNull(),
    language: text({ enum: locales }).notNull(),
    preferred: boolean().notNull(),
    /** Null: the words that the kind has anyway. */
    title: text(),
    /** `#rrggbb`. */
    accent: text().notNull(),
    /** Who sells, name first, line by line. */
    sender: text().notNull(),
    /** Of `documentLogos`; null: none. */
    logoId: text(),
    /** May name what `placeholders.ts` lists. */
    opening: text(),
    closing: text(),
    footer: text(),
    /** Years of the Japanese eras, and a space for the seal. */
    era: boolean().notNull(),
    seal: boolean().notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byKind: ['kind', 'language'] }, visibility: 'everyone' },
)

/** The company's own terms, each with where it applies. */
export const documentClauses = defineTable(
  'documentClauses',
  {
    heading: text().notNull(),
    text: text().notNull(),
    language: text({ enum: locales }).notNull(),
    kinds: json(z.array(z.enum(documentKinds)).max(documentKinds.length)).notNull(),
    countries: json(countries).notNull(),
    exceptCountries: json(countries).notNull(),
    place: integer({ minimum: 0, maximum: 10_000 }).notNull(),
    enabled: boolean().notNull(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byLanguage: ['language', 'place'] }, visibility: 'everyone' },
)
