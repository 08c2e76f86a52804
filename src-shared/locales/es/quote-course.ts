import type { Words } from '../words.ts'

export const quoteCourse: Words['quoteCourse'] = {
  open: 'Abrir la cotización',
  gone: {
    unlinked: 'no hay ningún registro vinculado', otherPartner: 'lo registró otro socio', otherCustomer: 'es de otro cliente', draft: 'no se presentó', submitted: 'aún no está aprobado', inReview: 'está en revisión',
    actionRequired: 'espera la respuesta del socio', approved: 'su plazo terminó', rejected: 'se rechazó', withdrawn: 'se retiró', expired: 'venció', closedWon: 'se ganó y su precio ya no está garantizado', closedLost: 'se perdió',
    revoked: 'su aprobación se revocó',
  },
  registration: {
    title: 'Oportunidad registrada', none: 'Ninguna', submit: 'Vincular', nothing: 'Este socio no ha registrado ninguna oportunidad con este cliente.',
    explain: 'Su margen cuenta solo mientras esté vigente, y su plazo no termina mientras el cliente tenga la cotización. Será la cotización principal de la oportunidad, salvo que ya tenga una.',
    standing: (percent, until) => `margen del ${percent}\u00a0%, hasta el ${until}`,
    frozen: (percent) => `margen del ${percent}\u00a0%; su plazo espera`,
    ended: (why) => `sin margen: ${why}`,
    linked: (name) => `«${name}» es de la oportunidad registrada`,
    unlinked: (name) => `«${name}» no es de ninguna oportunidad registrada`,
  },
  registrationEnded: (why) => `Los precios aún incluyen el margen de la oportunidad registrada, pero ${why}. Vuelva a calcular los precios.`,
  marginFalls: (why) => `El margen de la oportunidad registrada se pierde: ${why}.`,
  proof: {
    title: 'Comprobante', choose: 'Adjuntar un archivo…', explain: 'Lo que el cliente firmó o envió: PDF, PNG o JPEG, hasta 1 MB. Queda en constancia.', save: 'Guardar el comprobante', kept: (name, size) => `${name}, ${size}`, saved: (name) => `${name} guardado`, remove: 'No adjuntarlo',
  },
  logo: { title: 'Logotipo', choose: 'Elegir una imagen…', remove: 'Quitar', explain: 'PNG, hasta 200 KB. Va al comienzo de la primera página.', size: (width, height) => `${width} × ${height} píxeles`, alone: 'Añada primero la plantilla; después admite un logotipo.' },
}
