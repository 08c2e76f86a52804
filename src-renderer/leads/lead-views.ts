import type { BuiltInView } from '../views/saved-views.ts'

/** The views every desk has; the second and third are the day's work. */
export const leadViews: readonly [BuiltInView, ...BuiltInView[]] = [
  { id: 'all', name: (w) => w.leads.views.all, state: {} },
  { id: 'unassigned', name: (w) => w.leads.views.unassigned, state: { filter: [{ field: 'partnerId', operator: 'isEmpty', values: [] }, { field: 'stage', operator: 'is', values: ['new', 'qualified', 'recalled', 'expired', 'declined'] }] } },
  { id: 'unroutable', name: (w) => w.leads.views.unroutable, state: { filter: [{ field: 'stage', operator: 'is', values: ['unroutable'] }] } },
  { id: 'manual', name: (w) => w.leads.views.manual, state: { filter: [{ field: 'assignmentOrigin', operator: 'is', values: ['manual'] }] } },
]
