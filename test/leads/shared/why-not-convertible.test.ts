import { expect, test } from 'vitest'
import { leadStages } from '#shared/leads/lead.ts'
import { whyNotConvertible } from '#shared/leads/why-not-convertible.ts'

const lead = { stage: 'working', partnerId: 'p', convertedAt: null, convertedBy: null } as const

test('a lead that a partner works on is convertible, and no other', () => {
  expect(leadStages.filter((stage) => whyNotConvertible({ ...lead, stage }) === undefined)).toEqual(['working'])
  expect(whyNotConvertible({ ...lead, partnerId: null })).toMatchObject({ code: 'lead.not-worked', details: { stage: 'working' } })
})

test('of one that was converted it says by whom and when', () => {
  expect(whyNotConvertible({ ...lead, stage: 'converted', convertedAt: '2026-11-20T00:00:00.000Z', convertedBy: 'Ana' })).toMatchObject({ code: 'lead.converted-already', details: { by: 'Ana', at: '2026-11-20T00:00:00.000Z' } })
})
