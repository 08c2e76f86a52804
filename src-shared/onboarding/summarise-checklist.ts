import { percentOf, type DerivedChecklist, type DerivedTask } from './derive-checklist.ts'
import { taskStates, type TaskState } from './task-event.ts'
import type { Side } from './template.ts'

/** Whose turn it is. */
export const waitingSides = ['vendor', 'partner', 'both', 'nobody'] as const
export type WaitingFor = (typeof waitingSides)[number]

/** A task that somebody can act on now. */
export interface OpenTask {
  readonly task: string
  readonly side: Side
  readonly state: TaskState
  readonly dueOn: string
  readonly remindedAt: string | null
}

/** What lists and boards show of a checklist, kept beside it; it follows from the log and can be reckoned anew at any time. */
export interface ChecklistSummary {
  /** The first stage that is not done; null where all are. */
  readonly stageKey: string | null
  readonly stagesDone: number
  readonly done: number
  readonly total: number
  readonly percent: number
  readonly waitingFor: WaitingFor
  readonly nextDueOn: string | null
  readonly openTasks: readonly OpenTask[]
  /** Tasks that were revoked, or that two people judged differently. */
  readonly actionRequired: number
}

const actionable: readonly TaskState[] = taskStates.filter((state) => state === 'pending' || state === 'waitingForApproval' || state === 'actionRequired')

/** What is handed in waits for the vendor, whoever's task it is. */
export function turnOf({ state, task }: Pick<DerivedTask, 'state' | 'task'>): Side | null {
  return !actionable.includes(state) ? null : state === 'waitingForApproval' ? 'vendor' : task.side
}

export function summariseChecklist(derived: DerivedChecklist): ChecklistSummary {
  const tasks = derived.stages.flatMap((stage) => stage.tasks)
  const openTasks = tasks.flatMap((each): OpenTask[] => {
    const side = turnOf(each)
    return side === null || each.dueOn === null ? [] : [{ task: each.task.key, side, state: each.state, dueOn: each.dueOn, remindedAt: each.remindedAt }]
  })
  const turns = new Set(openTasks.map(({ side }) => side))
  const [turn = 'nobody'] = turns
  return {
    stageKey: derived.stages.find(({ state }) => state !== 'done')?.stage.key ?? null,
    stagesDone: derived.stages.filter(({ state }) => state === 'done').length,
    done: derived.done,
    total: derived.total,
    percent: percentOf(derived),
    waitingFor: turns.size === 2 ? 'both' : turn,
    nextDueOn: openTasks.map(({ dueOn }) => dueOn).toSorted()[0] ?? null,
    openTasks,
    actionRequired: tasks.filter(({ state, disputed }) => state === 'actionRequired' || disputed).length,
  }
}
