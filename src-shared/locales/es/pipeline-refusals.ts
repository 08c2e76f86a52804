import type { RefusalSentence } from '../refusal-sentence.ts'
import { opportunities } from './opportunities.ts'
import { pipeline } from './pipeline.ts'

const stage = (code: string): string => opportunities.stages[code as keyof typeof opportunities.stages] ?? code
const kind = (code: string): string => pipeline.attributions[code as keyof typeof pipeline.attributions] ?? code
const quoted = (value: string): string => (value === '' ? 'este valor' : `«${value}»`)

/** Refusals of what is done about opportunities: activities, credits, delivered projects. */
export const pipelineRefusals = {
  'activity.not-found': 'Esta actividad ya no existe.',
  'activity.due-date': 'Una tarea tiene fecha límite; lo demás no la tiene.',
  'activity.not-a-task': 'Solo una tarea puede darse por hecha.',
  'attribution.stale': 'Otra persona cambió la atribución entretanto. Revísela y vuelva a indicarla.',
  'attribution.named-twice': (d) => `Un socio figura dos veces como ${quoted(kind(d('kind')))}.`,
  'attribution.over-whole': (d) => `En total es el ${d('percent')} %. Un importe se atribuye una sola vez: 100 % como máximo.`,
  'project.not-won': (d) => `Solo se entrega lo ganado; está en ${quoted(stage(d('stage')))}.`,
  'project.registered-already': 'Ya está registrado como entregado.',
  'project.in-future': 'La fecha de entrega aún no ha llegado.',
} satisfies Record<string, RefusalSentence>
