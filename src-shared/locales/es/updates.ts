import type { Words } from '../words.ts'

export const updates = {
  title: 'Actualizaciones',
  states: {
    idle: 'Es la versión más reciente que se ofrece.',
    available: (version: string) => `Existe la versión ${version}. La instala el departamento de informática o el gestor de paquetes del sistema.`,
    checking: 'Buscando una versión nueva…',
    downloading: (version: string) => `Descargando la versión ${version}…`,
    verified: (version: string) => `La versión ${version} está descargada y comprobada.`,
    ready: (version: string) => `Se puede instalar la versión ${version}. El programa se cierra y vuelve a abrirse.`,
    installing: (version: string) => `Instalando la versión ${version}…`,
  },
  notes: {
    current: 'Es la versión más reciente.',
    older: 'La versión que se ofrece es anterior a esta.',
    halted: 'La versión nueva se ha retenido.',
    later: 'Una versión nueva llegará a este equipo en los próximos días.',
    'not-pinned': 'Su empresa se queda en otra versión.',
    'not-for-this-system': 'No hay ninguna versión nueva para este sistema.',
    unsent: 'Espera hasta que todo se haya enviado a la API central.',
    working: 'Espera hasta que termine la importación o lo que esté en marcha.',
    ending: 'Espera hasta que el programa vuelva a abrirse.',
  },
  check: 'Buscar ahora',
  install: 'Instalar y reiniciar',
} satisfies Words['updates']
