import { readExactDecimal } from '#shared/imports/read-number.ts'

export interface PastedLine {
  readonly code: string
  readonly quantity: string
  readonly discountPercent: string
}

export interface PastedRow {
  /** Within what was pasted, from 1. */
  readonly row: number
  /** Null where quantity or discount is no number. */
  readonly line: PastedLine | null
}

/** What people type for a decimal, as plain decimal text; null for anything else. A minus makes a credit. */
export function parseDecimalText(text: string): string | null {
  const [, sign = '', bare = ''] = /^\s*([-−]?)\s*(.*)$/u.exec(text) ?? []
  if (bare.trim() === '') return null
  const read = readExactDecimal(bare.replace(/\s*%$/u, ''), { mark: null })
  const certain = read.ok ? read : readExactDecimal(bare.replace(/\s*%$/u, ''), { mark: 'point' })
  return certain.ok && certain.value !== null ? `${sign !== '' && /[1-9]/.test(certain.value) ? '-' : ''}${certain.value}` : null
}

/**
 * Rows of a spreadsheet as lines: code, quantity (1 where it is empty), discount in percent (0). A first row of headings is left out,
 * and so are rows without a code.
 */
export function parsePastedLines(text: string): readonly PastedRow[] {
  const rows = text.replace(/\r\n?/g, '\n').split('\n').map((row) => row.split('\t').map((cell) => cell.trim().replace(/^"(.*)"$/s, '$1')))
  return rows.flatMap(([code = '', quantity = '', discount = ''], at): readonly PastedRow[] => {
    if (code === '' || (at === 0 && rows.length > 1 && quantity !== '' && !/\d/.test(quantity))) return []
    const numbers = [quantity === '' ? '1' : parseDecimalText(quantity), discount === '' ? '0' : parseDecimalText(discount)] as const
    const [count, percent] = numbers
    return [{ row: at + 1, line: count === null || percent === null ? null : { code, quantity: count, discountPercent: percent } }]
  })
}

/** Whether it is more than a word for the field it was pasted into. */
export function isTable(text: string): boolean {
  return /[\t\n]/.test(text.trim())
}
