import { expect, test } from 'vitest'
import { demoCare } from '#main/demo/demo-care.ts'
import { demoRows } from '#main/demo/demo-workspace.ts'
import { hashPlan } from '#shared/care/hash-plan.ts'
import { checkIns, partnerCare } from '#shared/care/check-in.table.ts'
import { coachingNotes } from '#shared/care/coaching-note.table.ts'
import { jointPlans } from '#shared/care/joint-plan.table.ts'
import { quarterlyReviews } from '#shared/care/review.table.ts'
import type { Table } from '#shared/foundation/table.ts'
import { activations } from '#shared/onboarding/checklist.table.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'

const NOW = '2026-11-22T09:00:00.000Z'
let count = 0
const nextId = (): string => idNumber((count += 1))
const { partners } = demoRows(2026, NOW, nextId)
const demo = demoCare(partners, NOW, nextId, 2026)

test.each([['partnerCare', partnerCare, demo.care], ['checkIns', checkIns, demo.checkIns], ['quarterlyReviews', quarterlyReviews, demo.reviews], ['coachingNotes', coachingNotes, demo.notes], ['jointPlans', jointPlans, demo.plans], ['activations', activations, demo.activations]] as readonly (readonly [string, Table, readonly object[]])[])('rows of %s fit their table, and there are some', (_, table, rows) => {
  expect(rows.length).toBeGreaterThan(2)
  for (const row of rows) expect(table.row.safeParse({ ...row, importId: null, rev: 1 }).error).toBeUndefined()
})

test('plans are in every state but closed, and what a partner was given bears its hash', () => {
  expect(new Set(demo.plans.map(({ state }) => state))).toEqual(new Set(['active', 'locked', 'draft', 'returned', 'approved']))
  for (const plan of demo.plans.filter(({ contentHash }) => contentHash !== null)) expect(hashPlan(plan)).toBe(plan.contentHash)
})

test('some check-ins are late, some skipped, some partners paused', () => {
  expect(demo.care.some(({ dueOn }) => dueOn !== null && dueOn < NOW.slice(0, 10))).toBe(true)
  expect(demo.care.some(({ pausedReason }) => pausedReason !== null)).toBe(true)
  expect(new Set(demo.checkIns.map(({ kind }) => kind))).toEqual(new Set(['held', 'skipped']))
})
