import type { RefusalSentence } from '../refusal-sentence.ts'

const quoted = (value: string): string => (value === '' ? 'this value' : `“${value}”`)

/** Why a price list or the taxes of a country cannot be so. */
export const priceListRefusals = {
  'price-book.product-twice': (d) => `${quoted(d('product'))} stands there twice.`,
  'price-book.price-moved': (d) => `The price of ${quoted(d('product'))} was changed in the meantime, to ${d('theirs') === '' ? 'none' : d('theirs')}.`,
  'price-book.percent-out-of-range': (d) => `Prices cannot be changed by ${d('value')}%.`,
  'price-book.copy-too-early': (d) => `The other price book begins on ${d('on')}: the new one has to begin later to end it.`,
  'tax-policy.country-unknown': (d) => `${quoted(d('value'))} is no country.`,
  'tax-policy.stale': (d) => `${d('by')} has published version ${d('version')} in the meantime. Look at it first.`,
  'tax-policy.rate-out-of-range': (d) => `${quoted(d('value'))} is not between 0 and 100.`,
  'tax-policy.dates-reversed': (d) => `The rate from ${d('from')} would end before it begins.`,
  'tax-policy.rates-overlap': (d) => `Two rates of one kind are in force on ${d('from')}: end the former the day before.`,
  'tax-policy.number-shape-invalid': (d) => `${quoted(d('value'))} is no shape of a number: # is a digit, * a digit or a letter.`,
} satisfies Record<string, RefusalSentence>
