import { accept, command, one, refuse, remove, update, type Change, type Decision } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import { decimalOf, isPercentage } from '../foundation/decimal.ts'
import { products } from '../catalogue/product.table.ts'
import { checkBundle } from './check-bundle.ts'
import { bundleOf } from './check-line-bundles.ts'
import { newLine } from './new-lines.ts'
import { placeLines } from './place-lines.ts'
import { keptVersion, pricingFacts } from './pricing-facts.ts'
import { editableQuote, settleQuote } from './quote-facts.ts'
import { MAXIMUM_QUOTE_LINES } from './quote.ts'
import type { QuoteLine } from './quote-rows.ts'
import { quoteLines } from './quote.table.ts'
import { quotesContract } from './quotes.contract.ts'

const { operations } = quotesContract

const addLines = command(operations.addLines, function* (input, context) {
  const { id, commandId } = context
  const whole = yield* editableQuote(input.quoteId)
  if ('kind' in whole) return whole
  const { quote, lines } = whole
  if (lines.length + input.lines.length > MAXIMUM_QUOTE_LINES) return refuse('quote.too-many-lines', 'a quote does not hold so many lines', { limit: MAXIMUM_QUOTE_LINES })
  const facts = yield* pricingFacts(quote, input.lines.flatMap(({ code }) => code ?? []), keptVersion(quote, lines))
  const { places, moved } = placeLines(lines, input.lines.length, input.before)
  const added: QuoteLine[] = []
  for (const [at, given] of input.lines.entries()) {
    if (!isPercentage(decimalOf(given.discountPercent))) return outOfRange(given.discountPercent, at + 1)
    const line = newLine(quote, facts, given, id())
    if (!line.ok) return refuse(line.error.code, line.error.message, { ...(line.error.details as object), line: at + 1 })
    added.push({ ...line.value, place: places[at]!, createdAt: '', updatedAt: '', rev: 1 })
  }
  const priced = yield* settleQuote(context, quote, [...lines, ...added])
  if (!('settled' in priced)) return priced
  return accept({ entry: commandId, ids: added.map((line) => line.id) }, [...insertions(added), ...placings(moved), ...priced.settled], [{ event: 'quote.lines-added', about: quote.id, details: { lines: added.length } }])
})

const changeLines = command(operations.changeLines, function* (input, context) {
  const { commandId } = context
  const whole = yield* editableQuote(input.quoteId)
  if ('kind' in whole) return whole
  const patches = new Map<string, Partial<QuoteLine>>()
  for (const { id, edits } of input.lines) {
    const line = whole.lines.find((each) => each.id === id)
    if (line === undefined) return refuse('quote.line-not-found', 'there is no such line in the quote')
    const decided = decideEdit('quote', { ...line, ...patches.get(id) }, edits)
    if (!('patch' in decided)) return decided
    const { discountPercent, name } = decided.patch
    if (discountPercent !== undefined && !isPercentage(decimalOf(discountPercent))) return outOfRange(discountPercent, whole.lines.indexOf(line) + 1)
    if (name?.trim() === '') return refuse('quote.line-name-missing', 'a line needs a name')
    patches.set(id, { ...patches.get(id), ...decided.patch })
  }
  const priced = yield* settleQuote(context, whole.quote, whole.lines.map((line) => ({ ...line, ...patches.get(line.id) })))
  if (!('settled' in priced)) return priced
  const changes = [...patches].filter(([, patch]) => Object.keys(patch).length > 0).map(([id, patch]) => update(quoteLines, id, patch))
  return accept({ entry: commandId }, changes.length === 0 ? [] : [...changes, ...priced.settled], [{ event: 'quote.lines-changed', about: input.quoteId, details: { lines: changes.length } }])
})

const changeCustomPrice = command(operations.changeCustomPrice, function* ({ quoteId, lineId, unitPrice, cost }, context) {
  const { commandId } = context
  const whole = yield* editableQuote(quoteId)
  if ('kind' in whole) return whole
  const line = whole.lines.find(({ id }) => id === lineId)
  if (line === undefined) return refuse('quote.line-not-found', 'there is no such line in the quote')
  if (line.productId !== null) return refuse('quote.price-listed', 'the price of a product comes from a price book: give a discount, or ask for a special price', { product: line.code })
  const terms: QuoteLine['terms'] = { ...line.terms, unitPrice, cost: cost === null ? null : { amount: cost, given: cost, currency: whole.quote.currency, rate: null, rateDate: null } }
  const priced = yield* settleQuote(context, whole.quote, whole.lines.map((each) => (each === line ? { ...line, terms } : each)))
  if (!('settled' in priced)) return priced
  return accept({ entry: commandId }, [update(quoteLines, lineId, { terms }), ...priced.settled], [{ event: 'quote.lines-changed', about: quoteId, details: { lines: 1 } }])
})

