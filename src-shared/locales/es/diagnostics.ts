import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n, counted } = countingIn('es')

export const diagnostics = {
  title: 'Diagnóstico',
  hint: 'Un informe dice cómo están el programa, el espacio de trabajo y la sincronización. No contiene clientes, personas, direcciones ni contraseñas, y nada lo envía: léalo, guárdelo y déselo a quien le ayude.',
  show: 'Mostrar informe',
  making: 'Preparando el informe',
  dialog: 'Informe',
  dialogHint: 'Esto es todo lo que contiene. Solo sale de este equipo si usted se lo da a alguien.',
  copy: 'Copiar',
  copied: 'Informe copiado',
  save: 'Guardar…',
  saved: (name: string) => `Informe guardado como ${name}`,
  behind: 'Algo que se guardó aquí ya no está: el disco lo perdió, o se puso un archivo anterior en lugar de este. Lo sincronizado vuelve por sí solo; compare el resto con sus notas.',
  behindKnown: 'Entendido',
  rescue: {
    closed: 'El espacio de trabajo no está abierto',
    lead: 'No se ha cambiado nada. Esto es lo que ocurre y lo que puede hacer.',
    states: {
      corrupt: { title: 'El archivo del espacio de trabajo está dañado', text: 'Lo ha estropeado un fallo del disco, un corte u otro programa. Al repararlo se toma la copia sana más reciente, se añade todo lo más nuevo que aún se puede leer y se conserva lo que no ha enviado. El archivo dañado se guarda al lado.' },
      newer: { title: 'Un programa más nuevo ha escrito este espacio de trabajo', text: 'Contiene cosas que esta versión no conoce, así que se ha dejado como está. Actualice Channel Workbench en este equipo e inícielo de nuevo.' },
      inUse: { title: 'El espacio de trabajo está abierto en otro lugar', text: 'Lo tiene abierto otra ventana, una línea de comandos u otro equipo; dos a la vez lo estropearían. Cierre el otro e inténtelo de nuevo.' },
      full: { title: 'El disco está lleno', text: 'Hace falta un poco de espacio para abrir con seguridad. Lo guardado está a salvo. Borre o mueva archivos e inténtelo de nuevo.' },
      readOnly: { title: 'El espacio de trabajo no se puede leer o escribir', text: 'La carpeta o el disco está protegido, se ha retirado o es de otra persona. Lo guardado está intacto. Permita escribir en la carpeta o conecte el disco e inténtelo de nuevo.' },
      interrupted: { title: 'El archivo del espacio de trabajo no está en su sitio', text: 'Se ha movido o borrado, pero aquí hay copias. Devuelva una a su sitio; no se borra nada.' },
      locked: { title: 'El espacio de trabajo está cifrado y su clave no está aquí', text: 'Se ha restablecido el llavero de este equipo, o el espacio de trabajo viene de otro. Inicie sesión en su API central, que guarda la clave por usted: no se pierde nada, tampoco lo que no ha enviado.' },
      other: { title: 'No se ha abierto el espacio de trabajo', text: 'El motivo se indica abajo.' },
    },
    reason: (sentence: string) => `Motivo: ${sentence}`,
    holder: (program: string, computer: string) => `Abierto en el proceso ${program} de ${computer}.`,
    again: 'Intentar de nuevo',
    mend: 'Reparar el espacio de trabajo',
    mending: 'Reparando…',
    mended: ({ read, saved, unsent, fromCopy }: { read: number; saved: number; unsent: number; fromCopy: boolean }) => `${fromCopy ? 'Se tomó la copia sana más reciente. ' : 'No había ninguna copia sana. '}${counted(read, 'Se leyó # registro', 'Se leyeron # registros')} del archivo dañado, ${n(saved)} más nuevos; ${counted(unsent, 'se conserva # cambio', 'se conservan # cambios')} sin enviar.`,
    goOn: 'Continuar',
    copies: 'Copias',
    noCopies: 'No hay copias.',
    restore: 'Devolver esta copia',
    copyOf: (moment: string, size: string) => `${moment}, ${size}`,
    unlock: 'Iniciar sesión y desbloquear',
    unlockCode: 'Código de un solo uso',
    unlockCompany: 'Iniciar sesión con la cuenta de empresa',
  },
} satisfies Words['diagnostics']
