import { compareDecimals, decimal, decimalOf, decimalText, difference } from '../foundation/decimal.ts'
import type { Outcome } from '../foundation/outcome.ts'
import { orderLines } from './place-lines.ts'
import type { Quote, QuoteLine } from './quote-rows.ts'
import { totalQuote, type QuoteTotals } from './total-quote.ts'

export const comparedFields = ['name', 'quantity', 'listPrice', 'discountPercent', 'groupName', 'termFrom', 'termTo', 'taxRate', 'cost', 'notes'] as const
export type ComparedField = (typeof comparedFields)[number]

export interface LineSide {
  readonly line: QuoteLine
  /** In minor units, without tax. */
  readonly net: number | bigint
}

export interface LineDifference {
  readonly kind: 'same' | 'changed' | 'added' | 'removed'
  readonly before: LineSide | null
  readonly after: LineSide | null
  readonly fields: readonly ComparedField[]
}

export interface RevisionDifference {
  readonly lines: readonly LineDifference[]
  readonly before: QuoteTotals
  readonly after: QuoteTotals
  /** After less before: net in the currency, and the vendor's profit and margin; null where a cost is not known, or the currencies differ. */
  readonly net: string | null
  readonly profit: string | null
  readonly marginPoints: string | null
}

export interface RevisionSide {
  readonly quote: Quote
  readonly lines: readonly QuoteLine[]
}

/**
 * Two revisions line by line, in the order of the later one, each removed line where it stood. Lines are taken for one where product,
 * name and quantity are equal, else the product (of custom items: the name), each once.
 */
export function compareRevisions(before: RevisionSide, after: RevisionSide): Outcome<RevisionDifference> {
  const totalsBefore = totalQuote(before.quote, orderLines(before.lines))
  if (!totalsBefore.ok) return totalsBefore
  const totalsAfter = totalQuote(after.quote, orderLines(after.lines))
  if (!totalsAfter.ok) return totalsAfter
  const sidesBefore = sidesOf(before.lines, totalsBefore.value)
  const sidesAfter = sidesOf(after.lines, totalsAfter.value)
  const unmatched = new Map(sidesBefore.map((side) => [side.line.id, side]))
  const matches = sidesAfter.map((side) => {
    const found = sidesBefore.find(({ line }) => unmatched.has(line.id) && line.code === side.line.code && line.name === side.line.name && line.quantity === side.line.quantity)
      ?? sidesBefore.find(({ line }) => unmatched.has(line.id) && line.code === side.line.code && (side.line.code !== null || line.name === side.line.name))
    if (found !== undefined) unmatched.delete(found.line.id)
    return found
  })
  const lines: LineDifference[] = []
  const gone = (until: LineSide | undefined): void => {
    for (const side of sidesBefore) {
      if (side === until) return
      if (unmatched.delete(side.line.id)) lines.push({ kind: 'removed', before: side, after: null, fields: [] })
    }
  }
  for (const [at, side] of sidesAfter.entries()) {
    const match = matches[at]
    if (match !== undefined) gone(match)
    lines.push(match === undefined ? { kind: 'added', before: null, after: side, fields: [] } : differenceOf(match, side))
  }
  gone(undefined)
  const sameCurrency = before.quote.currency === after.quote.currency
  const decimals = totalsAfter.value.toPrice.decimals
  const [vendorBefore, vendorAfter] = [totalsBefore.value.vendor, totalsAfter.value.vendor]
  const comparable = sameCurrency && vendorBefore !== null && vendorAfter !== null
  return {
    ok: true,
    value: {
      lines, before: totalsBefore.value, after: totalsAfter.value,
      net: sameCurrency ? decimalText(difference(decimal(totalsAfter.value.net, decimals), decimal(totalsBefore.value.net, decimals))) : null,
      profit: comparable ? decimalText(difference(vendorAfter.profit, vendorBefore.profit)) : null,
      marginPoints: comparable && vendorBefore.margin !== null && vendorAfter.margin !== null ? decimalText(difference(vendorAfter.margin, vendorBefore.margin)) : null,
    },
  }
}

function sidesOf(lines: readonly QuoteLine[], totals: QuoteTotals): readonly LineSide[] {
  return orderLines(lines).map((line, at) => ({ line, net: totals.lines[at]!.net }))
}

function differenceOf(before: LineSide, after: LineSide): LineDifference {
  const values = ({ line }: LineSide): Readonly<Record<ComparedField, string | null>> => ({
    name: line.name, quantity: line.quantity, listPrice: line.terms.unitPrice, discountPercent: line.discountPercent, groupName: line.groupName, termFrom: line.termFrom, termTo: line.termTo,
    taxRate: line.terms.tax.rate, cost: line.terms.cost?.amount ?? null, notes: line.notes,
  })
  const [one, other] = [values(before), values(after)]
  const decimals: readonly ComparedField[] = ['quantity', 'listPrice', 'discountPercent', 'taxRate', 'cost']
  const same = (field: ComparedField): boolean => one[field] === other[field] || (decimals.includes(field) && one[field] !== null && other[field] !== null && compareDecimals(decimalOf(one[field]), decimalOf(other[field])) === 0)
  const fields = comparedFields.filter((field) => !same(field))
  return { kind: fields.length === 0 && before.net === after.net ? 'same' : 'changed', before, after, fields }
}
