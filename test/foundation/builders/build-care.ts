import type { PlanGoal } from '#shared/care/joint-plan.table.ts'
import type { ReviewFigures } from '#shared/care/review-figures.ts'

export const GOAL: PlanGoal = { title: 'Register deals in Belize', measure: 'registrations', target: 20, dueOn: '2027-06-30', side: 'partner' }

export const NO_FIGURES: ReviewFigures = { at: '2026-11-22T03:04:05.678Z', leadsAccepted: 0, registrations: 0, wonDeals: 0, won: [], openDeals: 0, open: [], checkIns: 0, goals: [], certificates: [], openTasks: 0, agreements: [] }
