import { expect, test } from 'vitest'
import { newPartner } from '#shared/partners/new-partner.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'

const given = { code: 'P', name: 'P', type: 'reseller', country: 'MX' } as const

test('a new partner is an applicant that may sell nothing, on the working calendar of its country', () => {
  const id = nextId()
  expect(newPartner(id, given)).toEqual({
    ...given, id, tier: 'registered', status: 'applicant', regions: [], languages: [], products: [], industries: [], certifications: [], timeZone: 'UTC', calendar: 'MX', absences: [], contacts: [],
  })
})

test('what was given goes before what is usual, but never before the id', () => {
  const id = nextId()
  expect(newPartner(id, { ...given, id: 'other', status: 'active', calendar: 'DE-BY', products: ['suite'] })).toMatchObject({ id, status: 'active', calendar: 'DE-BY', products: ['suite'] })
})
