import type { Evidence } from '../../matching/evidence.ts'
import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { counted } = countingIn('es')

export const matching = {
  verdicts: { same: 'La misma', likely: 'Probablemente la misma', look: 'Por revisar', different: 'Otra distinta' },
  nothing: 'Nada parecido',
  evidence: (evidence: Evidence): string => {
    switch (evidence.kind) {
      case 'confirmed':
        return 'Una persona confirmó que el nombre designa a esta'
      case 'refuted':
        return 'Una persona indicó que el nombre no designa a esta'
      case 'corporateNumber':
        return evidence.agrees ? `Mismo número de identificación corporativa ${evidence.query}` : `Números de identificación corporativa distintos: ${evidence.query}, ${evidence.candidate}`
      case 'domain':
        return evidence.shared
          ? `Muchas empresas usan ${evidence.query}; no indica nada`
          : evidence.agrees
            ? `Mismo dominio ${evidence.query}${evidence.bearers > 1 ? ` (${counted(evidence.bearers, 'lo tiene #', 'lo tienen #')})` : ''}`
            : `Dominios distintos: ${evidence.query}, ${evidence.candidate}`
      case 'name':
        return [
          evidence.shared.length === 0 ? 'Los nombres no comparten ninguna palabra' : `De los nombres: ${evidence.shared.map(({ one, other, how }) => (how === 'same' ? one : `${one} = ${other} (${matching.how[how]})`)).join(', ')}`,
          ...(evidence.onlyQuery.length === 0 ? [] : [`solo en lo buscado: ${evidence.onlyQuery.join(' ')}`]),
          ...(evidence.onlyCandidate.length === 0 ? [] : [`solo en lo encontrado: ${evidence.onlyCandidate.join(' ')}`]),
        ].join('; ')
      case 'address':
        return matching.address[evidence.how]
      case 'contact':
        return evidence.how === 'email' ? `Mismo correo electrónico ${evidence.value}` : `Mismo teléfono ${evidence.value}`
      case 'country':
        return evidence.agrees ? `Mismo país ${evidence.query}` : `Países distintos: ${evidence.query}, ${evidence.candidate}`
      case 'product':
        return evidence.agrees ? `Mismo producto: ${evidence.query}` : `Productos distintos: ${evidence.query}, ${evidence.candidate}; las oportunidades no están en conflicto`
    }
  },
  how: { same: 'igual', meaning: 'mismo significado', spelling: 'escritura parecida', joined: 'escrito junto', initials: 'abreviado', reading: 'misma lectura' },
  address: { place: 'Misma dirección', postcode: 'Mismo código postal', elsewhere: 'En otra parte del país' },
} satisfies Words['matching']
