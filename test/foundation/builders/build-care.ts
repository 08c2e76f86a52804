import type { jointPlans, PlanGoal } from '#shared/care/joint-plan.table.ts'
import type { ReviewFigures } from '#shared/care/review-figures.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { YESTERDAY } from './build-lead.ts'
import { nextId } from './sequential-id.ts'

type JointPlan = RowOf<typeof jointPlans>

export const GOAL: PlanGoal = { title: 'Register deals in Belize', measure: 'registrations', target: 20, dueOn: '2027-06-30', side: 'partner' }

export const NO_FIGURES: ReviewFigures = { at: '2026-11-22T03:04:05.678Z', leadsAccepted: 0, registrations: 0, wonDeals: 0, won: [], openDeals: 0, open: [], checkIns: 0, goals: [], certificates: [], openTasks: 0, agreements: [] }

/** An active plan for 2027 with one goal. */
export function buildPlan(given: Partial<JointPlan> & Pick<JointPlan, 'partnerId'>): JointPlan {
  return {
    id: nextId(), version: 1, state: 'active', language: 'es', title: 'Plan for 2027', startsOn: '2027-01-01', endsOn: '2027-12-31', goals: [GOAL], contentHash: null, lockedByName: null, lockedAt: null, returnedReason: null, approvedPersonId: null, approvedByName: null, approvedOn: null,
    approvedMeans: null, approvalRecordedBy: null, activeFrom: null, closedReason: null, importId: null, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1, ...given,
  }
}
