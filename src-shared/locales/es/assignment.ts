import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n, counted } = countingIn('es')
const leadsOf = (count: number): string => counted(count, '# cliente potencial', '# clientes potenciales')
const partnersOf = (count: number): string => counted(count, '# socio', '# socios')

export const assignment = {
  title: 'Distribución',
  command: 'Vista previa de la asignación',
  commandAll: 'Vista previa de la asignación de todos',
  nothingWritten: 'Vista previa: nada cambia hasta que usted lo diga.',
  scope: 'Qué clientes potenciales',
  scopes: { unassigned: 'En espera de socio', realign: 'En otro lugar del mapa', all: 'Todos los no trabajados' },
  scopeHints: {
    unassigned: 'Los que tiene un socio se quedan donde están.',
    realign: 'También los que el mapa tiene ahora en otro territorio; se quedan los mantenidos, fijados o ya trabajados.',
    all: 'Las reglas deciden de nuevo; se quedan los que un socio ya trabaja y los asignados a mano.',
  },
  again: 'Calcular de nuevo',
  working: 'Calculando la asignación',
  outdated: 'Desde este cálculo cambiaron clientes potenciales, socios o reglas.',
  rules: (version: string) => `Reglas ${version}`,
  took: (ms: number) => `calculado en ${n(ms)} ms`,
  figures: {
    considered: 'Examinados',
    assigned: 'Encuentran socio',
    moved: 'Cambian de socio',
    kept: 'Se quedan',
    unroutable: 'Sin destino',
  },
  figureHints: {
    considered: 'Clientes potenciales abiertos que las reglas pueden decidir.',
    assigned: 'Esta ejecución los asignaría a un socio.',
    moved: 'Antes tenían otro socio.',
    kept: 'Donde las reglas los habían puesto antes.',
    unroutable: 'No hay regla que se cumpla, o ningún candidato puede recibirlos.',
  },
  tables: {
    partners: 'Por socio',
    territories: 'Por territorio',
    moves: 'Movimientos',
    name: 'Nombre',
    today: 'Hoy',
    after: 'Después',
    change: 'Cambio',
    chart: 'Clientes potenciales abiertos, hoy y después',
    from: 'De',
    to: 'A',
    leads: 'Clientes potenciales',
    nobody: 'Nadie',
    showAll: (count: number) => `Mostrar los ${n(count)}`,
    unchanged: 'También los que no cambian',
    noChange: 'No cambia nada.',
  },
  unroutable: {
    title: 'Clientes potenciales sin destino',
    known: (count: number) => `${leadsOf(count)} ya sin destino`,
    noTerritory: 'Ninguna regla se cumple para ellos',
    inTerritory: (territory: string) => `${territory}: ningún candidato puede recibirlos`,
    show: 'Ver estos clientes potenciales',
    afterRun: 'Hecha la ejecución, cada uno dice por qué: ábralo y elija «Por qué este socio».',
  },
  empty: 'Nada que asignar',
  emptyDetail: { unassigned: 'Todos los abiertos están con un socio.', realign: 'Todos los abiertos están donde dice el mapa.', all: 'Las reglas dejarían cada uno donde está.' },
  give: (leads: number, partners: number) => `Dar ${leadsOf(leads)} a ${partnersOf(partners)}`,
  record: (leads: number) => `Marcar ${leadsOf(leads)} sin destino`,
  running: 'Asignando a los socios',
  said: (leads: number, partners: number) => `${leadsOf(leads)}: asignados a ${partnersOf(partners)}`,
  saidNone: (leads: number) => `${leadsOf(leads)}: sin destino`,
  done: 'Hecho. Los clientes potenciales están con sus socios.',
  showLeads: 'Ver los clientes potenciales',
  undo: 'Deshacer esta ejecución',
} satisfies Words['assignment']
