import { claimingStatuses, waitingStatuses } from '#shared/deals/registration.ts'
import type { BuiltInView } from '../views/saved-views.ts'

const soonest = (field: string) => [{ field, direction: 'ascending' as const }]

/** The views every desk has; the first is the deal desk's work. */
export const dealViews: readonly [BuiltInView, ...BuiltInView[]] = [
  { id: 'review', name: (w) => w.deals.views.review, state: { filter: [{ field: 'status', operator: 'is', values: [...waitingStatuses, 'actionRequired'] }], sort: soonest('reviewDueAt') } },
  { id: 'expiring', name: (w) => w.deals.views.expiring, state: { filter: [{ field: 'status', operator: 'is', values: ['approved'] }], sort: soonest('protectedUntil') } },
  { id: 'claiming', name: (w) => w.deals.views.approved, state: { filter: [{ field: 'status', operator: 'is', values: [...claimingStatuses] }], group: 'partnerId' } },
  { id: 'all', name: (w) => w.deals.views.all, state: {} },
]
