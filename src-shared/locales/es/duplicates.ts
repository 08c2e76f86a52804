import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n, counted } = countingIn('es')

export const duplicates = {
  title: 'Duplicados',
  list: 'Pares que pueden ser uno',
  empty: 'Ningún par parece ser uno solo',
  emptyDetail: 'Los pares que combine o distinga no vuelven a aparecer.',
  searching: (done: number, of: number) => `${n(done)} de ${counted(of, '# revisado', '# revisados')}`,
  pairs: (count: number) => counted(count, '# par', '# pares'),
  of: 'Puede ser el mismo que',
  looking: 'Buscando duplicados…',
  mergedInto: (company: string) => `Combinado con «${company}»`,
  why: 'Qué habla a favor y en contra',
  acts: { merge: 'Combinar…', apart: 'No es el mismo', next: 'Par siguiente', previous: 'Par anterior' },
  merge: {
    title: (company: string, other: string) => `Combinar «${other}» con «${company}»`,
    description: 'El resultado está a la derecha. Las notas se unen, se recuerda a quienes rechazaron y las ofertas lo acompañan. Se puede deshacer.',
    field: 'Campo',
    stays: 'Permanece',
    goes: 'Se va',
    result: 'Resultado',
    swap: 'Al revés',
    differs: 'difiere',
    takes: (field: string) => `Tomar ${field} del que se va`,
    keeps: (field: string) => `Conservar ${field} del que permanece`,
    partner: (partner: string) => `${partner} conserva el cliente potencial.`,
    loses: (partner: string) => `${partner} pierde el cliente potencial.`,
    nobody: 'Ningún socio tiene ninguno de los dos.',
    submit: 'Combinar',
  },
  said: { merged: (other: string, company: string) => `«${other}» combinado con «${company}»`, apart: (company: string, other: string) => `«${company}» y «${other}» distinguidos` },
} satisfies Words['duplicates']
