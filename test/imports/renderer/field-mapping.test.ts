import { expect, it } from 'vitest'
import { fieldOfColumn, finishMapping, mapField, missingFields, samplesOf, sourceOf, unusedColumns } from '#renderer/imports/field-mapping.ts'

const inspection = { columns: ['Name', 'Land', 'Rest'], sample: [['A', 'JP', ''], ['B', 'JP', ' '], ['C', 'GT', ''], ['D', 'BZ', ''], ['E', 'MX', '']], fields: [{ field: 'company', required: true }, { field: 'country', required: false }] }

it('maps a field to a column, to a value for all rows, and back to nothing', () => {
  const mapped = mapField({ company: { column: 'Name' } }, 'country', { kind: 'constant', value: 'JP' })
  expect(mapped).toEqual({ company: { column: 'Name' }, country: { constant: 'JP' } })
  expect(sourceOf(mapped, 'country')).toEqual({ kind: 'constant', value: 'JP' })
  expect(mapField(mapped, 'country', { kind: 'none' })).toEqual({ company: { column: 'Name' } })
})

it('misses a required field that has no source, or an empty value', () => {
  expect(missingFields(inspection, {})).toEqual(['company'])
  expect(missingFields(inspection, { company: { constant: ' ' } })).toEqual(['company'])
  expect(missingFields(inspection, { company: { column: 'Name' } })).toEqual([])
})

it('knows what becomes of each column', () => {
  const mapping = { company: { column: 'Name' } }
  expect(unusedColumns(inspection, mapping)).toEqual(['Land', 'Rest'])
  expect(fieldOfColumn(mapping, 'Name')).toBe('company')
  expect(fieldOfColumn(mapping, 'Land')).toBeUndefined()
})

it('shows a few different values of a column, none of them empty', () => {
  expect(samplesOf(inspection, 'Land')).toEqual(['JP', 'GT', 'BZ'])
  expect(samplesOf(inspection, 'Rest')).toEqual([])
})

it('leaves out values nobody has filled', () => {
  expect(finishMapping({ company: { column: 'Name' }, country: { constant: '' } })).toEqual({ company: { column: 'Name' } })
})
