import type { RowOf } from '#shared/foundation/table.ts'
import type { criteria } from '#shared/qualification/criterion.table.ts'
import type { Scoring } from '#shared/qualification/scoring.table.ts'
import { leadFieldText, type Lead } from '../lead.presenter.ts'
import type { Formats } from '../../shell/formats.ts'
import type { Workbench } from '../../shell/workbench.ts'
import type { BadgeTone } from '../../ui/badge-tone.ts'

export type Criterion = RowOf<typeof criteria>
export type ScoredCriterion = Scoring['criteria'][number]

/** `+40`, `−20`: with its sign, which says what it does. */
export function pointsText(points: number, formats: Formats): string {
  return points > 0 ? `+${formats.number(points)}` : formats.number(points).replace('-', '−')
}

export function pointsTone(points: number): BadgeTone {
  return points > 0 ? 'success' : points < 0 ? 'warning' : 'neutral'
}

/** What a criterion looked at in a lead, by name: `Industry: Manufacturing`; of a missing value only which it is. */
export function lookedAt({ outcome, fields }: ScoredCriterion, lead: Lead, workbench: Pick<Workbench, 'language' | 'names' | 'places'>): string {
  const { qualification, territories } = workbench.language.words.value
  const titles: Readonly<Record<string, string>> = territories.condition.fields
  const title = (field: string): string => titles[field] ?? field
  if (outcome === 'missing') return qualification.score.missing(workbench.language.formats.value.list(fields.map(title)))
  const value = (field: string): string => leadFieldText(field, field === 'account' ? lead.company : lead[field as keyof Lead], workbench)
  return fields.map((field) => `${title(field)}: ${value(field)}`).join(' · ')
}
