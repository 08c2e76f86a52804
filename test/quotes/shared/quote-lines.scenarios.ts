import { expect } from 'vitest'
import { specialPrices, promotions } from '#shared/catalogue/discount.table.ts'
import { catalogueContract } from '#shared/catalogue/catalogue.contract.ts'
import { prices } from '#shared/catalogue/price-book.table.ts'
import { products } from '#shared/catalogue/product.table.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { quoteLines, quotes } from '#shared/quotes/quote.table.ts'
import { quotesContract } from '#shared/quotes/quotes.contract.ts'
import { buildPrice, buildProduct, buildPromotion, buildSpecialPrice } from '#test/foundation/builders/build-quote.ts'
import { idNumber, nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { aLine, aQuote, aSentQuote, linesOf, quoteOf, quotingDesk } from './quoting-desk.ts'

const { addLines, changeLines, changeCustomPrice, moveLines, removeLines, configure, update } = quotesContract.operations
const custom = { name: '出張設置', unit: '式', unitPrice: '33333.33', cost: '20000', taxCategory: 'standard' as const, isService: true }

export const quoteLinesScenarios: Scenarios = {
  'adds products with all their price follows from, in the quote’s language, and says what the quote comes to': async (desk) => {
    const { account, product } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [aLine('LEDGER', { quantity: '3' }), aLine('SUPPORT')])
    const [ledger, support] = await linesOf(desk, id)
    expect(ledger).toMatchObject({
      productId: product('LEDGER').id, code: 'LEDGER', name: '台帳', quantity: '3', parentId: null, termFrom: null, seenUnitPrice: null,
      terms: { book: 'LIST-JPY', unitPrice: '1000', months: null, tax: { category: 'standard', rate: '10' }, tierPercent: '0', cost: { amount: '600', given: '4', currency: 'USD', rate: '150', rateDate: '2026-11-01' }, problem: null },
    })
    expect(support).toMatchObject({ termFrom: '2026-11-22', termTo: '2027-11-21', terms: { unitPrice: '12000', months: 12 } })
    // 3 × 1000 + 12000, of which 1800 + 3000 is cost.
    expect(await quoteOf(desk, id)).toMatchObject({ lineCount: 2, net: 15000, tax: 1500, gross: 16500, margin: 6800 })
  },
  'refuses what is not sold, is sold no more or is in no price book, naming the line, and adds nothing': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [])
    const adding = async (...lines: Parameters<typeof aLine>[]) => refusalOf(await desk.run(addLines, { quoteId: id, lines: lines.map((line) => aLine(...line)) }))
    expect(await adding(['LEDGER'], ['NOTHING'])).toEqual({ code: 'product.not-found', details: { product: 'NOTHING', line: 2 } })
    expect(await adding(['OLD'])).toEqual({ code: 'product.discontinued', details: { product: 'OLD', on: '2026-06-30', line: 1 } })
    expect(await adding(['UNLISTED'])).toEqual({ code: 'price.not-listed', details: { product: 'UNLISTED', currency: 'JPY', line: 1 } })
    expect(await adding(['LEDGER', { discountPercent: '100.5' }])).toEqual({ code: 'quote.percent-out-of-range', details: { value: '100.5', line: 1 } })
    expect(await adding(['LEDGER', { quantity: '9'.repeat(30) }])).toEqual({ code: 'quote.too-large' })
    expect(await desk.rows(quoteLines)).toEqual([])
    expect(await quoteOf(desk, id)).toMatchObject({ lineCount: 0, net: 0 })
    expect(refusalOf(await desk.run(addLines, { quoteId: nextId(), lines: [aLine('LEDGER')] }))).toEqual({ code: 'quote.not-found' })
  },
  'holds two thousand lines and no more': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, Array.from({ length: 2000 }, () => aLine('TRAIN')))
    expect(await quoteOf(desk, id)).toMatchObject({ lineCount: 2000, net: 2000 * 500 })
    expect(refusalOf(await desk.run(addLines, { quoteId: id, lines: [aLine('TRAIN')] }))).toEqual({ code: 'quote.too-many-lines', details: { limit: 2000 } })
  },
  'remembers the list price that a desk showed where it finds another': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [aLine('LEDGER', { seenUnitPrice: '900' }), aLine('LEDGER', { seenUnitPrice: '1000.0' })])
    expect((await linesOf(desk, id)).map(({ seenUnitPrice, terms }) => [seenUnitPrice, terms.unitPrice])).toEqual([['900', '1000'], [null, '1000']])
  },
  'holds custom items at a price by hand, from which no offer and no tier takes anything': async (desk) => {
    const { account, partner } = await quotingDesk(desk)
    await desk.put(promotions, buildPromotion({ code: 'ALL', percent: '50' }))
    const id = await aQuote(desk, account.id, [{ ...aLine(''), code: null, custom, quantity: '3' }], { partnerId: partner.id })
    const [line] = await linesOf(desk, id)
    expect(line).toMatchObject({ productId: null, code: null, name: '出張設置', unit: '式', terms: { book: null, unitPrice: '33333.33', offers: [], tierPercent: '0' } })
    expect(await quoteOf(desk, id)).toMatchObject({ net: 99999, margin: 4000 })
    valueOf(await desk.run(changeCustomPrice, { quoteId: id, lineId: line!.id, unitPrice: '30000', cost: null }))
    expect(await quoteOf(desk, id)).toMatchObject({ net: 90000, margin: null })
    const ledger = valueOf(await desk.run(addLines, { quoteId: id, lines: [aLine('LEDGER')] })).ids[0]!
    expect(refusalOf(await desk.run(changeCustomPrice, { quoteId: id, lineId: ledger, unitPrice: '1', cost: null }))).toEqual({ code: 'quote.price-listed', details: { product: 'LEDGER' } })
    expect(refusalOf(await desk.run(changeCustomPrice, { quoteId: id, lineId: nextId(), unitPrice: '1', cost: null }))).toEqual({ code: 'quote.line-not-found' })
  },
  'takes offers and special prices of the day, and no others': async (desk) => {
    const { account, partner } = await quotingDesk(desk)
    await desk.put(promotions, buildPromotion({ code: 'NOW', percent: '10' }), buildPromotion({ code: 'LATER', percent: '90', validFrom: '2026-11-23' }), buildPromotion({ code: 'DOLLARS', amount: '5', currency: 'USD' }))
    await desk.put(specialPrices, buildSpecialPrice({ accountId: account.id, product: 'TRAIN', unitPrice: '400', maximumQuantity: '5', soldQuantity: '2' }), buildSpecialPrice({ accountId: account.id, product: 'TRAIN', unitPrice: '1', state: 'requested' }), buildSpecialPrice({ accountId: account.id, partnerId: partner.id, product: 'TRAIN', unitPrice: '2' }))
    const id = await aQuote(desk, account.id, [aLine('LEDGER'), aLine('TRAIN', { quantity: '3' }), aLine('TRAIN', { quantity: '4' })])
    expect((await linesOf(desk, id)).map(({ terms }) => [terms.offers.map(({ code }) => code), terms.specials])).toEqual([
      [['NOW'], []], [['NOW'], [{ code: 'SPA-7', unitPrice: '400', left: '3', stacks: false }]], [['NOW'], [{ code: 'SPA-7', unitPrice: '400', left: '3', stacks: false }]],
    ])
    // 900; seven are too many for the special price, on whichever lines, so the list price less ten percent.
    expect(await quoteOf(desk, id)).toMatchObject({ net: 900 + 1351 + 1801 })
    valueOf(await desk.run(removeLines, { quoteId: id, ids: [(await linesOf(desk, id))[2]!.id] }))
    expect(await quoteOf(desk, id)).toMatchObject({ net: 900 + 1200 })
  },
  'says in its row what its lines come to, also after a change was taken back and done again': async (desk) => {
    const { undo } = journalContract.operations
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [aLine('LEDGER', { quantity: '3' }), aLine('TRAIN')])
    const [ledger, training] = await linesOf(desk, id)
    const change = async (line: string, quantity: string) => valueOf(await desk.run(changeLines, { quoteId: id, lines: [{ id: line, edits: [{ field: 'quantity', value: quantity }] }] })).entry
    const total = async () => [(await quoteOf(desk, id)).lineCount, (await quoteOf(desk, id)).net]
    const first = await change(ledger!.id, '5')
    await change(training!.id, '2')
    const undone = valueOf(await desk.run(undo, { entry: first })).entry
    expect(await total()).toEqual([2, 3000 + 1001])
    await change(training!.id, '4')
    valueOf(await desk.run(undo, { entry: undone }))
    expect(await total()).toEqual([2, 5000 + 2002])
    const added = valueOf(await desk.run(addLines, { quoteId: id, lines: [aLine('LEDGER')] })).entry
    await change(training!.id, '1')
    valueOf(await desk.run(undo, { entry: added }))
    expect(await total()).toEqual([2, 5000 + 500])
    const removed = valueOf(await desk.run(removeLines, { quoteId: id, ids: [ledger!.id] })).entry
    await change(training!.id, '2')
    valueOf(await desk.run(undo, { entry: removed }))
    expect(await total()).toEqual([2, 5000 + 1001])
  },
  'edits one line or many as one, two people different lines of one quote, and refuses a field that has moved': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [aLine('LEDGER', { quantity: '3' }), aLine('TRAIN')])
    const [ledger, training] = await linesOf(desk, id)
    const first = valueOf(await desk.run(changeLines, { quoteId: id, lines: [{ id: ledger!.id, edits: [{ field: 'quantity', value: '5', was: '3' }, { field: 'discountPercent', value: '10' }] }] }))
    valueOf(await desk.run(changeLines, { quoteId: id, lines: [{ id: training!.id, edits: [{ field: 'quantity', value: '2', was: '1' }] }] }))
    expect(await quoteOf(desk, id)).toMatchObject({ net: 4500 + 1001 })
    expect(refusalOf(await desk.run(changeLines, { quoteId: id, lines: [{ id: ledger!.id, edits: [{ field: 'quantity', value: '7', was: '3' }] }] }))).toEqual({ code: 'quote.stale', details: { field: 'quantity', yours: '7', theirs: '5' } })
    expect(refusalOf(await desk.run(changeLines, { quoteId: id, lines: [{ id: ledger!.id, edits: [{ field: 'discountPercent', value: '-1' }] }] }))).toEqual({ code: 'quote.percent-out-of-range', details: { value: '-1', line: 1 } })
    expect(refusalOf(await desk.run(changeLines, { quoteId: id, lines: [{ id: ledger!.id, edits: [{ field: 'name', value: ' ' }] }] }))).toEqual({ code: 'quote.line-name-missing' })
    expect(refusalOf(await desk.run(changeLines, { quoteId: id, lines: [{ id: nextId(), edits: [{ field: 'name', value: 'x' }] }] }))).toEqual({ code: 'quote.line-not-found' })
    valueOf(await desk.run(journalContract.operations.undo, { entry: first.entry }))
    expect((await linesOf(desk, id)).map(({ quantity, discountPercent }) => [quantity, discountPercent])).toEqual([['3', '0'], ['2', '0']])
  },
  'keeps a term whole: its last day is not before its first, and it is not left out': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [aLine('SUPPORT')])
    const [line] = await linesOf(desk, id)
    const change = async (field: string, value: string | null) => refusalOf(await desk.run(changeLines, { quoteId: id, lines: [{ id: line!.id, edits: [{ field, value }] }] } as never))
    expect(await change('termTo', '2026-11-01')).toMatchObject({ code: 'price.term-reversed' })
    expect(await change('termTo', null)).toMatchObject({ code: 'price.term-missing' })
    expect(await change('termTo', '2028-11-21')).toBe('accepted')
    expect(await quoteOf(desk, id)).toMatchObject({ net: 24000 })
  },
  'prices no quantity, credits and discounts of everything (B4.5)': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [aLine('LEDGER', { quantity: '0' }), aLine('TRAIN', { quantity: '-3' }), aLine('LEDGER', { quantity: '2', discountPercent: '100' })])
    expect(await quoteOf(desk, id)).toMatchObject({ net: -1501, tax: -150, gross: -1651 })
  },
  'moves lines before another and to the end, and no option from its bundle': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [aLine('SUITE'), aLine('LEDGER'), aLine('SUPPORT'), aLine('TRAIN')])
    const [suite, ledger, support, training] = (await linesOf(desk, id)).map((line) => line.id)
    valueOf(await desk.run(configure, { quoteId: id, lineId: suite!, chosen: [{ code: 'LEDGER', quantity: '1' }] }))
    const order = async () => (await linesOf(desk, id)).map(({ code, parentId }) => (parentId === null ? code : `- ${code}`))
    expect(await order()).toEqual(['SUITE', '- LEDGER', 'LEDGER', 'SUPPORT', 'TRAIN'])
    valueOf(await desk.run(moveLines, { quoteId: id, ids: [training!, support!], before: ledger! }))
    expect(await order()).toEqual(['SUITE', '- LEDGER', 'SUPPORT', 'TRAIN', 'LEDGER'])
    valueOf(await desk.run(moveLines, { quoteId: id, ids: [suite!], before: null }))
    expect(await order()).toEqual(['SUPPORT', 'TRAIN', 'LEDGER', 'SUITE', '- LEDGER'])
    const chosen = (await linesOf(desk, id))[4]!.id
    expect(refusalOf(await desk.run(moveLines, { quoteId: id, ids: [chosen], before: ledger! }))).toEqual({ code: 'quote.option-not-movable' })
    expect(refusalOf(await desk.run(moveLines, { quoteId: id, ids: [ledger!], before: ledger! }))).toEqual({ code: 'quote.line-before-itself' })
    expect(refusalOf(await desk.run(moveLines, { quoteId: id, ids: [nextId()], before: null }))).toEqual({ code: 'quote.line-not-found' })
  },
  'chooses options of a bundle, keeps what was said of those that stay, and says why others cannot be': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [aLine('SUITE'), aLine('LEDGER')])
    const [suite, plain] = await linesOf(desk, id)
    const choose = async (...chosen: readonly (readonly [string, string])[]) => refusalOf(await desk.run(configure, { quoteId: id, lineId: suite!.id, chosen: chosen.map(([code, quantity]) => ({ code, quantity })) }))
    expect(await choose(['LEDGER', '2'], ['SUPPORT', '1'])).toBe('accepted')
    const option = (await linesOf(desk, id))[1]!
    valueOf(await desk.run(changeLines, { quoteId: id, lines: [{ id: option.id, edits: [{ field: 'discountPercent', value: '5' }] }] }))
    expect(await choose(['TRAIN', '1'], ['LEDGER', '4'])).toBe('accepted')
    expect((await linesOf(desk, id)).map(({ code, quantity, discountPercent, parentId }) => [code, quantity, discountPercent, parentId])).toEqual([
      ['SUITE', '1', '0', null], ['TRAIN', '1', '0', suite!.id], ['LEDGER', '4', '5', suite!.id], ['LEDGER', '1', '0', null],
    ])
    expect(await quoteOf(desk, id)).toMatchObject({ lineCount: 4, net: 200 + 500 + 3800 + 1000 })
    expect(await choose(['SUPPORT', '1'])).toEqual({ code: 'quote.bundle-invalid', details: { product: 'LEDGER', problem: 'requiredMissing', problems: 1 } })
    expect(await choose(['LEDGER', '1'], ['SUPPORT', '1'], ['TRAIN', '1'])).toEqual({ code: 'quote.bundle-invalid', details: { product: 'SUPPORT', problem: 'excluded', problems: 2 } })
    expect(refusalOf(await desk.run(configure, { quoteId: id, lineId: plain!.id, chosen: [] }))).toEqual({ code: 'quote.no-bundle', details: { product: 'LEDGER' } })
    expect(refusalOf(await desk.run(configure, { quoteId: id, lineId: nextId(), chosen: [] }))).toEqual({ code: 'quote.line-not-found' })
  },
  'an option is not configured itself: what hung below it would be in no order, no price and no hash': async (desk) => {
    const { account, product } = await quotingDesk(desk)
    const inner = buildProduct({ code: 'INNER', bundle: product('SUITE').bundle })
    const outer = buildProduct({ code: 'OUTER', bundle: { options: [{ product: 'INNER', kind: 'optional', minimum: '1', maximum: '1', excludes: [], needs: [], from: '2026-01-01', to: null }] } })
    await desk.put(products, inner, outer)
    const { bookId } = (await desk.rows(prices))[0]!
    await desk.put(prices, ...[inner, outer].map(({ id: productId }) => buildPrice({ bookId, productId, unitPrice: '10' })))
    const id = await aQuote(desk, account.id, [aLine('OUTER')])
    const [line] = await linesOf(desk, id)
    valueOf(await desk.run(configure, { quoteId: id, lineId: line!.id, chosen: [{ code: 'INNER', quantity: '1' }] }))
    const option = (await linesOf(desk, id))[1]!
    expect(refusalOf(await desk.run(configure, { quoteId: id, lineId: option.id, chosen: [{ code: 'LEDGER', quantity: '1' }] }))).toEqual({ code: 'quote.no-bundle', details: { product: 'INNER' } })
    expect(await quoteOf(desk, id)).toMatchObject({ lineCount: 2, net: 20 })
  },
  'removes lines, a bundle with its options': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [aLine('SUITE'), aLine('LEDGER')])
    const [suite] = await linesOf(desk, id)
    valueOf(await desk.run(configure, { quoteId: id, lineId: suite!.id, chosen: [{ code: 'LEDGER', quantity: '1' }] }))
    valueOf(await desk.run(removeLines, { quoteId: id, ids: [suite!.id] }))
    expect((await linesOf(desk, id)).map(({ code }) => code)).toEqual(['LEDGER'])
    expect(await quoteOf(desk, id)).toMatchObject({ lineCount: 1, net: 1000 })
    expect(refusalOf(await desk.run(removeLines, { quoteId: id, ids: [suite!.id] }))).toEqual({ code: 'quote.line-not-found' })
  },
  'takes an approval back with any edit (B4.8), and edits nothing that was sent': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id)
    const quote = await quoteOf(desk, id)
    await desk.put(quotes, { ...quote, id: nextId(), rootId: nextId(), status: 'approved', approvedHash: 'a' })
    const approved = (await desk.rows(quotes)).find(({ status }) => status === 'approved')!
    valueOf(await desk.run(update, { id: approved.id, edits: [{ field: 'notes', value: 'x' }] }))
    expect(await quoteOf(desk, approved.id)).toMatchObject({ status: 'draft', approvedHash: 'a' })
    const { id: sent } = await aSentQuote(desk, account.id)
    const [line] = await linesOf(desk, sent)
    const refused = { code: 'quote.not-editable', details: { status: 'sent' } }
    expect(refusalOf(await desk.run(update, { id: sent, edits: [{ field: 'notes', value: 'x' }] }))).toEqual(refused)
    expect(refusalOf(await desk.run(addLines, { quoteId: sent, lines: [aLine('LEDGER')] }))).toEqual(refused)
    expect(refusalOf(await desk.run(changeLines, { quoteId: sent, lines: [{ id: line!.id, edits: [{ field: 'quantity', value: '9' }] }] }))).toEqual(refused)
    expect(refusalOf(await desk.run(removeLines, { quoteId: sent, ids: [line!.id] }))).toEqual(refused)
    expect(refusalOf(await desk.run(moveLines, { quoteId: sent, ids: [line!.id], before: null }))).toEqual(refused)
    expect(refusalOf(await desk.run(configure, { quoteId: sent, lineId: line!.id, chosen: [] }))).toEqual(refused)
    expect(refusalOf(await desk.run(changeCustomPrice, { quoteId: sent, lineId: line!.id, unitPrice: '1', cost: null }))).toEqual(refused)
    expect(refusalOf(await desk.run(quotesContract.operations.reprice, { id: sent, on: NOW.slice(0, 10) }))).toEqual(refused)
  },
  'asks for a special price, has it decided, and sells at it': async (desk) => {
    const { account } = await quotingDesk(desk)
    const { requestSpecialPrice, decideSpecialPrice } = catalogueContract.operations
    const { id } = valueOf(await desk.run(requestSpecialPrice, { accountId: account.id, product: 'LEDGER', currency: 'JPY', unitPrice: '800', validFrom: '2026-11-01', reason: '大口' }))
    const before = await aQuote(desk, account.id, [aLine('LEDGER')])
    valueOf(await desk.run(decideSpecialPrice, { id, grant: true }, { actor: { id: idNumber(0xb1), name: 'Bea' } }))
    const after = await aQuote(desk, account.id, [aLine('LEDGER')])
    expect([(await quoteOf(desk, before)).net, (await quoteOf(desk, after)).net]).toEqual([1000, 800])
  },
  'refuses a price so small beside its cost that no margin can be kept of it': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aQuote(desk, account.id, [{ ...aLine(''), code: null, custom }])
    const [line] = await linesOf(desk, id)
    const before = await quoteOf(desk, id)
    expect(refusalOf(await desk.run(changeCustomPrice, { quoteId: id, lineId: line!.id, unitPrice: '1', cost: '90000000000000000' }))).toEqual({ code: 'quote.too-large' })
    expect(await quoteOf(desk, id)).toEqual(before)
  },
}
