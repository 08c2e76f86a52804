import type { WorkingDays } from '../calendars/working-days.ts'
import { holds, type PartnerTraits } from './condition.ts'
import { deriveTask, type TaskStanding } from './derive-task.ts'
import type { TaskEvent, TaskState } from './task-event.ts'
import type { TemplateStage, TemplateStages, TemplateTask } from './template.ts'

export interface DerivedTask extends Omit<TaskStanding, 'state'> {
  readonly task: TemplateTask
  readonly state: TaskState
  /** Null for what is not applicable. */
  readonly dueOn: string | null
  /** Tasks that have to be done before, by their keys. */
  readonly waitsFor: readonly string[]
  readonly stageClosed: boolean
}

/** A stage opens when the one before it is done, and is done when all it requires is (field.md B1). */
export const stageStates = ['closed', 'open', 'done'] as const
export type StageState = (typeof stageStates)[number]

export interface DerivedStage {
  readonly stage: TemplateStage
  readonly state: StageState
  readonly tasks: readonly DerivedTask[]
}

export interface DerivedChecklist {
  readonly stages: readonly DerivedStage[]
  /** Required tasks that apply, and how many of them are done or skipped. */
  readonly done: number
  readonly total: number
}

export interface ChecklistFacts {
  readonly stages: TemplateStages
  readonly traits: PartnerTraits
  readonly startedOn: string
  readonly timeZone: string
  /** All of the checklist's, in the order of their numbers. */
  readonly events: readonly TaskEvent[]
  readonly days: WorkingDays
}

const finishedStates: readonly TaskStanding['state'][] = ['completed', 'skipped', 'notApplicable']

/** What a checklist is at: states, stages, progress and due dates all follow from the template, the partner and the log. */
export function deriveChecklist(facts: ChecklistFacts): DerivedChecklist {
  const standings = standingsOf(facts)
  const isFinished = (key: string): boolean => finishedStates.includes(standings.get(key)?.state ?? 'notApplicable')
  const due = dueDates(facts, standings)
  const stages: DerivedStage[] = []
  let allBeforeDone = true
  for (const stage of facts.stages) {
    const open = stage.free || allBeforeDone
    const tasks = stage.tasks.map((task): DerivedTask => {
      const standing = standings.get(task.key) ?? deriveTask([], facts.timeZone)
      const waitsFor = isFinished(task.key) ? [] : task.needs.filter((needed) => !isFinished(needed))
      const blocked = standing.heldUp !== null || !open || waitsFor.length > 0
      const state = standing.state === 'open' ? (blocked ? 'blocked' : 'pending') : standing.state
      return { ...standing, task, state, dueOn: state === 'notApplicable' ? null : (due.get(task.key) ?? null), waitsFor, stageClosed: !open }
    })
    const done = stage.tasks.every(({ key, required }) => !required || isFinished(key))
    stages.push({ stage, state: open ? (done ? 'done' : 'open') : 'closed', tasks })
    allBeforeDone &&= done
  }
  const counted = stages.flatMap(({ tasks }) => tasks).filter(({ task, state }) => task.required && state !== 'notApplicable')
  return { stages, done: counted.filter(({ task }) => isFinished(task.key)).length, total: counted.length }
}

/** Percent done of what counts; a checklist that asks for nothing is done. */
export function percentOf({ done, total }: Pick<DerivedChecklist, 'done' | 'total'>): number {
  return total === 0 ? 100 : Math.floor((done * 100) / total)
}

function standingsOf({ stages, traits, events, timeZone }: ChecklistFacts): ReadonlyMap<string, TaskStanding> {
  const eventsOf = Map.groupBy(events, ({ taskKey }) => taskKey)
  const standingOf = (task: TemplateTask): TaskStanding => {
    const standing = deriveTask(eventsOf.get(task.key) ?? [], timeZone)
    // What was done before it ceased to apply stays done.
    return standing.state === 'open' && !holds(task.when, traits) ? { ...standing, state: 'notApplicable' } : standing
  }
  return new Map(stages.flatMap(({ tasks }) => tasks.map((task) => [task.key, standingOf(task)] as const)))
}

/** When each task is due: so many working days after what it needs, and the stage before it, was finished or is due. */
function dueDates({ stages, startedOn, days }: ChecklistFacts, standings: ReadonlyMap<string, TaskStanding>): ReadonlyMap<string, string> {
  const due = new Map<string, string>()
  const tasks = new Map(stages.flatMap((stage) => stage.tasks.map((task) => [task.key, task] as const)))
  const ends = (key: string, opensOn: string): string => {
    const standing = standings.get(key)
    return standing?.finishedOn ?? (standing?.state === 'notApplicable' ? opensOn : dueOf(key, opensOn))
  }
  function dueOf(key: string, opensOn: string): string {
    const known = due.get(key)
    if (known !== undefined) return known
    const task = tasks.get(key)
    if (task === undefined) return opensOn
    // A circle cannot be saved; one that came by another way ends here.
    due.set(key, opensOn)
    const begins = latest([opensOn, ...task.needs.map((needed) => ends(needed, opensOn))])
    const date = standings.get(key)?.movedTo ?? days.after(begins, task.days)
    due.set(key, date)
    return date
  }
  let opensOn = startedOn
  for (const stage of stages) {
    const from = stage.free ? startedOn : opensOn
    for (const { key } of stage.tasks) dueOf(key, from)
    opensOn = latest([opensOn, ...stage.tasks.filter(({ required }) => required).map(({ key }) => ends(key, from))])
  }
  return due
}

function latest(dates: readonly string[]): string {
  return dates.reduce((last, date) => (date > last ? date : last))
}
