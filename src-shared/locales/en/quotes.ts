import { countingIn } from '../counting.ts'

const { n } = countingIn('en')

export const quotes = {
  line: (number: number) => `Line ${n(number)}`,
  rate: (rate: string) => `Tax ${rate} %`,
  whole: 'Whole quote',
  net: 'Net',
  tax: 'Tax',
  gross: 'Gross',
  base: 'Taxable',
  total: 'Total',
  roundings: 'Rounding',
  rounded: { amount: 'amount', discount: 'discount', tax: 'tax' },
  roundedTo: (what: string, exact: string, result: string) => `${what} ${exact} was rounded to ${result}.`,
  shownAs: (what: string, exact: string, result: string) => `${what} ${exact} is shown as ${result}, so that everything adds up.`,
  scopes: { line: 'line by line', rate: 'once for each rate', document: 'once for the whole quote' },
  otherwise: (scope: string, total: string, tax: string) => `Rounded ${scope} the total would be ${total}, with a tax of ${tax}.`,
  more: (count: number) => `and ${n(count)} more`,
}
