import { expect, test } from 'vitest'
import { gatherDeciders, gatherSeats } from '#shared/approvals/gather-seats.ts'
import { answered } from '#test/foundation/answered.ts'
import { bea, member, seat } from './approving-desk.ts'

const seats = [seat('a', 'A', [], 'b'), seat('b', 'B', [member(bea)], 'c'), seat('c', 'C', [], 'a')]

test('a seat and all above it, each once even in a ring', () => {
  expect(answered(gatherSeats('a'), { approvalSeats: seats }).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(answered(gatherSeats('gone'), { approvalSeats: seats })).toEqual([])
})

test('who may decide, and the seat that was asked', () => {
  const asked = { seatId: 'a', partial: ['ana'], askedAt: '2026-11-26T08:00:00.000Z', now: '2026-11-26T09:00:00.000Z', hours: null, delegate: null }
  expect(answered(gatherDeciders(asked), { approvalSeats: seats })).toMatchObject({ seat: { name: 'A' }, deciders: [{ name: 'Bea', as: 'above' }] })
})
