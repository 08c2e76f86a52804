import { describe, expect, test } from 'vitest'
import { filterWords, type FilterField } from '#renderer/ui/filter.ts'

const FIELDS: readonly FilterField[] = [
  { id: 'state', label: '状態', operators: [{ id: 'any', label: 'のいずれか', input: 'options' }], options: [{ value: 'open', label: '承認待ち' }] },
  { id: 'amount', label: 'Importe', operators: [{ id: 'gte', label: '≥', input: 'number' }, { id: 'empty', label: 'vacío', input: 'none' }] },
  { id: 'since', label: 'Desde', operators: [{ id: 'before', label: 'antes de', input: 'date' }, { id: 'between', label: 'entre', input: 'dates' }, { id: 'last', label: 'en los últimos', input: 'days' }] },
]
const words = (filter: Parameters<typeof filterWords>[0], locale: string) => filterWords(filter, FIELDS, { locale, separator: '、' })

describe('filterWords', () => {
  test('names options by their labels and keeps a value whose option is gone', () => {
    expect(words({ field: 'state', operator: 'any', value: ['open', 'gone'] }, 'ja')?.value).toBe('承認待ち、gone')
  })

  test('writes numbers and days as the locale does', () => {
    expect(words({ field: 'amount', operator: 'gte', value: 12345.5 }, 'es')?.value).toBe('12.345,5')
    expect(words({ field: 'since', operator: 'before', value: '2026-03-31' }, 'ja')?.value).toBe('2026/03/31')
  })

  test('writes stretches of days', () => {
    expect(words({ field: 'since', operator: 'between', value: ['2026-03-01', '2026-03-31'] }, 'ja')?.value).toBe('2026/03/01 – 2026/03/31')
    expect(words({ field: 'since', operator: 'last', value: 7 }, 'es')?.value).toBe('7 días')
  })

  test('needs no value where the operator has none', () => {
    expect(words({ field: 'amount', operator: 'empty', value: null }, 'es')).toEqual({ field: 'Importe', operator: 'vacío', value: '' })
  })

  test('is nothing when the field or the operator is no longer known', () => {
    expect(words({ field: 'old', operator: 'any', value: null }, 'es')).toBeUndefined()
    expect(words({ field: 'amount', operator: 'old', value: null }, 'es')).toBeUndefined()
  })
})
