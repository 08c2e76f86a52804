import type { CareLanguage } from './care.ts'
import type { AgendaItem } from './review.table.ts'

const items: readonly Readonly<Record<CareLanguage, string>>[] = [
  { en: 'Results against the plan', ja: '計画に対する実績', es: 'Resultados frente al plan' },
  { en: 'Pipeline', ja: 'パイプライン', es: 'Cartera de oportunidades' },
  { en: 'Certifications that are about to end', ja: '期限が近い認定', es: 'Certificaciones por vencer' },
  { en: 'Open tasks', ja: '未完了のタスク', es: 'Tareas abiertas' },
  { en: 'Agreements', ja: '契約書', es: 'Contratos' },
  { en: 'What the partner needs from us', ja: 'パートナーから当社への要望', es: 'Lo que el socio necesita de nosotros' },
]

/** The ready-made agenda of a quarterly review, in the language in which the partner reads it. */
export function reviewAgenda(language: CareLanguage): AgendaItem[] {
  return items.map((item) => ({ text: item[language], note: '' }))
}

/** The language in which a partner reads: the first of its own that we write in, else English. */
export function careLanguage(languages: readonly string[]): CareLanguage {
  return languages.map((language) => language.slice(0, 2).toLowerCase()).find((language): language is CareLanguage => language in items[0]!) ?? 'en'
}
