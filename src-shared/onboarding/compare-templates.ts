import { tasksOf, type TemplateStages, type TemplateTask } from './template.ts'

export const taskTraits = ['title', 'text', 'kind', 'side', 'role', 'days', 'needs', 'when', 'required', 'evidence', 'approval', 'onRevocation', 'about', 'material', 'stage'] as const
export type TaskTrait = (typeof taskTraits)[number]

export interface TemplateDifference {
  readonly added: readonly TemplateTask[]
  readonly removed: readonly TemplateTask[]
  readonly changed: readonly { readonly task: TemplateTask; readonly traits: readonly TaskTrait[] }[]
}

/** What another version of a template adds, leaves out and changes, task by task. */
export function compareTemplates(before: TemplateStages, after: TemplateStages): TemplateDifference {
  const earlier = new Map(tasksOf(before).map((task) => [task.key, task]))
  const later = new Set(tasksOf(after).map(({ key }) => key))
  const stageOf = (stages: TemplateStages, key: string): string | undefined => stages.find(({ tasks }) => tasks.some((task) => task.key === key))?.key
  const changed = tasksOf(after).flatMap((task) => {
    const old = earlier.get(task.key)
    if (old === undefined) return []
    const traits = taskTraits.filter((trait) => (trait === 'stage' ? stageOf(before, task.key) !== stageOf(after, task.key) : JSON.stringify(old[trait]) !== JSON.stringify(task[trait])))
    return traits.length === 0 ? [] : [{ task, traits }]
  })
  return { added: tasksOf(after).filter(({ key }) => !earlier.has(key)), removed: tasksOf(before).filter(({ key }) => !later.has(key)), changed }
}
