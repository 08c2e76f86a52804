import type { ImportMapping } from '#shared/imports/imports.contract.ts'
import type { Client, ValueOf } from '../client/client.ts'

export type Inspection = ValueOf<Client['imports']['inspect']>
export type FieldSource = { readonly kind: 'none' } | { readonly kind: 'column'; readonly column: string } | { readonly kind: 'constant'; readonly value: string }

const SAMPLES = 3

export function sourceOf(mapping: ImportMapping, field: string): FieldSource {
  const source = mapping[field]
  if (source === undefined) return { kind: 'none' }
  return 'column' in source ? { kind: 'column', column: source.column } : { kind: 'constant', value: source.constant }
}

/** The mapping with one field taken from elsewhere. */
export function mapField(mapping: ImportMapping, field: string, source: FieldSource): ImportMapping {
  const others = Object.fromEntries(Object.entries(mapping).filter(([name]) => name !== field))
  if (source.kind === 'none') return others
  return { ...others, [field]: source.kind === 'column' ? { column: source.column } : { constant: source.value } }
}

/** Required fields that have no source yet; an empty constant is none. */
export function missingFields({ fields }: Pick<Inspection, 'fields'>, mapping: ImportMapping): readonly string[] {
  return fields.flatMap(({ field, required }) => {
    const source = sourceOf(mapping, field)
    return required && (source.kind === 'none' || (source.kind === 'constant' && source.value.trim() === '')) ? [field] : []
  })
}

export function unusedColumns({ columns }: Pick<Inspection, 'columns'>, mapping: ImportMapping): readonly string[] {
  const used = new Set(Object.values(mapping).flatMap((source) => ('column' in source ? [source.column] : [])))
  return columns.filter((column) => !used.has(column))
}

/** The first different values of a column that say something. */
export function samplesOf({ columns, sample }: Pick<Inspection, 'columns' | 'sample'>, column: string): readonly string[] {
  const at = columns.indexOf(column)
  const values = new Set(sample.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== ''))
  return [...values].slice(0, SAMPLES)
}

/** The field that a column becomes. */
export function fieldOfColumn(mapping: ImportMapping, column: string): string | undefined {
  return Object.entries(mapping).find(([, source]) => 'column' in source && source.column === column)?.[0]
}

/** Without constants that nobody has filled. */
export function finishMapping(mapping: ImportMapping): ImportMapping {
  return Object.fromEntries(Object.entries(mapping).filter(([, source]) => 'column' in source || source.constant.trim() !== ''))
}
