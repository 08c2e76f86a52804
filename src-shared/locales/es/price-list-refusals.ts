import type { RefusalSentence } from '../refusal-sentence.ts'

const quoted = (value: string): string => (value === '' ? 'este valor' : `«${value}»`)

/** Why a price list or the taxes of a country cannot be so. */
export const priceListRefusals = {
  'price-book.product-twice': (d) => `${quoted(d('product'))} aparece dos veces.`,
  'price-book.price-moved': (d) => `El precio de ${quoted(d('product'))} cambió mientras tanto a ${d('theirs') === '' ? 'ninguno' : d('theirs')}.`,
  'price-book.percent-out-of-range': (d) => `Los precios no pueden cambiar un ${d('value')}\u00a0%.`,
  'price-book.copy-too-early': (d) => `La otra lista empieza el ${d('on')}: la nueva tiene que empezar después para terminarla.`,
  'tax-policy.country-unknown': (d) => `${quoted(d('value'))} no es un país.`,
  'tax-policy.stale': (d) => `${d('by')} publicó la versión ${d('version')} mientras tanto. Revísela primero.`,
  'tax-policy.rate-out-of-range': (d) => `${quoted(d('value'))} no está entre 0 y 100.`,
  'tax-policy.dates-reversed': (d) => `La tasa desde el ${d('from')} terminaría antes de empezar.`,
  'tax-policy.rates-overlap': (d) => `Hay dos tasas del mismo tipo vigentes el ${d('from')}: termine la anterior el día antes.`,
  'tax-policy.number-shape-invalid': (d) => `${quoted(d('value'))} no es la forma de un número: # es un dígito, * un dígito o una letra.`,
} satisfies Record<string, RefusalSentence>
