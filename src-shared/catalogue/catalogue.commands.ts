import { accept, command, insert, many, one, refuse, remove, update, type Decision, type Question } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import { decimalOf, isNegative, isPercentage } from '../foundation/decimal.ts'
import { currencyDecimals } from '../foundation/money.ts'
import type { RowOf } from '../foundation/table.ts'
import { catalogueContract } from './catalogue.contract.ts'
import { exchangeRates, partnerDiscounts, promotions } from './discount.table.ts'
import { priceBooks, prices } from './price-book.table.ts'
import { priceProblem } from './price-problem.ts'
import { priceSheetCommands } from './price-sheet.commands.ts'
import { products } from './product.table.ts'
import { specialPriceCommands } from './special-price.commands.ts'
import type { Validity } from '../quotes/validity.ts'

const { operations } = catalogueContract

const createProduct = command(operations.createProduct, function* (input, { id, commandId }) {
  const code = input.code.trim()
  if (code === '') return refuse('product.code-missing', 'a product needs a code')
  const [twin] = yield* many(products, 'byCode', [code])
  if (twin !== undefined) return refuse('product.code-taken', 'another product has this code', { code, name: twin.name })
  const productId = id()
  const row = { taxCategory: 'standard' as const, ...input, id: productId, code, name: input.name.trim() }
  const wrong = yield* wrongOfProduct(row)
  return wrong ?? accept({ entry: commandId, id: productId }, [insert(products, row)], [{ event: 'product.created', about: productId }])
})

const updateProduct = command(operations.updateProduct, function* (input, { commandId }) {
  const product = yield* one(products, input.id)
  if (product === undefined) return refuse('product.not-found', 'there is no such product')
  const decided = decideEdit('product', product, input.edits)
  if (!('patch' in decided)) return decided
  const { patch } = decided
  if (patch.name !== undefined) patch.name = patch.name.trim()
  const wrong = yield* wrongOfProduct({ ...product, ...patch })
  return wrong ?? accept({ entry: commandId }, [update(products, product.id, patch)], [{ event: 'product.edited', about: product.id }])
})

const createPriceBook = command(operations.createPriceBook, function* (input, { id, commandId }) {
  const code = input.code.trim()
  if (code === '') return refuse('price-book.code-missing', 'a price book needs a code')
  const [twin] = yield* many(priceBooks, 'byCode', [code])
  if (twin !== undefined) return refuse('price-book.code-taken', 'another price book has this code', { code, name: twin.name })
  if (currencyDecimals(input.currency) === null) return refuse('price-book.currency-unknown', 'there is no such currency', { currency: input.currency })
  const bookId = id()
  const row = { regions: [], partnerTypes: [], ...input, id: bookId, code, name: input.name.trim() }
  if (isReversed(row)) return refuse('price-book.dates-reversed', 'it would end before it begins')
  return accept({ entry: commandId, id: bookId }, [insert(priceBooks, row)], [{ event: 'price-book.created', about: bookId }])
})

const updatePriceBook = command(operations.updatePriceBook, function* (input, { commandId }) {
  const book = yield* one(priceBooks, input.id)
  if (book === undefined) return refuse('price-book.not-found', 'there is no such price book')
  const decided = decideEdit('price-book', book, input.edits)
  if (!('patch' in decided)) return decided
  if (isReversed({ ...book, ...decided.patch })) return refuse('price-book.dates-reversed', 'it would end before it begins')
  return accept({ entry: commandId }, [update(priceBooks, book.id, decided.patch)], [{ event: 'price-book.edited', about: book.id }])
})

const setPrice = command(operations.setPrice, function* ({ bookId, productId, ...price }, { id, commandId }) {
  const book = yield* one(priceBooks, bookId)
  if (book === undefined) return refuse('price-book.not-found', 'there is no such price book')
  const product = yield* one(products, productId)
  if (product === undefined) return refuse('product.not-found', 'there is no such product')
  const { unitPrice, tiers } = price
  const problem = priceProblem({ unitPrice, tiers })
  if (problem !== null) return refuse(problem.code, problem.message, problem.details)
  const present = (yield* many(prices, 'byProduct', [productId])).filter((each) => each.bookId === bookId)
  const notes = [{ event: 'price-book.priced', about: bookId, details: { product: product.code, unitPrice } }]
  if (unitPrice === null) return accept({ entry: commandId }, present.length === 0 ? [] : [remove(prices, ...present.map((each) => each.id))], notes)
  const [first] = present
  return accept({ entry: commandId }, [first === undefined ? insert(prices, { id: id(), bookId, productId, ...price, unitPrice }) : update(prices, first.id, { ...price, unitPrice })], notes)
})

const createPromotion = command(operations.createPromotion, function* (input, { id, commandId }) {
  const [twin] = yield* many(promotions, 'byCode', [input.code.trim()])
  if (twin !== undefined) return refuse('promotion.code-taken', 'another offer has this code', { code: twin.code, name: twin.name })
  const promotionId = id()
  const row = { place: 100, minimumQuantity: '0', standsAlone: false, percent: null, amount: null, currency: null, ...input, id: promotionId, code: input.code.trim() }
  return wrongOfPromotion(row) ?? accept({ entry: commandId, id: promotionId }, [insert(promotions, row)], [{ event: 'promotion.created', about: promotionId }])
})

const updatePromotion = command(operations.updatePromotion, function* (input, { commandId }) {
  const promotion = yield* one(promotions, input.id)
  if (promotion === undefined) return refuse('promotion.not-found', 'there is no such offer')
  const decided = decideEdit('promotion', promotion, input.edits)
  if (!('patch' in decided)) return decided
  return wrongOfPromotion({ ...promotion, ...decided.patch }) ?? accept({ entry: commandId }, [update(promotions, promotion.id, decided.patch)], [{ event: 'promotion.edited', about: promotion.id }])
})

