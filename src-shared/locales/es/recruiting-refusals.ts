import type { RefusalSentence } from '../refusal-sentence.ts'
import { agreements } from './agreements.ts'
import { recruiting } from './recruiting.ts'
import { training } from './training.ts'

const status = (code: string): string => recruiting.statuses[code as keyof typeof recruiting.statuses] ?? code
const field = (code: string): string => recruiting.fields[code as keyof typeof recruiting.fields] ?? code
const kind = (code: string): string => training.program.kinds[code as keyof typeof training.program.kinds] ?? code
const stale = (name: string): string => `${name}: otra persona lo cambió mientras tanto. Mírelo de nuevo y vuelva a cambiarlo.`

/** Refusals of recruiting, training and agreements. */
export const recruitingRefusals = {
  'application.not-found': 'Esta solicitud ya no existe.',
  'application.company-missing': 'Una solicitud dice el nombre de la empresa.',
  'application.country-missing': 'Un socio es de un país: complete antes el de la solicitud.',
  'application.decided': (d) => `Esta solicitud ya está decidida (${status(d('status'))}).`,
  'application.erased': 'Lo que decía esta solicitud está borrado y no puede volver.',
  'application.not-declined': (d) => `Solo se borra una solicitud rechazada (${status(d('status'))}).`,
  'application.not-vetted': (d) => `Evalúela antes de aprobarla (${status(d('status'))}).`,
  'application.partner-exists': (d) => `Esta empresa ya es socia: ${d('name')}. Únala a ese socio, o diga que es una empresa aparte.`,
  'application.partner-terminated': (d) => `La relación con ${d('partner')} terminó para siempre.`,
  'application.stale': (d) => stale(field(d('field'))),
  'application.status-not-reachable': (d) => `Una solicitud no pasa de «${status(d('from'))}» a «${status(d('to'))}».`,
  'profile.not-found': 'Este perfil ya no existe.',
  'profile.name-missing': 'Un perfil necesita un nombre.',
  'profile.in-use': (d) => `Hay solicitudes que se miden por «${d('name')}» (${d('applications')}). Desactívelo en su lugar.`,
  'profile.stale': () => stale('El perfil'),
  'person.not-found': 'Esta persona ya no está anotada.',
  'person.name-missing': 'Una persona tiene un nombre.',
  'person.left': (d) => `${d('name')} ya se fue.`,
  'person.leaving-is-noted': 'Irse y llegar se anotan con acciones propias.',
  'person.there-already': (d) => `${d('name')} ya trabaja en ${d('partner')}.`,
  'person.stale': (d) => stale(training.fields[d('field') as keyof typeof training.fields] ?? d('field')),
  'course.not-found': 'Este curso ya no existe.',
  'course.code-missing': 'Un curso necesita un código.',
  'course.name-missing': 'Un curso necesita un nombre.',
  'course.code-taken': (d) => `«${d('name')}» ya tiene este código.`,
  'course.stale': () => stale('El curso'),
  'certificate.not-found': 'Este certificado ya no existe.',
  'certificate.in-future': 'Nadie puede haber aprobado lo que aún no ha llegado. Compruebe la fecha.',
  'certificate.ends-before-it-begins': 'Su último día es anterior al primero.',
  'certificate.on-record': (d) => `El certificado «${d('course')}» de ${d('name')} de ese día ya está anotado.`,
  'certificate.revoked': 'Este certificado ya está revocado.',
  'requirement.not-found': 'Este requisito ya no existe.',
  'requirement.name-missing': 'Un requisito necesita un nombre.',
  'requirement.of-nothing': (d) => `Elija de qué es: ${kind(d('kind')).toLowerCase()}.`,
  'requirement.stale': () => stale('El requisito'),
  'agreement.not-found': 'Este contrato ya no existe.',
  'agreement.code-missing': 'Un contrato necesita un código.',
  'agreement.name-missing': 'Un contrato necesita un nombre.',
  'agreement.code-taken': (d) => `«${d('name')}» ya tiene este código.`,
  'agreement.stale': () => stale('El contrato'),
  'agreement.draft-there': (d) => `Ya hay un borrador de la próxima versión de «${d('name')}».`,
  'agreement.version-not-found': 'Esta versión ya no existe.',
  'agreement.published': (d) => `${agreements.version(Number(d('version')))} está publicada y queda como está.`,
  'agreement.text-missing': 'No hay nada que aceptar: agregue un texto.',
  'agreement.language-twice': 'Hay dos textos en un idioma.',
  'agreement.language-missing': 'No existe en este idioma.',
  'agreement.text-differs': 'Este no es el texto de la versión. Ábrala de nuevo.',
  'agreement.not-published': 'Nadie acepta un borrador: publíquelo antes.',
  'agreement.accepted-in-future': 'Nadie puede haber aceptado lo que aún no ha llegado. Compruebe la fecha.',
  'agreement.superseded': (d) => `Ese día ya valía la versión ${d('later')}.`,
  'agreement.not-theirs-to-accept': (d) => `${d('name') || 'Esta persona'} no está en ${d('partner')}.`,
  'agreement.person-missing': 'Diga quién lo aceptó.',
  'agreement.acceptance-not-found': 'Esta aceptación ya no existe.',
  'agreement.voided': 'Esta aceptación ya está anulada.',
} satisfies Record<string, RefusalSentence>
