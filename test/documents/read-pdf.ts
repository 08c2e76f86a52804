import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

interface PdfText {
  readonly text: string
  readonly x: number
  readonly width: number
}

export interface ReadPdf {
  readonly pages: readonly { readonly texts: readonly PdfText[] }[]
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[]
  /** Of all pages, piece by piece. */
  readonly text: string
  readonly size: readonly number[]
}

/** A PDF as another program reads it: its texts where they are, and the fonts that it uses. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, fontExtraProperties: true, verbosity: 0 }).promise
  const pages: { texts: PdfText[] }[] = []
  const fonts = new Map<string, boolean>()
  let size: readonly number[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    size = page.view.slice(2)
    const { items } = await page.getTextContent()
    pages.push({ texts: items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [{ text: item.str, x: Number(item.transform[4]), width: item.width }] : [])) })
    const { fnArray, argsArray } = await page.getOperatorList()
    for (const [at, operator] of fnArray.entries()) {
      if (operator !== OPS.setFont) continue
      const font = page.commonObjs.get(argsArray[at][0] as string) as { readonly name: string; readonly missingFile?: boolean; readonly data?: Uint8Array }
      fonts.set(font.name, font.missingFile !== true && font.data !== undefined)
    }
  }
  await document.destroy()
  return { pages, fonts: [...fonts].map(([name, embedded]) => ({ name, embedded })), text: pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join('\n'), size }
}
