import { expect, test } from 'vitest'
import { whoDecides, type AskedOf, type Seat, type SeatMember } from '#shared/approvals/who-decides.ts'

const person = (personId: string, given: Partial<SeatMember> = {}): SeatMember => ({ personId, name: personId, awayFrom: null, awayTo: null, standIn: null, ...given })
const noon = '2026-11-26T12:00:00.000Z'
const asked = (given: Partial<AskedOf> = {}): AskedOf => ({ seatId: 'desk', partial: ['ana'], askedAt: '2026-11-26T08:00:00.000Z', now: noon, hours: 24, delegate: null, ...given })
const who = (members: readonly SeatMember[], given: Partial<AskedOf> = {}, above: readonly Seat[] = []) => whoDecides(asked(given), [{ id: 'desk', members, aboveId: above[0]?.id ?? null }, ...above]).map(({ personId, as }) => `${personId} ${as}`)
const board: Seat = { id: 'board', members: [person('kenji')], aboveId: null }

test('any member of the seat', () => {
  expect(who([person('bea'), person('carl')], {}, [board])).toEqual(['bea member', 'carl member'])
})

test('B4.10: nobody approves for themselves, not as member, stand-in, delegate or from above', () => {
  expect(who([person('ana'), person('bea', { awayFrom: '2026-11-26', standIn: { personId: 'ana', name: 'Ana' } })], { delegate: { personId: 'ana', name: 'Ana' } })).toEqual([])
  expect(who([], {}, [{ id: 'board', members: [person('ana')], aboveId: null }])).toEqual([])
})

test('B4.10: an absent approver’s stand-in, on the days of the absence alone', () => {
  const bea = (from: string | null, to: string | null) => [person('bea', { awayFrom: from, awayTo: to, standIn: { personId: 'dora', name: 'Dora' } })]
  expect(who(bea('2026-11-26', '2026-11-26'))).toEqual(['dora standIn'])
  expect(who(bea('2026-11-20', null))).toEqual(['dora standIn'])
  expect(who(bea('2026-11-27', null))).toEqual(['bea member'])
  expect(who(bea(null, '2026-11-25'))).toEqual(['bea member'])
})

test('B4.10: an approver who has left leaves the rest of the seat, else the seat above', () => {
  expect(who([person('carl')], {}, [board])).toEqual(['carl member'])
  expect(who([], {}, [board])).toEqual(['kenji above'])
  expect(who([], {}, [{ id: 'empty', members: [], aboveId: 'board' }, board])).toEqual(['kenji above'])
  expect(who([], {}, [{ id: 'ring', members: [], aboveId: 'desk' }])).toEqual([])
})

test('stand-ins and the seat above as well, when no answer has come in time', () => {
  const members = [person('bea', { standIn: { personId: 'dora', name: 'Dora' } })]
  expect(who(members, { hours: 4 }, [board])).toEqual(['bea member'])
  expect(who(members, { hours: 3 }, [board])).toEqual(['bea member', 'dora standIn', 'kenji above'])
})

test('whoever it was handed to, each person once', () => {
  expect(who([person('bea')], { delegate: { personId: 'emil', name: 'Emil' } })).toEqual(['bea member', 'emil delegate'])
  expect(who([person('bea')], { delegate: { personId: 'bea', name: 'Bea' } })).toEqual(['bea member'])
})
