import { update, type Change } from '../foundation/command.ts'
import type { RowOf } from '../foundation/table.ts'
import { quotes } from '../quotes/quote.table.ts'
import { approvalRequests, approvalSteps } from './approval-request.table.ts'

export type Request = RowOf<typeof approvalRequests>
export type Step = RowOf<typeof approvalSteps>

/** What follows for a pending request from where its steps stand: those of the next place are asked, or all have approved and so has the request. */
export function advance({ id, quoteId, contentHash }: Pick<Request, 'id' | 'quoteId' | 'contentHash'>, steps: readonly Pick<Step, 'id' | 'status' | 'place'>[], now: string): readonly Change[] {
  const open = steps.filter(({ status }) => status === 'waiting' || status === 'asked')
  if (open.length === 0) return [update(approvalRequests, id, { status: 'approved', decidedAt: now }), update(quotes, quoteId, { status: 'approved', approvedHash: contentHash })]
  const place = Math.min(...open.map((step) => step.place))
  const next = open.filter((step) => step.place === place && step.status === 'waiting')
  return [...next.map((step) => update(approvalSteps, step.id, { status: 'asked', askedAt: now })), update(quotes, quoteId, { status: 'inApproval' })]
}
