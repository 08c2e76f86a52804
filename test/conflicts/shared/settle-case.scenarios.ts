import { expect } from 'vitest'
import { conflictCases } from '#shared/conflicts/conflict-case.table.ts'
import { conflictsContract } from '#shared/conflicts/conflicts.contract.ts'
import { dealsContract } from '#shared/deals/deals.contract.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { NOW, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { closed, contested, statusOf } from './contested-deal.ts'

const { approve, withdraw, takeSteps } = dealsContract.operations
const { setStatus } = partnersContract.operations
const { take, review, decide, appeal, finalise } = conflictsContract.operations

export const settleCaseScenarios: Scenarios = {
  'case 9: nothing runs out while the case is open, and the time is given back after it': async (desk) => {
    const { earlier, conflict } = await contested(desk, {}, true)
    const held = await desk.row(registrations, earlier.id)
    expect([held?.caseId, held?.actAt]).toEqual([conflict.id, null])
    expect(valueOf(await desk.run(takeSteps, { due: [{ id: earlier.id, actAt: earlier.actAt! }] }))).toEqual({ acted: 0, ended: 0 })
    await closed(desk, conflict, 'uphold', [{ claimId: earlier.id, percent: 100 }])
    expect(await desk.row(registrations, earlier.id)).toMatchObject({ status: 'approved', caseId: null, heldAt: null, protectedUntil: earlier.protectedUntil })
  },
  'the winner is approved at the end, the other rejected with the reason that is meant for it': async (desk) => {
    const { earlier, later, conflict } = await contested(desk)
    await closed(desk, conflict, 'award', [{ claimId: later.id, percent: 100 }])
    expect(await statusOf(desk, later)).toEqual(['approved', null, 'Reason for Aoba'])
    expect(await statusOf(desk, earlier)).toEqual(['rejected', null, 'Reason for Jose Lucio'])
    expect((await desk.rows(opportunities)).map(({ partnerId }) => partnerId)).toEqual([later.partnerId])
  },
  'an approval that loses is revoked; one that wins stands as it was': async (desk) => {
    const { earlier, later, conflict } = await contested(desk, {}, true)
    await closed(desk, conflict, 'award', [{ claimId: later.id, percent: 100 }])
    expect(await statusOf(desk, earlier)).toEqual(['revoked', null, 'Reason for Jose Lucio'])
    expect((await statusOf(desk, later))[0]).toBe('approved')
  },
  'where it is no conflict all are let go as they were, and the same two are not brought together again': async (desk) => {
    const { earlier, later, conflict } = await contested(desk)
    await closed(desk, conflict, 'none', [])
    expect([await statusOf(desk, earlier), await statusOf(desk, later)]).toEqual([['submitted', null, null], ['submitted', null, null]])
    valueOf(await desk.run(approve, { id: earlier.id }))
    valueOf(await desk.run(approve, { id: later.id }))
    expect(await desk.rows(conflictCases)).toHaveLength(1)
  },
  'who shares with the winner goes on in review, with the winner’s account': async (desk) => {
    const { earlier, later, conflict } = await contested(desk)
    await closed(desk, conflict, 'split', [{ claimId: earlier.id, percent: 60 }, { claimId: later.id, percent: 40 }])
    expect([(await statusOf(desk, earlier))[0], (await statusOf(desk, later))[0]]).toEqual(['approved', 'submitted'])
    expect((await desk.row(registrations, later.id))?.accountId).toBe((await desk.row(registrations, earlier.id))?.accountId)
  },
  'a winner that cannot be approved leaves the case undecided, with the reason; nothing becomes of any claim until it is decided anew': async (desk) => {
    const { aoba, earlier, later, conflict } = await contested(desk)
    valueOf(await desk.run(setStatus, { id: aoba.id, status: 'suspended' }))
    const told = await closed(desk, conflict, 'award', [{ claimId: later.id, percent: 100 }])
    expect(told.hindered).toMatchObject({ code: 'registration.partner-not-active', details: { partner: 'Aoba' } })
    const undecided = await desk.row(conflictCases, conflict.id)
    expect([undecided?.state, undecided?.finalAt, undecided?.decisions[0]?.hindered?.code]).toEqual(['underReview', null, 'registration.partner-not-active'])
    expect([await statusOf(desk, earlier), await statusOf(desk, later)]).toEqual([['submitted', conflict.id, null], ['submitted', conflict.id, null]])
    const reasons = conflict.claims.map(({ id }) => ({ claimId: id, text: 'Why' }))
    valueOf(await desk.run(decide, { id: conflict.id, seen: 1, verdict: { kind: 'uphold', shares: [{ claimId: earlier.id, percent: 100 }] }, reasonForHouse: 'Aoba is suspended', reasons }))
    expect(valueOf(await desk.run(finalise, { id: conflict.id, agreed: true })).hindered).toBeNull()
    expect([(await statusOf(desk, earlier))[0], (await statusOf(desk, later))[0]]).toEqual(['approved', 'rejected'])
  },
  'a registration stays held through an appeal, until the case is final': async (desk) => {
    const { earlier, later, conflict } = await contested(desk)
    await desk.run(take, { id: conflict.id })
    await desk.run(review, { id: conflict.id })
    const reasons = conflict.claims.map(({ id }) => ({ claimId: id, text: 'Why' }))
    await desk.run(decide, { id: conflict.id, seen: 0, verdict: { kind: 'uphold', shares: [{ claimId: earlier.id, percent: 100 }] }, reasonForHouse: 'First', reasons })
    await desk.run(appeal, { id: conflict.id, claimId: later.id, text: 'No' })
    expect([(await statusOf(desk, earlier))[1], (await statusOf(desk, later))[1]]).toEqual([conflict.id, conflict.id])
    await desk.run(decide, { id: conflict.id, seen: 1, verdict: { kind: 'award', shares: [{ claimId: later.id, percent: 100 }] }, reasonForHouse: 'Convinced', reasons })
    await desk.run(finalise, { id: conflict.id, agreed: true })
    expect([(await statusOf(desk, earlier))[0], (await statusOf(desk, later))[0]]).toEqual(['rejected', 'approved'])
  },
  'case 18: who withdraws leaves the claim in the case, in question no more': async (desk) => {
    const { earlier, later, conflict } = await contested(desk)
    valueOf(await desk.run(withdraw, { id: earlier.id }))
    expect((await desk.row(conflictCases, conflict.id))?.claims.map(({ id, withdrawnAt }) => [id, withdrawnAt])).toEqual([[earlier.id, NOW], [later.id, null]])
    await closed(desk, conflict, 'award', [{ claimId: later.id, percent: 100 }])
    expect([(await statusOf(desk, earlier))[0], (await statusOf(desk, later))[0]]).toEqual(['withdrawn', 'approved'])
  },
}
