import { localDate } from '../calendars/zone-time.ts'
import { frozenBy, isProtecting } from '../deals/protection.ts'
import { registrationStatuses } from '../deals/registration.ts'
import { registrations } from '../deals/registration.table.ts'
import { USUAL_TERMS } from '../deals/usual-terms.ts'
import { decimalOf, decimalText } from '../foundation/decimal.ts'
import { many, one, update, type Change, type Question } from '../foundation/command.ts'
import { instantOf } from '../foundation/instant.ts'
import type { RowOf } from '../foundation/table.ts'
import { settled } from '../deals/registration-steps.ts'
import { quotes } from './quote.table.ts'
import type { PricedHead, Quote, QuoteLine } from './quote-rows.ts'
import type { QuoteStatus } from './quote.ts'
import { registeredDealMargin } from './registered-deal-margin.ts'

type Registration = RowOf<typeof registrations>
type Asking<T> = Generator<Question, T, unknown>

/** Why a registration gives a quote no margin: it is none of the quote's parties, or what has become of it; `unlinked`: there is none. */
export const registrationGoneReasons = ['unlinked', 'otherPartner', 'otherCustomer', ...registrationStatuses] as const
export type RegistrationGone = (typeof registrationGoneReasons)[number]

/** Null: it stands at an instant, approved and within its window, or won and its price still locked. */
export function whyNotStanding(registration: Registration | undefined, quote: Pick<Quote, 'partnerId' | 'accountId'>, at: string): RegistrationGone | null {
  if (registration === undefined) return 'unlinked'
  if (registration.partnerId !== quote.partnerId) return 'otherPartner'
  if (registration.accountId !== quote.accountId) return 'otherCustomer'
  const { status, priceLockedUntil } = registration
  if (isProtecting(registration, at) || (status === 'closedWon' && priceLockedUntil !== null && at < priceLockedUntil)) return null
  return status === 'approved' ? 'expired' : status
}

/** A registration as a quote has it while it stands; null where it does not. Its days are those of the partner's clocks; while the end of its window waits it has no last one. */
export function registeredDeal(registration: Registration | undefined, quote: Pick<Quote, 'partnerId' | 'accountId'>, at: string): Quote['registration'] {
  if (registration === undefined || whyNotStanding(registration, quote, at) !== null) return null
  const { company, project, approved, terms, protectedFrom, protectedUntil, priceLockedUntil, timeZone } = registration
  const day = (instant: string, before = 0): string => localDate(timeZone ?? 'UTC', instantOf(instant) - before)
  const until = registration.status === 'closedWon' ? priceLockedUntil : frozenBy(registration) === null ? protectedUntil : null
  return {
    code: [company, project].filter(Boolean).join(' – ').slice(0, NAME_LENGTH),
    products: approved === null || approved.products.length === 0 ? null : approved.products,
    percent: String((terms ?? USUAL_TERMS).registeredMargin ?? 0),
    from: day(protectedFrom ?? at),
    to: until === null ? null : day(until, 1),
  }
}

const NAME_LENGTH = 60

/** What the registered deal takes off the customer's price of a product, in percent, on the day the quote is priced for. */
export function registeredPercent({ registration, partnerId, accountId, pricedOn }: Pick<PricedHead, 'partnerId' | 'accountId' | 'pricedOn'> & Pick<Quote, 'registration'>, product: string): string {
  if (registration === null || partnerId === null) return '0'
  const deal = { ...registration, partnerId, customerId: accountId, approved: true, percent: decimalOf(registration.percent) }
  return decimalText(registeredDealMargin(deal, { partnerId, customerId: accountId, product, date: pricedOn }).percent)
}

/** Lines with the margin of the quote's registration and nothing else changed. */
export function withRegisteredMargin(quote: Quote, lines: readonly QuoteLine[]): readonly QuoteLine[] {
  return lines.map((line) => {
    const percent = line.code === null ? '0' : registeredPercent(quote, line.code)
    return percent === line.terms.registeredPercent ? line : { ...line, terms: { ...line.terms, registeredPercent: percent } }
  })
}

export function* registrationOf({ registrationId }: Pick<Quote, 'registrationId'>): Asking<Registration | undefined> {
  return registrationId === null ? undefined : yield* one(registrations, registrationId)
}

/** While the customer has a quote the window of its deal does not end. @param over what the customer has no more since */
export function* moveWindows(quote: Quote, over: readonly Quote[], now: string): Asking<readonly Change[]> {
  const registration = yield* registrationOf(quote)
  const goesOn = registration === undefined || registration.quoteSentAt !== null || !isProtecting(registration, now)
  const released = yield* releaseWindows(over.filter(({ registrationId }) => registrationId !== quote.registrationId))
  return goesOn ? released : [update(registrations, registration.id, settled({ quoteSentAt: now, activeAt: now }, registration)), ...released]
}

/** The customer has these quotes no more: windows that waited for them alone go on. */
export function* releaseWindows(over: readonly Quote[]): Asking<readonly Change[]> {
  const changes: Change[] = []
  for (const id of new Set(over.flatMap(({ registrationId }) => registrationId ?? []))) {
    const registration = yield* one(registrations, id)
    if (registration === undefined || registration.quoteSentAt === null) continue
    const out = (yield* many(quotes, 'byRegistration', ...WITH_THE_CUSTOMER.map((status) => [id, status]))).filter((quote) => !over.some((each) => each.id === quote.id))
    if (out.length === 0) changes.push(update(registrations, id, settled({ quoteSentAt: null }, registration)))
  }
  return changes
}

const WITH_THE_CUSTOMER: readonly QuoteStatus[] = ['sent', 'accepted', 'ordered']
