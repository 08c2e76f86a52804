import { accounts } from '#shared/accounts/account.table.ts'
import { exchangeRates, partnerDiscounts } from '#shared/catalogue/discount.table.ts'
import { priceBooks, prices } from '#shared/catalogue/price-book.table.ts'
import { products } from '#shared/catalogue/product.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import type { Quote, QuoteLine } from '#shared/quotes/quote-rows.ts'
import { quoteLines, quotes } from '#shared/quotes/quote.table.ts'
import { quotesContract, type NewLine } from '#shared/quotes/quotes.contract.ts'
import { orderLines } from '#shared/quotes/place-lines.ts'
import { buildAccount } from '#test/foundation/builders/build-account.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildExchangeRate, buildPartnerDiscount, buildPrice, buildPriceBook, buildProduct } from '#test/foundation/builders/build-quote.ts'
import { NOW, valueOf, type Desk } from '#test/foundation/desk.ts'

const option = { kind: 'optional' as const, minimum: '1', maximum: '1', excludes: [], needs: [], from: '2026-01-01', to: null }

/** A desk with a customer in Japan, a gold partner and things to sell in yen: LEDGER ¥1,000 (cost $4 at 150), SUPPORT ¥12,000 a year, TRAIN ¥500.5, SUITE with all three as options, OLD that is sold no more. */
export async function quotingDesk(desk: Desk) {
  const account = buildAccount({ name: '北山食品株式会社' })
  const partner = buildPartner({ tier: 'gold' })
  const book = buildPriceBook({ currency: 'JPY' })
  const goods = [
    buildProduct({ code: 'LEDGER', name: 'Ledger', nameJa: '台帳', nameEs: 'Libro mayor', cost: '4', costCurrency: 'USD' }),
    buildProduct({ code: 'SUPPORT', name: 'Support', nameJa: 'サポート', kind: 'service', cost: '3000', costCurrency: 'JPY' }),
    buildProduct({ code: 'TRAIN', name: 'Training', kind: 'service', cost: '100', costCurrency: 'JPY' }),
    buildProduct({ code: 'SUITE', name: 'Suite', cost: '0', costCurrency: 'JPY', bundle: { options: [{ ...option, product: 'LEDGER', kind: 'required', maximum: null }, { ...option, product: 'SUPPORT', excludes: ['TRAIN'] }, { ...option, product: 'TRAIN', excludes: ['SUPPORT'] }] } }),
    buildProduct({ code: 'OLD', name: 'Old', sellableTo: '2026-06-30' }),
    buildProduct({ code: 'UNLISTED', name: 'In no price book' }),
  ]
  const listed = [['LEDGER', '1000'], ['SUPPORT', '12000'], ['TRAIN', '500.5'], ['SUITE', '200'], ['OLD', '10']] as const
  await desk.put(accounts, account)
  await desk.put(partners, partner)
  await desk.put(products, ...goods)
  await desk.put(priceBooks, book)
  await desk.put(prices, ...listed.map(([code, unitPrice]) => buildPrice({ bookId: book.id, productId: goods.find((product) => product.code === code)!.id, unitPrice, months: code === 'SUPPORT' ? 12 : null })))
  await desk.put(partnerDiscounts, buildPartnerDiscount({ tier: 'gold', percent: '20' }))
  await desk.put(exchangeRates, buildExchangeRate({}))
  return { account, partner, book, product: (code: string) => goods.find((each) => each.code === code)! }
}

const { create, addLines, send } = quotesContract.operations

export const aLine = (code: string, given: Partial<NewLine> = {}): NewLine => ({ code, custom: null, quantity: '1', discountPercent: '0', groupName: null, seenUnitPrice: null, ...given })

export async function aQuote(desk: Desk, accountId: string, lines: readonly NewLine[] = [aLine('LEDGER', { quantity: '3' })], given: Partial<Quote> = {}): Promise<string> {
  const { id } = valueOf(await desk.run(create, { accountId, name: '台帳の導入', currency: 'JPY', ...given }))
  if (lines.length > 0) valueOf(await desk.run(addLines, { quoteId: id, lines: [...lines] }))
  return id
}

/** A quote that was sent, and the hash of what was. */
export async function aSentQuote(desk: Desk, accountId: string, lines?: readonly NewLine[]): Promise<{ readonly id: string; readonly contentHash: string }> {
  const id = await aQuote(desk, accountId, lines)
  return { id, contentHash: valueOf(await desk.run(send, { id, at: NOW })).contentHash }
}

export async function quoteOf(desk: Desk, id: string): Promise<Quote> {
  return (await desk.row(quotes, id))!
}

export async function linesOf(desk: Desk, id: string): Promise<readonly QuoteLine[]> {
  return orderLines((await desk.rows(quoteLines)).filter(({ quoteId }) => quoteId === id))
}
