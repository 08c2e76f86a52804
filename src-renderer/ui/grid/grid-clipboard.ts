/** A table as words, ready for the clipboard. */
export interface CopiedTable {
  readonly titles: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const PLAIN_NUMBER = /^[+-]?[\d.,\s\u00a0\u202f]*\d%?$/

/**
 * Spreadsheets run a pasted cell that begins like a formula (OWASP, CSV injection); an apostrophe makes it text.
 * Signed numbers stay numbers. Full-width signs count too: Japanese spreadsheets accept them.
 */
export function formulaSafe(text: string): string {
  return /^[\t\r\n ]*[=+\-@＝＋－＠]/u.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
}

function tsvCell(text: string): string {
  const safe = formulaSafe(text)
  return /["\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function htmlCell(tag: 'th' | 'td', text: string): string {
  const escaped = formulaSafe(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
  return `<${tag}>${escaped.replace(/\r?\n/g, '<br>')}</${tag}>`
}

export function toTsv(table: CopiedTable): string {
  return [table.titles, ...table.rows].map((cells) => cells.map(tsvCell).join('\t')).join('\r\n')
}

export function toHtml(table: CopiedTable): string {
  const line = (tag: 'th' | 'td', cells: readonly string[]): string => `<tr>${cells.map((cell) => htmlCell(tag, cell)).join('')}</tr>`
  return `<table><thead>${line('th', table.titles)}</thead><tbody>${table.rows.map((cells) => line('td', cells)).join('')}</tbody></table>`
}
