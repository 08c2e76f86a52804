import type { RowOf } from '#shared/foundation/table.ts'
import type { priceBooks, prices } from '#shared/catalogue/price-book.table.ts'
import { readDecimal } from '#shared/foundation/decimal.ts'
import type { Client, ValueOf } from '../client/client.ts'
import { parseDecimalText } from '../quotes/parse-pasted-lines.ts'
import { decimalWords } from '../quotes/quote.presenter.ts'
import type { Workbench } from '../shell/workbench.ts'

export type PriceBook = RowOf<typeof priceBooks>
export type Tiers = NonNullable<RowOf<typeof prices>['tiers']>
export type Promotion = ValueOf<Client['catalogue']['promotions']>[number]

/** `10: 5% · 50: 8%`: from which quantity, how much off. */
export function tiersText(tiers: Tiers | null, speaking: Pick<Workbench, 'language'>): string {
  return (tiers?.steps ?? []).map(({ from, percent }) => `${decimalWords(from, speaking)}: ${speaking.language.words.value.views.percent(decimalWords(percent, speaking))}`).join(' · ')
}

/** What was typed for volume tiers; null for none, undefined where it cannot be read. */
export function parseTiers(text: string, kind: Tiers['kind']): Tiers | null | undefined {
  if (text.trim() === '') return null
  const steps = text.trim().split(/\s*[·;；|\n]\s*/u).filter((part) => part !== '').map((part) => {
    const [, from = '', percent = ''] = /^(.+?)\s*[:：=]\s*(.+?)\s*[%％]?$/u.exec(part) ?? []
    return { from: parseDecimalText(from), percent: parseDecimalText(percent) }
  })
  const read = steps.flatMap(({ from, percent }) => (from === null || percent === null || readDecimal(from) === null || readDecimal(percent) === null ? [] : [{ from, percent }]))
  return read.length === steps.length && read.length > 0 ? { kind, steps: read } : undefined
}

/** Codes that people separate by commas or blanks. */
export function parseCodes(text: string): readonly string[] {
  return [...new Set(text.split(/[\s,、，;]+/u).filter((code) => code !== ''))]
}

/** A code or a name for the next year: the year in it is counted on; without one it is set behind. */
export function nextYearOf(text: string, year: string): string {
  return /\b20\d\d\b/.test(text) ? text.replace(/\b20\d\d\b/g, (each) => String(Number(each) + 1)) : `${text} ${year}`
}
