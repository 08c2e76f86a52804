import type { BuiltInView } from '../views/saved-views.ts'

const soonest = [{ field: 'expiresOn', direction: 'ascending' as const }]

/** The views every desk has; the first is who expires when. */
export const certificateViews: readonly [BuiltInView, ...BuiltInView[]] = [
  { id: 'watch', name: (w) => w.training.views.watch, state: { filter: [{ field: 'state', operator: 'is', values: ['expiring'] }], sort: soonest } },
  { id: 'expired', name: (w) => w.training.views.expired, state: { filter: [{ field: 'state', operator: 'is', values: ['expired'] }], sort: [{ field: 'expiresOn', direction: 'descending' }] } },
  { id: 'all', name: (w) => w.training.views.all, state: { sort: soonest } },
]
