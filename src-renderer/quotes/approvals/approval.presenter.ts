import type { ContentChange } from '#shared/approvals/content-changes.ts'
import type { Trigger } from '#shared/approvals/decide-approvals.ts'
import type { RequestStatus, StepStatus } from '#shared/approvals/approval-request.table.ts'
import { minorUnits } from '#shared/foundation/money.ts'
import type { Words } from '#shared/locales/words.ts'
import type { Client, ValueOf } from '../../client/client.ts'
import type { Formats } from '../../shell/formats.ts'
import type { BadgeTone } from '../../ui/badge-tone.ts'

export type QuoteApprovals = ValueOf<Client['approvals']['ofQuote']>
export type ApprovalRequest = QuoteApprovals['requests'][number]
export type ApprovalStep = ApprovalRequest['steps'][number]
export type PendingRequest = ValueOf<Client['approvals']['inbox']>['requests'][number]
export type ApprovalSeat = ValueOf<Client['approvals']['seats']>['seats'][number]

const requestTones: Readonly<Record<RequestStatus, BadgeTone>> = { pending: 'info', approved: 'success', refused: 'danger', withdrawn: 'neutral', void: 'neutral' }
const stepTones: Readonly<Record<StepStatus, BadgeTone>> = { waiting: 'neutral', asked: 'info', approved: 'success', refused: 'danger', covered: 'success', dropped: 'neutral' }
export const requestTone = (status: RequestStatus): BadgeTone => requestTones[status]
export const stepTone = (status: StepStatus): BadgeTone => stepTones[status]

/** Every fact that made a rule ask, in words. */
export function triggerTexts({ measure, threshold, facts }: Pick<Trigger, 'measure' | 'threshold' | 'facts'>, currency: string, { approvals }: Words, formats: Formats): readonly string[] {
  return facts.map(({ name, value }) => {
    const about = name === null || measure === 'ownText' ? '' : `${name}: `
    if (measure === 'ownText') return approvals.beyond.ownText(name ?? '')
    if (value === null || threshold === null) return `${about}${approvals.measures[measure]} ${approvals.beyond.unknown}`
    const text = (plain: string): string => (measure === 'total' ? moneyText(plain, currency, formats) : formats.number(Number(plain)))
    return about + approvals.beyond[measure](text(value), text(threshold))
  })
}

const moneyFields: ReadonlySet<ContentChange['field']> = new Set(['list', 'customer', 'net', 'cost', 'discount', 'total'])

/** A value of a change in words; a dash where there was nothing. */
export function changeText({ field }: Pick<ContentChange, 'field'>, value: string | null, currency: string, { approvals, views }: Words, formats: Formats): string {
  if (value === null) return '–'
  if (moneyFields.has(field)) return moneyText(value, currency, formats)
  switch (field) {
    case 'validUntil':
    case 'pricedOn':
      return formats.date(value)
    case 'taxMode':
      return value === 'inclusive' ? approvals.taxModes.inclusive : approvals.taxModes.exclusive
    case 'text':
    case 'currency':
      return value
    default:
      return field === 'taxRate' ? views.percent(formats.number(Number(value))) : formats.number(Number(value))
  }
}

/** For reading alone: an amount with more decimals than its currency is shown rounded. */
export function moneyText(plain: string, currency: string, formats: Formats): string {
  return formats.money(minorUnits(Number(plain), currency), currency)
}
