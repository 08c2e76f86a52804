import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { counted } = countingIn('es')

export const training = {
  title: 'Formación',
  empty: 'Todavía no hay certificados',
  emptyDetail: 'Abra un socio, agregue a sus personas y anote lo que han aprobado.',
  gone: 'Este certificado ya no existe',
  fields: {
    person: 'Persona', personStatus: 'En el socio', partnerId: 'Socio', course: 'Curso', state: 'Estado', issuedOn: 'Emitido', expiresOn: 'Último día', number: 'Número', proof: 'Prueba', revokedOn: 'Revocado', revokedReason: 'Motivo de la revocación',
    name: 'Nombre', email: 'Correo', phone: 'Teléfono', role: 'Cargo', language: 'Idioma', country: 'País', region: 'Región', city: 'Ciudad', status: 'Estado', leftOn: 'Se fue', notes: 'Notas',
  },
  states: { valid: 'Vigente', expiring: 'Vence pronto', expired: 'Vencido', left: 'Dejó el socio', revoked: 'Revocado' },
  personStatuses: { pending: 'Aún no puede actuar', active: 'Activa', left: 'Se fue' },
  never: 'no vence',
  views: { watch: 'Por vencer', expired: 'Vencidos', all: 'Todos los certificados' },
  tabs: { people: 'Personas', history: 'Historial', certificate: 'Certificado' },
  standing: {
    title: 'Requisitos', none: 'Ningún requisito atañe a este socio', states: { met: 'Cumplido', expiring: 'Vence pronto', missing: 'Falta' },
    of: (held: string, needed: string) => `${held} de ${needed}`, until: (when: string) => `hasta el ${when}`, by: (names: string) => `por ${names}`,
    lapses: { expired: 'vencido', left: 'dejó el socio', revoked: 'revocado', notYet: 'aún no vigente' }, lapsed: (name: string, why: string) => `${name}: ${why}`,
    follows: 'Sigue lo que tienen las personas del socio', followsHint: 'Un requisito lo pide; por eso está certificado mientras lo tengan bastantes personas. La asignación se guía por ello.',
  },
  people: { none: 'Todavía no se conoce a nadie de este socio', certificates: 'Certificados', noCertificates: 'Sin certificados', leftOn: (when: string) => `Se fue el ${when}`, cannotAct: 'Se le conoce, y aún no puede actuar por el socio' },
  actions: { addPerson: 'Agregar una persona', editPerson: 'Editar', issue: 'Emitir un certificado', leave: 'Se fue', join: 'Pasa a un socio', activate: 'Puede actuar', testCentres: 'Centros de examen', revoke: 'Revocar', program: 'Cursos y requisitos', gaps: 'Requisitos que faltan', openPartner: 'Abrir el socio' },
  personForm: { title: 'Agregar una persona', edit: 'Editar persona', submit: 'Guardar' },
  issueForm: { title: (name: string) => `Certificado de ${name}`, expiresHint: 'Vacío: lo dice el curso', submit: 'Anotar' },
  leaveForm: { title: (name: string) => `¿${name} se fue?`, description: 'Los certificados siguen siendo suyos. Lo que el socio necesita se calcula de nuevo.', leftOn: 'Último día', submit: 'Se fue' },
  joinForm: { title: (name: string) => `¿Dónde trabaja ahora ${name}?`, description: 'Los certificados van con la persona.', submit: 'Pasa' },
  revokeForm: { title: (name: string) => `¿Revocar el certificado de ${name}?`, reason: 'Motivo', revokedOn: 'Desde', submit: 'Revocar' },
  centres: {
    title: (name: string) => `Centros de examen cerca de ${name}`, none: 'No se sabe dónde trabaja esta persona', description: 'Por distancia sobre la superficie; no se pregunta a ninguna red.',
    from: { region: 'Medido desde la región de la persona', partner: 'Medido desde el lugar del socio', country: 'Medido desde el país' }, kilometres: (km: string) => `${km} km`,
  },
  program: {
    title: 'Cursos y requisitos', courses: 'Cursos', requirements: 'Requisitos', createCourse: 'Nuevo curso', editCourse: 'Editar curso', createRequirement: 'Nuevo requisito', editRequirement: 'Editar requisito', removeRequirement: 'Quitar requisito',
    noCourses: 'Todavía no hay cursos', noRequirements: 'Todavía no hay requisitos', code: 'Código', codeHint: 'Las reglas de asignación lo usan', name: 'Nombre', description: 'Descripción', languages: 'Idiomas', addLanguage: 'Agregar un idioma', validMonths: 'Meses de validez', validHint: 'Vacío: para siempre', atTestCentre: 'Se examina en un centro', retired: 'Retirado', offered: 'Se ofrece',
    kind: 'De', kinds: { tier: 'Un nivel', gate: 'Una puerta' }, tier: 'Nivel', tierHint: 'También vale para los superiores', gate: 'Puerta', gates: { activation: 'Activación', dealRegistration: 'Registro de negocios', leads: 'Clientes potenciales', quotes: 'Cotizaciones' }, course: 'Curso', count: 'Personas', countries: 'Países', partnerTypes: 'Tipos', any: 'Cualquiera', addCountry: 'Agregar un país', addType: 'Agregar un tipo', inForce: 'En vigor', off: 'Desactivado', save: 'Guardar', validFor: (months: number) => `válido ${counted(months, '# mes', '# meses')}`, forEver: 'válido para siempre', needs: (count: number, course: string) => `${counted(count, '# persona', '# personas')} con ${course}`,
  },
  gaps: { title: 'Requisitos que faltan', none: 'Todos los socios cumplen lo que les atañe', noneDetail: 'Lo que vence en dos meses también se dice aquí.' },
  badge: 'Certificados que vencen pronto',
  said: {
    personAdded: (name: string) => `${name}: agregada`, personEdited: (name: string) => `${name}: cambiada`, issued: (course: string, name: string) => `Certificado «${course}» de ${name} anotado`, left: (name: string) => `${name} se fue`, joined: (name: string, partner: string) => `${name} trabaja ahora en ${partner}`, activated: (name: string) => `${name} ya puede actuar`, revoked: (name: string) => `Certificado de ${name} revocado`,
    courseSaved: (name: string) => `Curso «${name}» guardado`, requirementSaved: (name: string) => `Requisito «${name}» guardado`, requirementRemoved: (name: string) => `Requisito «${name}» quitado`,
  },
} satisfies Words['training']
