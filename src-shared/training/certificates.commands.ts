import { addMonths } from '../foundation/calendar-date.ts'
import { accept, command, insert, many, one, refuse, update, type Change, type Question } from '../foundation/command.ts'
import type { NewRowOf, RowOf } from '../foundation/table.ts'
import { completeProven, revokeProven } from '../onboarding/follow-proofs.ts'
import { courseKinds, proofByCertificate } from '../onboarding/proof.ts'
import { partners } from '../partners/partner.table.ts'
import { certificates } from './certificate.table.ts'
import { lapseOf } from './company-standing.ts'
import { courses } from './course.table.ts'
import { followStanding } from './follow-standing.ts'
import type { partnerPeople } from './partner-person.table.ts'
import { findPerson } from './people.commands.ts'
import { trainingContract } from './training.contract.ts'

const { operations } = trainingContract
type Certificate = RowOf<typeof certificates>

const issue = command(operations.issue, function* (input, context) {
  const { id, commandId, now } = context
  const person = yield* findPerson(input.personId)
  if (!('partnerId' in person)) return person
  const course = yield* one(courses, input.courseId)
  if (course === undefined) return refuse('course.not-found', 'there is no such course')
  const { issuedOn } = input
  if (issuedOn > now.slice(0, 10)) return refuse('certificate.in-future', 'nobody has passed yet what is to come', { issuedOn })
  const expiresOn = input.expiresOn === undefined ? (course.validMonths === null ? null : addMonths(issuedOn, course.validMonths)) : input.expiresOn
  if (expiresOn !== null && expiresOn < issuedOn) return refuse('certificate.ends-before-it-begins', 'its last day is before its first', { issuedOn, expiresOn })
  const [twin] = (yield* many(certificates, 'byPerson', [person.id])).filter((each) => each.courseId === course.id && each.issuedOn === issuedOn && each.revokedOn === null)
  if (twin !== undefined) return refuse('certificate.on-record', 'this certificate is on record already', { name: person.name, course: course.name, issuedOn })
  const row = { ...input, id: id(), expiresOn } satisfies Omit<NewRowOf<typeof certificates>, 'createdAt' | 'updatedAt'>
  const followed = yield* followedBy(person, { ...row, revokedOn: null, revokedReason: null, importId: null, createdAt: now, updatedAt: now, rev: 1 }, now)
  const counts = lapseOf({ ...row, revokedOn: null }, person, now.slice(0, 10)) === null
  const done = counts ? yield* completeProven(person.partnerId, { kinds: courseKinds, about: course.code }, proofByCertificate({ certificateId: row.id, name: person.name, expiresOn }), context) : []
  return accept({ entry: commandId, id: row.id, expiresOn }, [insert(certificates, row), ...followed, ...done], [{ event: 'certificate.issued', about: row.id, details: { course: course.name } }])
})

const revoke = command(operations.revoke, function* ({ id, revokedOn, reason }, context) {
  const { commandId, now } = context
  const certificate = yield* one(certificates, id)
  if (certificate === undefined) return refuse('certificate.not-found', 'there is no such certificate')
  if (certificate.revokedOn !== null) return refuse('certificate.revoked', 'it is revoked already', { revokedOn: certificate.revokedOn })
  const patch = { revokedOn, revokedReason: reason }
  const person = yield* findPerson(certificate.personId)
  const followed = 'partnerId' in person ? yield* followedBy(person, { ...certificate, ...patch }, now) : []
  const undone = yield* revokeProven('byCertificate', id, reason, context)
  return accept({ entry: commandId }, [update(certificates, id, patch), ...followed, ...undone.changes], [{ event: 'certificate.revoked', about: id, details: { reason } }, ...undone.notes])
})

function* followedBy(person: RowOf<typeof partnerPeople>, certificate: Certificate, now: string): Generator<Question, readonly Change[], unknown> {
  const partner = yield* one(partners, person.partnerId)
  return yield* followStanding(partner === undefined ? [] : [partner], now, { certificates: [certificate] })
}

export const certificatesCommands = [issue, revoke]
