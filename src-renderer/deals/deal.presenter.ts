import type { Attribution, EndReason, RegistrationKind, RegistrationStatus } from '#shared/deals/registration.ts'
import type { Client, ValueOf } from '../client/client.ts'
import type { Workbench } from '../shell/workbench.ts'
import type { BadgeTone } from '../ui/badge-tone.ts'

/** A registration with its sales stage and the name of its account. */
export type Deal = ValueOf<Client['deals']['get']>
export type Finding = ValueOf<Client['deals']['check']>['findings'][number]
export type Policy = ValueOf<Client['deals']['policies']>[number]

const tones: Readonly<Record<RegistrationStatus, BadgeTone>> = {
  draft: 'neutral', submitted: 'info', inReview: 'info', actionRequired: 'warning', approved: 'success', rejected: 'danger', withdrawn: 'neutral', expired: 'neutral', closedWon: 'success', closedLost: 'neutral', revoked: 'danger',
}

export const statusTone = (status: RegistrationStatus): BadgeTone => tones[status]

const MOMENTS: ReadonlySet<string> = new Set(['receivedAt', 'deviceAt', 'completeAt', 'submittedAt', 'reviewDueAt', 'answerDueAt', 'decidedAt', 'protectedFrom', 'protectedUntil', 'quoteSentAt', 'activeAt', 'actAt', 'endedAt', 'priceLockedUntil', 'createdAt'])
const DATES: ReadonlySet<string> = new Set(['expectedCloseOn', 'incumbentUntil'])

/** A field's value in words of the present language; an empty text for what is not known. An amount is said with its currency, by whoever has both. */
export function dealFieldText(field: string, value: unknown, { language, names }: Pick<Workbench, 'language' | 'names'>): string {
  const words = language.words.value
  if (field === 'territoryId' && value === null) return words.accounts.everybody
  if (value === null || value === undefined || value === '') return ''
  const formats = language.formats.value
  const text = String(value)
  if (MOMENTS.has(field)) return formats.moment(text)
  if (DATES.has(field)) return formats.date(text)
  switch (field) {
    case 'status':
      return words.deals.statuses[value as RegistrationStatus]
    case 'kind':
      return words.deals.kinds[value as RegistrationKind]
    case 'attribution':
      return words.deals.attributions[value as Attribution]
    case 'endReason':
      return words.deals.endReasons[value as EndReason]
    case 'stage':
      return words.opportunities.stages[value as keyof typeof words.opportunities.stages]
    case 'country':
      return formats.country(text)
    case 'partnerId':
      return names.partner(text)
    case 'territoryId':
      return names.territory(text)
    case 'products':
      return formats.list(value as readonly string[])
    case 'reviewMissed':
      return value === true || value === 1 ? words.sync.yes : ''
    default:
      return typeof value === 'number' ? formats.number(value) : text
  }
}

export function amountText({ amount, currency }: Pick<Deal, 'amount' | 'currency'>, { formats }: Workbench['language']): string {
  return amount === null || currency === null ? '' : formats.value.money(amount, currency)
}
