import { hundred, compareDecimals, readDecimal, MAXIMUM_DIGITS, zero, type Decimal } from '../foundation/decimal.ts'
import { roundingModes } from '../foundation/integer.ts'
import type { JsonValue } from '../foundation/json.ts'
import { currencyDecimals } from '../foundation/money.ts'
import { RefusedError, succeeded, type Outcome } from '../foundation/outcome.ts'
import { roundingScopes, taxModes, type LineToPrice, type QuoteToPrice, type TaxMode } from './quote-to-price.ts'

export const MAXIMUM_LINES = 1_000_000
/** Of tax rates in one quote, however each is written. */
export const MAXIMUM_RATES = 100

type Fields = Readonly<Record<string, unknown>>
/** Where something stands: the line from 1, null in the head of the quote. */
type Line = number | null

const quoteFields = new Set(['currency', 'taxMode', 'rounding', 'lines', 'discountAmount'])
const roundingFields = new Set(['scope', 'mode'])
const lineFields = new Set(['quantity', 'unitPrice', 'discountPercent', 'discountAmount', 'taxRate'])

/**
 * A quote as other programs write it, decimals as text. Refuses the first thing it does not understand, naming line and field:
 * `price.not-an-object`, `price.field-missing`, `price.field-unknown`, `price.not-text`, `price.number-invalid`,
 * `price.number-too-long`, `price.choice-unknown`, `price.currency-unknown`, `price.percent-out-of-range`, `price.tax-rate-negative`,
 * `price.discount-negative`, `price.lines-missing`, `price.too-many-lines`, `price.too-many-rates`.
 */
export function readQuoteToPrice(input: unknown): Outcome<QuoteToPrice> {
  try {
    return succeeded(readQuote(fieldsOf(input, quoteFields, null, null)))
  } catch (error) {
    if (error instanceof RefusedError) return { ok: false, error: error.refusal }
    throw error
  }
}

function readQuote(quote: Fields): QuoteToPrice {
  const currency = textOf(quote, 'currency', null)
  const decimals = currencyDecimals(currency)
  if (decimals === null) refuse('price.currency-unknown', null, 'currency', currency)
  const taxMode = choiceOf(quote, 'taxMode', taxModes)
  const policy = fieldsOf(required(quote, 'rounding', null), roundingFields, null, 'rounding')
  const rounding = { scope: choiceOf(policy, 'scope', roundingScopes), mode: choiceOf(policy, 'mode', roundingModes) }
  const lines = required(quote, 'lines', null)
  if (!Array.isArray(lines)) return refuse('price.lines-missing', null, 'lines')
  if (lines.length > MAXIMUM_LINES) refuse('price.too-many-lines', null, 'lines', undefined, { limit: MAXIMUM_LINES })
  const rates = new Map<string, Decimal>()
  return { currency, decimals, rounding, lines: lines.map((line: unknown, at) => readLine(line, at + 1, taxMode, rates)), discountAmount: optional(quote, 'discountAmount', null) }
}

/** @param rates those read so far, by how they are written */
function readLine(value: unknown, line: number, taxMode: TaxMode, rates: Map<string, Decimal>): LineToPrice {
  const fields = fieldsOf(value, lineFields, line, null)
  const quantity = decimalOf(fields, 'quantity', line)
  const unitPrice = decimalOf(fields, 'unitPrice', line)
  const discountPercent = optional(fields, 'discountPercent', line)
  if (discountPercent.digits < 0 || compareDecimals(discountPercent, hundred) > 0) refuse('price.percent-out-of-range', line, 'discountPercent', fields['discountPercent'])
  const discountAmount = optional(fields, 'discountAmount', line)
  const isCredit = quantity.digits < 0 !== unitPrice.digits < 0
  if (discountAmount.digits < 0 && !isCredit) refuse('price.discount-negative', line, 'discountAmount', fields['discountAmount'])
  const rate = textOf(fields, 'taxRate', line)
  const taxRate = rates.get(rate) ?? decimalOf(fields, 'taxRate', line)
  if (taxRate.digits < 0) refuse('price.tax-rate-negative', line, 'taxRate', rate)
  if (rates.set(rate, taxRate).size > MAXIMUM_RATES) refuse('price.too-many-rates', line, 'taxRate', undefined, { limit: MAXIMUM_RATES })
  return { quantity, unitPrice, discountPercent, discountAmount, taxRate, taxMode }
}

/** The fields of an object that has no others. */
function fieldsOf(value: unknown, known: ReadonlySet<string>, line: Line, field: string | null): Fields {
  if (!isFields(value)) return refuse('price.not-an-object', line, field)
  for (const name in value) if (!known.has(name)) refuse('price.field-unknown', line, name)
  return value
}

function required(fields: Fields, field: string, line: Line): unknown {
  return fields[field] ?? refuse('price.field-missing', line, field)
}

/** Zero where it is left out. */
function optional(fields: Fields, field: string, line: Line): Decimal {
  return (fields[field] ?? null) === null ? zero : decimalOf(fields, field, line)
}

function decimalOf(fields: Fields, field: string, line: Line): Decimal {
  const text = textOf(fields, field, line)
  const value = readDecimal(text)
  if (value !== null) return value
  return text.length > MAXIMUM_DIGITS ? refuse('price.number-too-long', line, field, text, { limit: MAXIMUM_DIGITS }) : refuse('price.number-invalid', line, field, text)
}

function textOf(fields: Fields, field: string, line: Line): string {
  const value = required(fields, field, line)
  return typeof value === 'string' ? value : refuse('price.not-text', line, field, value)
}

function choiceOf<const T extends string>(fields: Fields, field: string, choices: readonly T[]): T {
  const text = textOf(fields, field, null)
  return choices.find((choice) => choice === text) ?? refuse('price.choice-unknown', null, field, text, { choices: choices.join(', ') })
}

function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

const LONGEST_SHOWN = 40

function refuse(code: string, line: Line, field: string | null, value?: unknown, facts: Readonly<Record<string, JsonValue>> = {}): never {
  const place = [line === null ? '' : `line ${line}`, field ?? ''].filter(Boolean).join(', ')
  const shown = value === undefined ? {} : { value: String(value).slice(0, LONGEST_SHOWN) }
  throw new RefusedError(code, `The quote cannot be priced${place === '' ? '' : `: ${place}`}.`, { line, field: field?.slice(0, LONGEST_SHOWN) ?? null, ...shown, ...facts })
}
