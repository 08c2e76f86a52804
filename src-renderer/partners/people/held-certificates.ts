import { dateText, dayNumber } from '#shared/foundation/instant.ts'
import { lapseOf } from '#shared/training/company-standing.ts'
import { WARN_DAYS } from '#shared/training/training.ts'
import type { Client, ValueOf } from '../../client/client.ts'
import { localDate } from '../partner.presenter.ts'

export type Person = ValueOf<Client['training']['people']>[number]
type Certificate = ValueOf<Client['training']['certificatesOf']>[number]
export type Course = ValueOf<Client['training']['courses']>[number]

export interface HeldCertificate extends Certificate {
  readonly course: string
  readonly state: 'valid' | 'expiring' | 'expired' | 'left' | 'revoked'
}

/** Each person with the certificates they have, as these stand today. */
export function certificatesOf(people: readonly Person[], certificates: readonly Certificate[], courses: readonly Course[], today = localDate(new Date())): readonly { readonly person: Person; readonly held: readonly HeldCertificate[] }[] {
  const names = new Map(courses.map(({ id, name }) => [id, name]))
  return people.map((person) => ({
    person,
    held: certificates.filter(({ personId }) => personId === person.id).map((certificate) => ({ ...certificate, course: names.get(certificate.courseId) ?? '…', state: stateOf(certificate, person, today) })),
  }))
}

function stateOf(certificate: Certificate, person: Person, today: string): HeldCertificate['state'] {
  const lapse = lapseOf(certificate, person, today)
  if (lapse !== null && lapse !== 'notYet') return lapse
  return certificate.expiresOn !== null && certificate.expiresOn < dateText(dayNumber(today) + WARN_DAYS) ? 'expiring' : 'valid'
}
