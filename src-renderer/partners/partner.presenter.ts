import type { Absence, Certification, PartnerContact, PartnerStatus, PartnerTier, PartnerType } from '#shared/partners/partner.ts'
import type { Client, ValueOf } from '../client/client.ts'
import type { Formats } from '../shell/formats.ts'
import type { Workbench } from '../shell/workbench.ts'
import type { BadgeTone } from '../ui/badge-tone.ts'

/** A partner with the open leads it holds. */
export type Partner = ValueOf<Client['partners']['get']>

const statusTones: Readonly<Record<PartnerStatus, BadgeTone>> = {
  applicant: 'info',
  vetting: 'info',
  approved: 'accent',
  declined: 'neutral',
  onboarding: 'accent',
  active: 'success',
  suspended: 'warning',
  inactive: 'neutral',
  terminated: 'danger',
}

export const statusTone = (status: PartnerStatus): BadgeTone => statusTones[status]

type Speaker = Pick<Workbench, 'language' | 'places'>

/** A country or a part of one, by name. */
export function placeText(code: string, { language, places }: Speaker): string {
  return code.includes('-') ? places.region(code) : language.formats.value.country(code)
}

/** A field's value in words of the present language; an empty text for what is not known. */
export function partnerFieldText(field: string, value: unknown, workbench: Speaker): string {
  if (value === null || value === undefined || value === '') return ''
  const { language, places } = workbench
  const { partners } = language.words.value
  const formats = language.formats.value
  const text = String(value)
  switch (field) {
    case 'type':
      return partners.types[value as PartnerType]
    case 'tier':
      return partners.tiers[value as PartnerTier]
    case 'status':
      return partners.statuses[value as PartnerStatus]
    case 'country':
    case 'region':
    case 'calendar':
      return placeText(text, workbench)
    case 'regions':
      return formats.list((value as readonly string[]).map((code) => placeText(code, workbench)))
    case 'languages':
      return formats.list((value as readonly string[]).map(formats.language))
    case 'industries':
      return formats.list((value as readonly string[]).map(places.industry))
    case 'products':
      return formats.list(value as readonly string[])
    case 'certifications':
      return formats.list((value as readonly Certification[]).map(({ code, expires }) => (expires === null ? code : `${code} (${partners.certification.until(formats.date(expires))})`)))
    case 'absences':
      return formats.list((value as readonly Absence[]).map((absence) => absenceText(absence, workbench)))
    case 'contacts':
      return formats.list((value as readonly PartnerContact[]).map(({ name }) => name))
    default:
      return typeof value === 'number' ? formats.number(value) : text
  }
}

/** `12 / 40`; the open leads alone where there is no limit. */
export function capacityText({ openLeads, capacity }: Partner, formats: Pick<Formats, 'number'>): string {
  return capacity === null ? formats.number(openLeads) : `${formats.number(openLeads)} / ${formats.number(capacity)}`
}

/** Full is danger, four fifths a warning. */
export function capacityTone({ openLeads, capacity }: Pick<Partner, 'openLeads' | 'capacity'>): BadgeTone {
  if (capacity === null || openLeads < capacity * 0.8) return 'neutral'
  return openLeads >= capacity ? 'danger' : 'warning'
}

export function absenceText({ from, to }: Absence, { language }: Pick<Speaker, 'language'>): string {
  const formats = language.formats.value
  return `${formats.date(from)} – ${to === null ? language.words.value.partners.absence.openEnd : formats.date(to)}`
}

/** @param today local date */
export function isAbsent({ from, to }: Absence, today: string): boolean {
  return from <= today && (to === null || today <= to)
}

/** The desk's own calendar day, `YYYY-MM-DD`. */
export function localDate(now: Date): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`
}

/** The leads list, filtered to what a partner, or some territories, have open. */
export function openLeadsAddress(field: 'partnerId' | 'territoryId', ids: readonly string[]): { path: string; query: Record<string, string | string[]> } {
  return { path: '/leads', query: { m: '1', f: [`${field}~is~${ids.join('~')}`, 'stage~isNot~converted~closedWon~closedLost~duplicate'] } }
}
