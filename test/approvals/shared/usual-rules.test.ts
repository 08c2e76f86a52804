import { expect, test } from 'vitest'
import { ruleProblem } from '#shared/approvals/approval-policy.ts'
import { decideApprovals } from '#shared/approvals/decide-approvals.ts'
import { USUAL_RULES, USUAL_SEAT_ID } from '#shared/approvals/usual-rules.ts'
import { aContent, aLine } from './build-content.ts'

test('are rules that could be published, and ask the usual seat above 15 % and for a loss', () => {
  expect(ruleProblem(USUAL_RULES)).toBeUndefined()
  const asked = (given: Parameters<typeof aContent>[0]) => decideApprovals(USUAL_RULES, aContent(given), []).flatMap(({ seatId, triggers }) => [seatId, ...triggers.map(({ measure }) => measure)])
  expect(asked({ lines: [aLine({ customer: '850' })] })).toEqual([])
  expect(asked({ lines: [aLine({ customer: '849' })] })).toEqual([USUAL_SEAT_ID, 'lineDiscount', 'blendedDiscount'])
  expect(asked({ lines: [aLine({ cost: '801' })] })).toEqual([USUAL_SEAT_ID, 'margin'])
})
