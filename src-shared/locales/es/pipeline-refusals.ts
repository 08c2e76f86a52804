import type { RefusalSentence } from '../refusal-sentence.ts'
import { opportunities } from './opportunities.ts'
import { pipeline } from './pipeline.ts'

const stage = (code: string): string => opportunities.stages[code as keyof typeof opportunities.stages] ?? code
const kind = (code: string): string => pipeline.attributions[code as keyof typeof pipeline.attributions] ?? code
const quoted = (value: string): string => (value === '' ? 'este valor' : `«${value}»`)
const kinds: Readonly<Record<string, string>> = { accounts: 'cuentas', products: 'productos', teams: 'vendedores con su equipo' }

/** Refusals of what is done about opportunities: activities, credits, delivered projects; and what is said of their import. */
export const pipelineRefusals = {
  'activity.not-found': 'Esta actividad ya no existe.',
  'activity.due-date': 'Una tarea tiene fecha límite; lo demás no la tiene.',
  'activity.not-a-task': 'Solo una tarea puede darse por hecha.',
  'attribution.stale': 'Otra persona cambió la atribución entretanto. Revísela y vuelva a indicarla.',
  'attribution.named-twice': (d) => `Un socio figura dos veces como ${quoted(kind(d('kind')))}.`,
  'attribution.over-whole': (d) => `En total es el ${d('percent')}\u00a0%. Un importe se atribuye una sola vez: 100\u00a0% como máximo.`,
  'project.not-won': (d) => `Solo se entrega lo ganado; está en ${quoted(stage(d('stage')))}.`,
  'project.registered-already': 'Ya está registrado como entregado.',
  'project.in-future': 'La fecha de entrega aún no ha llegado.',
  'import.companion-read': (d) => `${d('file')}: se tomaron ${d('rows')} ${kinds[d('kind')] ?? d('kind')}.`,
  'import.companion-unknown': (d) => `${d('file')} no es una lista de cuentas, productos o equipos y no se leyó.`,
  'import.product-read-as': (d) => `${quoted(d('written'))} (filas: ${d('rows')}) se leyó como ${quoted(d('product'))}: solo cambian espacios, mayúsculas o signos.`,
  'import.stage-read-as': (d) => `${quoted(d('written'))} (filas: ${d('rows')}) se leyó como la etapa ${quoted(stage(d('stage')))}.`,
  'import.amount-from-list-price': (d) => `Las oportunidades abiertas sin importe en el archivo recibieron el precio de lista de su producto: ${d('rows')}.`,
  'import.deal-overlaps': (d) => `${quoted(d('company'))}: otros ya están con este cliente (${d('others')}). Revíselo antes de enviarlo.`,
  'opportunity.account-unknown': (d) => `No hay ninguna cuenta ${quoted(d('value'))}. Importe antes las cuentas o agregue su archivo al lado.`,
  'opportunity.account-ambiguous': (d) => `Varias cuentas se llaman ${quoted(d('value'))}.`,
  'opportunity.product-unknown': (d) => `${quoted(d('value'))} no es un producto de la lista.`,
} satisfies Record<string, RefusalSentence>
