import type { RefusalSentence } from '../refusal-sentence.ts'
import { deals } from './deals.ts'
import { partners } from './partners.ts'

const registrationStatus = (code: string): string => deals.statuses[code as keyof typeof deals.statuses] ?? code
const dealField = (code: string): string => deals.fields[code as keyof typeof deals.fields] ?? code
const status = (code: string): string => partners.statuses[code as keyof typeof partners.statuses] ?? code
const quoted = (value: string): string => (value === '' ? 'este valor' : `«${value}»`)

/** Refusals of registered deals and of the terms they are registered by. */
export const dealRefusals = {
  'registration.not-found': 'Este registro ya no existe.',
  'registration.status-not-reachable': (d) => `Un registro no puede pasar de «${registrationStatus(d('from'))}» a «${registrationStatus(d('to'))}».`,
  'registration.held': 'Un caso de conflicto retiene este registro. Allí se resuelve.',
  'registration.not-draft': (d) => `Ya no es un borrador (${registrationStatus(d('status'))}).`,
  'registration.company-missing': 'Un registro nombra a su cliente.',
  'registration.products-missing': 'Un registro nombra al menos un producto.',
  'registration.product-not-authorised': (d) => `${d('partner')} no está autorizado a vender ${d('products')}.`,
  'registration.partner-not-active': (d) => `${d('partner')} no está activo (${status(d('status'))}). Solo los socios activos pueden registrar.`,
  'registration.amount-incomplete': 'Un importe necesita su moneda: elíjala primero.',
  'registration.currency-unknown': (d) => `${quoted(d('currency'))} no es una moneda.`,
  'registration.registered-already': (d) => `Este socio ya registró ${quoted(d('company'))} para el mismo negocio.`,
  'registration.no-resubmissions-left': 'Ya se presentó tantas veces como permiten las condiciones.',
  'registration.not-editable': (d) => `No se puede cambiar nada mientras está «${registrationStatus(d('status'))}».`,
  'registration.nothing-asked': 'No se pidió nada a este registro, o ya se respondió.',
  'registration.field-not-open': (d) => `Ahora solo se puede cambiar lo que se pidió; ${quoted(dealField(d('field')))} no se pidió.`,
  'registration.window-used-up': 'El período del registro anterior, que este continúa, ya terminó. Espere a que acabe el tiempo de espera.',
  'registration.decided-already': (d) => `${d('by') === '' ? 'Ya se decidió' : `${d('by')} ya decidió`}: ${registrationStatus(d('status'))}.`,
  'registration.not-extendable': (d) => `Solo se prorroga un período en curso o recién terminado (${registrationStatus(d('status'))}).`,
  'registration.no-extensions-left': 'Ya se prorrogó tantas veces como permiten las condiciones.',
  'registration.extension-too-long': (d) => `Una prórroga dura ${d('most')} días como máximo.`,
  'registration.no-extension-asked': 'No se pidió ninguna prórroga, o ya se decidió.',
  'registration.not-approved': (d) => `Solo para registros aprobados (${registrationStatus(d('status'))}).`,
  'registration.claimed-meanwhile': 'Existe otro registro desde que terminó el período, así que no se puede prorrogar.',
  'registration.stale': 'El campo cambió mientras tanto.',
  'registration.policy-name-missing': 'Una política de registro necesita un nombre.',
  'registration.policy-not-found': 'Esta política de registro ya no existe.',
} satisfies Record<string, RefusalSentence>