const moveLines = command(operations.moveLines, function* ({ quoteId, ids, before }, context) {
  const { commandId } = context
  const whole = yield* editableQuote(quoteId)
  if ('kind' in whole) return whole
  const moving = whole.lines.filter(({ id }) => ids.includes(id))
  if (moving.length !== new Set(ids).size) return refuse('quote.line-not-found', 'there is no such line in the quote')
  if (moving.some(({ parentId }) => parentId !== null)) return refuse('quote.option-not-movable', 'an option stays with its bundle')
  if (before !== null && ids.includes(before)) return refuse('quote.line-before-itself', 'lines cannot be moved before themselves')
  const { places, moved } = placeLines(whole.lines.filter(({ id, parentId }) => !ids.includes(id) && !ids.includes(parentId ?? '')), moving.length, before)
  const newPlaces = [...moved, ...moving.map(({ id }, at) => ({ id, place: places[at]! }))]
  const all = new Map(newPlaces.map(({ id, place }) => [id, place]))
  const priced = yield* settleQuote(context, whole.quote, whole.lines.map((line) => ({ ...line, place: all.get(line.id) ?? line.place })))
  if (!('settled' in priced)) return priced
  return accept({ entry: commandId }, [...placings(newPlaces), ...priced.settled], [{ event: 'quote.lines-moved', about: quoteId, details: { lines: moving.length } }])
})

const removeLines = command(operations.removeLines, function* ({ quoteId, ids }, context) {
  const { commandId } = context
  const whole = yield* editableQuote(quoteId)
  if ('kind' in whole) return whole
  const isGone = ({ id, parentId }: QuoteLine): boolean => ids.includes(id) || (parentId !== null && ids.includes(parentId))
  const gone = whole.lines.filter(isGone)
  if (ids.some((id) => !gone.some((line) => line.id === id))) return refuse('quote.line-not-found', 'there is no such line in the quote')
  const priced = yield* settleQuote(context, whole.quote, whole.lines.filter((line) => !isGone(line)))
  if (!('settled' in priced)) return priced
  return accept({ entry: commandId }, [remove(quoteLines, ...gone.map(({ id }) => id)), ...priced.settled], [{ event: 'quote.lines-removed', about: quoteId, details: { lines: gone.length } }])
})

const configure = command(operations.configure, function* ({ quoteId, lineId, chosen }, context) {
  const { id, commandId } = context
  const whole = yield* editableQuote(quoteId)
  if ('kind' in whole) return whole
  const { quote, lines } = whole
  const line = lines.find((each) => each.id === lineId)
  if (line === undefined) return refuse('quote.line-not-found', 'there is no such line in the quote')
  const product = line.productId === null || line.parentId !== null ? undefined : yield* one(products, line.productId)
  if (product === undefined || product.bundle === null) return refuse('quote.no-bundle', 'the line is no bundle', { product: line.code })
  const problems = checkBundle(bundleOf(product.code, product.bundle), decimalOf(line.quantity), chosen.map(({ code, quantity }) => ({ product: code, quantity: decimalOf(quantity) })), quote.pricedOn)
  const [first] = problems
  if (first !== undefined) return refuse('quote.bundle-invalid', 'the options cannot be sold together', { product: first.product, problem: first.problem, problems: problems.length })
  const own = lines.filter(({ parentId }) => parentId === lineId)
  const facts = yield* pricingFacts(quote, chosen.map(({ code }) => code), keptVersion(quote, lines))
  const options: QuoteLine[] = []
  const changes: Change[] = []
  for (const [at, { code, quantity }] of chosen.entries()) {
    const kept = own.find((option) => option.code === code)
    if (kept !== undefined) {
      options.push({ ...kept, quantity, place: at + 1 })
      if (kept.quantity !== quantity || kept.place !== at + 1) changes.push(update(quoteLines, kept.id, { quantity, place: at + 1 }))
      continue
    }
    const option = newLine(quote, facts, { code, custom: null, quantity, discountPercent: '0', groupName: line.groupName, seenUnitPrice: null }, id())
    if (!option.ok) return refuse(option.error.code, option.error.message, option.error.details)
    const row: QuoteLine = { ...option.value, parentId: lineId, place: at + 1, createdAt: '', updatedAt: '', rev: 1 }
    options.push(row)
    changes.push(...insertions([row]))
  }
  const gone = own.filter((option) => !options.some((each) => each.id === option.id))
  const priced = yield* settleQuote(context, quote, [...lines.filter(({ parentId }) => parentId !== lineId), ...options])
  if (!('settled' in priced)) return priced
  return accept({ entry: commandId }, [...(gone.length === 0 ? [] : [remove(quoteLines, ...gone.map((option) => option.id))]), ...changes, ...priced.settled], [{ event: 'quote.configured', about: quoteId, details: { product: product.code } }])
})

export const quoteLinesCommands = [addLines, changeLines, changeCustomPrice, moveLines, removeLines, configure]

function outOfRange(value: string, line: number): Decision<never> {
  return refuse('quote.percent-out-of-range', 'a percentage is from 0 to 100', { value, line })
}

function insertions(lines: readonly QuoteLine[]): readonly Change[] {
  const columns = quoteLines.columnNames.filter((column) => !FILLED_IN.has(column)) as (keyof QuoteLine)[]
  return lines.length === 0 ? [] : [{ kind: 'insert', table: quoteLines, columns, rows: lines.map((line) => columns.map((column) => line[column])) }]
}

/** By whoever keeps the row. */
const FILLED_IN: ReadonlySet<string> = new Set<keyof QuoteLine>(['createdAt', 'updatedAt', 'rev'])

function placings(lines: readonly { readonly id: string; readonly place: number }[]): readonly Change[] {
  return lines.length === 0 ? [] : [{ kind: 'update', table: quoteLines, columns: ['place'], ids: lines.map(({ id }) => id), rows: lines.map(({ place }) => [place]) }]
}
