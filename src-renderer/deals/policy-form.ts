import { requirableFields, type RequirableField } from '#shared/deals/registration.ts'
import type { RegistrationTerms } from '#shared/deals/registration-terms.ts'
import { minorUnits, wholeUnits } from '#shared/foundation/money.ts'
import type { Policy } from './deal.presenter.ts'

/** The terms that are counts, in the order of the form; the review is in working hours there. */
export const COUNTS = ['windowDays', 'reviewHours', 'extensions', 'extensionDays', 'lateDays', 'answerDays', 'resubmissions', 'amountTolerance', 'staleDays', 'coolDownDays', 'incumbencyDays', 'registeredMargin'] as const
export type Count = (typeof COUNTS)[number]

export interface PolicyForm {
  name: string
  priority: number | null
  countries: readonly string[]
  products: readonly string[]
  counts: Record<Count, number | null>
  calendar: string
  timeZone: string
  reminderDays: readonly string[]
  needs: readonly string[]
  auto: boolean
  upTo: number | null
  currency: string | null
  knownCustomersOnly: boolean
  inForce: boolean
}

const HOUR = 60

/** A policy as it is filled in; null: a new one, which begins with the usual terms. */
export function policyFormOf(policy: Policy | null, usual: RegistrationTerms): PolicyForm {
  const terms = policy?.terms ?? usual
  const { autoApproval } = terms
  const counts = Object.fromEntries(COUNTS.map((count) => [count, count === 'reviewHours' ? terms.reviewMinutes / HOUR : (terms[count] ?? null)])) as PolicyForm['counts']
  return {
    name: policy?.name ?? '', priority: policy?.priority ?? 100, countries: policy?.countries ?? [], products: policy?.products ?? [], counts, calendar: terms.calendar, timeZone: terms.timeZone,
    reminderDays: terms.reminderDays.map(String), needs: terms.needs, auto: autoApproval !== null, upTo: autoApproval === null ? null : wholeUnits(autoApproval.upTo, autoApproval.currency),
    currency: autoApproval?.currency ?? 'USD', knownCustomersOnly: autoApproval?.knownCustomersOnly ?? true, inForce: policy?.state !== 'off',
  }
}

/** What is filled in as a policy; what cannot be read of a count or a reminder stays as it was. */
export function policyOf(form: PolicyForm, before: RegistrationTerms) {
  const { reviewHours, staleDays, ...counts } = form.counts
  const whole = Object.fromEntries(Object.entries(counts).map(([count, value]) => [count, value === null ? before[count as Exclude<Count, 'reviewHours'>] : Math.round(value)]))
  const reminderDays = form.reminderDays.map(Number).filter((days) => Number.isInteger(days) && days > 0).toSorted((a, b) => b - a)
  const autoApproval = form.auto && form.currency !== null ? { upTo: minorUnits(form.upTo ?? 0, form.currency), currency: form.currency, tiers: before.autoApproval?.tiers ?? [], knownCustomersOnly: form.knownCustomersOnly } : null
  const terms: RegistrationTerms = {
    ...before, ...whole, reviewMinutes: Math.round((reviewHours ?? before.reviewMinutes / HOUR) * HOUR), staleDays: staleDays === null ? null : Math.round(staleDays), calendar: form.calendar.trim(), timeZone: form.timeZone.trim(),
    reminderDays, needs: form.needs.filter((field): field is RequirableField => (requirableFields as readonly string[]).includes(field)), autoApproval,
  }
  return { name: form.name.trim(), priority: form.priority ?? 100, countries: [...form.countries], products: [...form.products], state: form.inForce ? ('inForce' as const) : ('off' as const), terms }
}
