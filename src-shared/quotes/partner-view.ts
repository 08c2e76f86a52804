import type { Quote, QuoteLine } from './quote-rows.ts'

/**
 * What a partner may see of a quote that is made for it: names each thing, so that whatever a quote comes to know besides stays out.
 * Neither what anything costs the vendor, nor its margin, nor other partners' terms are among it.
 */
export function partnerView(quote: Quote, lines: readonly QuoteLine[]) {
  const { id, number, provisionalNumber, revision, name, status, audience, currency, taxMode, language, validUntil, timeZone, notes, net, tax, gross } = quote
  return {
    id, number, provisionalNumber, revision, name, status, audience, currency, taxMode, language, validUntil, timeZone, notes, net, tax, gross,
    lines: lines.map((line) => ({
      id: line.id, parentId: line.parentId, groupName: line.groupName, code: line.code, name: line.name, unit: line.unit, quantity: line.quantity, termFrom: line.termFrom, termTo: line.termTo, notes: line.notes,
      unitPrice: line.terms.unitPrice, discountPercent: line.discountPercent, taxRate: line.terms.tax.rate,
    })),
  }
}
