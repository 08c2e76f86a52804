import { decimalText, type Decimal } from '#shared/foundation/decimal.ts'
import { amountText } from '#shared/foundation/money.ts'
import type { Integer } from '#shared/foundation/integer.ts'
import type { QuoteStatus } from '#shared/quotes/quote.ts'
import type { Client, ValueOf } from '../client/client.ts'
import type { Workbench } from '../shell/workbench.ts'
import type { BadgeTone } from '../ui/badge-tone.ts'

/** A quote with the names of its account and opportunity. */
export type Quote = ValueOf<Client['quotes']['get']>['quote']
export type QuoteLine = ValueOf<Client['quotes']['get']>['lines'][number]

const tones: Readonly<Record<QuoteStatus, BadgeTone>> = {
  draft: 'neutral', inApproval: 'warning', approved: 'accent', sent: 'info', accepted: 'success', declined: 'danger', expired: 'warning', superseded: 'neutral', ordered: 'success',
}

export const statusTone = (status: QuoteStatus): BadgeTone => tones[status]

type Speaking = Pick<Workbench, 'language'>

const HUNDREDTHS = 10_000

/** A field's value in words of the present language; an empty text for what is not known. Amounts are said with their currency, by whoever has both. */
export function quoteFieldText(field: string, value: unknown, { language, names }: Speaking & Pick<Workbench, 'names'>): string {
  const words = language.words.value
  if (field === 'territoryId' && value === null) return words.accounts.everybody
  if (value === null || value === undefined || value === '') return ''
  const formats = language.formats.value
  const text = String(value)
  switch (field) {
    case 'status':
    case 'audience':
    case 'taxMode':
    case 'roundingMode':
    case 'roundingScope':
    case 'language':
      return (words.quotes[CHOICES[field]] as Readonly<Record<string, string>>)[text] ?? text
    case 'primary':
      return value === true ? words.sync.yes : ''
    case 'margin':
      return typeof value === 'number' ? formats.percent(value / HUNDREDTHS) : text
    case 'partnerId':
      return names.partner(text)
    case 'territoryId':
      return names.territory(text)
    case 'country':
    case 'sellerCountry':
      return formats.country(text)
    case 'validUntil':
    case 'pricedOn':
    case 'resaleCertificateTo':
      return formats.date(text)
    case 'sentAt':
    case 'acceptedAt':
    case 'createdAt':
      return formats.moment(text)
    default:
      return typeof value === 'number' ? formats.number(value) : text
  }
}

const CHOICES = { status: 'statuses', audience: 'audiences', taxMode: 'taxModes', roundingMode: 'roundingModes', roundingScope: 'scopes', language: 'languages' } as const

/** An exact amount of a currency: to its decimals, and further where it is finer. */
export function exactMoney(amount: Decimal | string, currency: string, { language }: Speaking): string {
  const text = typeof amount === 'string' ? amount : decimalText(amount)
  return new Intl.NumberFormat(language.locale.value, { style: 'currency', currency, maximumFractionDigits: 20 }).format(text as `${number}`)
}

/** An amount of minor units, however large. */
export function minorMoney(amount: Integer, currency: string, decimals: number, speaking: Speaking): string {
  return exactMoney(amountText(amount, decimals), currency, speaking)
}

/** A decimal as people of the locale write it. */
export function decimalWords(value: Decimal | string, { language }: Speaking): string {
  const text = typeof value === 'string' ? value : decimalText(value)
  return new Intl.NumberFormat(language.locale.value, { maximumFractionDigits: 20 }).format(text as `${number}`)
}
