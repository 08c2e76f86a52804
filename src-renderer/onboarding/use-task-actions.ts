import { shallowRef, type ComputedRef, type ShallowRef } from 'vue'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { DerivedTask } from '#shared/onboarding/derive-checklist.ts'
import type { TaskEventKind, TaskEvidence } from '#shared/onboarding/task-event.ts'
import type { Side } from '#shared/onboarding/template.ts'
import { useWorkbench, useWords } from '../shell/workbench.ts'
import { inWords, isFinished, type ChecklistFile } from './onboarding.presenter.ts'

export const taskActs = ['complete', 'approve', 'revoke', 'skip', 'setAside', 'block', 'unblock', 'assign', 'moveDue', 'note'] as const
export type TaskAct = (typeof taskActs)[number]
/** Acts that ask for something first. */
export type AskingAct = Exclude<TaskAct, 'approve' | 'unblock'>

/** What a dialog was told. */
export interface Told {
  readonly side: Side
  readonly reason: string
  readonly evidence: TaskEvidence | null
  readonly assignee: string | null
  readonly dueOn: string | null
}

/** What the log then says. */
const becomes = { complete: 'completed', approve: 'approved', revoke: 'revoked', skip: 'skipped', setAside: 'notApplicable', block: 'blocked', unblock: 'unblocked', assign: 'assigned', moveDue: 'dueMoved', note: 'noted' } as const satisfies Record<TaskAct, TaskEventKind>

const NOTHING: Told = { side: 'vendor', reason: '', evidence: null, assignee: null, dueOn: null }

/** What can be done with a task as it stands; the command decides all the same. */
export function offeredActs({ state, heldUp }: DerivedTask, checklist: ChecklistFile['checklist']['state']): readonly TaskAct[] {
  if (checklist === 'closed') return []
  if (checklist === 'activated') return state === 'completed' ? ['revoke', 'note'] : state === 'waitingForApproval' ? ['approve', 'revoke', 'note'] : state === 'actionRequired' ? ['complete', 'note'] : ['note']
  const open: readonly TaskAct[] = [heldUp === null ? 'block' : 'unblock', 'skip', 'setAside', 'assign', 'moveDue', 'note']
  if (state === 'waitingForApproval') return ['approve', 'revoke', ...open]
  if (isFinished(state)) return ['revoke', 'note']
  return state === 'blocked' ? open : ['complete', ...open]
}

/** Gives commands for the chosen task, with what whoever acts has seen of it. */
export function useTaskActions(file: ComputedRef<ChecklistFile | undefined>, chosen: ComputedRef<DerivedTask | undefined>): { readonly asking: ShallowRef<AskingAct | undefined>; start(act: TaskAct): void; tell(act: TaskAct, told: Told): Promise<void> } {
  const { changing, client, language } = useWorkbench()
  const w = useWords()
  const asking = shallowRef<AskingAct>()

  function send(act: TaskAct, id: string, { task, last }: DerivedTask, { side, reason, evidence, assignee, dueOn }: Told): Promise<Outcome<unknown>> {
    const about = { checklists: [{ id, seen: last }], task: task.key, deviceAt: new Date().toISOString() }
    switch (act) {
      case 'complete':
        return client.onboarding.complete({ ...about, side, evidence })
      case 'approve':
        return client.onboarding.approve(about)
      case 'note':
        return client.onboarding.note({ ...about, evidence: evidence ?? {} })
      case 'assign':
        return client.onboarding.assign({ ...about, assignee })
      case 'moveDue':
        return client.onboarding.moveDue({ ...about, dueOn, reason })
      case 'block':
        return client.onboarding.block({ ...about, reason })
      case 'unblock':
        return client.onboarding.block({ ...about, reason: null })
      default:
        return client.onboarding[act]({ ...about, reason })
    }
  }

  async function tell(act: TaskAct, told: Told): Promise<void> {
    const task = chosen.value
    if (file.value === undefined || task === undefined) return
    const outcome = await send(act, file.value.checklist.id, task, told)
    if (!outcome.ok) return changing.refuse(outcome.error)
    asking.value = undefined
    const { events, said } = w.value.onboarding
    changing.say(said.acted(inWords(task.task.title, language.locale.value), events[act === 'complete' && task.task.approval ? 'submitted' : becomes[act]]))
  }

  /** What an acceptance or a certificate does asks for nothing: what is on record there counts. */
  const isKept = (key: string): boolean => file.value?.kept.some((each) => each.task === key) === true

  return {
    asking,
    start(act) {
      const task = chosen.value?.task
      if (act === 'approve' || act === 'unblock') void tell(act, NOTHING)
      else if (act === 'complete' && task !== undefined && (task.evidence === 'none' || isKept(task.key))) void tell(act, { ...NOTHING, side: task.side })
      else asking.value = act
    },
    tell,
  }
}
