import type { Deal } from './deal.presenter.ts'

/** What can be done with a registration, with its key and the command that it is in the end. */
export const dealActs = {
  resume: { keys: 'F', command: 'deals.saveDraft' },
  review: { keys: 'V', command: 'deals.startReview' },
  approve: { keys: 'A', command: 'deals.approve' },
  reject: { keys: 'R', command: 'deals.reject' },
  ask: { keys: 'I', command: 'deals.returnForInformation' },
  answer: { keys: 'N', command: 'deals.answer' },
  resubmit: { keys: 'S', command: 'deals.submit' },
  touch: { keys: 'T', command: 'deals.touch' },
  extend: { keys: 'E', command: 'deals.askExtension' },
  grant: { keys: 'A', command: 'deals.decideExtension' },
  refuse: { keys: 'R', command: 'deals.decideExtension' },
  quoteSent: { keys: 'Q', command: 'deals.setQuoteSent' },
  quoteOver: { keys: 'Q', command: 'deals.setQuoteSent' },
  won: { keys: undefined, command: 'deals.close' },
  lost: { keys: undefined, command: 'deals.close' },
  withdraw: { keys: 'W', command: 'deals.withdraw' },
  revoke: { keys: undefined, command: 'deals.revoke' },
  discard: { keys: undefined, command: 'deals.discardDraft' },
} as const satisfies Readonly<Record<string, { readonly keys: string | undefined; readonly command: string }>>
export type DealAct = keyof typeof dealActs

/** What can be done with it where it is, the usual first. What a conflict case holds is decided there. */
export function actsOf({ status, extension, quoteSentAt, caseId, endReason }: Pick<Deal, 'status' | 'extension' | 'quoteSentAt' | 'caseId' | 'endReason'>): readonly DealAct[] {
  if (caseId !== null) return ['submitted', 'inReview', 'actionRequired', 'approved'].includes(status) ? ['withdraw'] : []
  const decide: readonly DealAct[] = extension === null ? [] : ['grant', 'refuse']
  switch (status) {
    case 'draft':
      return ['resume', 'discard']
    case 'submitted':
      return ['approve', 'review', 'ask', 'reject', 'withdraw']
    case 'inReview':
      return ['approve', 'ask', 'reject', 'withdraw']
    case 'actionRequired':
      return ['answer', 'withdraw']
    case 'approved':
      return [...decide, 'touch', ...(extension === null ? (['extend'] as const) : []), quoteSentAt === null ? 'quoteSent' : 'quoteOver', 'won', 'lost', 'withdraw', 'revoke']
    case 'expired':
      return [...decide, 'resubmit', ...(extension === null && endReason === 'window' ? (['extend'] as const) : [])]
    case 'rejected':
    case 'withdrawn':
      return ['resubmit']
    case 'closedWon':
    case 'closedLost':
    case 'revoked':
      return []
  }
}
