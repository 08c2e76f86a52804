import { expect, test } from 'vitest'
import { changedFields, joinNotes, mergeFields } from '#shared/foundation/merge-fields.ts'

const london = { name: 'Lira', country: 'GB', region: null, city: 'London', postcode: null as string | null, address: null, phone: null as string | null }

test('takes the survivor’s values, fills its gaps, and takes what was chosen of the other', () => {
  expect(mergeFields(london, { ...london, name: 'Lira Ltd', phone: '1' }, ['name', 'phone'], new Set())).toEqual({ name: 'Lira', phone: '1' })
  expect(mergeFields(london, { ...london, name: 'Lira Ltd' }, ['name'], new Set(['name'] as const))).toEqual({ name: 'Lira Ltd' })
})

test('does not mix two places: a gap of a place is filled only where both are at one', () => {
  expect(mergeFields(london, { ...london, postcode: 'EC2' }, ['postcode'], new Set()).postcode).toBe('EC2')
  expect(mergeFields(london, { ...london, city: 'Kyiv', postcode: '01001', phone: '1' }, ['postcode', 'phone'], new Set())).toEqual({ postcode: null, phone: '1' })
})

test('joins notes once, and says only what changes', () => {
  expect([joinNotes('a', 'b'), joinNotes('a', 'a'), joinNotes(null, 'b'), joinNotes('a', '')]).toEqual(['a\n\nb', 'a', 'b', 'a'])
  expect(changedFields({ tags: ['a'], name: 'x' }, { tags: ['a'], name: 'y' })).toEqual({ name: 'y' })
})
