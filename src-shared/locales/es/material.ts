import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { counted } = countingIn('es')

export const material = {
  title: 'Material local',
  empty: 'Todavía no hay material',
  emptyDetail: 'Escriba noticias, notas, preguntas y el proceso de venta en cada idioma, e indique para qué socios son.',
  gone: 'Este material ya no está',
  untitled: 'Sin título',
  kinds: { news: 'Noticia de producto', salesProcess: 'Proceso de venta', faq: 'Preguntas y objeciones', taxNote: 'Nota fiscal', pricingNote: 'Nota de precios', demo: 'Demostración', caseStudy: 'Caso de éxito', collateral: 'Material comercial' },
  states: { draft: 'Borrador', published: 'Publicado', withdrawn: 'Retirado' },
  languages: { en: 'inglés', ja: 'japonés', es: 'español' },
  parts: { question: 'Pregunta', objection: 'Objeción', phase: 'Fase' },
  fields: {
    title: 'Título', kind: 'Clase', state: 'Estado', missing: 'Idiomas que faltan', places: 'Lugares', territoryId: 'Territorio', partnerTypes: 'Tipos de socio', tiers: 'Niveles', products: 'Productos', validFrom: 'Desde', validTo: 'Hasta', pinned: 'Fijado', place: 'Orden',
    publishedAt: 'Publicado', publishedByName: 'Publicado por', updatedAt: 'Editado', en: 'Texto en inglés', ja: 'Texto en japonés', es: 'Texto en español', headings: 'Encabezados',
  },
  views: { published: 'Publicados', drafts: 'Borradores', withoutJapanese: 'Sin japonés', withoutSpanish: 'Sin español', all: 'Todos' },
  tabs: { audience: 'Para quién', texts: 'Textos', history: 'Historial' },
  yes: 'Sí',
  no: 'No',
  everybody: 'Todos los socios',
  complete: 'Ninguno',
  territoryGone: 'Un territorio que ya no existe: nadie lo ve',
  add: { places: 'Añadir un país', regions: 'Añadir una región', partnerTypes: 'Añadir un tipo', tiers: 'Añadir un nivel', products: 'Añadir un producto' },
  any: 'Cualquiera',
  actions: { create: 'Nuevo material', edit: 'Editar textos', publish: 'Publicar', withdraw: 'Retirar', discard: 'Descartar borrador', preview: 'Página de inicio de un socio', previewOf: 'Ver la página de inicio del socio', back: 'Volver a la lista', print: 'Imprimir', save: 'Guardar archivo', attach: 'Elegir un archivo', removeFile: 'Quitar el archivo', removeText: 'Eliminar este texto', saveText: 'Guardar texto', startOver: 'Descartar los cambios' },
  form: { title: 'Nuevo material', kind: 'Clase', language: 'Idioma', heading: 'Título', readyMade: 'Empezar con el proceso de venta ya preparado', submit: 'Añadir material' },
  editor: {
    heading: 'Título', body: 'Texto', part: 'Encabezado', reply: 'Respuesta', objectionReply: 'Réplica', phaseText: 'Qué se hace', criteria: 'Criterios de salida, uno por línea', add: { question: 'Añadir una pregunta', objection: 'Añadir una objeción', phase: 'Añadir una fase' }, removePart: 'Quitar', none: 'Todavía no hay texto', begin: 'Empezar un texto', copyFrom: (language: string) => `Copiar del ${language}`,
    unsaved: 'Sin guardar', limits: (size: string) => `PDF, PNG, JPEG, texto, CSV, Word, Excel o PowerPoint sin macros, hasta ${size}.`,
    file: (name: string, size: string) => `${name} (${size})`, notHere: 'El archivo todavía no ha llegado a este equipo',
  },
  page: {
    title: 'Página de inicio de un socio', partner: 'Socio', language: 'Idioma', choose: 'Elija un socio para ver lo que ve', own: 'El del socio', day: (when: string) => `Al ${when}`,
    none: 'No hay material publicado para este socio', closed: 'Este socio no puede ver material', closedDetail: 'No está aprobado, ni en incorporación, ni activo.', until: (when: string) => `Hasta ${when}`, pieces: (count: number) => counted(count, '# pieza', '# piezas'),
    fallback: (shown: string, wanted: string) => `Se muestra en ${shown}: todavía no hay texto en ${wanted}`, fileIn: (language: string) => `Archivo en ${language}`, why: 'Por qué se muestra', criteria: 'Antes de la fase siguiente',
  },
  reasons: { everybody: 'Para todos los socios', place: (place: string) => `Lugar: ${place}`, territory: (name: string) => `Territorio: ${name}`, type: (type: string) => `Tipo: ${type}`, tier: (tier: string) => `Nivel: ${tier}`, product: (code: string) => `Producto: ${code}` },
  said: {
    created: (title: string) => `«${title}» añadido`, edited: 'Se cambió para quién es', written: (title: string) => `«${title}» guardado`, removed: 'Texto eliminado', attached: (name: string) => `«${name}» adjuntado`, fileRemoved: 'Archivo quitado', saved: (name: string) => `«${name}» guardado`,
    published: (title: string) => `«${title}» publicado`, withdrawn: (title: string) => `«${title}» retirado`, discarded: (title: string) => `«${title}» descartado`,
  },
} satisfies Words['material']
