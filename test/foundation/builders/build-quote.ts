import type { exchangeRates, partnerDiscounts, promotions, specialPrices } from '#shared/catalogue/discount.table.ts'
import type { priceBooks, prices } from '#shared/catalogue/price-book.table.ts'
import type { products } from '#shared/catalogue/product.table.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import type { LineTerms } from '#shared/quotes/line-terms-schema.ts'
import type { Product, Quote, QuoteLine } from '#shared/quotes/quote-rows.ts'
import { YESTERDAY } from './build-lead.ts'
import { nextId } from './sequential-id.ts'

const stamps = { importId: null, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1 }
const thisYear = { validFrom: '2026-01-01', validTo: null }

export function buildProduct(given: Partial<RowOf<typeof products>> & Pick<Product, 'code'>): Product {
  return {
    id: nextId(), name: `Product ${given.code}`, nameJa: null, nameEs: null, description: null, category: null, kind: 'product', unit: null, cost: null, costCurrency: null, taxCategory: 'standard',
    sellableFrom: null, sellableTo: null, stock: null, bundle: null, ...stamps, ...given,
  }
}

/** Everywhere, for everybody, from this year on. */
export function buildPriceBook(given: Partial<RowOf<typeof priceBooks>> & Pick<RowOf<typeof priceBooks>, 'currency'>): RowOf<typeof priceBooks> {
  return { id: nextId(), code: `LIST-${given.currency}`, name: 'List', regions: [], partnerTypes: [], ...thisYear, ...stamps, ...given }
}

export function buildPrice(given: Partial<RowOf<typeof prices>> & Pick<RowOf<typeof prices>, 'bookId' | 'productId' | 'unitPrice'>): RowOf<typeof prices> {
  return { id: nextId(), months: null, tiers: null, ...stamps, ...given }
}

export function buildPromotion(given: Partial<RowOf<typeof promotions>> & Pick<RowOf<typeof promotions>, 'code'>): RowOf<typeof promotions> {
  return { id: nextId(), name: given.code, place: 1, products: null, minimumQuantity: '0', percent: null, amount: null, currency: null, standsAlone: false, ...thisYear, ...stamps, ...given }
}

export function buildPartnerDiscount(given: Partial<RowOf<typeof partnerDiscounts>>): RowOf<typeof partnerDiscounts> {
  return { id: nextId(), tier: 'gold', product: null, percent: '20', ...thisYear, ...stamps, ...given }
}

export function buildSpecialPrice(given: Partial<RowOf<typeof specialPrices>> & Pick<RowOf<typeof specialPrices>, 'accountId' | 'product' | 'unitPrice'>): RowOf<typeof specialPrices> {
  return {
    id: nextId(), code: 'SPA-7', state: 'approved', partnerId: null, currency: 'JPY', maximumQuantity: null, soldQuantity: '0', stacks: false, ...thisYear, reason: 'A large order', requestedBy: 'somebody', decidedBy: 'Somebody else',
    decidedAt: YESTERDAY, decisionNote: null, territoryId: null, ...stamps, ...given,
  }
}

export function buildExchangeRate(given: Partial<RowOf<typeof exchangeRates>>): RowOf<typeof exchangeRates> {
  return { id: nextId(), from: 'USD', to: 'JPY', rate: '150', date: '2026-11-01', ...stamps, ...given }
}

/** A draft in yen for a Japanese customer, sold directly. */
export function buildQuote(given: Partial<Quote> & Pick<Quote, 'accountId'>): Quote {
  const id = given.id ?? nextId()
  return {
    id, name: '台帳の導入', contactId: null, opportunityId: null, partnerId: null, territoryId: null, rootId: id, revision: 1, revisionOf: null, primary: false, provisionalNumber: `P-${id.slice(-4)}`, number: null, status: 'draft',
    audience: 'customer', currency: 'JPY', taxMode: 'exclusive', roundingScope: 'rate', roundingMode: 'down', country: 'JP', region: null, sellerCountry: 'JP', sellerNumber: null, buyerNumber: null, resaleCertificateTo: null,
    localTaxRate: null, partnerType: null, partnerTier: null, distributorPercent: '0', registrationId: null, registration: null, pricedOn: '2026-11-22', language: 'ja', validUntil: '2026-12-22', timeZone: 'Asia/Tokyo', discountAmount: '0', notes: null,
    approvedHash: null, contentHash: null, sentAt: null, acceptedAt: null, acceptedBy: null, declinedAt: null, declineReason: null, orderedAt: null, orderNumber: null, lineCount: 0, net: 0, tax: 0, gross: 0, margin: null, ...stamps, ...given,
  }
}

export function buildTerms(given: Partial<LineTerms> & Pick<LineTerms, 'unitPrice'>): LineTerms {
  return { book: 'LIST-JPY', months: null, tiers: null, specials: [], offers: [], tierPercent: '0', registeredPercent: '0', tax: { category: 'standard', rate: '10', notices: [] }, cost: null, problem: null, ...given }
}

export function buildLine(given: Partial<QuoteLine> & Pick<QuoteLine, 'quoteId'>, terms: Partial<LineTerms> = {}): QuoteLine {
  const id = given.id ?? nextId()
  return {
    id, place: 1024, parentId: null, groupName: null, productId: null, code: 'LEDGER', name: '台帳', unit: null, quantity: '1', discountPercent: '0', termFrom: null, termTo: null, notes: null, terms: buildTerms({ unitPrice: '1000', ...terms }),
    seenUnitPrice: null, territoryId: null, ...stamps, ...given,
  }
}
