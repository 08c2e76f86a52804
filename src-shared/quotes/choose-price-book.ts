import type { Decimal } from '../foundation/decimal.ts'
import type { PartnerType } from '../partners/partner.ts'
import type { VolumeTiers } from './discount-volume.ts'
import { standingOn, type Validity } from './validity.ts'

/** The price of one unit of a product. */
export interface PriceBookEntry {
  readonly product: string
  readonly unitPrice: Decimal
  /** For how many months the price is, where the product is sold by time. */
  readonly months: number | null
  readonly tiers: VolumeTiers | null
}

export interface PriceBook extends Validity {
  readonly code: string
  readonly currency: string
  /** Countries and regions of ISO 3166 (`GB`, `GB-ENG`); none: everywhere. */
  readonly regions: readonly string[]
  /** None: partners of every type. */
  readonly partnerTypes: readonly PartnerType[]
  readonly entries: readonly PriceBookEntry[]
}

export interface PriceAsked {
  readonly product: string
  readonly currency: string
  readonly country: string
  readonly region: string | null
  /** Null where no partner sells: books for some types of partners do not apply then. */
  readonly partnerType: PartnerType | null
  readonly date: string
}

export interface PriceBookChoice {
  /** Null: no book has a price. */
  readonly chosen: { readonly book: string; readonly entry: PriceBookEntry } | null
  /** The other books by code, and what first speaks against each. */
  readonly passedOver: readonly { readonly book: string; readonly because: BookPassedOver }[]
}

export type BookPassedOver = 'otherCurrency' | 'notYet' | 'ended' | 'otherRegion' | 'otherPartnerType' | 'notListed' | 'lessSpecific'

/**
 * The price book that applies: one for the region before one for the country before one for everywhere; then one for the partner's type
 * before one for all; then the one that began last; then the lower code.
 */
export function choosePriceBook(books: readonly PriceBook[], asked: PriceAsked): PriceBookChoice {
  const judged = books.toSorted((one, other) => (one.code < other.code ? -1 : 1)).map((book) => ({ book, because: speaksAgainst(book, asked) }))
  const [best] = judged
    .flatMap(({ book, because }) => (because === null ? [book] : []))
    .sort((one, other) => nearness(other, asked) - nearness(one, asked) || other.from.localeCompare(one.from))
  const entry = best === undefined ? undefined : entryOf(best, asked)
  return {
    chosen: best === undefined || entry === undefined ? null : { book: best.code, entry },
    passedOver: judged.flatMap(({ book, because }) => (book === best ? [] : [{ book: book.code, because: because ?? 'lessSpecific' }])),
  }
}

function speaksAgainst(book: PriceBook, asked: PriceAsked): BookPassedOver | null {
  if (book.currency !== asked.currency) return 'otherCurrency'
  const standing = standingOn(asked.date, book)
  if (standing !== 'valid') return standing
  if (book.regions.length > 0 && !book.regions.includes(asked.country) && !namesRegion(book, asked)) return 'otherRegion'
  if (book.partnerTypes.length > 0 && !book.partnerTypes.some((type) => type === asked.partnerType)) return 'otherPartnerType'
  return entryOf(book, asked) === undefined ? 'notListed' : null
}

function nearness(book: PriceBook, asked: PriceAsked): number {
  const region = namesRegion(book, asked) ? 2 : book.regions.length > 0 ? 1 : 0
  return region * 2 + (book.partnerTypes.length > 0 ? 1 : 0)
}

function namesRegion({ regions }: PriceBook, { region }: PriceAsked): boolean {
  return region !== null && regions.includes(region)
}

function entryOf({ entries }: PriceBook, { product }: PriceAsked): PriceBookEntry | undefined {
  return entries.find((entry) => entry.product === product)
}
