import type { BuiltInView } from '../views/saved-views.ts'

/** The views every desk has; the first is the work. */
export const applicationViews: readonly [BuiltInView, ...BuiltInView[]] = [
  { id: 'open', name: (w) => w.recruiting.views.open, state: { filter: [{ field: 'status', operator: 'is', values: ['applicant', 'vetting'] }], sort: [{ field: 'receivedAt', direction: 'ascending' }] } },
  { id: 'declined', name: (w) => w.recruiting.views.declined, state: { filter: [{ field: 'status', operator: 'is', values: ['declined'] }], sort: [{ field: 'retentionUntil', direction: 'ascending' }] } },
  { id: 'all', name: (w) => w.recruiting.views.all, state: {} },
]
