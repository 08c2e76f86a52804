import { waitingCaseStates } from '#shared/conflicts/conflict-case.ts'
import type { BuiltInView } from '../views/saved-views.ts'

/** The views every desk has; the first is the queue, by what is due first. */
export const caseViews: readonly [BuiltInView, ...BuiltInView[]] = [
  { id: 'queue', name: (w) => w.conflicts.views.queue, state: { filter: [{ field: 'state', operator: 'is', values: [...waitingCaseStates] }], sort: [{ field: 'dueAt', direction: 'ascending' }] } },
  { id: 'decided', name: (w) => w.conflicts.views.decided, state: { filter: [{ field: 'state', operator: 'is', values: ['decided'] }], sort: [{ field: 'dueAt', direction: 'ascending' }] } },
  { id: 'final', name: (w) => w.conflicts.views.final, state: { filter: [{ field: 'state', operator: 'is', values: ['final'] }], sort: [{ field: 'finalAt', direction: 'descending' }] } },
  { id: 'all', name: (w) => w.conflicts.views.all, state: {} },
]
