import type { ApprovalRule } from './approval-policy.ts'

/** The seat that the usual rules ask; there once the company has put somebody into it. */
export const USUAL_SEAT_ID = '61707072-6f76-8000-8000-616c73656174'
const usual = { upTo: null, amounts: [], seatId: USUAL_SEAT_ID, place: 1, hours: null } as const

/** What counts until the company publishes rules of its own: above 15 % somebody is asked (field.md B4), and whenever money is lost. */
export const USUAL_RULES: readonly ApprovalRule[] = [
  { ...usual, id: 'line-discount', measure: 'lineDiscount', beyond: '15' },
  { ...usual, id: 'blended-discount', measure: 'blendedDiscount', beyond: '15' },
  { ...usual, id: 'margin', measure: 'margin', beyond: '0' },
]
