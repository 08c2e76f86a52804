import type { Client, ValueOf } from '../client/client.ts'
import type { Workbench } from '../shell/workbench.ts'
import type { BadgeTone } from '../ui/badge-tone.ts'

/** A certificate with its person, partner and course, and where it stands today. */
export type Certificate = ValueOf<Client['training']['certificate']>
export type Course = ValueOf<Client['training']['courses']>[number]
export type Requirement = ValueOf<Client['training']['requirements']>[number]
export type Standing = ValueOf<Client['training']['standing']>[number]

const tones: Readonly<Record<Certificate['state'], BadgeTone>> = { valid: 'success', expiring: 'warning', expired: 'danger', left: 'neutral', revoked: 'danger' }
const standingTones: Readonly<Record<Standing['state'], BadgeTone>> = { met: 'success', expiring: 'warning', missing: 'danger' }

export const certificateTone = (state: Certificate['state']): BadgeTone => tones[state]
export const standingTone = (state: Standing['state']): BadgeTone => standingTones[state]

/** A field's value in words of the present language; an empty text for what is not known. */
export function certificateFieldText(field: string, value: unknown, { language, names }: Pick<Workbench, 'language' | 'names'>): string {
  const { training } = language.words.value
  const formats = language.formats.value
  if (field === 'expiresOn' && value === null) return training.never
  if (value === null || value === undefined || value === '') return ''
  const text = String(value)
  switch (field) {
    case 'issuedOn':
    case 'expiresOn':
    case 'revokedOn':
      return formats.date(text)
    case 'partnerId':
      return names.partner(text)
    case 'state':
      return training.states[value as Certificate['state']]
    case 'personStatus':
      return training.personStatuses[value as keyof typeof training.personStatuses]
    default:
      return text
  }
}
