import { decimalText } from '../foundation/decimal.ts'
import { amountText } from '../foundation/money.ts'
import type { QuoteDocument } from './document.ts'
import type { DocumentedQuote } from './documented-quote.ts'

/** A cell of a spreadsheet. */
type Cell = string | number | null

/**
 * The lines and totals of a document as a spreadsheet has them: the same columns, with plain numbers to reckon with. A number that a
 * spreadsheet could not hold exactly stays text.
 */
export function documentSheet({ columns, totals }: QuoteDocument, quote: DocumentedQuote): { readonly header: readonly string[]; readonly rows: readonly (readonly Cell[])[] } {
  const rows = quote.lines.map((line, at): readonly Cell[] => {
    const cells: Readonly<Record<(typeof columns)[number]['id'], Cell>> = {
      place: at + 1,
      item: [line.code, line.name, line.notes].filter((part) => part !== null && part !== '').join(' – '),
      quantity: plain(decimalText(line.quantity)),
      unitPrice: plain(decimalText(line.unitPrice)),
      discount: plain(decimalText(line.discountPercent)),
      tax: plain(decimalText(line.taxRate)),
      amount: plain(amountText(line.amount, quote.decimals)),
    }
    return columns.map(({ id }) => cells[id])
  })
  const filler = columns.slice(2).map(() => null)
  return { header: columns.map(({ title }) => title), rows: [...rows, ...totals.map(({ label, value }): readonly Cell[] => [null, label, ...filler.slice(1), value])] }
}

const MOST_DIGITS = 15

function plain(text: string): Cell {
  return text.replaceAll(/\D/g, '').length <= MOST_DIGITS ? Number(text) : text
}
