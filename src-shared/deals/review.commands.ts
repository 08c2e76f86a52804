import { raiseConflicts } from '../conflicts/raise-conflicts.ts'
import { accept, command, refuse, update, type CommandContext, type Decision } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { approveRegistration } from './approve-registration.ts'
import { dealsContract } from './deals.contract.ts'
import { derivedOf, findRegistration } from './find-registration.ts'
import { protectionEnd } from './protection.ts'
import { settled } from './registration-steps.ts'
import { registrations } from './registration.table.ts'
import { USUAL_TERMS } from './usual-terms.ts'

const { operations } = dealsContract
type Registration = RowOf<typeof registrations>

const startReview = command(operations.startReview, function* ({ id }, { commandId, actor }) {
  const registration = yield* findRegistration(id)
  if (!('status' in registration)) return registration
  if (registration.status === 'inReview') return accept({ entry: commandId }, [])
  const reachable = yield* findRegistration(id, 'inReview')
  if (!('status' in reachable)) return reachable
  return accept({ entry: commandId }, [update(registrations, id, settled({ status: 'inReview', reviewer: actor.name }, registration))], [{ event: 'registration.review-started', about: id }])
})

const returnForInformation = command(operations.returnForInformation, function* ({ id, fields, note }, { commandId, actor, now }) {
  const registration = yield* findRegistration(id, 'actionRequired')
  if (!('status' in registration)) return registration
  const { answerDays, timeZone } = registration.terms ?? USUAL_TERMS
  const asked = { fields: [...new Set(fields)], note, by: actor.name, at: now }
  const patch = { status: 'actionRequired' as const, asked, answerDueAt: protectionEnd(now, answerDays, timeZone), reviewDueAt: null, reviewMissed: false }
  return accept({ entry: commandId }, [update(registrations, id, settled(patch, registration))], [{ event: 'registration.returned', about: id, details: { fields: asked.fields, note } }])
})

const approve = command(operations.approve, function* ({ id, ...approval }, context) {
  const registration = yield* findRegistration(id)
  if (!('status' in registration)) return registration
  const { status, accountId, opportunityId } = registration
  if (status === 'approved') return accept({ entry: context.commandId, accountId, opportunityId }, [])
  const otherwise = decidedOtherwise(registration, 'rejected')
  if (otherwise !== undefined) return otherwise
  const reachable = yield* findRegistration(id, 'approved')
  if (!('status' in reachable)) return reachable
  const approved = yield* approveRegistration(registration, approval, context, context.actor.name)
  if ('kind' in approved) return approved
  const { row, changes } = approved
  const raised = yield* raiseConflicts({ ...registration, ...row }, context)
  return accept({ entry: context.commandId, accountId: row.accountId ?? null, opportunityId: row.opportunityId ?? null }, [update(registrations, id, settled({ ...row, ...raised.patch }, registration)), ...changes, ...raised.changes], [
    { event: 'registration.approved', about: id, details: { until: row.protectedUntil ?? null, timeZone: row.timeZone ?? null, ...reasons(approval) } },
    ...raised.notes,
  ])
})

const reject = command(operations.reject, function* ({ id, ...given }, context) {
  const registration = yield* findRegistration(id)
  if (!('status' in registration)) return registration
  if (registration.status === 'rejected') return accept({ entry: context.commandId }, [])
  const otherwise = decidedOtherwise(registration, 'approved')
  if (otherwise !== undefined) return otherwise
  const reachable = yield* findRegistration(id, 'rejected')
  if (!('status' in reachable)) return reachable
  const patch = { ...given, ...decided(context), ...rejected(registration) }
  const event = registration.approved === null ? 'registration.rejected' : 'registration.change-rejected'
  return accept({ entry: context.commandId }, [update(registrations, id, settled(patch, registration))], [{ event, about: id, details: reasons(given) }])
})

/** What is refused of a registration that was approved is the change: it stands as it was approved. */
function rejected(registration: Registration): Partial<Registration> {
  const { approved } = registration
  if (approved === null) return { status: 'rejected', reviewDueAt: null }
  const before = { ...approved, products: [...approved.products] }
  return { status: 'approved', reviewDueAt: null, ...before, ...derivedOf({ ...registration, ...before }) }
}

const revoke = command(operations.revoke, function* ({ id, ...given }, context) {
  const registration = yield* findRegistration(id, 'revoked')
  if (!('status' in registration)) return registration
  const patch = { status: 'revoked' as const, endedAt: context.now, extension: null, quoteSentAt: null, ...given, ...decided(context) }
  return accept({ entry: context.commandId }, [update(registrations, id, settled(patch, registration))], [{ event: 'registration.revoked', about: id, details: reasons(given) }])
})

export const reviewCommands = [startReview, returnForInformation, approve, reject, revoke]

function decided({ actor, now }: Pick<CommandContext, 'actor' | 'now'>): Partial<Registration> {
  return { decidedBy: actor.name, decidedAt: now }
}

/** The second of two people who decide the same thing changes nothing; one who decides otherwise is told who was first (field.md B3, 19). */
function decidedOtherwise({ status, decidedBy, decidedAt }: Registration, other: 'approved' | 'rejected'): Decision<never> | undefined {
  return status === other ? refuse('registration.decided-already', 'somebody has decided otherwise', { status, by: decidedBy, at: decidedAt }) : undefined
}

function reasons({ reasonForPartner, reasonForHouse }: Pick<Registration, 'reasonForPartner' | 'reasonForHouse'>): Readonly<Record<string, string>> {
  return { ...(reasonForPartner === null ? {} : { reasonForPartner }), ...(reasonForHouse === null ? {} : { reasonForHouse }) }
}
