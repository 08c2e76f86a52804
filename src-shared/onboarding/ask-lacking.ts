import { many, type Question } from '../foundation/command.ts'
import { certificates } from '../training/certificate.table.ts'
import { companyStanding } from '../training/company-standing.ts'
import { askProgram } from '../training/follow-standing.ts'
import { partnerPeople } from '../training/partner-person.table.ts'
import type { Lacking } from './activation-gate.ts'
import type { GatheredChecklist } from './ask-checklist.ts'
import { askProofs } from './ask-proofs.ts'
import { agreementKind } from './proof.ts'

/**
 * What stands in the way of activation on a day though the checklist says nothing of it: agreements that count in another version now, certificates
 * that ended, and what the program requires of the partner's tier and at this gate.
 */
export function* askLacking({ derived, partner }: Pick<GatheredChecklist, 'derived' | 'partner'>, today: string): Generator<Question, Lacking, unknown> {
  const done = derived.stages.flatMap(({ tasks }) => tasks).filter(({ task, state }) => task.required && state === 'completed')
  const proofs = yield* askProofs(partner.id, done.map(({ task }) => task), today)
  const unproven = done.filter(({ task }) => proofs.get(task.key) === null).map(({ task }) => task)
  const program = yield* askProgram()
  const asked = program.requirements.filter(({ kind, gate }) => kind === 'tier' || gate === 'activation')
  const people = asked.length === 0 ? [] : yield* many(partnerPeople, 'byPartner', [partner.id])
  const held = people.length === 0 ? [] : yield* many(certificates, 'byPerson', ...people.map(({ id }) => [id]))
  const missing = companyStanding({ partner, requirements: asked, courses: program.courses, people, certificates: held }, today).filter(({ state }) => state === 'missing')
  return {
    agreements: unproven.filter(({ kind }) => kind === agreementKind).map(({ title }) => title),
    certifications: [
      ...unproven.filter(({ kind }) => kind === 'certification').map(({ title }) => title),
      ...missing.map(({ name, course, holders, needed }) => sameInAll(`${name}: ${course} ${holders.length}/${needed}`)),
    ],
  }
}

/** Names that people gave are the same in every language. */
function sameInAll(text: string): Lacking['agreements'][number] {
  return { en: text, ja: text, es: text }
}
