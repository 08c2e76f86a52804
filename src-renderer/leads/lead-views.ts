import { waitingStages } from '#shared/leads/lead.ts'
import type { BuiltInView } from '../views/saved-views.ts'

/** The views every desk has; the second and third are the day's work. */
export const leadViews: readonly [BuiltInView, ...BuiltInView[]] = [
  { id: 'all', name: (w) => w.leads.views.all, state: {} },
  { id: 'waiting', name: (w) => w.leads.views.waiting, state: { filter: [{ field: 'stage', operator: 'is', values: [...waitingStages] }] } },
  { id: 'due', name: (w) => w.leads.views.due, state: { filter: [{ field: 'dueKind', operator: 'isNotEmpty', values: [] }], sort: [{ field: 'dueAt', direction: 'ascending' }] } },
  { id: 'unroutable', name: (w) => w.leads.views.unroutable, state: { filter: [{ field: 'stage', operator: 'is', values: ['unroutable'] }] } },
  { id: 'possible-duplicates', name: (w) => w.leads.views.possibleDuplicates, state: { filter: [{ field: 'possibleDuplicate', operator: 'is', values: ['yes'] }] } },
  { id: 'recycled', name: (w) => w.leads.views.recycled, state: { filter: [{ field: 'recycledAt', operator: 'isNotEmpty', values: [] }], sort: [{ field: 'recycledAt', direction: 'descending' }] } },
  { id: 'lost', name: (w) => w.leads.views.lost, state: { filter: [{ field: 'stage', operator: 'is', values: ['closedLost'] }], group: 'lostReason' } },
  { id: 'manual', name: (w) => w.leads.views.manual, state: { filter: [{ field: 'assignmentOrigin', operator: 'is', values: ['manual'] }] } },
]
