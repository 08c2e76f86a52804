import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n } = countingIn('es')

export const workspace = {
  start: {
    title: 'Le damos la bienvenida a Channel Workbench',
    lead: 'Su escritorio para socios, territorios y clientes potenciales. Todo se guarda en este equipo y funciona sin red.',
    language: 'Idioma',
    demo: 'Explorar la demostración',
    demoDetail: 'Lira Financial, de Boulder: un centenar de socios en cuatro continentes, miles de clientes potenciales y las reglas que los distribuyen. Todo es inventado.',
    demoButton: 'Cargar la demostración',
    empty: 'Empezar con un espacio vacío',
    emptyDetail: 'Traiga sus socios, territorios y clientes potenciales desde archivos CSV o Excel, o escríbalos.',
    emptyButton: 'Empezar vacío',
    central: 'Conectarse a una API central',
    centralDetail: 'Trabaje con los datos compartidos de su empresa y sincronice cuando haya red.',
    centralButton: 'Conectar…',
    loading: 'Cargando la demostración',
    loaded: (partners: number, territories: number, leads: number) => `Demostración cargada: ${n(partners)} socios, ${n(territories)} territorios, ${n(leads)} clientes potenciales`,
  },
} satisfies Words['workspace']
