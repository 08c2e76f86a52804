import { exclusion } from './condition.ts'
import { checklistLanguages, tasksOf, type Condition, type Localised, type TemplateStages, type TemplateTask } from './template.ts'

export const templateProblemKinds = ['stage-twice', 'task-twice', 'needs-unknown', 'needs-later', 'cycle', 'condition-impossible', 'evidence-misfit', 'no-tasks', 'words-missing'] as const
export type TemplateProblemKind = (typeof templateProblemKinds)[number]

/** Of a stage or task, by its key; `other` is what it does not go together with. */
export interface TemplateProblem {
  readonly kind: TemplateProblemKind
  readonly at: string
  readonly other: string
}

/** What a draft may still lack; everything else is refused at save already. */
const unfinished: ReadonlySet<TemplateProblemKind> = new Set(['no-tasks', 'words-missing'])

/** What keeps a template from ever being gone through, or from being published: in the order of the template. */
export function checkTemplate(stages: TemplateStages, appliesTo: Condition): readonly TemplateProblem[] {
  return [...twice('stage-twice', stages), ...twice('task-twice', tasksOf(stages)), ...dependencyProblems(stages), ...taskProblems(stages, appliesTo), ...wordProblems(stages)]
}

/** The first problem that a draft may not even be saved with. */
export function whyNotSaved(stages: TemplateStages, appliesTo: Condition): TemplateProblem | undefined {
  return checkTemplate(stages, appliesTo).find(({ kind }) => !unfinished.has(kind))
}

function twice(kind: TemplateProblemKind, all: readonly { readonly key: string }[]): TemplateProblem[] {
  return all.filter(({ key }, at) => all.findIndex((other) => other.key === key) < at).map(({ key }) => ({ kind, at: key, other: key }))
}

function dependencyProblems(stages: TemplateStages): TemplateProblem[] {
  const stageOf = new Map(stages.flatMap(({ tasks }, at) => tasks.map(({ key }) => [key, at] as const)))
  const problems: TemplateProblem[] = []
  for (const { key, needs } of tasksOf(stages)) {
    for (const needed of needs) {
      const at = stageOf.get(needed)
      if (at === undefined) problems.push({ kind: 'needs-unknown', at: key, other: needed })
      // The later stage opens only when this one is done.
      else if (at > (stageOf.get(key) ?? 0)) problems.push({ kind: 'needs-later', at: key, other: needed })
    }
  }
  const circle = findCycle(tasksOf(stages))
  return circle === undefined ? problems : [...problems, { kind: 'cycle', at: circle[0] ?? '', other: circle.slice(1).join(', ') }]
}

/** The keys of tasks that wait for each other, in the order in which they do. */
function findCycle(tasks: readonly TemplateTask[]): readonly string[] | undefined {
  const needsOf = new Map(tasks.map(({ key, needs }) => [key, needs]))
  const settled = new Set<string>()
  const path: string[] = []
  function visit(key: string): readonly string[] | undefined {
    if (settled.has(key)) return undefined
    if (path.includes(key)) return [...path.slice(path.indexOf(key)), key]
    path.push(key)
    for (const needed of needsOf.get(key) ?? []) {
      const circle = visit(needed)
      if (circle !== undefined) return circle
    }
    path.pop()
    settled.add(key)
    return undefined
  }
  for (const { key } of tasks) {
    const circle = visit(key)
    if (circle !== undefined) return circle
  }
  return undefined
}

function taskProblems(stages: TemplateStages, appliesTo: Condition): TemplateProblem[] {
  return tasksOf(stages).flatMap((task): TemplateProblem[] => {
    const trait = exclusion(appliesTo, task.when)
    const misfit = task.evidence === 'agreementVersion' && task.kind !== 'agreement'
    return [
      ...(trait === undefined ? [] : [{ kind: 'condition-impossible' as const, at: task.key, other: trait }]),
      ...(misfit ? [{ kind: 'evidence-misfit' as const, at: task.key, other: task.evidence }] : []),
    ]
  })
}

function wordProblems(stages: TemplateStages): TemplateProblem[] {
  if (tasksOf(stages).length === 0) return [{ kind: 'no-tasks', at: '', other: '' }]
  const missing = (at: string, words: Localised, wanted: boolean): TemplateProblem[] => {
    const without = checklistLanguages.filter((language) => words[language].trim() === '')
    return without.length === 0 || (!wanted && without.length === checklistLanguages.length) ? [] : without.map((other) => ({ kind: 'words-missing', at, other }))
  }
  return stages.flatMap((stage) => [
    ...missing(stage.key, stage.title, true),
    ...(stage.tasks.length === 0 ? [{ kind: 'no-tasks' as const, at: stage.key, other: '' }] : []),
    ...stage.tasks.flatMap((task) => [...missing(task.key, task.title, true), ...missing(task.key, task.text, false), ...task.material.flatMap(({ title }) => missing(task.key, title, true))]),
  ])
}
