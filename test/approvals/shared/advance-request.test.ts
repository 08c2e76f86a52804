import { expect, test } from 'vitest'
import { advance, type Step } from '#shared/approvals/advance-request.ts'

const request = { id: 'request', quoteId: 'quote', contentHash: 'hash' }
type Standing = readonly [place: number, status: Step['status']]
const what = (...steps: readonly Standing[]) =>
  advance(request, steps.map(([place, status], at) => ({ id: `step-${at}`, place, status })), 'now').map((change) => (change.kind === 'update' ? [change.table.name, change.ids[0], ...(change.rows[0] ?? [])] : change))

test('asks all of the first place, and nobody after', () => {
  expect(what([1, 'waiting'], [1, 'waiting'], [2, 'waiting'])).toEqual([['approvalSteps', 'step-0', 'asked', 'now'], ['approvalSteps', 'step-1', 'asked', 'now'], ['quotes', 'quote', 'inApproval']])
})

test('waits for everybody of a place', () => {
  expect(what([1, 'approved'], [1, 'asked'], [2, 'waiting'])).toEqual([['quotes', 'quote', 'inApproval']])
})

test('goes on past what is covered', () => {
  expect(what([1, 'covered'], [2, 'waiting'])).toEqual([['approvalSteps', 'step-1', 'asked', 'now'], ['quotes', 'quote', 'inApproval']])
})

test('approves the quote for what it says when nobody is left', () => {
  expect(what([1, 'covered'], [2, 'approved'])).toEqual([['approvalRequests', 'request', 'approved', 'now'], ['quotes', 'quote', 'approved', 'hash']])
})
