import type { RefusalSentence } from '../refusal-sentence.ts'
import { care } from './care.ts'
import { partners } from './partners.ts'

const status = (code: string): string => partners.statuses[code as keyof typeof partners.statuses] ?? code
const planState = (code: string): string => care.planStates[code as keyof typeof care.planStates] ?? code
const stale = (name: string): string => `${name} cambió entretanto. Revise y vuelva a cambiarlo.`

/** Refusals of check-ins, reviews, coaching notes and joint plans. */
export const careRefusals = {
  'care.stale': stale('Un ajuste de seguimiento'),
  'care.not-paused': (d) => `Los contactos con ${d('partner')} no están en pausa.`,
  'care.partner-not-active': (d) => `${d('partner')} no está activo (${status(d('status'))}).`,
  'check-in.not-found': 'Este contacto ya no está aquí.',
  'check-in.in-future': (d) => `El ${d('heldOn')} aún no ha llegado.`,
  'check-in.step-missing': 'Indique el próximo paso que vence ese día.',
  'check-in.step-before': (d) => `El próximo paso (${d('nextStepOn')}) es anterior al contacto (${d('heldOn')}).`,
  'check-in.there-already': (d) => `Ya hay un contacto con ${d('partner')} del ${d('heldOn')}, por ${d('by')}.`,
  'check-in.voided': 'Este contacto ya está anulado.',
  'check-in.no-step': 'Este contacto no dejó nada pendiente.',
  'check-in.step-done': (d) => `Se hizo el ${d('doneOn')}.`,
  'review.not-found': 'Esta revisión ya no está aquí.',
  'review.held': (d) => `La revisión de ${d('quarter')} ya se realizó y queda como está.`,
  'review.stale': stale('La revisión'),
  'review.there-already': (d) => `${d('partner')} ya tiene una revisión de ${d('quarter')}.`,
  'review.quarter-to-come': (d) => `${d('quarter')} aún no ha empezado donde está el socio.`,
  'review.in-future': (d) => `El ${d('heldOn')} aún no ha llegado.`,
  'review.before-quarter': (d) => `El ${d('heldOn')} aún no había empezado ${d('quarter')}.`,
  'coaching-note.not-found': 'Esta nota ya no está aquí.',
  'coaching-note.text-missing': 'Escriba algo en la nota.',
  'coaching-note.in-future': (d) => `El ${d('notedOn')} aún no ha llegado.`,
  'plan.not-found': 'Este plan ya no está aquí.',
  'plan.locked': (d) => `«${d('title')}» (versión ${d('version')}) está bloqueado para la aprobación del socio${d('by') === '' ? '' : ` por ${d('by')}`}. Se podrá editar cuando el socio lo devuelva.`,
  'plan.state-not-reachable': (d) => `Eso no se puede hacer con «${d('title')}» (versión ${d('version')}): ${planState(d('state'))}.`,
  'plan.stale': stale('El plan'),
  'plan.pending-there': (d) => `La versión ${d('version')} del plan con ${d('partner')} aún no está activa. Termínela o descártela primero.`,
  'plan.active-there': (d) => `«${d('title')}» (versión ${d('version')}) está activo. Ciérrelo primero.`,
  'plan.ends-before': 'Un plan termina después de empezar.',
  'plan.title-missing': 'Un plan tiene un título.',
  'plan.goals-missing': 'Un plan necesita objetivos antes de que el socio lo apruebe.',
  'plan.content-differs': (d) => `Esto no es lo que dice «${d('title')}» (versión ${d('version')}). Revise de nuevo.`,
  'plan.approved-in-future': (d) => `Nadie puede haberlo aprobado aún el ${d('approvedOn')}.`,
  'plan.person-missing': 'Indique quién lo aprobó por el socio.',
  'plan.not-theirs-to-approve': (d) => `${d('name')} no trabaja con este socio.`,
} satisfies Record<string, RefusalSentence>
