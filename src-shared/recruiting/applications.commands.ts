import { accept, command, insert, one, refuse, update, type Decision, type Question } from '../foundation/command.ts'
import { decideEdit } from '../foundation/edit.ts'
import type { RowOf } from '../foundation/table.ts'
import { readWebDomain } from '../imports/read-web-domain.ts'
import { applications } from './application.table.ts'
import { partnerProfiles } from './partner-profile.table.ts'
import { recruitingContract } from './recruiting.contract.ts'
import { erased, retentionEnd } from './retention.ts'

const { operations } = recruitingContract
type Application = RowOf<typeof applications>

const BLANK = { status: 'applicant', industries: [], languages: [], products: [], persons: [], answers: [] } as const

const apply = command(
  operations.apply,
  function* (input, { id, commandId, now }) {
    const company = input.company.trim()
    if (company === '') return refuse('application.company-missing', 'an application names its company')
    const wrong = yield* wrongOf(input)
    if (wrong !== undefined) return wrong
    const applicationId = id()
    const row = { ...BLANK, ...input, id: applicationId, company, domain: domainOf(input.website), receivedAt: now }
    return accept({ entry: commandId, id: applicationId }, [insert(applications, row)], [{ event: 'application.received', about: applicationId, details: { source: input.source } }])
  },
  ({ source, country = null }) => ({ source, country }),
)

const edit = command(
  operations.update,
  function* ({ id, edits }, { commandId }) {
    const application = yield* findApplication(id)
    if (!('status' in application)) return application
    if (application.decidedAt !== null) return refuse('application.decided', 'a decided application is not edited', { status: application.status })
    const decided = decideEdit('application', application, edits)
    if (!('patch' in decided)) return decided
    const { patch } = decided
    if (patch.company !== undefined) patch.company = patch.company.trim()
    if (patch.company === '') return refuse('application.company-missing', 'an application names its company')
    if (patch.website !== undefined) patch.domain = domainOf(patch.website)
    const wrong = yield* wrongOf(patch)
    if (wrong !== undefined) return wrong
    return accept({ entry: commandId }, [update(applications, id, patch)], [{ event: 'application.edited', about: id, details: { fields: edits.map(({ field }) => field) } }])
  },
  ({ id, edits }) => ({ id, fields: edits.map(({ field }) => field) }),
)

const startVetting = command(operations.startVetting, function* ({ id }, { commandId, actor, now }) {
  const application = yield* findApplication(id)
  if (!('status' in application)) return application
  if (application.status === 'vetting') return accept({ entry: commandId }, [])
  if (application.status !== 'applicant') return refuse('application.status-not-reachable', 'it cannot go there from its status', { from: application.status, to: 'vetting' })
  return accept({ entry: commandId }, [update(applications, id, { status: 'vetting', vetter: actor.name, vettingAt: now })], [{ event: 'application.vetting', about: id }])
})

const decline = command(
  operations.decline,
  function* ({ id, reason, reasonForApplicant, reasonForHouse, retentionDays }, { commandId, actor, now }) {
    const application = yield* findApplication(id)
    if (!('status' in application)) return application
    if (application.decidedAt !== null) return refuse('application.decided', 'it is decided already', { status: application.status })
    const retentionUntil = retentionEnd(now, retentionDays)
    const patch = { status: 'declined', declineReason: reason, reasonForApplicant, reasonForHouse, decidedBy: actor.name, decidedAt: now, retentionUntil } as const
    return accept({ entry: commandId, retentionUntil }, [update(applications, id, patch)], [{ event: 'application.declined', about: id, details: { reason } }])
  },
  ({ id, reason, retentionDays }) => ({ id, reason, retentionDays }),
)

const reopen = command(operations.reopen, function* ({ id }, { commandId, actor, now }) {
  const application = yield* findApplication(id)
  if (!('status' in application)) return application
  if (application.status !== 'declined') return refuse('application.status-not-reachable', 'only what was declined is taken up again', { from: application.status, to: 'vetting' })
  if (application.erasedAt !== null) return refuse('application.erased', 'what it said is erased')
  const patch: Partial<Application> = { status: 'vetting', vetter: actor.name, vettingAt: now, declineReason: null, reasonForApplicant: null, reasonForHouse: null, decidedBy: null, decidedAt: null, retentionUntil: null }
  return accept({ entry: commandId }, [update(applications, id, patch)], [{ event: 'application.reopened', about: id }])
})

/** Passes over what was taken up again, erased already, or given another end meanwhile: so it comes to pass once, whoever asks and however often. */
const erase = command(operations.erase, function* ({ due }, { now }) {
  const over: Application[] = []
  for (const { id, retentionUntil } of due) {
    const application = yield* one(applications, id)
    if (application?.status === 'declined' && application.erasedAt === null && application.retentionUntil === retentionUntil && retentionUntil <= now) over.push(application)
  }
  return accept({ erased: over.length }, over.map(({ id }) => update(applications, id, erased(now))), over.map(({ id }) => ({ event: 'application.erased', about: id })))
})

const eraseNow = command(operations.eraseNow, function* ({ id }, { commandId, now }) {
  const application = yield* findApplication(id)
  if (!('status' in application)) return application
  if (application.status !== 'declined') return refuse('application.not-declined', 'only a declined application is erased', { status: application.status })
  if (application.erasedAt !== null) return accept({ entry: commandId }, [])
  return accept({ entry: commandId }, [update(applications, id, erased(now))], [{ event: 'application.erased', about: id }])
})

export function* findApplication(id: string): Generator<Question, Application | Decision<never>, unknown> {
  return (yield* one(applications, id)) ?? refuse('application.not-found', 'there is no such application')
}

function* wrongOf({ profileId }: Partial<Application>): Generator<Question, Decision<never> | undefined, unknown> {
  if (profileId == null) return undefined
  return (yield* one(partnerProfiles, profileId)) === undefined ? refuse('profile.not-found', 'there is no such profile') : undefined
}

const domainOf = (website: string | null | undefined): string | null => (website == null ? null : readWebDomain(website))

export const applicationsCommands = [apply, edit, startVetting, decline, reopen, erase, eraseNow]
