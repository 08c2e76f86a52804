import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pdfRuler, writePdf } from '#main/documents/write-pdf.ts'
import { layOutDocument } from '#shared/documents/lay-out-document.ts'
import { quoteDocument, type DocumentAsked } from '#shared/documents/quote-document.ts'
import type { Locale } from '#shared/locales/locale.ts'
import { buildPng, part } from '#test/attachments/shared/build-png.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'
import { asked, clause, documented, documentedLine, number, template } from '../build-documented.ts'
import { readPdf } from '../read-pdf.ts'

const ruler = pdfRuler()

async function written(language: Locale, given: Partial<DocumentAsked> = {}) {
  const path = join(temporaryWorkspace(), 'quote.pdf')
  await writePdf(path, layOutDocument(quoteDocument(asked(language, given)), ruler))
  return { path, ...(await readPdf(readFileSync(path))) }
}

const long = '本契約に基づくサービスの利用にあたり、利用者は当社が別途定める利用規約、プライバシーポリシーおよび情報セキュリティ基本方針に同意したものとみなします。'

describe('B4.16: a PDF', () => {
  test('has its Japanese as text, in fonts that it brings along', async () => {
    const { pages, fonts, text } = await written('ja', { template: template({ seal: true, era: true }) })
    expect(pages).toHaveLength(1)
    for (const words of ['御見積書', '北山食品株式会社', '財務部長', '青柳 美咲 様', '〒105-0011', '令和8年11月26日', '印', '¥1,100', '消費税（10%）', '登録番号: T1234567890123']) expect(text).toContain(words)
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.every(({ name, embedded }) => embedded && /^[A-Z]{6}\+NotoSansJP/.test(name))).toBe(true)
  })

  test('wraps Japanese without blanks within its margins, no line beginning with a closing sign', async () => {
    const { pages } = await written('ja', { quote: documented({ lines: [documentedLine({ name: long })], notes: long.repeat(30) }) })
    const lines = pages.flatMap((page) => page.texts)
    expect(pages.length).toBeGreaterThan(1)
    for (const { x, width, text } of lines) {
      expect(x + width).toBeLessThanOrEqual(595.28 - 48 + 0.1)
      expect(text).not.toMatch(/^[、。」）]/)
    }
  })

  test('refuses letters that its font has no sign for, by name, and writes nothing', async () => {
    const path = join(temporaryWorkspace(), 'quote.pdf')
    const document = layOutDocument(quoteDocument(asked('en', { quote: documented({ name: 'Rocket 🚀 한국' }) })), ruler)
    await expect(writePdf(path, document)).rejects.toMatchObject({ refusal: { code: 'document.glyph-missing', details: { letters: ['🚀', '한', '국'] } } })
    expect(() => readFileSync(path)).toThrow('ENOENT')
  })

  test('refuses a logo that is whole by its checksums and holds no picture, or more words than can be read, and writes nothing', async () => {
    const path = join(temporaryWorkspace(), 'quote.pdf')
    const hollow = buildPng(8, 8, { colourType: 6, rows: Buffer.from('no rows of a picture') })
    const talkative = buildPng(8, 8, { before: [part('tEXt', Buffer.alloc(190_000, 65))] })
    for (const picture of [hollow, talkative]) {
      const document = layOutDocument(quoteDocument(asked('en', { logo: { content: picture.toString('base64'), width: 8, height: 8 } })), ruler)
      await expect(writePdf(path, document)).rejects.toMatchObject({ refusal: { code: 'document.logo-damaged' } })
    }
    expect(() => readFileSync(path)).toThrow('ENOENT')
  })

  test('carries totals over pages, and they add up', async () => {
    const lines = Array.from({ length: 90 }, (_, at) => documentedLine({ name: `品目 ${at + 1}`, amount: 1000 + at, unitPrice: number(String(1000 + at)) }))
    const { pages } = await written('ja', { quote: documented({ lines }) })
    const carried = pages.map(({ texts }) => texts.map(({ text }) => text))
    const amountAfter = (page: readonly string[], label: string) => page[page.indexOf(label) + 1]
    expect(pages.length).toBeGreaterThan(2)
    for (const [at, page] of carried.slice(1).entries()) {
      const over = amountAfter(carried[at]!, '次頁へ繰越')
      if (over !== undefined && page.includes('前頁より繰越')) expect(amountAfter(page, '前頁より繰越')).toBe(over)
    }
    const shown = carried.flatMap((page) => page.filter((text) => /^品目 \d+$/.test(text)))
    expect(shown).toHaveLength(90)
    const onFirst = carried[0]!.filter((text) => text.startsWith('品目 ')).length
    const sum = lines.slice(0, onFirst).reduce((total, { amount }) => total + Number(amount), 0)
    expect(amountAfter(carried[0]!, '次頁へ繰越')).toBe(`¥${sum.toLocaleString('ja')}`)
    expect(carried.at(-1)).toContain('税込合計')
  })
})

test('a draft says so on every page, what may be sent on none', async () => {
  const lines = Array.from({ length: 60 }, () => documentedLine())
  const draft = await written('es', { isDraft: true, quote: documented({ lines }) })
  expect(draft.pages.every(({ texts }) => texts.some(({ text }) => text === 'BORRADOR'))).toBe(true)
  expect((await written('es', { quote: documented({ lines }) })).text).not.toContain('BORRADOR')
})

test('an order form has a place to sign, and letter paper where people have that', async () => {
  const { text, size } = await written('es', { kind: 'orderForm', quote: documented({ country: 'GT' }), clauses: [clause({ heading: 'Pago', text: 'A 30 días, {account}.' })] })
  expect(size).toEqual([612, 792])
  for (const words of ['Formulario de pedido', 'Firma', 'A la atención de Misaki Aoyagi', 'A 30 días, Kitayama Foods K.K..']) expect(text).toContain(words)
})
