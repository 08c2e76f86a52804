import type { RefusalSentence } from '../refusal-sentence.ts'

/** Refusals by what a company has set, and of updates. */
export const policyRefusals = {
  'policy.export-off': 'Su empresa no permite exportar listas (ExportAllowed).',
  'policy.backup-off': 'Su empresa no permite hacer copias del espacio de trabajo (BackupAllowed).',
  'policy.company-only': 'Su empresa solo permite conectarse con la cuenta de la empresa (SignIn).',
  'policy.code-only': 'Su empresa solo permite conectarse con un código de un solo uso (SignIn).',
  'policy.language-fixed': 'Su empresa ha establecido el idioma (Language).',
  'policy.keyring-missing': 'Su empresa exige que la clave del espacio de trabajo esté en el llavero del sistema, y este equipo no tiene ninguno utilizable (EncryptionRequired). No se ha abierto nada. Consulte al departamento de informática.',
  'policy.other-address': (d) => (d('address') === '' ? 'No se puede leer lo que su empresa ha establecido para la API central, así que no hay ninguna a la que conectarse (CentralAddress). Consulte al departamento de informática.' : `Su empresa ha establecido la API central: ${d('address')} (CentralAddress).`),
  'policy.offline-too-long': (d) => `No hay noticias de la API central desde hace ${d('days')} días o más, y su empresa no permite más (OfflineDays). Conéctese a la red y sincronice; aquí no se pierde nada.`,
  'update.off': 'Su empresa ha desactivado las actualizaciones (Updates).',
  'update.no-address': 'No se ha establecido de dónde vienen las actualizaciones (UpdateAddress).',
  'update.no-key': 'Este programa se creó sin ninguna clave con la que comprobar las actualizaciones, así que no admite ninguna.',
  'update.feed-unreadable': 'No se entiende lo que ha enviado el servidor de actualizaciones. No se ha cambiado nada.',
  'update.feed-not-signed': 'Lo que ha enviado el servidor de actualizaciones no está firmado por nosotros. No se ha cambiado nada. Avise al departamento de informática.',
  'update.feed-other-ring': 'El servidor de actualizaciones ha enviado lo que es para otros equipos. No se ha cambiado nada.',
  'update.feed-expired': 'Lo que ha enviado el servidor de actualizaciones es demasiado antiguo. No se ha cambiado nada. Avise al departamento de informática; quizá el reloj de este equipo esté mal.',
  'update.feed-older': 'El servidor de actualizaciones ha enviado algo más antiguo que antes. No se ha cambiado nada. Avise al departamento de informática.',
  'update.too-slow': 'La red es demasiado lenta para la actualización en este momento. Se intentará de nuevo.',
  'update.not-there': 'La actualización no está en su servidor. Se intentará de nuevo.',
  'update.offline': 'No se puede llegar al servidor de actualizaciones. Se intentará de nuevo.',
  'update.damaged': 'La actualización estaba dañada o modificada y se ha desechado. Se descargará de nuevo.',
  'update.not-ours': 'La actualización no está firmada por su editor y no se ha instalado. Avise al departamento de informática.',
  'update.disk-full': 'No hay espacio suficiente en el disco para la actualización.',
  'update.place-unsafe': 'La carpeta de actualizaciones no es la del propio programa. No se ha descargado nada. Avise al departamento de informática.',
  'update.no-installers': (d) => `La carpeta no contiene ningún instalador de la versión ${d('version')}.`,
} satisfies Record<string, RefusalSentence>
