import type { ContentLine, QuoteContent } from '#shared/approvals/quote-content.ts'
import type { ApprovalRule } from '#shared/approvals/approval-policy.ts'

export const aLine = (given: Partial<ContentLine> = {}): ContentLine => ({ product: 'LEDGER', name: 'Ledger', quantity: '10', list: '1000', customer: '1000', net: '800', cost: '300', protectedPrice: null, months: 12, taxRate: '10', ...given })

export const aContent = (given: Partial<QuoteContent> = {}): QuoteContent => ({
  accountId: 'account', partnerId: 'partner', currency: 'JPY', taxMode: 'exclusive', pricedOn: '2026-11-26', validUntil: '2026-12-31',
  lines: [aLine()], discount: '0', net: '1000', tax: '100', gross: '1100', texts: [], ...given,
})

export const aRule = (given: Partial<ApprovalRule> = {}): ApprovalRule => ({ id: 'rule', measure: 'lineDiscount', beyond: '15', upTo: null, amounts: [], seatId: 'manager', place: 1, hours: null, ...given })
