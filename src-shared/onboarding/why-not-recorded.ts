import type { ChecklistState } from './checklist.ts'
import type { DerivedTask } from './derive-checklist.ts'
import type { TaskEventKind, TaskEvidence } from './task-event.ts'

/** What is to be put on record of a task. */
export interface Act {
  readonly kind: TaskEventKind
  readonly text: string | null
  readonly evidence: TaskEvidence | null
  /** The last event of the task that whoever acts knows of. */
  readonly seen: string | null
}

export const actRefusals = ['checklist.not-running', 'task.blocked', 'task.not-applicable', 'task.done-already', 'task.not-waiting', 'task.nothing-to-revoke', 'task.reason-missing', 'task.evidence-missing'] as const
export type ActRefusal = (typeof actRefusals)[number]

const reasoned: readonly TaskEventKind[] = ['revoked', 'skipped', 'notApplicable', 'blocked', 'dueMoved']
const ofEndedChecklists: readonly TaskEventKind[] = ['revoked', 'completed', 'submitted', 'approved', 'noted']

/**
 * Why something is not put on record. Whoever acts without knowing of the task's last event is not refused for what that says:
 * both are kept, and `deriveTask` settles what they come to.
 */
export function whyNotRecorded(task: DerivedTask, act: Act, checklist: ChecklistState): ActRefusal | undefined {
  const { kind, seen } = act
  const knows = seen === task.last
  if (checklist === 'closed' || (checklist === 'activated' && !ofEndedChecklists.includes(kind))) return 'checklist.not-running'
  if (reasoned.includes(kind) && (act.text ?? '').trim() === '') return 'task.reason-missing'
  switch (kind) {
    case 'completed':
    case 'submitted':
      if (task.state === 'blocked') return 'task.blocked'
      if (knows && task.state === 'notApplicable') return 'task.not-applicable'
      if (knows && (task.state === 'completed' || (kind === 'submitted' && task.state === 'waitingForApproval'))) return 'task.done-already'
      return evidenceIsMissing(task, act.evidence) ? 'task.evidence-missing' : undefined
    case 'approved':
      // What nobody has ever handed in was not seen waiting by anybody.
      if (knows ? task.state !== 'waitingForApproval' : task.side === null) return 'task.not-waiting'
      return evidenceIsMissing(task, act.evidence) ? 'task.evidence-missing' : undefined
    case 'revoked':
      return knows && (task.last === null || ['pending', 'blocked', 'actionRequired'].includes(task.state)) ? 'task.nothing-to-revoke' : undefined
    case 'skipped':
    case 'notApplicable':
    case 'blocked':
    case 'dueMoved':
    case 'assigned':
      return knows && ['completed', 'skipped', 'notApplicable'].includes(task.state) ? 'task.done-already' : undefined
    case 'unblocked':
    case 'noted':
    case 'reminded':
      return undefined
  }
}

export function evidenceIsMissing({ task, evidence: earlier }: Pick<DerivedTask, 'task' | 'evidence'>, given: TaskEvidence | null): boolean {
  const has = (key: keyof TaskEvidence): boolean => ((given?.[key] ?? earlier?.[key]) ?? '').trim() !== ''
  switch (task.evidence) {
    case 'none':
      return false
    case 'note':
      return !has('note')
    case 'link':
      return !has('address')
    case 'agreementVersion':
      return !has('agreementVersion') || !has('agreementLanguage')
    case 'certificate':
      return !has('person')
  }
}
