import { gatherAnew, raiseConflicts } from '../conflicts/raise-conflicts.ts'
import { accept, command, insert, one, refuse, remove, update, type Decision } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import type { RowOf } from '../foundation/table.ts'
import { partners } from '../partners/partner.table.ts'
import { dealsContract } from './deals.contract.ts'
import { derivedOf, findRegistration } from './find-registration.ts'
import { approvedFacts, materialChange } from './material-change.ts'
import { endedStatuses, type RegistrationStatus } from './registration.ts'
import { settled } from './registration-steps.ts'
import { registrations } from './registration.table.ts'
import { awaitReview, submitRegistration } from './submit-registration.ts'

const { operations } = dealsContract
type Registration = RowOf<typeof registrations>

/** Until it is submitted (again), whoever claims may write what they like. */
const FREE: readonly RegistrationStatus[] = ['draft', 'rejected', 'withdrawn', 'expired']
/** A claim of which nothing is said and nothing has happened yet. */
const BLANK = { kind: 'planned', products: [], overlaps: 0, reviewMissed: false, reminded: 0, extensions: 0 } as const

const saveDraft = command(operations.saveDraft, function* ({ id: known, claim }, { id, commandId }) {
  if ((yield* one(partners, claim.partnerId)) === undefined) return refuse('partner.not-found', 'there is no such partner')
  const { company = '', country = null, corporateNumber = null, website = null } = claim
  const derived = derivedOf({ company, country, corporateNumber, website })
  if (known === null) {
    const draftId = id()
    return accept({ entry: commandId, id: draftId }, [insert(registrations, { ...BLANK, ...claim, ...derived, id: draftId, status: 'draft' })], [{ event: 'registration.drafted', about: draftId }])
  }
  const draft = yield* findRegistration(known)
  if (!('status' in draft)) return draft
  if (draft.status !== 'draft') return refuse('registration.not-draft', 'only a draft is saved as one', { status: draft.status })
  return accept({ entry: commandId, id: known }, [update(registrations, known, { ...claim, ...derived })])
})

const discardDraft = command(operations.discardDraft, function* ({ id }, { commandId }) {
  const draft = yield* findRegistration(id)
  if (!('status' in draft)) return draft
  if (draft.status !== 'draft') return refuse('registration.not-draft', 'only a draft is thrown away', { status: draft.status })
  return accept({ entry: commandId }, [remove(registrations, id)], [{ event: 'registration.discarded', about: id, details: { company: draft.company } }])
})

const submit = command(operations.submit, function* ({ id, deviceAt }, context) {
  const registration = yield* findRegistration(id, 'submitted')
  if (!('status' in registration)) return registration
  const { status, resubmissionsLeft } = registration
  if (status === 'approved' || status === 'actionRequired') return refuse('registration.status-not-reachable', 'what is approved is edited, what was asked is answered; neither is submitted', { from: status, to: 'submitted', allowed: [] })
  if (resubmissionsLeft === 0) return refuse('registration.no-resubmissions-left', 'it was submitted as often as the terms allow')
  const again = resubmitted(registration)
  const submitted = yield* submitRegistration({ ...registration, ...again }, deviceAt, context)
  if (!('patch' in submitted)) return submitted
  const patch = { ...again, ...submitted.patch }
  const raised = yield* raiseConflicts({ ...registration, ...patch }, context, submitted.overlaps)
  return accept({ entry: context.commandId, status: patch.status ?? 'submitted' }, [update(registrations, id, settled({ ...patch, ...raised.patch }, registration)), ...submitted.changes, ...raised.changes], [...submitted.notes, ...raised.notes])
})

/** What a second submission begins anew. Who gave up its place in the queue has none; its window goes on. */
function resubmitted({ status, resubmissionsLeft, clockFrom, protectedFrom }: Registration): Partial<Registration> {
  if (status === 'draft') return {}
  const ended = (endedStatuses as readonly RegistrationStatus[]).includes(status)
  const place = ended ? { receivedAt: null, deviceAt: null, completeAt: null, completeDeviceAt: null, clockFrom: clockFrom ?? protectedFrom, protectedFrom: null, protectedUntil: null } : {}
  return { ...place, approved: null, resubmissionsLeft: (resubmissionsLeft ?? 1) - 1, reasonForPartner: null, reasonForHouse: null, decidedBy: null, decidedAt: null, endedAt: null, endReason: null, extension: null, quoteSentAt: null, terms: null }
}

