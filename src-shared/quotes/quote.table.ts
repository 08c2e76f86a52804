import { z } from 'zod'
import { decimalText } from '../foundation/column.ts'
import { roundingModes } from '../foundation/integer.ts'
import { boolean, date, decimal, defineTable, integer, json, text } from '../foundation/table.ts'
import { partnerTiers, partnerTypes } from '../partners/partner.ts'
import { lineTermsSchema } from './line-terms-schema.ts'
import { roundingScopes, taxModes } from './quote-to-price.ts'
import { audiences, quoteLanguages, quoteStatuses } from './quote.ts'

/** The partner's registration of the deal as it stood when the quote was priced. */
export const registrationSchema = z.strictObject({ code: z.string().max(60), products: z.array(z.string()).max(500).nullable(), percent: decimalText, from: z.iso.date(), to: z.iso.date().nullable() })

/** One revision of a quote. Revisions have one `rootId`, the id of the first. */
export const quotes = defineTable(
  'quotes',
  {
    name: text().notNull(),
    accountId: text().notNull(),
    contactId: text(),
    opportunityId: text(),
    /** Whoever sells; null: sold directly. */
    partnerId: text(),
    /** The opportunity's, else the account's. */
    territoryId: text(),
    rootId: text().notNull(),
    revision: integer({ minimum: 1 }).notNull(),
    revisionOf: text(),
    /** The one quote that stands for its opportunity; with its latest revision. */
    primary: boolean().notNull(),
    /** Made of the id on whichever desk began it; the number comes from the central API and is the same for all revisions. */
    provisionalNumber: text().notNull(),
    number: text(),
    status: text({ enum: quoteStatuses }).notNull(),
    audience: text({ enum: audiences }).notNull(),
    currency: text().notNull(),
    taxMode: text({ enum: taxModes }).notNull(),
    roundingScope: text({ enum: roundingScopes }).notNull(),
    roundingMode: text({ enum: roundingModes }).notNull(),
    /** Where the buyer is, and who sells. */
    country: text().notNull(),
    region: text(),
    sellerCountry: text().notNull(),
    sellerNumber: text(),
    buyerNumber: text(),
    /** The last day of the buyer's resale certificate. */
    resaleCertificateTo: date(),
    /** Of state and place, in percent, where the country has no rate of its own. */
    localTaxRate: decimal(),
    /** The partner's when the quote was priced. */
    partnerType: text({ enum: partnerTypes }),
    partnerTier: text({ enum: partnerTiers }),
    distributorPercent: decimal().notNull(),
    /** The registration it is for, and that as it stood when the quote was priced; null where it did not stand. */
    registrationId: text(),
    registration: json(registrationSchema),
    /** The day whose prices, offers, rates and taxes it has. */
    pricedOn: date().notNull(),
    language: text({ enum: quoteLanguages }).notNull(),
    /** It ends with this day, at midnight in the customer's zone. */
    validUntil: date().notNull(),
    timeZone: text().notNull(),
    /** Off the whole quote, in its currency. */
    discountAmount: decimal().notNull(),
    notes: text(),
    /** Of what was approved, and of what was sent: see hash-content.ts. */
    approvedHash: text(),
    contentHash: text(),
    sentAt: text(),
    acceptedAt: text(),
    /** Who accepted for the customer, as they gave their name. */
    acceptedBy: text(),
    declinedAt: text(),
    declineReason: text(),
    orderedAt: text(),
    orderNumber: text(),
    /** What the lines come to, in minor units, and the vendor's margin in hundredths of a percent; null where it is not known. */
    lineCount: integer({ minimum: 0 }).notNull(),
    net: integer().notNull(),
    tax: integer().notNull(),
    gross: integer().notNull(),
    margin: integer(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  {
    indexes: {
      byAccount: ['accountId'], byOpportunity: ['opportunityId'], byPartner: ['partnerId'], byRoot: ['rootId', 'revision'], byStatus: ['status', 'validUntil'],
      byNumber: ['number'], byContact: ['contactId'], byTerritory: ['territoryId'], byRegistration: ['registrationId', 'status'],
    },
    visibility: 'territory',
    derived: ['lineCount', 'net', 'tax', 'gross', 'margin'],
    searched: ['name', 'number', 'provisionalNumber'],
  },
)

/** A line of one revision. Rows, not a JSON value of the quote: see decision 26. */
export const quoteLines = defineTable(
  'quoteLines',
  {
    quoteId: text().notNull(),
    /** Where it stands among the quote's lines; equal ones by id. See place-lines.ts. */
    place: integer().notNull(),
    /** The bundle that it was chosen for. */
    parentId: text(),
    /** The heading that it stands under. */
    groupName: text(),
    /** Null: a custom item. */
    productId: text(),
    code: text(),
    /** In the quote's language. */
    name: text().notNull(),
    unit: text(),
    quantity: decimal().notNull(),
    /** What the seller gives on top. */
    discountPercent: decimal().notNull(),
    /** First and last day of what is sold for a term. */
    termFrom: date(),
    termTo: date(),
    notes: text(),
    terms: json(lineTermsSchema).notNull(),
    /** The list price that the desk showed when the line was made, where the central API found another. */
    seenUnitPrice: decimal(),
    /** The quote's. */
    territoryId: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byQuote: ['quoteId', 'place'], byProduct: ['productId'], byTerritory: ['territoryId'] }, visibility: 'territory' },
)

/** One row for the company: the last number that was given to a quote. */
export const quoteSequence = defineTable('quoteSequence', { last: integer({ minimum: 0 }).notNull() }, { indexes: {}, visibility: 'everyone' })

/** The same everywhere, so that there is one. */
export const SEQUENCE_ID = '71756f74-6573-8000-8000-6e756d626572'
