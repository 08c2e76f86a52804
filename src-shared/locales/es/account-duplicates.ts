import { countingIn } from '../counting.ts'

const { n, counted } = countingIn('es')

export const accountDuplicates = {
  title: 'Cuentas duplicadas',
  empty: 'Ningún par de cuentas parece ser el mismo',
  searching: (done: number, of: number) => `${n(done)} de ${counted(of, '# cuenta', '# cuentas')} examinadas`,
  description: 'El resultado está a la derecha. Contactos, oportunidades, registros y cotizaciones abiertas la acompañan, y sus nombres se recuerdan. Se puede deshacer.',
  numbersDiffer: 'Dos números de identificación corporativa son dos empresas: ponga una por encima de la otra.',
  said: { merged: (other: string, name: string) => `«${other}» combinada con «${name}»`, contested: (other: string, name: string) => `«${other}» combinada con «${name}»: hay registros que ahora compiten y se abrió un caso` },
}
