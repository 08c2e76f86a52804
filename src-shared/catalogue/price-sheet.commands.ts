import { accept, command, insert, many, one, refuse, remove, update, type Change } from '../foundation/command.ts'
import { compareDecimals, hundred, readDecimal, sum, zero } from '../foundation/decimal.ts'
import { dateText, dayNumber } from '../foundation/instant.ts'
import { currencyDecimals } from '../foundation/money.ts'
import type { RowOf } from '../foundation/table.ts'
import { catalogueContract } from './catalogue.contract.ts'
import { priceBooks, prices } from './price-book.table.ts'
import { priceProblem } from './price-problem.ts'
import { products } from './product.table.ts'
import { raisePrice } from './raise-price.ts'

const { operations } = catalogueContract
type Price = RowOf<typeof prices>

const setPrices = command(operations.setPrices, function* ({ bookId, prices: given }, { id, commandId }) {
  const book = yield* one(priceBooks, bookId)
  if (book === undefined) return refuse('price-book.not-found', 'there is no such price book')
  const known = new Map((yield* many(products, 'byCode', ...given.map(({ product }) => [product]))).map((product) => [product.code, product]))
  const present = new Map((yield* many(prices, 'byBook', [bookId])).map((price) => [price.productId, price]))
  const seen = new Set<string>()
  const changes: Change[] = []
  for (const { product: code, price, was } of given) {
    const product = known.get(code)
    if (product === undefined) return refuse('product.not-found', 'there is no such product', { product: code })
    if (seen.has(code)) return refuse('price-book.product-twice', 'a product has one price in a book', { product: code })
    seen.add(code)
    const problem = priceProblem({ unitPrice: price?.unitPrice ?? null, tiers: price?.tiers ?? null })
    if (problem !== null) return refuse(problem.code, problem.message, { ...(problem.details as object), product: code })
    const former = present.get(product.id)
    if (was !== undefined && was !== (former?.unitPrice ?? null)) return refuse('price-book.price-moved', 'the price was changed in the meantime', { product: code, theirs: former?.unitPrice ?? null, yours: price?.unitPrice ?? null })
    if (price === null) changes.push(...(former === undefined ? [] : [remove(prices, former.id)]))
    else if (former === undefined) changes.push(insert(prices, { id: id(), bookId, productId: product.id, ...price }))
    else if (!isSame(former, price)) changes.push(update(prices, former.id, price))
  }
  return accept({ entry: commandId }, changes, [{ event: 'price-book.prices-set', about: bookId, details: { prices: changes.length } }])
})

const copyPriceBook = command(operations.copyPriceBook, function* ({ id: from, endOriginal, percent, decimals, ...given }, { id, commandId }) {
  const book = yield* one(priceBooks, from)
  if (book === undefined) return refuse('price-book.not-found', 'there is no such price book')
  const code = given.code.trim()
  const name = given.name.trim()
  if (code === '' || name === '') return refuse('price-book.code-missing', 'a price book needs a code and a name')
  const [twin] = yield* many(priceBooks, 'byCode', [code])
  if (twin !== undefined) return refuse('price-book.code-taken', 'another price book has this code', { code, name: twin.name })
  if (given.validTo !== null && given.validTo < given.validFrom) return refuse('price-book.dates-reversed', 'it would end before it begins')
  if (compareDecimals(sum(hundred, readDecimal(percent)!), zero) <= 0) return refuse('price-book.percent-out-of-range', 'prices cannot be lowered by all of them', { value: percent })
  const lastDay = dateText(dayNumber(given.validFrom) - 1)
  if (endOriginal && lastDay < book.validFrom) return refuse('price-book.copy-too-early', 'the other book would end before it begins', { on: book.validFrom })
  const bookId = id()
  const { currency, regions, partnerTypes } = book
  const copied = yield* many(prices, 'byBook', [from])
  const places = decimals ?? currencyDecimals(currency) ?? 0
  const changes: Change[] = [
    insert(priceBooks, { ...given, id: bookId, code, name, currency, regions, partnerTypes }),
    ...(copied.length === 0 ? [] : [{ kind: 'insert' as const, table: prices, columns: ['id', 'bookId', 'productId', 'unitPrice', 'months', 'tiers'], rows: copied.map(({ productId, unitPrice, months, tiers }) => [id(), bookId, productId, raisePrice(unitPrice, percent, places), months, tiers]) }]),
    ...(endOriginal && (book.validTo === null || book.validTo > lastDay) ? [update(priceBooks, from, { validTo: lastDay })] : []),
  ]
  return accept({ entry: commandId, id: bookId }, changes, [{ event: 'price-book.copied', about: bookId, details: { from: book.name, prices: copied.length, percent } }])
})

export const priceSheetCommands = [setPrices, copyPriceBook]

function isSame(former: Price, { unitPrice, months, tiers }: Pick<Price, 'unitPrice' | 'months' | 'tiers'>): boolean {
  return former.unitPrice === unitPrice && former.months === months && JSON.stringify(former.tiers) === JSON.stringify(tiers)
}
