import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n, counted } = countingIn('es')

export const recruiting = {
  title: 'Captación de socios',
  empty: 'Todavía nadie ha presentado una solicitud',
  emptyDetail: 'Anote una empresa que quiera ser socia, o una que le gustaría tener.',
  gone: 'Esta solicitud ya no existe',
  erasedName: 'Solicitante borrado',
  fields: {
    company: 'Empresa', companyEn: 'Nombre en alfabeto latino', corporateNumber: 'Número de identificación corporativa', website: 'Sitio web', domain: 'Dominio web', country: 'País', region: 'Región', city: 'Ciudad', postcode: 'Código postal', address: 'Dirección',
    employees: 'Empleados', partnerType: 'Quiere ser', industries: 'Sectores', languages: 'Idiomas', products: 'Productos', source: 'Origen', referredBy: 'Recomendada por', persons: 'Personas', answers: 'Respuestas', notes: 'Notas', profileId: 'Perfil',
    status: 'Estado', receivedAt: 'Recibida', vetter: 'Evaluada por', vettingAt: 'En evaluación desde', decidedBy: 'Decidida por', decidedAt: 'Decidida', declineReason: 'Motivo', reasonForApplicant: 'Lo que se dice al solicitante', reasonForHouse: 'Solo para la casa',
    partnerId: 'Socio', retentionUntil: 'Se conserva hasta', erasedAt: 'Borrada', importId: 'Importación',
  },
  statuses: { applicant: 'Solicitante', vetting: 'En evaluación', approved: 'Aprobada', declined: 'Rechazada' },
  sources: { referral: 'Recomendación', inbound: 'Por iniciativa propia', outbound: 'Por iniciativa nuestra' },
  declineReasons: {
    profile: 'No encaja en el perfil', region: 'Ya hay socios en su región', capacity: 'Nadie puede atenderla', conflict: 'Conflicto con otro socio', unverified: 'No se pudo verificar', duplicate: 'Ya presentó una solicitud', withdrawn: 'Se retiró', other: 'Otro motivo',
  },
  views: { open: 'Abiertas', all: 'Todas las solicitudes', declined: 'Rechazadas' },
  tabs: { vetting: 'Evaluación', details: 'Detalles', history: 'Historial' },
  groups: { company: 'Empresa', wants: 'Lo que quiere', people: 'Personas', decision: 'Decisión', notes: 'Notas' },
  list: 'Lista',
  board: { title: 'Tablero de captación', open: 'Tablero', none: 'Nadie', more: (count: number) => `${n(count)} más en la lista` },
  actions: { create: 'Nueva solicitud', vetting: 'Empezar la evaluación', approve: 'Aprobar', decline: 'Rechazar', reopen: 'Retomar', eraseNow: 'Borrar ahora', profiles: 'Perfiles de socio', keep: 'Borrar lo vencido', addPerson: 'Agregar una persona', removePerson: (name: string) => `Quitar a ${name}` },
  standing: {
    kept: (when: string) => `Lo que escribió se conserva hasta el ${when} y después se borra`, erased: (when: string) => `Todo lo personal se borró el ${when}. Se conservan país, origen y resultado.`, became: (partner: string) => `Ahora es ${partner}`,
  },
  form: { title: 'Nueva solicitud', description: 'Bastan la empresa y cómo llegó; lo demás se completa durante la evaluación.', person: 'Quién escribe', personName: 'Nombre', personEmail: 'Correo', personPhone: 'Teléfono', personRole: 'Cargo', addLanguage: 'Agregar un idioma', addProduct: 'Agregar un producto', addIndustry: 'Agregar un sector', none: 'Sin decir', submit: 'Agregar solicitud' },
  vetting: {
    title: 'Qué hay que comprobar', fit: 'Encaje', beside: 'Lado a lado', applicant: 'Solicitante', evidence: 'Por qué puede ser la misma',
    checks: {
      company: { fine: 'Dice el nombre de la empresa', stops: 'No dice ninguna empresa' },
      country: { fine: 'Se conoce su país', stops: 'No se conoce su país; un socio es de un país' },
      person: { fine: 'Hay a quién escribir', asks: 'No hay a quién escribir' },
      mailDomain: { fine: 'El correo viene del dominio de la empresa', asks: 'El correo no prueba quién es la empresa' },
      corporateNumber: { fine: 'El número de identificación corporativa está bien', asks: 'El número de identificación corporativa no es válido' },
      referral: { fine: 'Se sabe cómo llegó', asks: 'Fue recomendada y nadie dice por quién' },
      partner: { fine: 'Ningún socio se le parece', asks: 'Puede que ya sea socia' },
      application: { fine: 'No ha presentado otra solicitud', asks: 'Puede que ya haya presentado una solicitud' },
      customer: { fine: 'Ningún cliente se le parece', tells: 'Puede que sea cliente: entonces tiene dos registros, uno como cliente y otro como socia' },
      lead: { fine: 'Ningún cliente potencial se le parece', tells: 'Puede que sea un cliente potencial' },
    },
    mail: { none: 'No hay dirección de correo', shared: (domain: string) => `${domain} es un proveedor de correo que cualquiera puede usar`, other: (domain: string) => `Viene de ${domain}, no del dominio del sitio web` },
    twins: { partner: 'Socio', application: 'Solicitud', account: 'Cuenta', lead: 'Cliente potencial' },
  },
  fit: {
    percent: (percent: string) => `${percent} de los puntos`, fits: 'Encaja', misses: 'No cumple lo obligatorio', none: 'Ningún perfil está en vigor', noneDetail: 'Un perfil dice qué socio le gustaría tener. Con él se miden los solicitantes.',
    states: { met: 'Cumple', unmet: 'No cumple', unknown: 'Sin decir' }, required: 'obligatorio', points: (weight: number) => counted(weight, '# punto', '# puntos'), has: (has: string) => `tiene ${has}`,
    kinds: { country: 'País', partnerType: 'Tipo de socio', industry: 'Sector', language: 'Idioma', product: 'Producto', source: 'Origen', employees: 'Empleados' },
    employees: (from: string, to: string) => (from === '' ? `como máximo ${to}` : to === '' ? `al menos ${from}` : `de ${from} a ${to}`),
  },
  approving: {
    title: (company: string) => `¿Aprobar ${company}?`, description: 'Pasa a ser un socio en estado Aprobado; sus personas se agregan y todavía no pueden actuar.', who: 'Qué socio', newPartner: 'Un socio nuevo', searching: 'Buscando socios parecidos…', code: 'Código', codeHint: 'Corto y único: los archivos lo usan', type: 'Tipo', tier: 'Nivel',
    separate: 'Es una empresa aparte, aunque un socio se le parezca', separateHint: 'Una filial o la de otro país: dos registros', submit: 'Aprobar',
  },
  declining: {
    title: (company: string) => `¿Rechazar ${company}?`, description: 'Desde ahora corre el plazo de conservación. Cuando termina, todo lo personal se borra, también del historial.', reason: 'Motivo', forApplicant: 'Lo que se dice al solicitante', forHouse: 'Solo para la casa', days: 'Días que se conserva', daysHint: 'Lo bastante para una objeción, no más', submit: 'Rechazar',
  },
  erasing: { title: (company: string) => `¿Borrar lo que escribió ${company}?`, description: 'No se puede deshacer. Se conservan país, origen y resultado.', submit: 'Borrar' },
  profiles: {
    title: 'Perfiles de socio', create: 'Nuevo perfil', edit: 'Editar perfil', remove: 'Quitar perfil', empty: 'Todavía no hay perfiles', emptyDetail: 'Diga qué socio le gustaría tener, criterio por criterio. Con él se miden los solicitantes, y cada número se explica.',
    name: 'Nombre', description: 'Descripción', criteria: 'Criterios', addCriterion: 'Agregar un criterio', removeCriterion: 'Quitar este criterio', kind: 'Criterio', any: 'Uno de', from: 'Al menos', to: 'Como máximo', weight: 'Puntos', required: 'Obligatorio', inForce: 'En vigor', off: 'Desactivado', save: 'Guardar', add: 'Agregar', criteriaMissing: 'Agregue al menos un criterio y complete cada uno',
    said: { created: (name: string) => `Perfil «${name}» agregado`, edited: (name: string) => `Perfil «${name}» cambiado`, removed: (name: string) => `Perfil «${name}» quitado` },
  },
  said: {
    created: (company: string) => `Solicitud de ${company} agregada`, edited: (field: string, company: string) => `${field} de «${company}» cambiado`, vetting: (company: string) => `${company} está en evaluación`,
    approved: (company: string) => `${company} está aprobada`, joined: (company: string, partner: string) => `${company} se unió a ${partner}`, declined: (company: string, until: string) => `${company} está rechazada; lo que escribió se conserva hasta el ${until}`, reopened: (company: string) => `Se retoma ${company}`, erased: 'Borrado', kept: (count: string) => `Borradas: ${count}`,
  },
} satisfies Words['recruiting']
