import { expect } from 'vitest'
import { approvalRequests } from '#shared/approvals/approval-request.table.ts'
import type { Actor } from '#shared/foundation/command.ts'
import { approvalsContract } from '#shared/approvals/approvals.contract.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { quotesContract } from '#shared/quotes/quotes.contract.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { buildApproved } from '#test/foundation/builders/build-registration.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { aLine, aQuote, linesOf, quoteOf } from '#test/quotes/shared/quoting-desk.ts'
import { ana, anApprovedQuote, approving, approvingDesk, asking, bea, carl, DESK, aDiscountedQuote, dora, hashOf, MANAGER, member, refusing, sending, stepsOf } from './approving-desk.ts'
import { aRule } from './build-content.ts'

const { approve, ask, delegate, withdraw } = approvalsContract.operations
const { accept, changeLines, clone, linkRegistration, revise, update } = quotesContract.operations

export const approvalsScenarios: Scenarios = {
  'lets a quote within the rules be sent, and asks nobody': async (desk) => {
    const { account } = await approvingDesk(desk)
    const id = await aDiscountedQuote(desk, account.id, '15')
    expect(refusalOf(await asking(desk, id))).toEqual({ code: 'approval.not-needed' })
    expect(await sending(desk, id)).toBe('accepted')
  },
  'B4.8: refuses to send before the approval, while it is pending, and after a refusal; sends what was approved': async (desk) => {
    const { account } = await approvingDesk(desk)
    const id = await aDiscountedQuote(desk, account.id, '20')
    expect(await sending(desk, id)).toMatchObject({ code: 'quote.needs-approval' })
    const first = valueOf(await asking(desk, id))
    expect((await quoteOf(desk, id)).status).toBe('inApproval')
    expect(await sending(desk, id)).toMatchObject({ code: 'quote.needs-approval' })
    valueOf(await refusing(desk, first.id, MANAGER, bea))
    expect((await quoteOf(desk, id)).status).toBe('draft')
    expect(await sending(desk, id)).toMatchObject({ code: 'quote.needs-approval' })
    const second = valueOf(await asking(desk, id))
    valueOf(await approving(desk, second.id, MANAGER, bea))
    expect(await quoteOf(desk, id)).toMatchObject({ status: 'approved', approvedHash: await hashOf(desk, id) })
    expect(await sending(desk, id)).toBe('accepted')
  },
  'B4.8: an edit after the approval makes it fall, be it of a discount, a quantity or a word': async (desk) => {
    const { account } = await approvingDesk(desk)
    const edits = [{ field: 'discountPercent', value: '24' }, { field: 'quantity', value: '11' }, { field: 'notes', value: 'Free training.' }] as const
    for (const edit of edits) {
      const id = await anApprovedQuote(desk, account.id)
      const [line] = await linesOf(desk, id)
      valueOf(await desk.run(changeLines, { quoteId: id, lines: [{ id: line!.id, edits: [edit] }] } as never))
      expect([edit.field, (await quoteOf(desk, id)).status, await sending(desk, id)]).toEqual([edit.field, 'draft', expect.objectContaining({ code: 'quote.needs-approval' })])
    }
    const id = await anApprovedQuote(desk, account.id)
    valueOf(await desk.run(update, { id, edits: [{ field: 'validUntil', value: '2027-12-31' }] }))
    expect(await sending(desk, id)).toMatchObject({ code: 'quote.needs-approval' })
  },
  'B4.8: a total that is raised after it was saved below the limit is caught': async (desk) => {
    const { account } = await approvingDesk(desk, [aRule({ measure: 'total', beyond: null, amounts: [{ currency: 'JPY', amount: '10000' }], seatId: MANAGER })])
    const id = await aDiscountedQuote(desk, account.id, '0', '10')
    expect(refusalOf(await asking(desk, id))).toEqual({ code: 'approval.not-needed' })
    const [line] = await linesOf(desk, id)
    valueOf(await desk.run(changeLines, { quoteId: id, lines: [{ id: line!.id, edits: [{ field: 'quantity', value: '10.001' }] }] } as never))
    expect(await sending(desk, id)).toMatchObject({ code: 'quote.needs-approval' })
  },
  'B4.8: neither a copy nor its approval’s request is approved with what it was copied from': async (desk) => {
    const { account } = await approvingDesk(desk)
    const id = await anApprovedQuote(desk, account.id)
    const copy = valueOf(await desk.run(clone, { id }))
    expect(await quoteOf(desk, copy.id)).toMatchObject({ status: 'draft', approvedHash: null })
    expect(await sending(desk, copy.id)).toMatchObject({ code: 'quote.needs-approval' })
    const { id: requestId } = valueOf(await asking(desk, copy.id))
    expect((await desk.row(approvalRequests, requestId))?.status).toBe('pending')
  },
  'B4.8: a customer cannot accept while the approval is pending': async (desk) => {
    const { account } = await approvingDesk(desk)
    const id = await aDiscountedQuote(desk, account.id, '20')
    valueOf(await asking(desk, id))
    expect(refusalOf(await desk.run(accept, { id, contentHash: await hashOf(desk, id), acceptedBy: 'Misaki', at: NOW }))).toMatchObject({ code: 'quote.not-sent' })
  },
  'B4.9: a decision on a copy that is out of date is void, says so, and is asked again': async (desk) => {
    const { account } = await approvingDesk(desk)
    const id = await aDiscountedQuote(desk, account.id, '20')
    const first = valueOf(await asking(desk, id))
    const seen = await hashOf(desk, id)
    const [line] = await linesOf(desk, id)
    valueOf(await desk.run(changeLines, { quoteId: id, lines: [{ id: line!.id, edits: [{ field: 'discountPercent', value: '22' }] }] } as never))
    const { steps } = await stepsOf(desk, first.id)
    expect(refusalOf(await desk.run(approve, { stepId: steps[0]!.id, contentHash: seen }, { actor: bea }))).toEqual({ code: 'approval.content-changed' })
    expect(refusalOf(await desk.run(approve, { stepId: steps[0]!.id, contentHash: await hashOf(desk, id) }, { actor: bea }))).toEqual({ code: 'approval.content-changed' })
    expect(refusalOf(await desk.run(ask, { quoteId: id, contentHash: seen }, { actor: ana }))).toEqual({ code: 'approval.content-changed' })
    const second = valueOf(await asking(desk, id))
    expect((await desk.row(approvalRequests, first.id))?.status).toBe('void')
    expect((await stepsOf(desk, first.id)).steps.map(({ status }) => status)).toEqual(['dropped'])
    expect(refusalOf(await approving(desk, first.id, MANAGER, bea))).toEqual({ code: 'approval.ended', details: { status: 'void' } })
    valueOf(await approving(desk, second.id, MANAGER, bea))
    expect(await sending(desk, id)).toBe('accepted')
  },
  'B4.10: nobody approves for themselves, and only who was asked decides': async (desk) => {
    const { account } = await approvingDesk(desk)
    const id = await aDiscountedQuote(desk, account.id, '20')
    const own = valueOf(await asking(desk, id, carl))
    expect(refusalOf(await approving(desk, own.id, MANAGER, carl))).toEqual({ code: 'approval.own-request' })
    expect(refusalOf(await refusing(desk, own.id, MANAGER, carl))).toEqual({ code: 'approval.own-request' })
    expect(refusalOf(await approving(desk, own.id, MANAGER, dora))).toEqual({ code: 'approval.not-yours', details: { who: ['Bea'] } })
    const { steps } = await stepsOf(desk, own.id)
    expect(refusalOf(await desk.run(delegate, { stepId: steps[0]!.id, personId: carl.id, personName: carl.name }, { actor: bea }))).toEqual({ code: 'approval.own-request' })
    valueOf(await approving(desk, own.id, MANAGER, bea))
  },
  'B4.10: nobody approves what they have written, be it before the question or after the last approval, nor a copy of it': async (desk) => {
    const { account } = await approvingDesk(desk)
    const edited = async (id: string, percent: string, actor: Actor) => {
      const [line] = await linesOf(desk, id)
      return valueOf(await desk.run(changeLines, { quoteId: id, lines: [{ id: line!.id, edits: [{ field: 'discountPercent', value: percent }] }] } as never, { actor }))
    }
    const id = await aDiscountedQuote(desk, account.id, '10')
    await edited(id, '20', bea)
    const first = valueOf(await asking(desk, id))
    expect(refusalOf(await approving(desk, first.id, MANAGER, bea))).toEqual({ code: 'approval.own-content' })
    expect(refusalOf(await refusing(desk, first.id, MANAGER, bea))).toEqual({ code: 'approval.own-content' })
    const { steps } = await stepsOf(desk, first.id)
    expect(refusalOf(await desk.run(delegate, { stepId: steps[0]!.id, personId: bea.id, personName: bea.name }, { actor: carl }))).toEqual({ code: 'approval.own-content' })
    valueOf(await approving(desk, first.id, MANAGER, carl))
    // What Bea wrote has been looked at: of what Ana writes after that she may decide.
    await edited(id, '22', ana)
    const second = valueOf(await asking(desk, id))
    valueOf(await approving(desk, second.id, MANAGER, bea))
    expect((await quoteOf(desk, id)).status).toBe('approved')
    // An undo takes no name away.
    const { entry } = await edited(id, '23', bea)
    valueOf(await desk.run(journalContract.operations.undo, { entry }))
    await edited(id, '24', ana)
    const third = valueOf(await asking(desk, id))
    expect(refusalOf(await approving(desk, third.id, MANAGER, bea))).toEqual({ code: 'approval.own-content' })
    const copy = valueOf(await desk.run(clone, { id }, { actor: ana })).id
    const ofCopy = valueOf(await asking(desk, copy))
    expect(refusalOf(await approving(desk, ofCopy.id, MANAGER, bea))).toEqual({ code: 'approval.own-content' })
    valueOf(await approving(desk, ofCopy.id, MANAGER, carl))
  },
  'B4.10: whoever takes something back has written what then stands': async (desk) => {
    const { account } = await approvingDesk(desk)
    const { undo } = journalContract.operations
    const id = await aDiscountedQuote(desk, account.id, '20')
    const [line] = await linesOf(desk, id)
    const deeper = valueOf(await desk.run(changeLines, { quoteId: id, lines: [{ id: line!.id, edits: [{ field: 'discountPercent', value: '24' }] }] } as never, { actor: bea }))
    const back = valueOf(await desk.run(undo, { entry: deeper.entry }, { actor: bea }))
    const first = valueOf(await asking(desk, id))
    valueOf(await approving(desk, first.id, MANAGER, carl))
    valueOf(await desk.run(update, { id, edits: [{ field: 'notes', value: 'Free training.' }] }, { actor: ana }))
    valueOf(await desk.run(undo, { entry: back.entry }, { actor: bea }))
    expect((await linesOf(desk, id))[0]!.discountPercent).toBe('24')
    const second = valueOf(await asking(desk, id))
    expect(refusalOf(await approving(desk, second.id, MANAGER, bea))).toEqual({ code: 'approval.own-content' })
  },
  'B4.10: who is a seat’s only member and asks is decided about by the seat above': async (desk) => {
    const { account } = await approvingDesk(desk)
    const { id } = valueOf(await asking(desk, await aDiscountedQuote(desk, account.id, '20'), bea))
    valueOf(await approving(desk, id, MANAGER, carl))
    expect((await stepsOf(desk, id)).of(MANAGER)).toMatchObject({ status: 'approved', decidedByName: 'Carl', decidedAs: 'above' })
  },
  'B4.10: a stand-in decides for who is away, the seat above when nobody answers in time': async (desk) => {
    const { account } = await approvingDesk(desk, [aRule({ seatId: DESK, hours: 24 })])
    const quoteId = await aDiscountedQuote(desk, account.id, '20')
    const { id } = valueOf(await asking(desk, quoteId))
    expect(refusalOf(await approving(desk, id, DESK, dora, '2026-11-23T03:00:00.000Z'))).toMatchObject({ code: 'approval.not-yours' })
    valueOf(await approving(desk, id, DESK, dora, '2026-11-23T04:00:00.000Z'))
    expect((await stepsOf(desk, id)).of(DESK)).toMatchObject({ status: 'approved', decidedAs: 'standIn' })
  },
  'B4.10: an approver who has left is replaced by who is in the seat now; without anybody nothing is asked': async (desk) => {
    const { account } = await approvingDesk(desk, [aRule({ seatId: MANAGER })])
    const { updateSeat } = approvalsContract.operations
    const quoteId = await aDiscountedQuote(desk, account.id, '20')
    const { id } = valueOf(await asking(desk, quoteId))
    valueOf(await desk.run(updateSeat, { id: MANAGER, rev: 1, name: 'Sales manager', members: [member(dora)], aboveId: null }))
    expect(refusalOf(await approving(desk, id, MANAGER, bea))).toEqual({ code: 'approval.not-yours', details: { who: ['Dora'] } })
    valueOf(await approving(desk, id, MANAGER, dora))
    valueOf(await desk.run(updateSeat, { id: MANAGER, rev: 2, name: 'Sales manager', members: [], aboveId: null }))
    expect(refusalOf(await asking(desk, await aDiscountedQuote(desk, account.id, '21')))).toEqual({ code: 'approval.nobody-to-ask', details: { seat: 'Sales manager' } })
  },
  'B4.10: of two approvers who disagree the one who refuses counts': async (desk) => {
    const { account } = await approvingDesk(desk)
    const quoteId = await aDiscountedQuote(desk, account.id, '30')
    const { id } = valueOf(await asking(desk, quoteId))
    valueOf(await approving(desk, id, MANAGER, bea))
    expect((await quoteOf(desk, quoteId)).status).toBe('inApproval')
    valueOf(await refusing(desk, id, DESK, carl))
    expect((await desk.row(approvalRequests, id))?.status).toBe('refused')
    expect(await sending(desk, quoteId)).toMatchObject({ code: 'quote.needs-approval' })
    expect(refusalOf(await approving(desk, id, DESK, carl))).toEqual({ code: 'approval.ended', details: { status: 'refused' } })
  },
  'asks those of one place at once, those of the next afterwards': async (desk) => {
    const { account } = await approvingDesk(desk, [aRule({ id: 'a', seatId: MANAGER }), aRule({ id: 'b', seatId: DESK, place: 2 })])
    const quoteId = await aDiscountedQuote(desk, account.id, '20')
    const { id } = valueOf(await asking(desk, quoteId))
    expect(refusalOf(await approving(desk, id, DESK, carl))).toEqual({ code: 'approval.not-yet' })
    valueOf(await approving(desk, id, MANAGER, bea))
    expect(refusalOf(await approving(desk, id, MANAGER, bea))).toEqual({ code: 'approval.decided-already', details: { by: 'Bea' } })
    valueOf(await approving(desk, id, DESK, carl))
    expect((await quoteOf(desk, quoteId)).status).toBe('approved')
  },
  'does not ask again what an earlier revision was approved for, but what goes further': async (desk) => {
    const { account } = await approvingDesk(desk)
    const first = await anApprovedQuote(desk, account.id)
    const next = valueOf(await desk.run(revise, { id: first })).id
    expect(await sending(desk, next)).toMatchObject({ code: 'quote.needs-approval' })
    const covered = valueOf(await asking(desk, next))
    expect((await stepsOf(desk, covered.id)).steps.map(({ status }) => status)).toEqual(['covered'])
    expect((await quoteOf(desk, next)).status).toBe('approved')
    const [line] = await linesOf(desk, next)
    valueOf(await desk.run(changeLines, { quoteId: next, lines: [{ id: line!.id, edits: [{ field: 'quantity', value: '11' }] }] } as never))
    const further = valueOf(await asking(desk, next))
    expect((await stepsOf(desk, further.id)).steps.map(({ status }) => status)).toEqual(['asked'])
  },
  'hands a step on, takes a request back, and knows what is asked already': async (desk) => {
    const { account } = await approvingDesk(desk)
    const quoteId = await aDiscountedQuote(desk, account.id, '20')
    const { id } = valueOf(await asking(desk, quoteId))
    expect(refusalOf(await asking(desk, quoteId))).toEqual({ code: 'approval.asked-already' })
    const { steps } = await stepsOf(desk, id)
    valueOf(await desk.run(delegate, { stepId: steps[0]!.id, personId: dora.id, personName: dora.name }, { actor: bea }))
    expect(refusalOf(await desk.run(withdraw, { requestId: id }, { actor: bea }))).toEqual({ code: 'approval.not-yours', details: { who: ['Ana'] } })
    valueOf(await desk.run(withdraw, { requestId: id }, { actor: ana }))
    expect((await quoteOf(desk, quoteId)).status).toBe('draft')
    expect(refusalOf(await desk.run(withdraw, { requestId: id }, { actor: ana }))).toEqual({ code: 'approval.ended', details: { status: 'withdrawn' } })
    const again = valueOf(await asking(desk, quoteId))
    const { steps: anew } = await stepsOf(desk, again.id)
    valueOf(await desk.run(delegate, { stepId: anew[0]!.id, personId: dora.id, personName: dora.name }, { actor: bea }))
    valueOf(await approving(desk, again.id, MANAGER, dora))
    expect((await stepsOf(desk, again.id)).of(MANAGER)).toMatchObject({ decidedAs: 'delegate', delegatedByName: 'Bea' })
  },
  'is not undone, not by who decided and not by who asked': async (desk) => {
    const { account } = await approvingDesk(desk)
    const quoteId = await aDiscountedQuote(desk, account.id, '20')
    const { id, entry } = valueOf(await asking(desk, quoteId))
    expect(refusalOf(await desk.run(journalContract.operations.undo, { entry }))).toEqual({ code: 'journal.binding', details: { table: 'approvalRequests' } })
    const approved = valueOf(await approving(desk, id, MANAGER, bea))
    expect(refusalOf(await desk.run(journalContract.operations.undo, { entry: approved.entry }))).toEqual({ code: 'journal.binding', details: { table: 'approvalSteps' } })
  },
  'a revision that another took the place of is not decided about any more, be it superseded or its customer bound to another': async (desk) => {
    const { account } = await approvingDesk(desk)
    const sent = await aDiscountedQuote(desk, account.id, '15')
    expect(await sending(desk, sent)).toBe('accepted')
    const further = valueOf(await desk.run(revise, { id: sent })).id
    const [line] = await linesOf(desk, further)
    valueOf(await desk.run(changeLines, { quoteId: further, lines: [{ id: line!.id, edits: [{ field: 'discountPercent', value: '20' }] }] } as never))
    const { id } = valueOf(await asking(desk, further))
    valueOf(await desk.run(accept, { id: sent, contentHash: await hashOf(desk, sent), acceptedBy: 'Misaki', at: NOW }))
    const closed = { code: 'approval.quote-closed', details: { status: 'superseded' } }
    const { steps } = await stepsOf(desk, id)
    expect(refusalOf(await desk.run(delegate, { stepId: steps[0]!.id, personId: dora.id, personName: dora.name }, { actor: bea }))).toEqual(closed)
    expect(refusalOf(await refusing(desk, id, MANAGER, bea))).toEqual(closed)
    expect(refusalOf(await approving(desk, id, MANAGER, bea))).toEqual(closed)
    expect((await quoteOf(desk, further)).status).toBe('superseded')
    valueOf(await desk.run(withdraw, { requestId: id }, { actor: ana }))
    expect((await quoteOf(desk, further)).status).toBe('superseded')
  },
  'refuses what is not there, and what was sent': async (desk) => {
    const { account } = await approvingDesk(desk)
    const hash = 'a'.repeat(64)
    expect(refusalOf(await desk.run(ask, { quoteId: nextId(), contentHash: hash }))).toEqual({ code: 'quote.not-found' })
    expect(refusalOf(await desk.run(approve, { stepId: nextId(), contentHash: hash }))).toEqual({ code: 'approval.not-found' })
    expect(refusalOf(await desk.run(withdraw, { requestId: nextId() }))).toEqual({ code: 'approval.not-found' })
    const id = await anApprovedQuote(desk, account.id)
    expect(await sending(desk, id)).toBe('accepted')
    expect(refusalOf(await asking(desk, id))).toEqual({ code: 'approval.quote-closed', details: { status: 'sent' } })
  },
  'a price below that of a deal that another partner has registered is asked about': async (desk) => {
    const { account, partner } = await approvingDesk(desk, [aRule({ measure: 'belowRegisteredPrice', beyond: '0', seatId: MANAGER })])
    const theirs = await aQuote(desk, account.id, [aLine('LEDGER', { quantity: '10', discountPercent: '10' })], { partnerId: partner.id })
    const registration = buildApproved({ partnerId: partner.id, accountId: account.id, products: [] })
    await desk.put(registrations, registration)
    valueOf(await desk.run(linkRegistration, { id: theirs, registrationId: registration.id }))
    expect(refusalOf(await asking(desk, await aDiscountedQuote(desk, account.id, '10')))).toEqual({ code: 'approval.not-needed' })
    const { id } = valueOf(await asking(desk, await aDiscountedQuote(desk, account.id, '12')))
    expect((await stepsOf(desk, id)).steps[0]?.triggers).toMatchObject([{ measure: 'belowRegisteredPrice', facts: [{ subject: 'LEDGER', value: '2.2223' }] }])
  },
}
