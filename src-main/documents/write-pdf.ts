import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { readPng } from '#shared/attachments/read-png.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { inks, RULE, WATERMARK, type LaidOut, type Mark } from '#shared/documents/marks.ts'
import type { Ruler } from '#shared/documents/sheet.ts'
import { writeAtomically } from '../imports/files/write-atomically.ts'
import { isDrawable } from './is-drawable.ts'

const require = createRequire(import.meta.url)
/** With the signs of Japanese and of all languages of western Europe; what a document needs of them is embedded. */
const fonts = {
  regular: require.resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf'),
}
const LONGEST_LIST = 20

type Pdf = InstanceType<typeof PDFDocument>

/** What pdfkit keeps of the font in use, which its types do not tell. */
interface PresentFont {
  readonly font: { hasGlyphForCodePoint(code: number): boolean }
}

function newPdf(info: { readonly Title?: string } = {}, lang = 'en'): Pdf {
  return new PDFDocument({ autoFirstPage: false, margin: 0, lang, displayTitle: true, info, font: fonts.regular })
}

/** By its file: pdfkit opens the file of a registered name anew each time, where the document has that font already. */
const fontOf = (bold: boolean): string => fonts[bold ? 'bold' : 'regular']

/** Measures texts as the PDF will have them. */
export function pdfRuler(): Ruler {
  const pdf = newPdf()
  const known = new Map<string, number>()
  return {
    width(text, size, bold) {
      const key = `${bold ? 'b' : 'r'}${text}`
      const atOne = known.get(key) ?? pdf.font(fontOf(bold)).fontSize(1000).widthOfString(text) / 1000
      known.set(key, atOne)
      return atOne * size
    },
  }
}

/** Writes a document as PDF, its fonts embedded. Refuses with `document.glyph-missing` what would be an empty box on paper. */
export async function writePdf(path: string, document: LaidOut): Promise<void> {
  const pdf = newPdf({ Title: document.title }, document.language)
  refuseMissingGlyphs(pdf, document)
  const chunks: Buffer[] = []
  const written = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', resolve).on('error', reject)
  })
  for (const page of document.pages) {
    pdf.addPage({ size: [document.width, document.height], margin: 0 })
    if (document.watermark !== null) drawWatermark(pdf, document, document.watermark)
    for (const mark of page) draw(pdf, mark, document)
  }
  pdf.end()
  await written
  await writeAtomically(path, async (file) => {
    await file.writeFile(Buffer.concat(chunks))
  })
}

function draw(pdf: Pdf, mark: Mark, { accent, logo }: LaidOut): void {
  if (mark.kind === 'logo') {
    drawLogo(pdf, mark, Buffer.from(logo ?? '', 'base64'))
    return
  }
  if (mark.kind === 'box') {
    pdf.rect(mark.x, mark.y, mark.width, mark.height).lineWidth(0.5).stroke(RULE)
    return
  }
  if (mark.kind === 'rule') {
    pdf.moveTo(mark.x, mark.y).lineTo(mark.x + mark.width, mark.y).lineWidth(mark.ink === 'accent' ? 1 : 0.35).stroke(mark.ink === 'accent' ? accent : RULE)
    return
  }
  pdf.font(fontOf(mark.bold)).fontSize(mark.size).fillColor(mark.ink === 'accent' ? accent : inks[mark.ink])
  pdf.text(mark.text, mark.align === 'end' ? mark.x - mark.width : mark.x, mark.y, { lineBreak: false, baseline: 'alphabetic' })
}

/** Refuses with `document.logo-damaged` a picture that is whole by its checksums and yet holds none, or what pdfkit cannot read. */
function drawLogo(pdf: Pdf, { x, y, width, height }: Extract<Mark, { kind: 'logo' }>, picture: Buffer): void {
  const damaged = new RefusedError('document.logo-damaged', 'the picture of the template cannot be drawn', { name: 'PNG' })
  const png = readPng(picture)
  if (png === null || !isDrawable(png)) throw damaged
  try {
    pdf.image(picture, x, y, { width, height })
  } catch {
    throw damaged
  }
}

function drawWatermark(pdf: Pdf, { width, height }: LaidOut, words: string): void {
  pdf.save().rotate(-45, { origin: [width / 2, height / 2] }).font(fontOf(true)).fontSize(WATERMARK.size).fillColor(WATERMARK.colour)
  pdf.text(words, width / 2 - pdf.widthOfString(words) / 2, height / 2, { lineBreak: false, baseline: 'middle' }).restore()
}

function refuseMissingGlyphs(pdf: Pdf, { pages }: LaidOut): void {
  const missing = new Set<string>()
  for (const bold of [false, true]) {
    const { font } = Reflect.get(pdf.font(fontOf(bold)), '_font') as PresentFont
    for (const letter of new Set(pages.flat().flatMap((mark) => (mark.kind === 'text' && mark.bold === bold ? [...mark.text] : [])))) if (!font.hasGlyphForCodePoint(letter.codePointAt(0)!)) missing.add(letter)
  }
  if (missing.size > 0) throw new RefusedError('document.glyph-missing', 'the font has no sign for some letters', { letters: [...missing].slice(0, LONGEST_LIST) })
}
