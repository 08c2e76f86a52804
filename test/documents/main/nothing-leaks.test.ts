import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { accountsContract } from '#shared/accounts/accounts.contract.ts'
import { catalogueContract } from '#shared/catalogue/catalogue.contract.ts'
import { documentFormats, type DocumentFormat } from '#shared/documents/document-formats.ts'
import { documentsContract } from '#shared/documents/documents.contract.ts'
import { documentKinds } from '#shared/documents/document.ts'
import { locales } from '#shared/locales/locale.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { quotesContract } from '#shared/quotes/quotes.contract.ts'
import { buildPng } from '#test/attachments/shared/build-png.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { sharedHost } from '#test/foundation/open-host.ts'
import { readPdf } from '../read-pdf.ts'

const { createTemplate, preview, setLogo, write } = documentsContract.operations
const { create, addLines } = quotesContract.operations
const desk = sharedHost()
let quoteId = ''

/** Numbers that stand nowhere else: what the vendor pays, and what another partner sells at; and that partner's name. */
const COST = '73917'
const THEIRS = '86427'
const RIVAL = 'Rival Trading'
const CANARIES = [COST, THEIRS].map((digits) => new RegExp([...digits].join('[,.\\s\\u00a0]?'))).concat(new RegExp(RIVAL, 'i'), /"(cost|margin|vendor|tierPercent|registeredPercent)"\s*:/i)

beforeAll(async () => {
  const { call } = desk()
  const partnerOf = async (code: string, name: string) => valueOf(await call(partnersContract.operations.create, { code, name, type: 'reseller', country: 'JP', status: 'active', tier: 'gold' })).id
  const [own, rival] = [await partnerOf('OWN', 'Kitami Systems'), await partnerOf('RIVAL', RIVAL)]
  const account = valueOf(await call(accountsContract.operations.create, { name: '北山食品株式会社', nameEn: 'Kitayama Foods K.K.', country: 'JP' }))
  const product = valueOf(await call(catalogueContract.operations.createProduct, { code: 'LEDGER', name: 'Ledger', nameJa: '台帳クラウド', kind: 'product', cost: COST, costCurrency: 'JPY' }))
  const book = valueOf(await call(catalogueContract.operations.createPriceBook, { code: 'LIST', name: 'List', currency: 'JPY', validFrom: '2026-01-01' }))
  valueOf(await call(catalogueContract.operations.setPrice, { bookId: book.id, productId: product.id, unitPrice: '100000', months: null, tiers: null } as never))
  const line = (discountPercent: string) => ({ code: 'LEDGER', custom: null, quantity: '3', discountPercent, groupName: null, seenUnitPrice: null })
  const quoteFor = async (partnerId: string, discount: string) => {
    const { id } = valueOf(await call(create, { accountId: account.id, partnerId, name: '台帳の更新', currency: 'JPY', language: 'ja' }))
    valueOf(await call(addLines, { quoteId: id, lines: [line(discount)] }))
    return id
  }
  // 100,000 less 13.573 % are 86,427.
  await quoteFor(rival, '13.573')
  quoteId = await quoteFor(own, '0')
  for (const kind of documentKinds) {
    const template = valueOf(await call(createTemplate, { name: kind, kind, language: 'ja', sender: 'Lira Financial' }))
    valueOf(await call(setLogo, { id: template.id, file: { name: 'logo.png', content: buildPng(120, 40).toString('base64') } }))
  }
})

async function written(format: DocumentFormat, kind: (typeof documentKinds)[number], language: (typeof locales)[number]): Promise<Buffer> {
  const path = join(desk().directory, `canary.${format}`)
  const token = nextId()
  desk().host.grantFile({ token, path, access: 'write' })
  valueOf(await desk().call(write, { quoteId, format, file: token, kind, language }))
  return readFileSync(path)
}

/** Every part of a workbook, unpacked (ZIP, APPNOTE 4.3.7). */
function unzipped(bytes: Buffer): string {
  const parts: string[] = []
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4)) {
    const [method, size, name, extra] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)]
    const data = bytes.subarray(at + 30 + name + extra, size === 0 ? undefined : at + 30 + name + extra + size)
    parts.push(method === 8 ? inflateRawSync(data, { finishFlush: 2 }).toString('utf8') : data.toString('utf8'))
  }
  return parts.join('\n')
}

const textOf: Readonly<Record<DocumentFormat, (bytes: Buffer) => string | Promise<string>>> = {
  pdf: async (bytes) => [(await readPdf(bytes)).text, ...(bytes.toString('latin1').match(/\/(Title|Author|Subject|Keywords)[^\n]*/g) ?? [])].join('\n'),
  html: (bytes) => bytes.toString('utf8'),
  csv: (bytes) => bytes.toString('utf8'),
  xlsx: unzipped,
}

/** Every format of the proposal in the customer's language, and an order form in each; a PDF embeds its fonts each time, so not all by all. */
const papers = [...documentFormats.map((format) => [format, 'proposal', 'ja'] as const), ...locales.map((language) => ['html', 'orderForm', language] as const)]

describe('B4.20: neither a cost nor another partner’s price reaches a partner', () => {
  test.each(papers)('by a %s of its %s in %s', async (format, kind, language) => {
    const text = await textOf[format](await written(format, kind, language))
    // What is looked through is really the quote.
    expect(text).toMatch(/300,?000/)
    expect(CANARIES.filter((canary) => canary.test(text))).toEqual([])
  })

  test.each(documentKinds)('by the JSON of its %s', async (kind) => {
    const json = JSON.stringify(valueOf(await desk().call(preview, { quoteId, kind })))
    expect(json).toMatch(/300,?000/)
    expect(CANARIES.filter((canary) => canary.test(json))).toEqual([])
  })

  test('though the desk knows them all', async () => {
    const { lines } = valueOf(await desk().call(quotesContract.operations.get, { id: quoteId }))
    expect(CANARIES[0]?.test(JSON.stringify(lines))).toBe(true)
  })
})

test('the logo is on paper and in the page of HTML', async () => {
  expect((await written('pdf', 'proposal', 'ja')).toString('latin1')).toContain('/Subtype /Image')
  expect((await written('html', 'proposal', 'ja')).toString('utf8')).toContain('href="data:image/png;base64,')
  expect((await written('html', 'proposal', 'es')).toString('utf8')).not.toContain('data:image')
})
