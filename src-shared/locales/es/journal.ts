import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n } = countingIn('es')

export const journal = {
  title: 'Actividad',
  empty: 'Aún no se ha importado ni asignado nada',
  emptyDetail: 'Aquí aparecen las importaciones y las ejecuciones de las reglas; cada una puede deshacerse.',
  historyEmpty: 'No hay cambios registrados',
  batch: {
    import: (subject: string) => `Importación de ${subject}`,
    assignment: 'Ejecución de las reglas de asignación',
    rows: (count: number) => (count === 1 ? '1 registro' : `${n(count)} registros`),
    states: { running: 'En curso', done: 'Terminada', undoing: 'Deshaciéndose', undone: 'Deshecha' },
    undo: 'Deshacer',
    undoing: (label: string) => `Deshaciendo: ${label}`,
    undone: (label: string) => `Se revirtió: ${label}`,
  },
  undo: 'Deshacer este cambio',
  undone: 'Deshecho',
  you: 'usted',
  form: (name: string) => `Formulario web «${name}»`,
  schedule: 'la programación',
  partOfBatch: 'parte de una importación o ejecución',
  noValue: 'vacío',
  events: {
    'lead.created': 'Agregado',
    'lead.edited': 'Editado',
    'lead.stage-set': 'Cambio de etapa',
    'lead.assigned-manually': 'Asignado por una persona',
    'lead.released-to-rules': 'Devuelto a las reglas',
    'partner.created': 'Agregado',
    'partner.edited': 'Editado',
    'partner.status-set': 'Cambio de estado',
    'territory.created': 'Agregado',
    'territory.edited': 'Editado',
    'territory.removed': 'Eliminado',
    'rule.created': 'Regla agregada',
    'rule.edited': 'Regla editada',
    'rule.removed': 'Regla eliminada',
    'change.undone': 'Revertido',
  },
  commands: {
    'imports.appendRows': 'Importado',
    'assignment.applyDecisions': 'Asignado por las reglas',
    'leads.assignManually': 'Asignado por una persona',
    'journal.undo': 'Revertido',
    'journal.undoPart': 'Revertido',
    'leads.releaseToRules': 'Devuelto a las reglas',
    'sync.adopt': 'Llevado a la API central',
  },
  otherChange: 'Cambiado',
} satisfies Words['journal']
