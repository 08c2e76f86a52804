import type { QuoteDocument } from './document.ts'
import { layOutTable } from './lay-out-table.ts'
import type { LaidOut } from './marks.ts'
import { Sheet, type Ruler } from './sheet.ts'

const GAP = 14
const SEAL = 46
const SIGNATURE = 30
const LOGO = { width: 180, height: 48 }
/** At 96 pixels an inch. */
const POINTS_OF_PIXEL = 72 / 96

/** Puts a document on pages. The same ruler gives the same marks, whoever draws them. */
export function layOutDocument(document: QuoteDocument, ruler: Ruler): LaidOut {
  const sheet = new Sheet(document.paper, ruler)
  head(sheet, document)
  for (const line of document.opening) sheet.paragraph(line)
  sheet.y += GAP
  layOutTable(sheet, document)
  totals(sheet, document)
  terms(sheet, document)
  acceptance(sheet, document)
  for (const line of document.closing) sheet.paragraph(line)
  sheet.foot(document.footer, document.pageOf)
  const { title, language, accent, watermark, logo: picture } = document
  return { title, language, accent, watermark, logo: picture?.content ?? null, width: sheet.width, height: sheet.height, pages: sheet.pages }
}

function head(sheet: Sheet, document: QuoteDocument): void {
  logo(sheet, document)
  const title = { size: 20, bold: true, ink: 'accent' } as const
  sheet.paragraph(document.title, title)
  sheet.rule(sheet.y + 2, 'accent')
  sheet.y += GAP
  const top = sheet.y
  const half = sheet.inner / 2 - GAP
  const addressed = sheet.writeAll(document.addressee.flatMap((line) => sheet.wrap(line, half, { size: 10.5 })), sheet.left, top, { size: 10.5 })
  const x = sheet.left + sheet.inner / 2 + GAP
  const [name = '', ...rest] = document.sender
  const width = half - (document.seal === null ? 0 : SEAL + GAP)
  const named = sheet.writeAll(sheet.wrap(name, width, { size: 10.5, bold: true }), x, top, { size: 10.5, bold: true })
  const sent = sheet.writeAll(rest.flatMap((line) => sheet.wrap(line, width)), x, named, { ink: 'soft' })
  if (document.seal !== null) {
    sheet.mark({ kind: 'box', x: sheet.right - SEAL, y: top, width: SEAL, height: SEAL })
    sheet.write(document.seal, sheet.right - SEAL / 2 - 4, top + SEAL / 2 - 6, { size: 8, ink: 'soft' })
  }
  sheet.y = Math.max(addressed, sent, document.seal === null ? 0 : top + SEAL) + GAP
  facts(sheet, document)
  sheet.y += GAP / 2
  const { label, value } = document.headline
  sheet.write(label, sheet.left, sheet.y + 4, { bold: true })
  sheet.write(value, sheet.right, sheet.y, { size: 15, bold: true, align: 'end' })
  sheet.y += 24
  sheet.rule(sheet.y, 'accent')
  sheet.y += GAP
}

/** At the right, above the title; as large as its room allows, and no larger than its pixels make it sharp. */
function logo(sheet: Sheet, { logo: picture }: QuoteDocument): void {
  if (picture === null) return
  const scale = Math.min(LOGO.width / picture.width, LOGO.height / picture.height, POINTS_OF_PIXEL)
  const [width, height] = [picture.width * scale, picture.height * scale]
  sheet.mark({ kind: 'logo', x: sheet.right - width, y: sheet.y, width, height })
  sheet.y += height + GAP / 2
}

function facts(sheet: Sheet, { facts: named }: QuoteDocument): void {
  const labels = sheet.inner * 0.24
  for (const { label, value } of named) {
    const [left, right] = [sheet.wrap(label, labels - GAP), sheet.wrap(value, sheet.inner - labels)]
    sheet.writeAll(left, sheet.left, sheet.y, { ink: 'soft' })
    sheet.writeAll(right, sheet.left + labels, sheet.y)
    sheet.y += Math.max(left.length, right.length) * sheet.lineHeight()
  }
}

/** All of them on one page: half of a sum says nothing. */
function totals(sheet: Sheet, { totals: rows }: QuoteDocument): void {
  sheet.y += GAP / 2
  sheet.need(rows.length * (sheet.lineHeight() + 2))
  const x = sheet.left + sheet.inner * 0.45
  for (const { label, value, strong } of rows) {
    if (strong) sheet.rule(sheet.y, 'accent', x, sheet.right - x)
    sheet.write(label, x, sheet.y + 1, { bold: strong, ink: strong ? 'ink' : 'soft' })
    sheet.write(value, sheet.right - 8, sheet.y + 1, { bold: strong, align: 'end' })
    sheet.y += sheet.lineHeight() + 2
  }
  sheet.y += GAP
}

function terms(sheet: Sheet, { terms: clauses }: QuoteDocument): void {
  for (const { heading, text } of clauses) {
    sheet.need(3 * sheet.lineHeight())
    sheet.paragraph(heading, { bold: true })
    sheet.paragraph(text)
    sheet.y += GAP / 2
  }
}

function acceptance(sheet: Sheet, document: QuoteDocument): void {
  if (document.acceptance === null) return
  const { title, text, fields } = document.acceptance
  const lines = sheet.wrap(text, sheet.inner)
  sheet.need((lines.length + 1) * sheet.lineHeight() + fields.length * SIGNATURE)
  sheet.paragraph(title, { bold: true })
  sheet.paragraph(text)
  for (const field of fields) {
    sheet.write(field, sheet.left, sheet.y + SIGNATURE - sheet.lineHeight(), { ink: 'soft' })
    sheet.rule(sheet.y + SIGNATURE, 'soft', sheet.left + sheet.inner * 0.3, sheet.inner * 0.5)
    sheet.y += SIGNATURE
  }
  sheet.y += GAP
}
