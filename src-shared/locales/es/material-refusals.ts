import type { RefusalSentence } from '../refusal-sentence.ts'
import { material } from './material.ts'

const language = (code: string): string => material.languages[code as keyof typeof material.languages] ?? code
const field = (code: string): string => material.fields[code as keyof typeof material.fields] ?? code
const kind = (code: string): string => material.kinds[code as keyof typeof material.kinds] ?? code
const part = (code: string): string => material.parts[code as keyof typeof material.parts] ?? code
/** What turns the direction of writing would turn the sentence, too. */
const visible = (name: string): string => name.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '�')

/** Refusals of local material and of files that others will open. */
export const materialRefusals = {
  'material.not-found': 'Este material ya no está.',
  'material.stale': (d) => `Alguien lo cambió entretanto (${language(d('language')) || field(d('field'))}). Mírelo de nuevo y vuelva a cambiarlo.`,
  'material.not-ready-made': (d) => `No hay un texto ya preparado para «${kind(d('kind'))}».`,
  'material.place-unknown': (d) => `No existe el lugar «${d('value')}».`,
  'material.dates-reversed': 'Terminaría antes de empezar.',
  'material.part-out-of-place': (d) => `«${kind(d('kind'))}» no lleva ${part(d('part')).toLowerCase()}.`,
  'material.text-missing': (d) => `Un archivo acompaña a un texto: escriba antes uno en ${language(d('language'))}.`,
  'material.published': 'Los socios ya lo ven.',
  'material.not-published': 'No está publicado: nadie lo ve.',
  'material.not-a-draft': 'Lo que se publicó se retira, no se elimina.',
  'material.nothing-written': 'Escríbalo al menos en un idioma.',
  'material.body-missing': (d) => `«${d('title')}» (${language(d('language'))}) no tiene texto ni archivo.`,
  'material.parts-missing': (d) => `«${d('title')}» (${language(d('language'))}) todavía no tiene preguntas ni fases.`,
  'material.reply-missing': (d) => `«${d('title')}» (${language(d('language'))}) todavía no tiene respuesta.`,
  'material.criteria-missing': (d) => `Diga cuándo termina la fase «${d('title')}» (${language(d('language'))}).`,
  'material.file-missing': 'A este texto no lo acompaña ningún archivo.',
  'material.file-not-here': (d) => `«${d('name')}» todavía no ha llegado a este equipo. Llega con la próxima sincronización.`,
  'file.name-unsafe': (d) => `«${visible(d('name'))}» no sirve como nombre de archivo en todas partes: lleva carpetas, signos ocultos o el nombre de un dispositivo. Cámbielo.`,
  'file.type-differs': (d) => `«${d('name')}» no es lo que dice su nombre: es un archivo .${d('ending')}.`,
  'file.damaged': (d) => `«${d('name')}» está dañado.`,
  'file.two-in-one': (d) => `Detrás del final de «${d('name')}» se esconde otra cosa. Guárdelo de nuevo y vuelva a elegirlo.`,
  'file.locked': (d) => `«${d('name')}» está protegido con contraseña y no se puede revisar.`,
  'file.active-content': (d) => `«${d('name')}» hace cosas por sí mismo: no se admiten macros, scripts, fórmulas ni archivos incrustados.`,
  'file.unpacks-too-large': (d) => `«${d('name')}» se descomprime en mucho más de lo normal.`,
} satisfies Record<string, RefusalSentence>
