import { many, update, type Change, type Question } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import type { Certification } from '../partners/partner.ts'
import { partners } from '../partners/partner.table.ts'
import { certificates } from './certificate.table.ts'
import { companyStanding, type StandingFacts } from './company-standing.ts'
import { courses } from './course.table.ts'
import { partnerPeople } from './partner-person.table.ts'
import { requirements } from './requirement.table.ts'

type Partner = RowOf<typeof partners>
type Program = Pick<StandingFacts, 'requirements' | 'courses'>

/** Rows as they will be once the command that asks has written them. */
export interface AsWritten {
  readonly people?: readonly RowOf<typeof partnerPeople>[]
  readonly certificates?: readonly RowOf<typeof certificates>[]
  readonly program?: Program
}

/**
 * The certifications of a partner, by which assignment goes: a course that a requirement asks of it is certified exactly as long as enough of
 * its people hold it; of anything else stands what was entered.
 */
export function certificationsOf(entered: readonly Certification[], facts: StandingFacts, today: string): readonly Certification[] {
  const asked = new Map<string, Certification | null>()
  for (const { code, state, until } of companyStanding(facts, today)) {
    const other = asked.get(code)
    if (state === 'missing' || other === null) asked.set(code, null)
    else asked.set(code, { code, expires: earliest(until, other?.expires ?? null) })
  }
  return [...entered.filter(({ code }) => !asked.has(code)), ...[...asked.values()].filter((each) => each !== null)]
}

/** The changes that let the certifications of these partners follow what their people hold. @param now the instant of the command */
export function* followStanding(followed: readonly Partner[], now: string, written: AsWritten = {}): Generator<Question, readonly Change[], unknown> {
  const changed = yield* askCertifications(followed, now, written)
  return [...changed].map(([id, certifications]) => update(partners, id, { certifications }))
}

/** Of these partners, the certifications of those that have others by what their people hold than by what stands there. */
export function* askCertifications(followed: readonly Partner[], now: string, written: AsWritten = {}): Generator<Question, ReadonlyMap<string, readonly Certification[]>, unknown> {
  if (followed.length === 0) return new Map()
  const program = written.program ?? (yield* askProgram())
  if (program.requirements.length === 0) return new Map()
  const people = withWritten(yield* many(partnerPeople, 'byPartner', ...followed.map(({ id }) => [id])), written.people ?? [])
  const held = withWritten(people.length === 0 ? [] : yield* many(certificates, 'byPerson', ...people.map(({ id }) => [id])), written.certificates ?? [])
  const after = followed.map((partner): [Partner, readonly Certification[]] => {
    const theirs = people.filter(({ partnerId }) => partnerId === partner.id)
    const ids = new Set(theirs.map(({ id }) => id))
    return [partner, certificationsOf(partner.certifications, { partner, ...program, people: theirs, certificates: held.filter(({ personId }) => ids.has(personId)) }, now.slice(0, 10))]
  })
  return new Map(after.filter(([{ certifications }, wanted]) => !sameCertifications(certifications, wanted)).map(([{ id }, wanted]) => [id, wanted]))
}

export function* askProgram(): Generator<Question, Program, unknown> {
  const inForce = yield* many(requirements, 'byState', ['inForce'])
  const ids = [...new Set(inForce.map(({ courseId }) => courseId))]
  return { requirements: inForce, courses: ids.length === 0 ? [] : yield* many(courses, 'id', ...ids.map((id) => [id])) }
}

function withWritten<Row extends { readonly id: string }>(rows: readonly Row[], written: readonly Row[]): readonly Row[] {
  const ids = new Set(written.map(({ id }) => id))
  return [...rows.filter(({ id }) => !ids.has(id)), ...written]
}

function earliest(a: string | null, b: string | null): string | null {
  return a === null || b === null ? (a ?? b) : a < b ? a : b
}

function sameCertifications(a: readonly Certification[], b: readonly Certification[]): boolean {
  return a.length === b.length && a.every(({ code, expires }) => b.some((other) => other.code === code && other.expires === expires))
}
