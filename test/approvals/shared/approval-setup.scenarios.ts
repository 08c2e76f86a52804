import { expect } from 'vitest'
import { approvalPolicies, approvalSeats } from '#shared/approvals/approval-policy.table.ts'
import { approvalsContract } from '#shared/approvals/approvals.contract.ts'
import { USUAL_SEAT_ID } from '#shared/approvals/usual-rules.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { quotingDesk } from '#test/quotes/shared/quoting-desk.ts'
import { ana, approving, asking, bea, carl, aDiscountedQuote, DESK, MANAGER, member, approvingDesk, sending } from './approving-desk.ts'
import { aRule } from './build-content.ts'

const { createSeat, publishPolicy, removeSeat, updateSeat } = approvalsContract.operations

export const approvalSetupScenarios: Scenarios = {
  'goes by the usual rules at first, and asks nobody before somebody is in the usual seat': async (desk) => {
    const { account } = await quotingDesk(desk)
    const id = await aDiscountedQuote(desk, account.id, '20')
    expect(await sending(desk, id)).toMatchObject({ code: 'quote.needs-approval' })
    expect(refusalOf(await asking(desk, id))).toEqual({ code: 'approval.nobody-to-ask', details: { seat: '' } })
    const seat = { name: 'Approvers', members: [member(bea)], aboveId: null, usual: true }
    expect(valueOf(await desk.run(createSeat, seat)).id).toBe(USUAL_SEAT_ID)
    expect(refusalOf(await desk.run(createSeat, seat))).toEqual({ code: 'approval.seat-there' })
    const request = valueOf(await asking(desk, id))
    valueOf(await approving(desk, request.id, USUAL_SEAT_ID, bea))
    expect(await sending(desk, id)).toBe('accepted')
  },
  'publishes a version over the one that was seen, and keeps the former': async (desk) => {
    await approvingDesk(desk)
    const [first] = await desk.rows(approvalPolicies)
    const rules = [aRule({ beyond: '5', seatId: MANAGER })]
    expect(refusalOf(await desk.run(publishPolicy, { basedOn: null, rules }))).toEqual({ code: 'approval.policy-stale', details: { by: 'Kenji' } })
    const { id } = valueOf(await desk.run(publishPolicy, { basedOn: first!.id, rules, note: 'Tighter' }, { actor: ana }))
    expect(await desk.row(approvalPolicies, id)).toMatchObject({ version: 2, state: 'current', rules, note: 'Tighter', publishedByName: 'Ana' })
    expect(await desk.row(approvalPolicies, first!.id)).toMatchObject({ state: 'former', rules: first!.rules })
  },
  'refuses rules that lack something or ask nobody': async (desk) => {
    await quotingDesk(desk)
    expect(refusalOf(await desk.run(publishPolicy, { basedOn: null, rules: [aRule({ beyond: null })] }))).toEqual({ code: 'approval.rule-incomplete', details: { rule: 'rule', lacks: 'threshold' } })
    expect(refusalOf(await desk.run(publishPolicy, { basedOn: null, rules: [aRule({ seatId: nextId() })] }))).toEqual({ code: 'approval.seat-not-found' })
    expect(refusalOf(await desk.run(publishPolicy, { basedOn: null, rules: [] }))).toBe('accepted')
  },
  'a policy that asks nobody lets everything be sent': async (desk) => {
    const { account } = await quotingDesk(desk)
    valueOf(await desk.run(publishPolicy, { basedOn: null, rules: [] }))
    expect(await sending(desk, await aDiscountedQuote(desk, account.id, '90'))).toBe('accepted')
  },
  'names, rings, stale copies and seats that are needed are refused': async (desk) => {
    await approvingDesk(desk)
    const seat = { name: 'Board', members: [member(carl)], aboveId: null }
    expect(refusalOf(await desk.run(createSeat, { ...seat, name: ' ' }))).toEqual({ code: 'approval.seat-name-missing' })
    expect(refusalOf(await desk.run(createSeat, { ...seat, aboveId: nextId() }))).toEqual({ code: 'approval.seat-not-found' })
    expect(refusalOf(await desk.run(updateSeat, { ...seat, id: nextId(), rev: 1 }))).toEqual({ code: 'approval.seat-not-found' })
    expect(refusalOf(await desk.run(updateSeat, { ...seat, id: DESK, rev: 9 }))).toEqual({ code: 'approval.seat-stale' })
    expect(refusalOf(await desk.run(updateSeat, { ...seat, id: DESK, rev: 1, aboveId: MANAGER }))).toEqual({ code: 'approval.seat-ring' })
    expect(refusalOf(await desk.run(removeSeat, { id: MANAGER }))).toEqual({ code: 'approval.seat-in-use', details: { seat: 'Sales manager' } })
    expect(refusalOf(await desk.run(removeSeat, { id: nextId() }))).toEqual({ code: 'approval.seat-not-found' })
    const { id } = valueOf(await desk.run(createSeat, seat))
    valueOf(await desk.run(updateSeat, { ...seat, id, rev: 1, name: 'The board' }))
    expect(await desk.row(approvalSeats, id)).toMatchObject({ name: 'The board', rev: 2 })
    valueOf(await desk.run(removeSeat, { id }))
    expect(await desk.row(approvalSeats, id)).toBeUndefined()
  },
}