const edit = command(operations.update, function* ({ id, edits }, { commandId, now }) {
  const registration = yield* findRegistration(id)
  if (!('status' in registration)) return registration
  const { status, approved, terms } = registration
  if (!FREE.includes(status) && status !== 'approved') return refuse('registration.not-editable', 'it is not open for changes where it is', { status })
  const patch = edited(registration, edits)
  if (!('patch' in patch)) return patch
  const after = { ...registration, ...patch.patch }
  const changed = status === 'approved' && approved !== null && terms !== null ? materialChange(approved, approvedFacts(after), terms.amountTolerance) : []
  if (changed.length === 0 || terms === null) return accept({ entry: commandId, reopened: false }, [update(registrations, id, patch.patch)], [{ event: 'registration.edited', about: id }])
  if (registration.caseId !== null) return refuse('registration.held', 'a conflict case holds it', { caseId: registration.caseId })
  const reopened = settled({ ...patch.patch, status: 'submitted', submittedAt: now, ...(yield* awaitReview(terms, now)) }, registration)
  return accept({ entry: commandId, reopened: true }, [update(registrations, id, reopened)], [{ event: 'registration.reopened', about: id, details: { fields: [...changed] } }])
})

const answer = command(operations.answer, function* ({ id, edits, note, deviceAt }, context) {
  const registration = yield* findRegistration(id, 'submitted')
  if (!('status' in registration)) return registration
  if (registration.status !== 'actionRequired') return refuse('registration.nothing-asked', 'nothing was asked of it', { status: registration.status })
  const closed = edits.find(({ field }) => registration.asked?.fields.includes(field) !== true)
  if (closed !== undefined) return refuse('registration.field-not-open', 'only what was asked for is open', { field: closed.field })
  const patch = edited(registration, edits)
  if (!('patch' in patch)) return patch
  const submitted = yield* submitRegistration({ ...registration, ...patch.patch, resubmissionsLeft: registration.resubmissionsLeft }, deviceAt, context)
  if (!('patch' in submitted)) return submitted
  const notes = [{ event: 'registration.answered', about: id, details: { fields: edits.map(({ field }) => field), ...(note === null ? {} : { note }) } }]
  const said = { ...patch.patch, ...submitted.patch }
  const raised = yield* raiseConflicts({ ...registration, ...said }, context, submitted.overlaps)
  return accept({ entry: context.commandId }, [update(registrations, id, settled({ ...said, ...raised.patch }, registration)), ...submitted.changes, ...raised.changes], [...notes, ...submitted.notes.slice(1), ...raised.notes])
})

const withdraw = command(operations.withdraw, function* ({ id, note }, context) {
  const { commandId, now } = context
  const registration = yield* findRegistration(id)
  if (!('status' in registration)) return registration
  if (registration.status === 'withdrawn') return accept({ entry: commandId }, [])
  const reachable = yield* findRegistration(id, 'withdrawn')
  if (!('status' in reachable)) return reachable
  const patch = { status: 'withdrawn' as const, endedAt: now, endReason: null, reviewDueAt: null, asked: null, answerDueAt: null, extension: null, quoteSentAt: null }
  const inCase = yield* gatherAnew({ ...registration, ...patch }, context)
  return accept({ entry: commandId }, [update(registrations, id, settled(patch, registration)), ...inCase], [{ event: 'registration.withdrawn', about: id, details: note === null ? {} : { note } }])
})

export const claimsCommands = [saveDraft, discardDraft, submit, edit, answer, withdraw]

function edited(registration: Registration, edits: Parameters<typeof decideEdit>[2]): { readonly patch: Partial<Registration> } | Decision<never> {
  const decided = decideEdit('registration', registration, edits)
  if (!('patch' in decided)) return decided
  const after = { ...registration, ...decided.patch }
  if (after.company.trim() === '') return refuse('registration.company-missing', 'a registration names its customer')
  return after.amount !== null && after.currency === null ? refuse('registration.amount-incomplete', 'an amount is of a currency') : { patch: { ...decided.patch, ...derivedOf(after) } }
}
