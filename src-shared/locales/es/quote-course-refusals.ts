import type { RefusalSentence } from '../refusal-sentence.ts'
import { quoteCourse } from './quote-course.ts'

const why = (code: string): string => quoteCourse.gone[code as keyof typeof quoteCourse.gone] ?? code
const kilobytes = (bytes: string): string => (/^\d+$/.test(bytes) ? `${Math.round(Number(bytes) / 1000)} KB` : bytes)

/** What goes wrong on a quote's way from the deal to the order, and with the files on it. */
export const quoteCourseRefusals = {
  'quote.registration-ended': (d) => quoteCourse.registrationEnded(why(d('because'))),
  'quote.registration-not-standing': (d) => `Esta oportunidad registrada no está vigente: ${why(d('because'))}.`,
  'quote.registration-of-another-deal': (d) => `El registro de «${d('company')}» es de otra oportunidad que la de la cotización.`,
  'quote.too-long-ago': (d) => `Habría ocurrido hace más de ${d('days')} días. Tan tarde ya no se admite.`,
  'quote.before-sent': 'El cliente no puede haberla aceptado antes de que se enviara.',
  'quote.day-out-of-range': (d) => `Los precios se calculan para días del ${d('from')} al ${d('to')}.`,
  'quote.proof-missing': 'No se adjuntó nada a su aceptación.',
  'approval.own-content': 'Nadie aprueba lo que ha escrito.',
  'file.incomplete': (d) => `«${d('name')}» no llegó completo. Elíjalo de nuevo.`,
  'file.empty': (d) => `«${d('name')}» está vacío.`,
  'file.too-large': (d) => `«${d('name')}» tiene ${kilobytes(d('size'))}; se admiten hasta ${kilobytes(d('limit'))}.`,
  'file.type-not-taken': (d) => `«${d('name')}» es de un tipo que aquí no se admite.`,
  'document.logo-damaged': (d) => `«${d('name')}» está dañado o mide más de 2.000 píxeles.`,
} satisfies Record<string, RefusalSentence>
