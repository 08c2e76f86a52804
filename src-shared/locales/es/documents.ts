import type { Words } from '../words.ts'

export const documents = {
  title: 'Documentos',
  empty: 'Todavía no hay plantillas',
  emptyDetail: 'Sin plantilla, un documento lleva solo el nombre de la empresa. Añada una por cada tipo e idioma que envíe.',
  kinds: { proposal: 'Propuesta', orderForm: 'Formulario de pedido' },
  tabs: { templates: 'Plantillas', clauses: 'Condiciones' },
  fields: {
    name: 'Nombre', kind: 'Tipo', language: 'Idioma', preferred: 'Se usa primero', title: 'Título', accent: 'Color', sender: 'Remitente', opening: 'Antes de las líneas', closing: 'Al final', footer: 'Pie de cada página',
    era: 'Años de las eras japonesas', seal: 'Espacio para el sello', heading: 'Encabezado', text: 'Texto', kinds: 'Tipos', countries: 'Solo en', exceptCountries: 'No en', place: 'Orden', enabled: 'En uso',
  },
  hints: {
    title: 'Déjelo vacío para el habitual.', sender: 'Primero el nombre de la empresa y después la dirección, línea por línea.', accent: 'De encabezados y líneas, como #rrggbb.',
    placeholders: (names) => `Entre llaves se completan: ${names}.`, countries: 'Códigos de país separados por comas. Vacío: en todas partes.',
  },
  actions: { newTemplate: 'Nueva plantilla', newClause: 'Nueva condición', remove: 'Quitar', preview: 'Vista previa del documento…', save: 'Guardar', saveAs: (format) => `Guardar como ${format}` },
  noClauses: 'Todavía no hay condiciones',
  preview: {
    title: (name) => `Documento de «${name}»`, kind: 'Tipo', language: 'Idioma', pages: (count) => (count === 1 ? '1 página' : `${count} páginas`), page: (page, pages) => `Página ${page} de ${pages}`,
    draft: 'Marcado como borrador hasta que se pueda enviar la cotización.', loading: 'Componiendo',
  },
  said: {
    saved: (name) => `«${name}» guardado`, created: (name) => `«${name}» añadido`, removed: (name) => `«${name}» quitado`, written: (name) => `${name} escrito`,
  },
  paper: {
    titles: { proposal: 'Cotización', orderForm: 'Formulario de pedido' },
    draft: 'BORRADOR',
    attention: (name) => `A la atención de ${name}`,
    number: 'Número', otherNumber: 'Número anterior', subject: 'Asunto', date: 'Fecha', validUntil: 'Válida hasta', sellerNumber: 'Registro fiscal', buyerNumber: 'Su registro fiscal',
    headline: (taxed) => (taxed ? 'Total con IVA' : 'Total'),
    columns: { place: 'N.º', item: 'Concepto', quantity: 'Cantidad', unitPrice: 'Precio unitario', discount: 'Descuento', tax: 'IVA', amount: { exclusive: 'Importe sin IVA', inclusive: 'Importe con IVA' } },
    units: { piece: { one: 'pieza', other: 'piezas' }, set: { one: 'juego', other: 'juegos' }, user: { one: 'usuario', other: 'usuarios' }, seat: { one: 'puesto', other: 'puestos' }, licence: { one: 'licencia', other: 'licencias' }, site: { one: 'sede', other: 'sedes' }, hour: { one: 'hora', other: 'horas' }, day: { one: 'día', other: 'días' }, month: { one: 'mes', other: 'meses' }, year: { one: 'año', other: 'años' } },
    term: (from, to) => `${from} – ${to}`,
    carriedOver: 'Suma y sigue', carriedFrom: 'Suma anterior',
    subtotal: 'Subtotal', discount: 'Descuento', taxable: (rate) => `Base al ${rate}`, taxOf: (rate) => `IVA al ${rate}`, net: 'Total sin IVA', taxTotal: 'IVA', gross: 'Total con IVA',
    tax: 'Impuesto', reverseCharge: (number) => `Inversión del sujeto pasivo: el destinatario del servicio debe el impuesto${number === '' ? '' : ` (${number})`}.`,
    notes: 'Notas', seal: 'Sello',
    acceptance: { title: 'Aceptación', text: 'Pedimos lo indicado arriba a los precios y en las condiciones indicados.', fields: ['Empresa', 'Nombre y cargo', 'Fecha', 'Firma'] },
    pageOf: (page, pages) => `Página ${page} de ${pages}`,
  },
} satisfies Words['documents']
