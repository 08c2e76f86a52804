import { accept, command, insert, many, one, refuse, remove, update, type Change, type Decision, type Question } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import type { RowOf } from '../foundation/table.ts'
import { partners } from '../partners/partner.table.ts'
import { concerns } from './company-standing.ts'
import { courses } from './course.table.ts'
import { askProgram, followStanding } from './follow-standing.ts'
import { requirements } from './requirement.table.ts'
import { trainingContract } from './training.contract.ts'

const { operations } = trainingContract
type Requirement = RowOf<typeof requirements>

/** Whose standing is of interest: nobody else is given anything. */
const MEASURED = ['approved', 'onboarding', 'active', 'suspended'] as const

const createCourse = command(operations.createCourse, function* (input, { id, commandId }) {
  const [code, name] = [input.code.trim(), input.name.trim()]
  if (code === '') return refuse('course.code-missing', 'a course needs a code')
  if (name === '') return refuse('course.name-missing', 'a course needs a name')
  const [twin] = yield* many(courses, 'byCode', [code])
  if (twin !== undefined) return refuse('course.code-taken', 'another course has this code', { name: twin.name })
  const courseId = id()
  return accept({ entry: commandId, id: courseId }, [insert(courses, { languages: [], atTestCentre: false, state: 'offered', ...input, id: courseId, code, name })], [{ event: 'course.created', about: courseId, details: { name } }])
})

const updateCourse = command(operations.updateCourse, function* ({ id, edits }, { commandId }) {
  const course = yield* one(courses, id)
  if (course === undefined) return refuse('course.not-found', 'there is no such course')
  const decided = decideEdit('course', course, edits)
  if (!('patch' in decided)) return decided
  if (decided.patch.name?.trim() === '') return refuse('course.name-missing', 'a course needs a name')
  return accept({ entry: commandId }, [update(courses, id, decided.patch)], [{ event: 'course.edited', about: id, details: { name: course.name } }])
})

const createRequirement = command(operations.createRequirement, function* (input, { id, commandId, now }) {
  const requirementId = id()
  const made = { countries: [], partnerTypes: [], state: 'inForce', tier: null, gate: null, ...input, id: requirementId, name: input.name.trim() } as const
  const wrong = yield* wrongOf(made)
  if (wrong !== undefined) return wrong
  const row = { ...made, importId: null, createdAt: now, updatedAt: now, rev: 1 }
  return accept({ entry: commandId, id: requirementId }, [insert(requirements, made), ...(yield* followedBy([row], now))], [{ event: 'requirement.created', about: requirementId, details: { name: made.name } }])
})

const updateRequirement = command(operations.updateRequirement, function* ({ id, edits }, { commandId, now }) {
  const requirement = yield* one(requirements, id)
  if (requirement === undefined) return refuse('requirement.not-found', 'there is no such requirement')
  const decided = decideEdit('requirement', requirement, edits)
  if (!('patch' in decided)) return decided
  const after = { ...requirement, ...decided.patch }
  const wrong = yield* wrongOf(after)
  if (wrong !== undefined) return wrong
  return accept({ entry: commandId }, [update(requirements, id, decided.patch), ...(yield* followedBy([after], now))], [{ event: 'requirement.edited', about: id, details: { name: requirement.name } }])
})

const removeRequirement = command(operations.removeRequirement, function* ({ id }, { commandId }) {
  const requirement = yield* one(requirements, id)
  if (requirement === undefined) return refuse('requirement.not-found', 'there is no such requirement')
  return accept({ entry: commandId }, [remove(requirements, id)], [{ event: 'requirement.removed', about: id, details: { name: requirement.name } }])
})

function* wrongOf({ name, kind, tier, gate, courseId }: Pick<Requirement, 'name' | 'kind' | 'tier' | 'gate' | 'courseId'>): Generator<Question, Decision<never> | undefined, unknown> {
  if (name.trim() === '') return refuse('requirement.name-missing', 'a requirement needs a name')
  if (kind === 'tier' ? tier === null : gate === null) return refuse('requirement.of-nothing', 'a requirement is of a tier or a gate', { kind })
  return (yield* one(courses, courseId)) === undefined ? refuse('course.not-found', 'there is no such course') : undefined
}

/** What follows for the partners that the requirement concerns now. Whom it concerns no more keeps what it was certified for last. */
function* followedBy(changed: readonly Requirement[], now: string): Generator<Question, readonly Change[], unknown> {
  const inForce = changed.filter(({ state }) => state === 'inForce')
  if (inForce.length === 0) return []
  const measured = (yield* many(partners, 'byStatus', ...MEASURED.map((status) => [status]))).filter((partner) => inForce.some((each) => concerns(each, partner)))
  const program = yield* askProgram()
  const asked = yield* many(courses, 'id', ...inForce.map(({ courseId }) => [courseId]))
  const ids = new Set(changed.map(({ id }) => id))
  return yield* followStanding(measured, now, {
    program: {
      requirements: [...program.requirements.filter(({ id }) => !ids.has(id)), ...inForce],
      courses: [...program.courses.filter(({ id }) => !asked.some((each) => each.id === id)), ...asked],
    },
  })
}

export const programCommands = [createCourse, updateCourse, createRequirement, updateRequirement, removeRequirement]
