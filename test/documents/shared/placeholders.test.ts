import { expect, test } from 'vitest'
import { fillIn, unknownPlaceholders } from '#shared/documents/placeholders.ts'

const values = { account: 'Kitayama {number}', contact: '', partner: '', number: 'Q-1', name: '', total: '$5', validUntil: '' }

test('fills in what is named, once, and leaves other braces', () => {
  expect(fillIn('{account}: {total} {else} { number }', values)).toBe('Kitayama {number}: $5 {else} { number }')
})

test('tells the names that are none', () => {
  expect(unknownPlaceholders('{account} {acount} {cost}')).toEqual(['acount', 'cost'])
})
