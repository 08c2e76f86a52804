import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n } = countingIn('es')

export const inbox = {
  title: 'Bandeja',
  list: 'Clientes potenciales que esperan',
  empty: 'Nada espera por usted',
  emptyDetail: 'Aquí estarán los nuevos que no califican por sí solos, los posibles duplicados, los que no tienen socio y las ofertas que están por vencer.',
  badge: (count: number) => `${n(count)} clientes potenciales esperan por usted`,
  progress: (done: number, of: number) => `${n(done)} de ${n(of)} hechos`,
  more: (count: number) => `y ${n(count)} más después de estos`,
  reasons: { runsOut: 'Plazo próximo o vencido', cameBack: 'Volvió', possibleDuplicate: 'Posible duplicado', unroutable: 'Sin socio', toQualify: 'Por calificar' },
  all: 'Todo',
  which: 'Qué espera',
  done: 'hecho',
  acts: {
    qualify: 'Calificar',
    offer: 'Ofrecer según las reglas',
    assign: 'Asignar…',
    merge: 'Combinar…',
    apart: 'No es el mismo',
    lose: 'Cerrar como perdido…',
    later: 'Más tarde',
    open: 'Abrir',
    next: 'Siguiente',
    previous: 'Anterior',
  },
  offering: 'Ofreciendo según las reglas',
  said: { offered: (company: string) => `«${company}» ofrecido según las reglas`, nobody: (company: string) => `Las reglas no encuentran a nadie para «${company}»`, waits: (company: string) => `«${company}» no se ofrece: vea por qué` },
} satisfies Words['inbox']
