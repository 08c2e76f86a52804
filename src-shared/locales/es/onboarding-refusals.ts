import type { RefusalSentence } from '../refusal-sentence.ts'
import { onboarding } from './onboarding.ts'
import { partners } from './partners.ts'

const status = (code: string): string => partners.statuses[code as keyof typeof partners.statuses] ?? code
const problem = (code: string): string => onboarding.problems[code as keyof typeof onboarding.problems] ?? code
const task = (d: (name: string) => string): string => (d('es') === '' ? 'La tarea' : `«${d('es')}»`)
const requirements = (codes: string): string => codes.split(/[,、]\s*/).map((code) => onboarding.requirements[code as keyof typeof onboarding.requirements] ?? code).join(', ')

/** Refusals of checklist templates, checklists and activation. */
export const onboardingRefusals = {
  'template.not-found': 'Esta plantilla ya no está.',
  'template.published': 'Lo publicado ya no se cambia. Inicie una nueva versión.',
  'template.not-published': (d) => `«${d('name')}» no está publicada. Las listas se inician con una plantilla publicada.`,
  'template.name-missing': 'Una plantilla necesita un nombre.',
  'template.stale': 'La plantilla se cambió entretanto.',
  'template.does-not-fit': (d) => `Así nadie podría completar la plantilla. ${problem(d('problem'))}: ${[d('at'), d('other')].filter(Boolean).join(' → ') || '–'}.`,
  'checklist.not-found': 'Esta lista de verificación ya no está.',
  'checklist.partner-not-approved': (d) => `${d('partner')} aún no está aprobado (${status(d('status'))}). La incorporación empieza después.`,
  'checklist.running-already': (d) => `${d('partner')} ya está siguiendo «${d('name')}».`,
  'checklist.not-running': 'Esta lista ha terminado. Lo registrado permanece.',
  'task.not-found': 'La lista no tiene esta tarea.',
  'task.blocked': (d) => `${task(d)} está bloqueada${d('waitsEs') === '' ? ': su etapa aún no está abierta, o alguien la detiene' : `. Espera: ${d('waitsEs')}`}.`,
  'task.not-applicable': (d) => `${task(d)} no aplica a este socio.`,
  'task.done-already': (d) => `${task(d)} ya está hecha.`,
  'task.not-waiting': (d) => `${task(d)} no espera una aprobación.`,
  'task.nothing-to-revoke': (d) => `${task(d)} no está hecha; no hay nada que revocar.`,
  'task.reason-missing': 'Indique por qué.',
  'task.evidence-missing': (d) => `${task(d)} necesita una evidencia antes de darse por hecha.`,
  'task.acceptance-missing': (d) => `${task(d)} se da por hecha con la aceptación de la versión vigente, y no hay ninguna registrada. Registre la aceptación junto al contrato.`,
  'task.certificate-missing': (d) => `${task(d)} se da por hecha con un certificado, y no hay ninguno vigente registrado. Regístrelo en formación.`,
  'task.assignee-unknown': (d) => `${d('partner')} no tiene ese contacto.`,
  'activation.stale': (d) => `Algo cambió en la lista de ${d('partner')} desde que la abrió. Revísela antes de decidir.`,
  'activation.gate-not-met': (d) => `${d('partner')} aún no puede activarse: ${requirements(d('unmet'))}${d('missingEs') === '' ? '' : `. Falta: ${d('missingEs')}`}.`,
  'partner.still-holds': (d) => `${d('partner')} aún tiene: clientes potenciales ${d('leads')}, registros ${d('registrations')}, oportunidades ${d('opportunities')}, cuentas ${d('accounts')}, cotizaciones ${d('quotes')}, listas ${d('checklists')}, planes conjuntos ${d('plans')}. Indique quién los asume.`,
  'partner.in-conflict-case': (d) => `La oportunidad con ${d('company')} está en un conflicto de canal. Resuélvalo primero.`,
  'partner.successor-not-active': 'Solo otro socio activo puede asumirlo.',
  'partner.access-stopped': (d) => `El acceso de ${d('partner')} se detuvo porque algo se revocó en una lista de verificación. Primero hay que resolverlo.`,
  'partner.checklist-open': (d) => `${d('partner')} está siguiendo una lista de verificación. Se activa con la decisión que se toma allí.`,
  'import.partners-active': (d) => `Socios que entran como ya activos: ${d('rows')}. Ninguna lista de verificación los respalda.`,
  'partner.checklist-closed': (d) => `La lista de verificación de ${d('partner')} se cerró sin decidir la activación. Empiece otra y decídalo allí.`,
} satisfies Record<string, RefusalSentence>
