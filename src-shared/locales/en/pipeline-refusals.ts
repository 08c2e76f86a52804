import type { RefusalSentence } from '../refusal-sentence.ts'
import { opportunities } from './opportunities.ts'
import { pipeline } from './pipeline.ts'

const stage = (code: string): string => opportunities.stages[code as keyof typeof opportunities.stages] ?? code
const kind = (code: string): string => pipeline.attributions[code as keyof typeof pipeline.attributions] ?? code
const quoted = (value: string): string => (value === '' ? 'this value' : `“${value}”`)

/** Refusals of what is done about opportunities: activities, credits, delivered projects. */
export const pipelineRefusals = {
  'activity.not-found': 'This activity is not here any more.',
  'activity.due-date': 'A task has a day on which it is due; nothing else has one.',
  'activity.not-a-task': 'Only a task can be done.',
  'attribution.stale': 'Somebody else has credited partners meanwhile. Look at what they wrote and do it again.',
  'attribution.named-twice': (d) => `A partner is credited twice as ${quoted(kind(d('kind')))}.`,
  'attribution.over-whole': (d) => `That is ${d('percent')} % together. An amount is credited once: 100 % at most.`,
  'project.not-won': (d) => `Only what was won is delivered; this is at ${quoted(stage(d('stage')))}.`,
  'project.registered-already': 'This is registered as delivered already.',
  'project.in-future': 'The day of delivery is still to come.',
} satisfies Record<string, RefusalSentence>
