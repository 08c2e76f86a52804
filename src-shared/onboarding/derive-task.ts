import { localDate } from '../calendars/zone-time.ts'
import { instantOf } from '../foundation/instant.ts'
import type { TaskEvent, TaskEvidence } from './task-event.ts'
import type { Side } from './template.ts'

/** What the log of one task comes to, before stages and dependencies are looked at. */
export interface TaskStanding {
  readonly state: 'open' | 'waitingForApproval' | 'completed' | 'actionRequired' | 'skipped' | 'notApplicable'
  /** Two people did opposite things without knowing of each other; what was revoked stands until somebody who knows of both says otherwise. */
  readonly disputed: boolean
  /** The local date on which it was finished. */
  readonly finishedOn: string | null
  readonly finishedBy: string | null
  readonly evidence: TaskEvidence | null
  readonly acceptanceId: string | null
  readonly certificateId: string | null
  /** Why it was revoked, skipped, not applicable. */
  readonly reason: string | null
  /** Why somebody holds it up. */
  readonly heldUp: string | null
  readonly assignee: string | null
  readonly movedTo: string | null
  readonly remindedAt: string | null
  /** The side that handed it in or finished it. */
  readonly side: Side | null
  readonly last: string | null
}

const UNTOUCHED: TaskStanding = { state: 'open', disputed: false, finishedOn: null, finishedBy: null, evidence: null, acceptanceId: null, certificateId: null, reason: null, heldUp: null, assignee: null, movedTo: null, remindedAt: null, side: null, last: null }

/**
 * Folds the events of one task, in the order of their numbers. Nothing that was said is lost: what finishes a task counts unless it
 * was revoked by somebody whose revocation the finisher had not seen. The order in which such two arrive makes no difference.
 */
export function deriveTask(events: readonly TaskEvent[], timeZone: string): TaskStanding {
  const places = new Map(events.map(({ id }, at) => [id, at]))
  const seenUpTo = ({ seen }: TaskEvent): number => (seen === null ? -1 : (places.get(seen) ?? -1))
  let standing = UNTOUCHED
  let finishedAt = -1
  let revokedAt = -1
  for (const [at, event] of events.entries()) {
    standing = { ...standing, last: event.id }
    switch (event.kind) {
      case 'submitted':
      case 'completed':
      case 'approved':
      case 'skipped':
      case 'notApplicable': {
        if (revokedAt > seenUpTo(event)) {
          standing = { ...standing, disputed: true, ...evidenceOf(event, standing) }
          break
        }
        // What is done is done: a colleague who skipped or handed it in meanwhile takes nothing away.
        if (standing.state === 'completed' && event.kind !== 'approved' && finishedAt > seenUpTo(event)) break
        finishedAt = at
        revokedAt = -1
        standing = { ...standing, ...finished(event, standing, timeZone), disputed: false }
        break
      }
      case 'revoked':
        standing = { ...standing, state: 'actionRequired', disputed: finishedAt > seenUpTo(event), reason: event.text, finishedOn: null, finishedBy: null }
        revokedAt = at
        break
      case 'blocked':
        standing = { ...standing, heldUp: event.text }
        break
      case 'unblocked':
        standing = { ...standing, heldUp: null }
        break
      case 'assigned':
        standing = { ...standing, assignee: event.assignee }
        break
      case 'dueMoved':
        standing = { ...standing, movedTo: event.dueOn }
        break
      case 'reminded':
        standing = { ...standing, remindedAt: event.receivedAt }
        break
      case 'noted':
        standing = { ...standing, ...evidenceOf(event, standing) }
    }
  }
  return standing
}

/** What was put on record last; what is done by something else than before says so in each of them. */
function evidenceOf(event: TaskEvent, { evidence, acceptanceId, certificateId }: TaskStanding): Pick<TaskStanding, 'evidence' | 'acceptanceId' | 'certificateId'> {
  return { evidence: event.evidence ?? evidence, acceptanceId: event.acceptanceId ?? acceptanceId, certificateId: event.certificateId ?? certificateId }
}

function finished(event: TaskEvent, standing: TaskStanding, timeZone: string): Partial<TaskStanding> {
  const common = { side: event.side, ...evidenceOf(event, standing), reason: event.kind === 'skipped' || event.kind === 'notApplicable' ? event.text : null }
  if (event.kind === 'submitted') return { ...common, state: 'waitingForApproval', finishedOn: null, finishedBy: null }
  const state = event.kind === 'approved' ? 'completed' : event.kind
  return { ...common, state: state === 'completed' || state === 'skipped' || state === 'notApplicable' ? state : 'open', finishedOn: localDate(timeZone, instantOf(happenedAt(event))), finishedBy: event.by }
}

/** When its device says, but never later than it was received. */
function happenedAt({ deviceAt, receivedAt }: TaskEvent): string {
  return deviceAt !== null && deviceAt < receivedAt ? deviceAt : receivedAt
}
