import { openStatuses } from '#shared/quotes/quote.ts'
import type { BuiltInView } from '../views/saved-views.ts'

/** The views every desk has; the first is the day's work. */
export const quoteViews: readonly [BuiltInView, ...BuiltInView[]] = [
  { id: 'open', name: (w) => w.quotes.views.open, state: { filter: [{ field: 'status', operator: 'is', values: [...openStatuses] }] } },
  { id: 'accepted', name: (w) => w.quotes.views.accepted, state: { filter: [{ field: 'status', operator: 'is', values: ['accepted', 'ordered'] }] } },
  { id: 'lapsed', name: (w) => w.quotes.views.lapsed, state: { filter: [{ field: 'status', operator: 'is', values: ['declined', 'expired'] }] } },
  { id: 'all', name: (w) => w.quotes.views.all, state: {} },
]
