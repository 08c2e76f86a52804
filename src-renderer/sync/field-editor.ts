import { partnerTiers, partnerTypes } from '#shared/partners/partner.ts'
import type { Workbench } from '../shell/workbench.ts'
import type { Option } from '../ui/option.ts'
import { timeZoneOptions } from '../partners/field-options.ts'
import type { SetField, SubjectKind } from './refused-input.ts'

export type FieldEditor =
  | { readonly kind: 'text' | 'long' | 'number' | 'switch' }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  /** Lists and conditions have editors of their own on the record's page; here they are given as they were. */
  | { readonly kind: 'fixed' }

const NUMBERS: ReadonlySet<string> = new Set(['employees', 'score', 'latitude', 'longitude', 'capacity', 'priority'])

/** How a field of a refused command is typed anew. */
export function fieldEditor(record: SubjectKind, { field, value, was }: SetField, { language, names, places }: Pick<Workbench, 'language' | 'names' | 'places'>): FieldEditor {
  const { partners } = language.words.value
  const choice = (options: readonly Option[]): FieldEditor => ({ kind: 'choice', options })
  if (typeof value === 'boolean') return { kind: 'switch' }
  if (typeof value === 'object' && value !== null) return { kind: 'fixed' }
  if (NUMBERS.has(field) || typeof value === 'number' || typeof was === 'number') return { kind: 'number' }
  switch (field) {
    case 'notes':
      return { kind: 'long' }
    case 'country':
      return choice(places.countries.value)
    case 'industry':
      return choice(places.industries.value)
    case 'timeZone':
      return choice(timeZoneOptions())
    case 'territoryId':
    case 'parentId':
      return choice(names.territories.value.map(({ id, name, code }) => ({ value: id, label: name, detail: code })))
    case 'type':
      return choice(partnerTypes.map((type) => ({ value: type, label: partners.types[type] })))
    case 'tier':
      return choice(partnerTiers.map((tier) => ({ value: tier, label: partners.tiers[tier] })))
    case 'strategy':
    case 'tieBreak':
      return { kind: 'fixed' }
    default:
      return record === 'import' ? { kind: 'fixed' } : { kind: 'text' }
  }
}
