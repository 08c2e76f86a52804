import { parseDecimalText } from '../quotes/parse-pasted-lines.ts'
import { parseTiers, type Tiers } from './catalogue.presenter.ts'

export interface PastedPrice {
  readonly code: string
  readonly unitPrice: string
  /** Undefined: the row says nothing of it, and what is there stays. */
  readonly months: number | null | undefined
  readonly tiers: Tiers | null | undefined
}

export interface PastedPriceRow {
  /** Within what was pasted, from 1. */
  readonly row: number
  readonly code: string
  /** Null where price, months or tiers cannot be read. */
  readonly price: PastedPrice | null
}

/** Rows of a spreadsheet as prices: code, price, months, tiers. A first row of headings is left out, and so are rows without a code. */
export function parsePastedPrices(text: string): readonly PastedPriceRow[] {
  const rows = text.replace(/\r\n?/g, '\n').split('\n').map((row) => row.split('\t').map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1')))
  return rows.flatMap(([code = '', price = '', months, tiers], at): readonly PastedPriceRow[] => {
    if (code === '' || (at === 0 && rows.length > 1 && !/\d/.test(price))) return []
    const read = { unitPrice: parseDecimalText(price), months: monthsOf(months), tiers: tiersOf(tiers) }
    const { unitPrice, months: term, tiers: steps } = read
    return [{ row: at + 1, code, price: unitPrice === null || unitPrice.startsWith('-') || term === false || steps === false ? null : { code, unitPrice, months: term, tiers: steps } }]
  })
}

function monthsOf(text: string | undefined): number | null | undefined | false {
  if (text === undefined) return undefined
  if (text === '') return null
  const months = Number(text)
  return Number.isInteger(months) && months >= 1 && months <= 120 ? months : false
}

function tiersOf(text: string | undefined): Tiers | null | undefined | false {
  return text === undefined ? undefined : (parseTiers(text, 'whole') ?? (text === '' ? null : false))
}
