import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountsContract } from '#shared/accounts/accounts.contract.ts'
import { approvalsContract } from '#shared/approvals/approvals.contract.ts'
import { documentsContract } from '#shared/documents/documents.contract.ts'
import type { DocumentFormat } from '#shared/documents/document-formats.ts'
import { quotesContract } from '#shared/quotes/quotes.contract.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { sharedHost } from '#test/foundation/open-host.ts'
import { readPdf } from '../read-pdf.ts'

const { createClause, createTemplate, preview, templates, write } = documentsContract.operations
const { addLines, changeLines, create, get, send } = quotesContract.operations
const COST = '123457'
const now = (): string => new Date().toISOString()

const desk = sharedHost()
let quoteId = ''
let lineId = ''

async function bytesOf(format: DocumentFormat, given: { readonly kind?: 'proposal' | 'orderForm'; readonly language?: 'en' | 'ja' | 'es' } = {}): Promise<Buffer> {
  const path = join(desk().directory, `quote.${format}`)
  const token = nextId()
  desk().host.grantFile({ token, path, access: 'write' })
  valueOf(await desk().call(write, { quoteId, format, file: token, ...given }))
  return readFileSync(path)
}

beforeAll(async () => {
  const account = valueOf(await desk().call(accountsContract.operations.create, { name: '北山食品株式会社', nameEn: 'Kitayama Foods K.K.', country: 'JP', city: '港区' }))
  quoteId = valueOf(await desk().call(create, { accountId: account.id, name: '台帳の更新', currency: 'JPY', language: 'ja' })).id
  const custom = (name: string, unitPrice: string) => ({ code: null, custom: { name, unitPrice, cost: COST, unit: null, taxCategory: 'standard' as const, isService: true }, quantity: '3', discountPercent: '0', groupName: null, seenUnitPrice: null })
  const { ids } = valueOf(await desk().call(addLines, { quoteId, lines: [custom('=HYPERLINK("http://evil.example","x")', '200000'), custom('保守サービス', '333333')] as never }))
  lineId = ids[0]!
  await desk().call(createTemplate, { name: '標準', kind: 'proposal', language: 'ja', sender: 'リラ・ファイナンシャル', opening: '{account} の皆様', preferred: true, era: true })
  await desk().call(createClause, { heading: '支払条件', text: '月末締め翌月末払い', language: 'ja', countries: ['JP'] })
  await desk().call(createClause, { heading: 'グアテマラ', text: 'ここだけ', language: 'ja', countries: ['GT'] })
})

test('B4.16, B4.17: the PDF, read back, says what the quote comes to, in its language, by its template, with the terms of its country', async () => {
  const { quote } = valueOf(await desk().call(get, { id: quoteId }))
  const { text, fonts } = await readPdf(await bytesOf('pdf'))
  for (const amount of [quote.net, quote.tax, quote.gross]) expect(text).toContain(`¥${amount.toLocaleString('ja')}`)
  for (const words of ['御見積書', '北山食品株式会社 御中', '北山食品株式会社 の皆様', 'リラ・ファイナンシャル', '支払条件', '令和', quote.provisionalNumber]) expect(text).toContain(words)
  expect(text).not.toContain('グアテマラ')
  expect(fonts.every(({ embedded }) => embedded)).toBe(true)
})

test('B4.17: the preview has the very texts of the PDF, and so has the page of HTML', async () => {
  const shown = valueOf(await desk().call(preview, { quoteId }))
  const texts = shown.pages.flat().flatMap((mark) => (mark.kind === 'text' ? [mark.text] : []))
  const pdf = await readPdf(await bytesOf('pdf'))
  expect(pdf.pages).toHaveLength(shown.pages.length)
  expect(texts.filter((text) => !pdf.text.includes(text))).toEqual([])
  const html = (await bytesOf('html')).toString('utf8').replaceAll('&quot;', '"')
  expect(texts.filter((text) => !html.includes(text))).toEqual([])
})

test('B4.15: in the language that is asked for, whatever the quote’s', async () => {
  const { text } = await readPdf(await bytesOf('pdf', { kind: 'orderForm', language: 'es' }))
  for (const words of ['Formulario de pedido', 'Kitayama Foods K.K.', 'Firma']) expect(text).toContain(words)
})

describe('B4.20: a spreadsheet', () => {
  test('has no formula and no cost', async () => {
    const csv = (await bytesOf('csv')).toString('utf8')
    expect(csv).toContain('保守サービス')
    expect(csv).toMatch(/(?:^|,)"?'=HYPERLINK/m)
    expect(csv).not.toContain(COST)
  })

  test('as workbook is text where it is text', async () => {
    const { readXlsx } = await import('hucre/xlsx')
    const workbook = await readXlsx(await bytesOf('xlsx'))
    const cells = workbook.sheets[0]!.rows.flat()
    expect(cells).toContain('=HYPERLINK("http://evil.example","x")')
    expect(cells.map(String)).not.toContain(COST)
    expect(workbook.sheets[0]!.cells === undefined || [...workbook.sheets[0]!.cells.values()].every((cell) => cell.formula === undefined)).toBe(true)
  })
})

test('B4.20: no cost is in the PDF or the page of HTML', async () => {
  expect((await readPdf(await bytesOf('pdf'))).text).not.toContain('123,457')
  expect((await bytesOf('html')).toString('utf8')).not.toMatch(/123,?457/)
})

test('is marked as a draft while it may not be sent: while it needs an approval, and again after an edit', async () => {
  const isDraft = async (): Promise<boolean> => valueOf(await desk().call(preview, { quoteId })).watermark !== null
  const discount = async (value: string): Promise<void> => {
    valueOf(await desk().call(changeLines, { quoteId, lines: [{ id: lineId, edits: [{ field: 'discountPercent', value }] }] } as never))
  }
  expect(await isDraft()).toBe(false)
  await discount('30')
  expect(await isDraft()).toBe(true)
  const { contentHash, needed } = valueOf(await desk().call(approvalsContract.operations.ofQuote, { quoteId }))
  expect(needed[0]?.triggers[0]).toMatchObject({ measure: 'lineDiscount', facts: [{ value: '30' }] })
  expect(refusalOf(await desk().call(approvalsContract.operations.ask, { quoteId, contentHash }))).toEqual({ code: 'approval.nobody-to-ask', details: { seat: '' } })
  await discount('0')
  valueOf(await desk().call(send, { id: quoteId, at: now() }))
  expect(await isDraft()).toBe(false)
})

test('lists templates and terms, and refuses a quote that is not there', async () => {
  const kept = valueOf(await desk().call(templates, {}))
  expect([kept.templates.length, kept.clauses.length]).toEqual([1, 2])
  expect(refusalOf(await desk().call(preview, { quoteId: nextId() }))).toEqual({ code: 'quote.not-found' })
})
