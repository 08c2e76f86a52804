import type { RefusalSentence } from '../refusal-sentence.ts'
import { conflicts } from './conflicts.ts'
import { engagement } from './engagement.ts'

const caseState = (code: string): string => conflicts.states[code as keyof typeof conflicts.states] ?? code
const verdict = (code: string): string => conflicts.verdicts[code as keyof typeof conflicts.verdicts] ?? code
const clauseProblem = (code: string): string => engagement.problems[code as keyof typeof engagement.problems] ?? code
const quoted = (value: string): string => (value === '' ? 'este valor' : `«${value}»`)

/** Refusals of conflict cases and of the rules they are judged by. */
export const conflictRefusals = {
  'case.not-found': 'Este caso ya no existe.',
  'case.one-claimant': 'Un conflicto es entre dos al menos. Elija oportunidades de varios socios.',
  'case.not-claimed': (d) => `El registro de ${quoted(d('company'))} no reclama nada ahora.`,
  'case.claim-not-found': 'El caso no tiene ese registro.',
  'case.state-not-reachable': (d) => `Un caso no puede pasar de «${caseState(d('from'))}» a «${caseState(d('to'))}».`,
  'case.not-reviewed': 'Atienda el caso y revíselo antes de resolver.',
  'case.decided-otherwise': (d) => `${d('by')} ha resuelto ${quoted(d('case'))} de otra manera mientras tanto: ${verdict(d('theirs'))} (${d('theirsFor') || '–'}). Usted: ${verdict(d('yours'))} (${d('yoursFor') || '–'}). Hablen entre ustedes; vale la primera resolución.`,
  'case.reason-missing': 'Una resolución tiene un motivo: diga por qué.',
  'case.partner-reason-missing': (d) => `Diga por qué, con palabras para ${d('partner')}.`,
  'case.shares-do-not-fit': (d) => `El reparto no corresponde a «${verdict(d('verdict'))}».`,
  'case.split-not-whole': (d) => `Las partes suman ${d('sum')}\u00a0%, no 100\u00a0%.`,
  'case.final': 'El caso está cerrado. Lo que consta queda como está.',
  'case.appeal-too-late': 'El plazo de apelación ha terminado.',
  'case.appealed-already': (d) => `${d('partner')} ya ha apelado.`,
  'case.appeal-open': 'Todavía se puede apelar. Ciérrelo cuando acabe el plazo, o diga que todos están de acuerdo.',
  'rules.not-found': 'Esta versión de las reglas ya no existe.',
  'rules.published': 'Lo publicado ya no se cambia. Empiece un borrador.',
  'rules.name-missing': 'Una versión necesita un nombre.',
  'rules.stale': 'El borrador cambió mientras tanto.',
  'rules.clauses-do-not-fit': (d) => `Las reglas no se pueden publicar así: ${clauseProblem(d('problem'))}`,
} satisfies Record<string, RefusalSentence>
