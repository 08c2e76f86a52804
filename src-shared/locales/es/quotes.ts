import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n } = countingIn('es')

export const quotes = {
  line: (number: number) => `Línea ${n(number)}`,
  rate: (rate: string) => `Impuesto ${rate} %`,
  whole: 'Toda la cotización',
  net: 'Neto',
  tax: 'Impuesto',
  gross: 'Bruto',
  base: 'Base imponible',
  total: 'Total',
  roundings: 'Redondeo',
  rounded: { amount: 'importe', discount: 'descuento', tax: 'impuesto' },
  roundedTo: (what: string, exact: string, result: string) => `${what} ${exact} se redondeó a ${result}.`,
  shownAs: (what: string, exact: string, result: string) => `${what} ${exact} se muestra como ${result} para que todo sume.`,
  scopes: { line: 'línea por línea', rate: 'una vez por tipo de impuesto', document: 'una vez en toda la cotización' },
  otherwise: (scope: string, total: string, tax: string) => `Redondeando ${scope}, el total sería ${total}, con un impuesto de ${tax}.`,
  more: (count: number) => `y ${n(count)} más`,
} satisfies Words['quotes']
