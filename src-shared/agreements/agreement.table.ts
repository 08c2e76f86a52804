import { z } from 'zod'
import { boolean, date, defineTable, integer, json, text } from '../foundation/table.ts'
import { partnerTypes } from '../partners/partner.ts'
import { acceptanceMeans, agreementKinds, agreementStates, versionStates } from './agreement.ts'

/** An agreement, whatever its versions say. */
export const agreements = defineTable(
  'agreements',
  {
    code: text().notNull(),
    name: text().notNull(),
    kind: text({ enum: agreementKinds }).notNull(),
    /** Whom it is for: countries (ISO 3166-1 alpha-2) and types of partners; empty: any. */
    countries: json(z.array(z.string().length(2)).max(300)).notNull(),
    partnerTypes: json(z.array(z.enum(partnerTypes)).max(partnerTypes.length)).notNull(),
    state: text({ enum: agreementStates }).notNull(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byCode: ['code'], byState: ['state'] }, visibility: 'everyone' },
)

/** A text in one language; `hash` is of title and text (hash-text.ts). */
const languageTextSchema = z.strictObject({ language: z.string().min(2).max(35), title: z.string().trim().min(1).max(300), text: z.string().trim().min(1).max(200_000), hash: z.string().length(64) })
export type LanguageText = z.infer<typeof languageTextSchema>

export const agreementVersions = defineTable(
  'agreementVersions',
  {
    agreementId: text().notNull(),
    /** Counts from 1. */
    version: integer({ minimum: 1 }).notNull(),
    state: text({ enum: versionStates }).notNull(),
    texts: json(z.array(languageTextSchema).max(40)).notNull(),
    /** Whoever accepted an earlier version has to accept this one as well. */
    acceptAgain: boolean().notNull(),
    /** From which day it counts. */
    effectiveOn: date(),
    note: text(),
    publishedByName: text(),
    publishedAt: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byAgreement: ['agreementId'] }, visibility: 'everyone', binding: true },
)

/** That a partner accepted exactly this text: version, language, hash. On record; a mistake is voided, not removed. */
export const acceptances = defineTable(
  'acceptances',
  {
    partnerId: text().notNull(),
    agreementId: text().notNull(),
    versionId: text().notNull(),
    version: integer({ minimum: 1 }).notNull(),
    language: text().notNull(),
    textHash: text().notNull(),
    /** Who accepted it for the partner; the name as it was then. */
    personId: text(),
    personName: text().notNull(),
    acceptedOn: date().notNull(),
    means: text({ enum: acceptanceMeans }).notNull(),
    /** Where the proof is. */
    proof: text(),
    recordedByName: text().notNull(),
    recordedAt: text().notNull(),
    voidedAt: text(),
    voidedReason: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byPartner: ['partnerId'], byVersion: ['versionId'], byAgreement: ['agreementId'], byPerson: ['personId'] }, visibility: 'everyone', onRecord: true },
)
