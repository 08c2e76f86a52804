import { acceptances, agreements, agreementVersions } from '../agreements/agreement.table.ts'
import { standingWith } from '../agreements/agreement-standing.ts'
import { many, type Question } from '../foundation/command.ts'
import { certificates } from '../training/certificate.table.ts'
import { holdersOf } from '../training/company-standing.ts'
import { courses } from '../training/course.table.ts'
import { partnerPeople } from '../training/partner-person.table.ts'
import { agreementKind, courseKinds, proofByAcceptance, proofByCertificate, type Proof } from './proof.ts'
import type { TemplateTask } from './template.ts'

/** By the key of a task: what proves it today, or null where nothing does. Tasks about something that is kept nowhere are not there: of them counts what is said. */
export type Proofs = ReadonlyMap<string, Proof | null>

/** @param without an acceptance or certificate that does not count from now on, by its id */
export function* askProofs(partnerId: string, tasks: readonly TemplateTask[], today: string, without?: string): Generator<Question, Proofs, unknown> {
  const agreed = yield* askAcceptances(partnerId, aboutOf(tasks, ({ kind }) => kind === agreementKind), today, without)
  const held = yield* askCertificates(partnerId, aboutOf(tasks, ({ kind }) => courseKinds.includes(kind)), today, without)
  return new Map(
    tasks.flatMap(({ key, kind, about }) => {
      const proof = about === null ? undefined : kind === agreementKind ? agreed.get(about) : courseKinds.includes(kind) ? held.get(about) : undefined
      return proof === undefined ? [] : [[key, proof] as const]
    }),
  )
}

function aboutOf(tasks: readonly TemplateTask[], concerned: (task: TemplateTask) => boolean): readonly string[] {
  return [...new Set(tasks.flatMap((task) => (task.about !== null && concerned(task) ? [task.about] : [])))]
}

/** By code, of the agreements that are in force and of which something is published. */
function* askAcceptances(partnerId: string, codes: readonly string[], today: string, without: string | undefined): Generator<Question, ReadonlyMap<string, Proof | null>, unknown> {
  const kept = codes.length === 0 ? [] : (yield* many(agreements, 'byCode', ...codes.map((code) => [code]))).filter(({ state }) => state === 'inForce')
  if (kept.length === 0) return new Map()
  const versions = yield* many(agreementVersions, 'byAgreement', ...kept.map(({ id }) => [id]))
  const given = (yield* many(acceptances, 'byPartner', [partnerId])).filter(({ id }) => id !== without)
  return new Map(
    kept.flatMap((agreement) => {
      const { state, accepted } = standingWith(agreement, versions, given, today)
      return state === 'unpublished' ? [] : [[agreement.code, state === 'accepted' && accepted !== null ? proofByAcceptance(accepted) : null] as const]
    }),
  )
}

/** By the code of the course: the certificate that is valid longest. */
function* askCertificates(partnerId: string, codes: readonly string[], today: string, without: string | undefined): Generator<Question, ReadonlyMap<string, Proof | null>, unknown> {
  const kept = codes.length === 0 ? [] : yield* many(courses, 'byCode', ...codes.map((code) => [code]))
  if (kept.length === 0) return new Map()
  const people = yield* many(partnerPeople, 'byPartner', [partnerId])
  const held = people.length === 0 ? [] : (yield* many(certificates, 'byPerson', ...people.map(({ id }) => [id]))).filter(({ id }) => id !== without)
  return new Map(
    kept.map(({ id, code }) => {
      const [holder] = holdersOf(id, { people, certificates: held }, today).holders
      return [code, holder === undefined ? null : proofByCertificate(holder)] as const
    }),
  )
}
