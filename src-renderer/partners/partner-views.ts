import type { BuiltInView } from '../views/saved-views.ts'

export const partnerViews: readonly [BuiltInView, ...BuiltInView[]] = [
  { id: 'all', name: (w) => w.partners.views.all, state: {} },
  { id: 'active', name: (w) => w.partners.views.active, state: { filter: [{ field: 'status', operator: 'is', values: ['active'] }] } },
  { id: 'becoming', name: (w) => w.partners.views.becoming, state: { filter: [{ field: 'status', operator: 'is', values: ['applicant', 'vetting', 'approved', 'onboarding'] }] } },
  { id: 'resting', name: (w) => w.partners.views.resting, state: { filter: [{ field: 'status', operator: 'is', values: ['suspended', 'inactive'] }] } },
]
