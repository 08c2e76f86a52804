import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { counted } = countingIn('es')

export const agreements = {
  title: 'Contratos',
  empty: 'Todavía no hay contratos',
  emptyDetail: 'Escriba lo que aceptan los socios, en cada idioma; una aceptación queda ligada exactamente al texto que se tuvo delante.',
  kinds: { reseller: 'Contrato de distribución', confidentiality: 'Confidencialidad', dataProtection: 'Protección de datos', program: 'Condiciones del programa' },
  states: { accepted: 'Aceptado', acceptAgain: 'Hay que aceptarlo de nuevo', missing: 'Sin aceptar', unpublished: 'Aún no hay nada que aceptar' },
  versionStates: { draft: 'Borrador', published: 'Publicada' },
  means: { signature: 'Firmado en papel', eSignature: 'Firma electrónica', click: 'Aceptado en pantalla' },
  version: (version: number) => `Versión ${version}`,
  effective: (when: string) => `vale desde el ${when}`,
  publishedBy: (name: string, when: string) => `publicada por ${name}, ${when}`,
  acceptAgain: 'Quien aceptó una versión anterior tiene que aceptar esta también',
  accepted: (count: number) => counted(count, '# aceptación', '# aceptaciones'),
  by: (person: string, when: string) => `${person}, ${when}`,
  exactly: (version: number, language: string) => `Versión ${version}, ${language}`,
  hash: (hash: string) => `Texto ${hash}`,
  voided: (reason: string) => `Anulada: ${reason}`,
  none: 'Ningún contrato es para este socio',
  before: 'Aceptado antes',
  noVersions: 'Todavía no hay versiones',
  actions: { create: 'Nuevo contrato', draft: 'Próxima versión', edit: 'Editar borrador', publish: 'Publicar', discard: 'Descartar borrador', accept: 'Anotar aceptación', void: 'Anular', read: 'Leer' },
  form: { title: 'Nuevo contrato', code: 'Código', name: 'Nombre', kind: 'Clase', countries: 'Países', partnerTypes: 'Tipos', any: 'Cualquiera', addCountry: 'Agregar un país', addType: 'Agregar un tipo', submit: 'Agregar contrato' },
  versionForm: { title: (name: string) => `Próxima versión de ${name}`, texts: 'Textos', language: 'Idioma', heading: 'Título', text: 'Texto', addLanguage: 'Agregar un idioma', removeLanguage: 'Quitar este idioma', acceptAgain: 'Hay que aceptarla de nuevo', effectiveOn: 'Vale desde', effectiveHint: 'Vacío: desde el día en que se publica', note: 'Qué ha cambiado', save: 'Guardar borrador' },
  publishing: { title: (name: string, version: number) => `¿Publicar la versión ${version} de ${name}?`, description: 'Lo que se publica queda como está. Quien lo acepta queda ligado exactamente a este texto.', submit: 'Publicar' },
  accepting: { title: (name: string) => `Aceptación de ${name}`, language: 'Idioma que se aceptó', person: 'Quién aceptó', somebody: 'Otra persona', personName: 'Nombre', acceptedOn: 'Aceptado el', means: 'Cómo', proof: 'Dónde está la prueba', submit: 'Anotar' },
  voiding: { title: '¿Anular esta aceptación?', reason: 'Motivo', submit: 'Anular' },
  reading: (title: string) => `Texto: ${title}`,
  said: { created: (name: string) => `Contrato «${name}» agregado`, drafted: (name: string) => `Borrador de «${name}» guardado`, published: (name: string) => `«${name}» publicado`, discarded: (name: string) => `Borrador de «${name}» descartado`, accepted: (name: string) => `La aceptación de «${name}» está anotada`, voided: 'Aceptación anulada' },
} satisfies Words['agreements']
