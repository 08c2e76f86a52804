import { expect, test } from 'vitest'
import { planSheet, reviewSheet } from '#shared/care/partner-sheet.ts'
import { jointPlans } from '#shared/care/joint-plan.table.ts'
import { quarterlyReviews } from '#shared/care/review.table.ts'
import { NO_FIGURES } from '#test/foundation/builders/build-care.ts'

const SECRET = 'He may sell the firm'
const stamps = { importId: null, createdAt: '2026-11-22T00:00:00.000Z', updatedAt: '2026-11-22T00:00:00.000Z', rev: 1 }

test('what the house notes for itself is on no partner’s paper', () => {
  const review = { id: 'r', partnerId: 'p', quarter: '2026-Q4', startsOn: '2026-10-01', endsOn: '2026-12-31', language: 'es' as const, state: 'held' as const, heldOn: '2026-11-20', agenda: [], decisions: ['Hire'], actions: [], houseNote: SECRET, figures: NO_FIGURES, byName: 'Aya', ...stamps }
  expect(JSON.stringify(reviewSheet(review))).not.toContain(SECRET)
  expect(quarterlyReviews.columnNames.filter((name) => !(name in reviewSheet(review)))).toEqual(['id', 'partnerId', 'houseNote', 'byName', 'importId', 'createdAt', 'updatedAt', 'rev'])
})

test('of a plan everything that the partner approves is on it, and nothing of how the house got there', () => {
  const plan = { id: 'l', partnerId: 'p', version: 1, state: 'approved' as const, language: 'ja' as const, title: 'Plan', startsOn: '2027-01-01', endsOn: '2027-12-31', goals: [], contentHash: null, lockedByName: SECRET, lockedAt: null, returnedReason: SECRET, approvedPersonId: null, approvedByName: '湊', approvedOn: '2026-11-20', approvedMeans: 'mail' as const, approvalRecordedBy: SECRET, activeFrom: null, closedReason: SECRET, ...stamps }
  expect(JSON.stringify(planSheet(plan))).not.toContain(SECRET)
  for (const name of ['version', 'title', 'startsOn', 'endsOn', 'goals']) expect(jointPlans.columnNames.includes(name) && name in planSheet(plan)).toBe(true)
})
