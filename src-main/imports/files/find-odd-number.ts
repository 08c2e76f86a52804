/** What JavaScript takes for a number and no spreadsheet writes: 0x10, 0b11, 0o7. The parser would make 16, 3 and 7 of them. */
const ODD_STARTS = ['>0x', '>0X', '>0b', '>0B', '>0o', '>0O']
const CELL = /<(?:\w+:)?c(?=[\s>])([^>]*)>(?:(?!<\/?(?:\w+:)?c[\s>])[^])*$/u
const LONGEST_CELL_START = 1024

/** The row of the first cell that is said to hold a number and holds such a text; null where there is none. */
export function findOddNumber(sheet: Buffer): number | null {
  for (const start of ODD_STARTS) {
    for (let at = sheet.indexOf(start); at !== -1; at = sheet.indexOf(start, at + 1)) {
      const before = sheet.toString('latin1', Math.max(0, at - LONGEST_CELL_START), at + 1)
      const attributes = CELL.exec(before)?.[1]
      if (!/<(?:\w+:)?v(?:\s[^>]*)?>$/u.test(before) || attributes === undefined || /\st\s*=\s*["'](?!n["'])/u.test(attributes)) continue
      return Number(/\sr\s*=\s*["'][A-Z]+(\d+)/u.exec(attributes)?.[1] ?? '0')
    }
  }
  return null
}
