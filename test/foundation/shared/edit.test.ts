import { describe, expect, test } from 'vitest'
import { decideEdit, editInput, newRowInput } from '#shared/foundation/edit.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'

const row = { name: 'Lira', city: null as string | null, products: ['suite'], open: true }

describe('decideEdit', () => {
  test('takes only what really changes', () => {
    expect(decideEdit('lead', row, [{ field: 'name', value: 'Lira' }, { field: 'city', value: 'Málaga', was: null }])).toEqual({ patch: { city: 'Málaga' } })
  })

  test('compares lists by what they hold', () => {
    expect(decideEdit('lead', row, [{ field: 'products', value: ['suite'] }])).toEqual({ patch: {} })
    expect(decideEdit('lead', row, [{ field: 'products', value: [], was: ['suite'] }])).toEqual({ patch: { products: [] } })
  })

  test('refuses a field whose value is not what the person saw', () => {
    expect(decideEdit('lead', row, [{ field: 'city', value: 'x', was: 'Sevilla' }])).toEqual({
      kind: 'refused', code: 'lead.stale', message: 'city was changed in the meantime', details: { field: 'city', yours: 'x', theirs: null },
    })
  })

  test('holds an edit that others have made already for done, whatever was seen before', () => {
    expect(decideEdit('lead', row, [{ field: 'name', value: 'Lira', was: 'Lyra' }])).toEqual({ patch: {} })
  })

  test('writes over whatever is there when the person did not say what they saw', () => {
    expect(decideEdit('lead', row, [{ field: 'open', value: false }])).toEqual({ patch: { open: false } })
  })
})

describe('editInput', () => {
  const input = editInput(partners, ['name', 'capacity'])
  const edit = (...edits: unknown[]) => input.safeParse({ id: nextId(), edits }).success

  test('takes the named fields with values of their column', () => {
    expect(edit({ field: 'name', value: 'x', was: 'y' }, { field: 'capacity', value: null })).toBe(true)
  })

  test.each([
    ['another field', { field: 'status', value: 'active' }],
    ['a value of another kind', { field: 'capacity', value: 'ten' }],
    ['a broken number', { field: 'capacity', value: 1.5 }],
    ['an empty value where the column demands one', { field: 'name', value: null }],
    ['no value', { field: 'name' }],
    ['something besides', { field: 'name', value: 'x', sql: '1' }],
  ])('refuses %s', (_, wrong) => {
    expect(edit(wrong)).toBe(false)
  })

  test('refuses an edit of nothing', () => {
    expect(edit()).toBe(false)
  })
})

describe('newRowInput', () => {
  const input = newRowInput(partners, ['code', 'name'], ['capacity', 'status'])

  test('demands what is required, also where it is listed as optional besides', () => {
    expect(newRowInput(partners, ['code', 'name'], ['name', 'code', 'capacity']).safeParse({ code: 'A' }).success).toBe(false)
  })

  test('demands the required columns and takes the optional ones', () => {
    expect(input.safeParse({ code: 'A', name: 'B' }).success).toBe(true)
    expect(input.safeParse({ code: 'A', name: 'B', capacity: null, status: 'active' }).success).toBe(true)
    expect(input.safeParse({ code: 'A' }).success).toBe(false)
  })

  test.each(['id', 'rev', 'createdAt', 'importId', '__proto__x'])('does not let anybody set %s', (column) => {
    expect(input.safeParse({ code: 'A', name: 'B', [column]: buildPartner().id }).success).toBe(false)
  })
})
