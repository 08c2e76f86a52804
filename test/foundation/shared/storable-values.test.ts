import { describe, expect, test } from 'vitest'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'

const { create, update } = leadsContract.operations

describe('what a lead cannot hold is refused, new or edited', () => {
  test.each<[string, unknown]>([
    ['employees', -1], ['employees', 1.5], ['score', -1], ['score', 101], ['notes', 'a\0b'], ['company', 'half \ud83d'], ['contactName', '\udc00'],
  ])('%s: %j', (field, value) => {
    expect(create.input.safeParse({ company: 'Lira', [field]: value }).success).toBe(false)
    expect(update.input.safeParse({ id: idNumber(1), edits: [{ field, value }] }).success).toBe(false)
  })

  test.each<[string, unknown]>([['employees', 0], ['employees', null], ['score', 100], ['notes', 'two\nlines 😀'], ['company', '髙島屋']])('but not %s: %j', (field, value) => {
    expect(create.input.safeParse({ company: 'Lira', [field]: value }).success).toBe(true)
    expect(update.input.safeParse({ id: idNumber(1), edits: [{ field, value }] }).success).toBe(true)
  })
})
