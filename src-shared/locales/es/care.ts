import { countingIn } from '../counting.ts'

const { counted } = countingIn('es')

export const care = {
  title: 'Seguimiento',
  pages: { today: 'Hoy', partners: 'Socios', dark: 'Señales de actividad' },
  partner: 'Seguimiento de un socio',
  gone: 'Este socio ya no está aquí',
  empty: 'Todavía no hay socios',
  emptyDetail: 'Aquí se da seguimiento a los socios registrados.',
  todayEmpty: 'No hay nada pendiente',
  todayEmptyDetail: 'Aquí aparecen los contactos, próximos pasos y revisiones que vencen.',
  badge: 'Contactos semanales que vencen o están atrasados',
  more: (count: number) => counted(count, '# más', '# más'),
  parts: { checkIns: 'Contactos semanales', first: 'Sin ningún contacto', steps: 'Próximos pasos', reviews: 'Revisiones trimestrales' },
  fields: {
    careState: 'Contacto', dueOn: 'Próximo contacto', lastHeldOn: 'Último contacto', mood: 'Cómo va', everyDays: 'Frecuencia propia (días)', pausedReason: 'Motivo de la pausa', planState: 'Plan conjunto', openSteps: 'Próximos pasos abiertos',
    heldOn: 'Fecha', talkedAbout: 'De qué se habló', nextStep: 'Próximo paso', nextStepOn: 'Para cuándo', until: 'En pausa hasta', untilHint: 'Si queda vacío, hasta que alguien lo retome', language: 'Idioma',
    title: 'Título', startsOn: 'Desde', endsOn: 'Hasta', goals: 'Objetivos', goal: 'Objetivo', measure: 'Se mide por', target: 'Meta', side: 'Responsable', approvedBy: 'Quién aprueba por el socio', approvedOn: 'Fecha de aprobación', means: 'Cómo',
    quarter: 'Trimestre', agenda: 'Agenda', decisions: 'Decisiones', decisionsHint: 'Una por línea', actions: 'Próximas acciones', houseNote: 'Nota interna', houseNoteHint: 'Nunca en un documento del socio', competence: 'Competencia', text: 'Nota', notedOn: 'Día',
    checkInDays: 'Días de un contacto al siguiente', darkDays: 'Días sin señales para considerarlo a oscuras', fiscalStart: 'Mes en que empieza el año fiscal',
  },
  states: { overdue: 'Atrasado', due: 'Vence hoy', first: 'Ninguno aún', ahead: 'A tiempo', paused: 'En pausa', away: 'De vacaciones', resting: 'No activo' },
  late: (days: number) => counted(days, '# día hábil de atraso', '# días hábiles de atraso'),
  moods: { good: 'Bien', mixed: 'Regular', poor: 'Mal' },
  competences: { planning: 'Planificación', finance: 'Finanzas', coaching: 'Coaching', logistics: 'Logística', valueAddedServices: 'Servicios de valor añadido', compliance: 'Cumplimiento legal' },
  planStates: { draft: 'Borrador', locked: 'Bloqueado para aprobación', returned: 'Devuelto', approved: 'Aprobado', active: 'Activo', closed: 'Cerrado' },
  reviewStates: { open: 'Abierta', held: 'Realizada' },
  measures: { leadsAccepted: 'Clientes potenciales aceptados', registrations: 'Oportunidades registradas', wonDeals: 'Oportunidades ganadas', certificates: 'Certificados vigentes', other: 'No se cuenta' },
  sides: { vendor: 'Nosotros', partner: 'Socio', both: 'Ambos' },
  means: { signature: 'Firma', mail: 'Correo', meeting: 'En una reunión' },
  signs: { lead: 'Cliente potencial aceptado', registration: 'Oportunidad registrada', quote: 'Cotización', checkIn: 'Contacto' },
  dark: {
    title: 'Socios a oscuras', none: 'Ningún socio está a oscuras', noneDetail: (days: number) => `De cada socio activo hubo señales en los últimos ${counted(days, '# día', '# días')}.`, never: 'Nunca hubo señales', silent: (days: number) => counted(days, '# día sin señales', '# días sin señales'), last: (sign: string, when: string) => `${sign}, ${when}`,
  },
  firstDeal: {
    title: 'Tiempo hasta la primera oportunidad', none: 'Ningún socio activado ha tenido aún una oportunidad', explained: 'De la activación al primer registro aprobado u oportunidad ganada; medianas en días.', median: (days: string) => `${days} días`, of: (partners: number) => counted(partners, '# socio', '# socios'), waiting: (partners: number) => counted(partners, '# aún sin ninguna', '# aún sin ninguna'), byType: 'Por tipo', byTerritory: 'Por territorio', noTerritory: 'Sin territorio',
  },
  cadence: { own: (days: number) => counted(days, 'cada día', 'cada # días'), company: (days: number) => `como la empresa: ${counted(days, 'cada día', 'cada # días')}`, next: (when: string) => `próximo el ${when}`, paused: (reason: string) => `En pausa: ${reason}`, pausedUntil: (reason: string, when: string) => `En pausa hasta el ${when}: ${reason}` },
  timeline: { title: 'Contactos semanales', none: 'Todavía no hay contactos', skipped: 'Omitido', voided: 'Anulado', by: (name: string) => `por ${name}`, stepDone: (when: string) => `hecho el ${when}` },
  reviews: { title: 'Revisiones trimestrales', none: 'Todavía no hay revisiones', figures: 'Cifras', figuresNow: 'Al día de hoy; al realizar la revisión se guardan tal como se muestran.', figuresThen: (when: string) => `Como se mostraron el ${when}` },
  figures: {
    leadsAccepted: 'Clientes potenciales aceptados', registrations: 'Oportunidades registradas', wonDeals: 'Oportunidades ganadas', openDeals: 'Oportunidades abiertas', checkIns: 'Contactos', openTasks: 'Tareas abiertas', goals: 'Resultados frente al plan', certificates: 'Certificados por vencer', agreements: 'Contratos por aceptar', none: 'ninguno',
    reached: (reached: string, target: string) => `${reached} de ${target}`, notCounted: 'no se cuenta', ends: (person: string, course: string, when: string) => `${person}: ${course}, ${when}`,
  },
  notes: { title: 'Notas de coaching', none: 'Todavía no hay notas', house: 'Solo para la casa: en ningún documento ni exportación del socio.' },
  plans: { title: 'Plan conjunto', none: 'Todavía no hay plan', version: (version: number) => `versión ${version}`, noGoals: 'Todavía no hay objetivos', lockedBy: (name: string, when: string) => `Bloqueado por ${name} el ${when}. Nadie lo edita hasta que el socio responda.`, returned: (reason: string) => `Devuelto: ${reason}`, approvedBy: (name: string, when: string, means: string) => `Aprobado por ${name} el ${when} (${means})`, closed: (reason: string) => `Cerrado: ${reason}`, earlier: 'Versiones anteriores' },
  views: { due: 'Vencen', all: 'Socios activos', paused: 'En pausa', poor: 'Van mal' },
  actions: {
    open: 'Abrir', back: 'Volver', checkIn: 'Registrar contacto', skip: 'Omitir un contacto', pause: 'Pausar contactos', resume: 'Retomar', cadence: 'Frecuencia', voidCheckIn: 'Anular', finishStep: 'Hecho', addNote: 'Nota de coaching', removeNote: 'Quitar nota',
    openReview: 'Preparar una revisión', holdReview: 'Registrar como realizada', discardReview: 'Descartar', printReview: 'Imprimir la revisión', newPlan: 'Nuevo plan', newVersion: 'Nueva versión', editPlan: 'Editar el plan', discardPlan: 'Descartar el borrador', lockPlan: 'Bloquear para aprobación', approvePlan: 'El socio aprueba', returnPlan: 'Devolver', activatePlan: 'Activar', closePlan: 'Cerrar el plan', printPlan: 'Imprimir el plan',
    terms: 'Ajustes de seguimiento', print: 'Imprimir', save: 'Guardar', addGoal: 'Añadir objetivo', addAction: 'Añadir acción', remove: 'Quitar',
  },
  said: {
    checkedIn: (partner: string) => `Contacto con ${partner} registrado`, skipped: (partner: string) => `Contacto con ${partner} omitido`, paused: (partner: string) => `Contactos con ${partner} en pausa`, resumed: (partner: string) => `Contactos con ${partner} retomados`, cadence: (partner: string) => `Frecuencia de ${partner} cambiada`, voided: 'Contacto anulado', stepDone: 'Próximo paso hecho', noteAdded: 'Nota de coaching añadida', noteRemoved: 'Nota de coaching quitada',
    reviewOpened: (quarter: string) => `Revisión de ${quarter} preparada`, reviewSaved: 'Revisión guardada', reviewHeld: (quarter: string) => `Revisión de ${quarter} registrada`, reviewDiscarded: 'Revisión descartada', planDrafted: 'Borrador del plan creado', planSaved: 'Plan guardado', planDiscarded: 'Borrador descartado', planLocked: 'Plan bloqueado para la aprobación del socio', planApproved: 'Aprobación registrada', planReturned: 'Plan devuelto', planActive: 'El plan está activo', planClosed: 'Plan cerrado', terms: 'Ajustes de seguimiento cambiados',
  },
  sheet: { plan: 'Plan conjunto', review: 'Revisión trimestral', period: (from: string, to: string) => `${from} – ${to}`, held: (when: string) => `Realizada el ${when}`, approved: (name: string, when: string) => `Aprobado por ${name} el ${when}`, draft: 'Aún sin aprobar', due: 'Para', we: 'Nosotros', you: 'Ustedes', both: 'Ambos', none: 'Sin indicar' },
}
