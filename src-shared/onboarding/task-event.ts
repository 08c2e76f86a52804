import type { Side } from './template.ts'

/** What can happen to a task (field.md B1). */
export const taskEventKinds = ['submitted', 'completed', 'approved', 'revoked', 'skipped', 'notApplicable', 'blocked', 'unblocked', 'assigned', 'dueMoved', 'noted', 'reminded'] as const
export type TaskEventKind = (typeof taskEventKinds)[number]

/** Pending → Waiting for approval → Completed; revoked: Action required; Skipped by the vendor alone; Blocked, Not applicable (field.md B1). */
export const taskStates = ['pending', 'waitingForApproval', 'completed', 'actionRequired', 'skipped', 'blocked', 'notApplicable'] as const
export type TaskState = (typeof taskStates)[number]

/** What was put on record with a task. Which version of an agreement, and in which language, stays as it was accepted. */
export interface TaskEvidence {
  readonly note: string | null
  readonly address: string | null
  readonly agreementVersion: string | null
  readonly agreementLanguage: string | null
  /** Whose certificate it is: a person's, while the company needs it. */
  readonly person: string | null
  readonly validUntil: string | null
}

export const NO_EVIDENCE: TaskEvidence = { note: null, address: null, agreementVersion: null, agreementLanguage: null, person: null, validUntil: null }

/** One line of a checklist's log. */
export interface TaskEvent {
  readonly id: string
  readonly taskKey: string
  /** The order in which the log took them in: the server's, where there is one. */
  readonly number: number
  readonly kind: TaskEventKind
  /** The last event of this task that whoever gave it had seen; null: none. */
  readonly seen: string | null
  /** Which side did it. */
  readonly side: Side
  readonly text: string | null
  readonly evidence: TaskEvidence | null
  /** What it is done by, where that is kept: an acceptance of the exact version, a person's certificate. */
  readonly acceptanceId: string | null
  readonly certificateId: string | null
  readonly assignee: string | null
  readonly dueOn: string | null
  readonly by: string
  readonly deviceAt: string | null
  readonly receivedAt: string
}
