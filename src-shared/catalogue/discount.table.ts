import { z } from 'zod'
import { boolean, date, decimal, defineTable, integer, json, text } from '../foundation/table.ts'
import { partnerTiers } from '../partners/partner.ts'
import { specialPriceStates } from './special-price.ts'

/** Offers to customers, taken in the order of `place`: see quotes/stack-offers.ts. Leads' offers are another thing, hence the name. */
export const promotions = defineTable(
  'promotions',
  {
    code: text().notNull(),
    name: text().notNull(),
    place: integer({ minimum: 0, maximum: 10_000 }).notNull(),
    /** Product codes; null: every product. */
    products: json(z.array(z.string().min(1).max(60)).min(1).max(500)),
    minimumQuantity: decimal().notNull(),
    /** One of both: percent of what is left, or an amount of the currency off the line. */
    percent: decimal(),
    amount: decimal(),
    currency: text(),
    standsAlone: boolean().notNull(),
    validFrom: date().notNull(),
    validTo: date(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byCode: ['code'] }, visibility: 'everyone' },
)

/** What partners of a tier buy below the customer's price: see quotes/find-partner-discount.ts. */
export const partnerDiscounts = defineTable(
  'partnerDiscounts',
  {
    tier: text({ enum: partnerTiers }).notNull(),
    /** A product's code; null: every product that has none of its own. */
    product: text(),
    percent: decimal().notNull(),
    validFrom: date().notNull(),
    validTo: date(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byTier: ['tier'] }, visibility: 'everyone' },
)

/** A price that somebody asked for and somebody grants, for one customer and product: see quotes/find-special-price.ts. */
export const specialPrices = defineTable(
  'specialPrices',
  {
    code: text().notNull(),
    state: text({ enum: specialPriceStates }).notNull(),
    accountId: text().notNull(),
    /** Null: whichever partner sells. */
    partnerId: text(),
    product: text().notNull(),
    currency: text().notNull(),
    unitPrice: decimal().notNull(),
    /** How much may be sold at it, and how much was ordered; null: any quantity. */
    maximumQuantity: decimal(),
    soldQuantity: decimal().notNull(),
    stacks: boolean().notNull(),
    validFrom: date().notNull(),
    validTo: date(),
    reason: text().notNull(),
    requestedBy: text().notNull(),
    decidedBy: text(),
    decidedAt: text(),
    decisionNote: text(),
    /** The account's. */
    territoryId: text(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byAccount: ['accountId'], byState: ['state'], byTerritory: ['territoryId'] }, visibility: 'territory' },
)

/** One unit of `from` is so many of `to`, fixed on a day: see quotes/exchange-amount.ts. */
export const exchangeRates = defineTable(
  'exchangeRates',
  {
    from: text().notNull(),
    to: text().notNull(),
    rate: decimal().notNull(),
    date: date().notNull(),
    importId: text(),
    createdAt: text().notNull(),
    updatedAt: text().notNull(),
  },
  { indexes: { byPair: ['from', 'to'] }, visibility: 'everyone' },
)
