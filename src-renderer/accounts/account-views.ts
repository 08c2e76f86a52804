import type { BuiltInView } from '../views/saved-views.ts'

/** The views every desk has. */
export const accountViews: readonly [BuiltInView, ...BuiltInView[]] = [
  { id: 'all', name: (w) => w.accounts.views.all, state: {} },
  { id: 'open', name: (w) => w.accounts.views.open, state: { filter: [{ field: 'openOpportunities', operator: 'atLeast', values: [1] }], sort: [{ field: 'openOpportunities', direction: 'descending' }] } },
  { id: 'without-partner', name: (w) => w.accounts.views.withoutPartner, state: { filter: [{ field: 'partnerId', operator: 'isEmpty', values: [] }] } },
]
