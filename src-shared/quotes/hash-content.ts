import type { JsonValue } from '../foundation/json.ts'
import { sha256 } from '../foundation/sha-256.ts'
import { orderLines } from './place-lines.ts'
import type { Quote, QuoteLine } from './quote-rows.ts'

/** What of a quote is agreed on: all that a document shows, and all that its prices follow from. Names, numbers and states are not. */
const headFields = [
  'accountId', 'contactId', 'partnerId', 'audience', 'currency', 'taxMode', 'roundingScope', 'roundingMode', 'country', 'region', 'sellerCountry', 'sellerNumber', 'buyerNumber', 'resaleCertificateTo', 'localTaxRate',
  'partnerType', 'partnerTier', 'distributorPercent', 'registration', 'pricedOn', 'language', 'validUntil', 'timeZone', 'discountAmount', 'notes',
] as const satisfies readonly (keyof Quote)[]
const lineFields = ['groupName', 'productId', 'code', 'name', 'unit', 'quantity', 'discountPercent', 'termFrom', 'termTo', 'notes', 'terms'] as const satisfies readonly (keyof QuoteLine)[]

/** The hash that binds approval, document and acceptance to what a quote says. Two quotes that say the same have the same. */
export function hashContent(quote: Quote, lines: readonly QuoteLine[]): string {
  const ordered = orderLines(lines)
  const places = new Map(ordered.map(({ id }, at) => [id, at]))
  const content: JsonValue = [
    headFields.map((field) => canonical(quote[field])),
    ordered.map((line) => [line.parentId === null ? null : (places.get(line.parentId) ?? null), ...lineFields.map((field) => canonical(line[field]))]),
  ]
  return sha256(JSON.stringify(content))
}

/** Objects with their keys in one order, however a database gave them. */
function canonical(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value === 'object' && value !== null) return Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, part]) => [key, canonical(part)])
  return (value ?? null) as string | number | boolean | null
}
