/**
 * What a spreadsheet would run when a cell starts with it, full-width forms included (OWASP ASVS 5.0, 1.2.10). Apostrophes before
 * it count too, so that taking one off is always the exact opposite of putting one on.
 */
const RUNS = /^'*[=+\-@\t\r\0＝＋－＠]/u
const ESCAPED = /^''*[=+\-@\t\r\0＝＋－＠]/u

/** Text as a file cell that no spreadsheet runs. Only for text: numbers are written as numbers. */
export function escapeFormula(text: string): string {
  return RUNS.test(text) ? `'${text}` : text
}

/** The opposite: our own apostrophe (and that of other careful programs) is not part of the text. */
export function unescapeFormula(text: string): string {
  return ESCAPED.test(text) ? text.slice(1) : text
}