const setPartnerDiscount = command(operations.setPartnerDiscount, function* (input, { id, commandId }) {
  if (!isPercentage(decimalOf(input.percent))) return refuse('partner-discount.percent-out-of-range', 'a percentage is from 0 to 100', { value: input.percent })
  if (isReversed(input)) return refuse('partner-discount.dates-reversed', 'it would end before it begins')
  const known = (yield* many(partnerDiscounts, 'byTier', [input.tier])).find(({ product, validFrom }) => product === (input.product ?? null) && validFrom === input.validFrom)
  const discountId = known?.id ?? id()
  const change = known === undefined ? insert(partnerDiscounts, { product: null, ...input, id: discountId }) : update(partnerDiscounts, known.id, { percent: input.percent, validTo: input.validTo ?? null })
  return accept({ entry: commandId, id: discountId }, [change], [{ event: 'partner-discount.set', about: discountId, details: { tier: input.tier, percent: input.percent } }])
})

const removePartnerDiscount = command(operations.removePartnerDiscount, function* ({ id }, { commandId }) {
  const discount = yield* one(partnerDiscounts, id)
  if (discount === undefined) return refuse('partner-discount.not-found', 'there is no such discount')
  return accept({ entry: commandId }, [remove(partnerDiscounts, id)], [{ event: 'partner-discount.removed', about: id, details: { tier: discount.tier } }])
})

const setExchangeRate = command(operations.setExchangeRate, function* ({ from, to, rate, date }, { id, commandId }) {
  for (const currency of [from, to]) if (currencyDecimals(currency) === null) return refuse('exchange-rate.currency-unknown', 'there is no such currency', { currency })
  if (from === to) return refuse('exchange-rate.same-currency', 'a rate is between two currencies', { currency: from })
  if (decimalOf(rate).digits <= 0) return refuse('exchange-rate.not-positive', 'a rate is above zero', { value: rate })
  const known = (yield* many(exchangeRates, 'byPair', [from, to])).find((each) => each.date === date)
  const rateId = known?.id ?? id()
  return accept({ entry: commandId, id: rateId }, [known === undefined ? insert(exchangeRates, { id: rateId, from, to, rate, date }) : update(exchangeRates, rateId, { rate })], [{ event: 'exchange-rate.set', about: rateId, details: { from, to, rate, date } }])
})

export const catalogueCommands = [createProduct, updateProduct, createPriceBook, updatePriceBook, setPrice, createPromotion, updatePromotion, setPartnerDiscount, removePartnerDiscount, setExchangeRate, ...priceSheetCommands, ...specialPriceCommands]

type Product = RowOf<typeof products>
type Promotion = RowOf<typeof promotions>

function* wrongOfProduct({ name, code, cost = null, costCurrency = null, sellableFrom = null, sellableTo = null, bundle = null }: Pick<Product, 'name' | 'code'> & Partial<Product>): Generator<Question, Decision<never> | undefined, unknown> {
  if (name === '') return refuse('product.name-missing', 'a product needs a name')
  if (cost !== null && costCurrency === null) return refuse('product.cost-incomplete', 'a cost is of a currency', { cost })
  if (cost !== null && isNegative(decimalOf(cost))) return refuse('product.cost-negative', 'a cost is not below zero', { value: cost })
  if (costCurrency !== null && currencyDecimals(costCurrency) === null) return refuse('product.currency-unknown', 'there is no such currency', { currency: costCurrency })
  if (sellableFrom !== null && isReversed({ validFrom: sellableFrom, validTo: sellableTo })) return refuse('product.dates-reversed', 'it would end before it begins')
  if (bundle === null) return undefined
  const named = bundle.options.map(({ product }) => product)
  if (named.includes(code)) return refuse('product.bundle-of-itself', 'a bundle does not hold itself', { code })
  const known = new Set((yield* many(products, 'byCode', ...named.map((each) => [each]))).map((each) => each.code))
  const unknown = bundle.options.flatMap(({ product, excludes, needs }) => [...(known.has(product) ? [] : [product]), ...[...excludes, ...needs].filter((each) => !named.includes(each))])[0]
  return unknown === undefined ? undefined : refuse('product.bundle-unknown', 'the bundle names a product that is not among its options', { code: unknown })
}

function wrongOfPromotion(promotion: Pick<Promotion, 'code' | 'name' | 'percent' | 'amount' | 'currency' | 'validFrom'> & { readonly validTo?: string | null }): Decision<never> | undefined {
  const { code, name, percent, amount, currency } = promotion
  if (code === '' || name.trim() === '') return refuse('promotion.name-missing', 'an offer needs a code and a name')
  if ((percent === null) === (amount === null)) return refuse('promotion.discount-unclear', 'an offer takes off either a percentage or an amount')
  if (percent !== null && !isPercentage(decimalOf(percent))) return refuse('promotion.percent-out-of-range', 'a percentage is from 0 to 100', { value: percent })
  if (amount !== null && (currency === null || currencyDecimals(currency) === null || isNegative(decimalOf(amount)))) return refuse('promotion.amount-incomplete', 'an amount is not below zero and of a currency', { amount })
  return isReversed(promotion) ? refuse('promotion.dates-reversed', 'it would end before it begins') : undefined
}

function isReversed({ validFrom, validTo = null }: { readonly validFrom: Validity['from']; readonly validTo?: Validity['to'] }): boolean {
  return validTo !== null && validTo < validFrom
}
