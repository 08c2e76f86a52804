import { approvalPolicies, approvalSeats } from '#shared/approvals/approval-policy.table.ts'
import type { ApprovalRule } from '#shared/approvals/approval-policy.ts'
import { approvalRequests, approvalSteps } from '#shared/approvals/approval-request.table.ts'
import { approvalsContract } from '#shared/approvals/approvals.contract.ts'
import type { SeatMember } from '#shared/approvals/who-decides.ts'
import type { Actor } from '#shared/foundation/command.ts'
import { hashContent } from '#shared/quotes/hash-content.ts'
import { quotesContract } from '#shared/quotes/quotes.contract.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import { aLine, aQuote, linesOf, quoteOf, quotingDesk } from '#test/quotes/shared/quoting-desk.ts'
import { aRule } from './build-content.ts'

const { ask, approve, refuse } = approvalsContract.operations

export const ana: Actor = { id: idNumber(0xa1), name: 'Ana' }
export const bea: Actor = { id: idNumber(0xb1), name: 'Bea' }
export const carl: Actor = { id: idNumber(0xc1), name: 'Carl' }
export const dora: Actor = { id: idNumber(0xd1), name: 'Dora' }

export const MANAGER = idNumber(0x5ea1)
export const DESK = idNumber(0x5ea2)

export const member = ({ id, name }: Actor, given: Partial<SeatMember> = {}): SeatMember => ({ personId: id, name, awayFrom: null, awayTo: null, standIn: null, ...given })
export const seat = (id: string, name: string, members: readonly SeatMember[], aboveId: string | null = null) => ({ id, name, members, aboveId, createdAt: NOW, updatedAt: NOW, rev: 1 })

/** A desk where Bea decides above 15 % and Carl, the deal desk, above 25 %; Dora stands in for Carl. */
export async function approvingDesk(desk: Desk, rules: readonly ApprovalRule[] = [aRule({ id: 'line', seatId: MANAGER }), aRule({ id: 'deep', beyond: '25', seatId: DESK })]) {
  const setting = await quotingDesk(desk)
  await desk.put(approvalSeats, seat(MANAGER, 'Sales manager', [member(bea)], DESK), seat(DESK, 'Deal desk', [member(carl, { standIn: { personId: dora.id, name: dora.name } })]))
  await desk.put(approvalPolicies, { id: idNumber(0x901), version: 1, state: 'current', rules, note: null, publishedByName: 'Kenji', createdAt: NOW, updatedAt: NOW, rev: 1 })
  return setting
}

/** A quote in which LEDGER is sold for so many percent less. */
export const aDiscountedQuote = (desk: Desk, accountId: string, discountPercent: string, quantity = '10'): Promise<string> => aQuote(desk, accountId, [aLine('LEDGER', { quantity, discountPercent })])

export async function hashOf(desk: Desk, quoteId: string): Promise<string> {
  return hashContent(await quoteOf(desk, quoteId), await linesOf(desk, quoteId))
}

export async function asking(desk: Desk, quoteId: string, actor: Actor = ana) {
  return desk.run(ask, { quoteId, contentHash: await hashOf(desk, quoteId) }, { actor })
}

/** The steps of the quote's latest request, by seat. */
export async function stepsOf(desk: Desk, requestId: string) {
  const steps = (await desk.rows(approvalSteps)).filter((step) => step.requestId === requestId)
  return { steps, of: (seatId: string) => steps.find((step) => step.seatId === seatId)! }
}

export async function approving(desk: Desk, requestId: string, seatId: string, actor: Actor, now = NOW) {
  const request = (await desk.row(approvalRequests, requestId))!
  return desk.run(approve, { stepId: (await stepsOf(desk, requestId)).of(seatId).id, contentHash: request.contentHash }, { actor, now })
}

export async function refusing(desk: Desk, requestId: string, seatId: string, actor: Actor) {
  const request = (await desk.row(approvalRequests, requestId))!
  return desk.run(refuse, { stepId: (await stepsOf(desk, requestId)).of(seatId).id, contentHash: request.contentHash, comment: 'Too much' }, { actor })
}

/** A quote at 20 % that Bea has approved. */
export async function anApprovedQuote(desk: Desk, accountId: string): Promise<string> {
  const quoteId = await aDiscountedQuote(desk, accountId, '20')
  const { id } = valueOf(await asking(desk, quoteId))
  valueOf(await approving(desk, id, MANAGER, bea))
  return quoteId
}

export const sending = async (desk: Desk, id: string) => refusalOf(await desk.run(quotesContract.operations.send, { id, at: NOW }))
