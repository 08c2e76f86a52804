import { closedOpportunityStages } from '#shared/opportunities/opportunity.ts'
import type { BuiltInView } from '../views/saved-views.ts'

/** The views every desk has; the first is the day's work. */
export const opportunityViews: readonly [BuiltInView, ...BuiltInView[]] = [
  { id: 'open', name: (w) => w.opportunities.views.open, state: { filter: [{ field: 'stage', operator: 'isNot', values: [...closedOpportunityStages] }] } },
  { id: 'partner', name: (w) => w.pipeline.channels.partner, state: { filter: [{ field: 'stage', operator: 'isNot', values: [...closedOpportunityStages] }, { field: 'partnerId', operator: 'isNotEmpty', values: [] }] } },
  { id: 'direct', name: (w) => w.pipeline.channels.direct, state: { filter: [{ field: 'stage', operator: 'isNot', values: [...closedOpportunityStages] }, { field: 'partnerId', operator: 'isEmpty', values: [] }] } },
  { id: 'all', name: (w) => w.opportunities.views.all, state: {} },
  { id: 'won', name: (w) => w.opportunities.views.won, state: { filter: [{ field: 'stage', operator: 'is', values: ['won'] }] } },
  { id: 'lost', name: (w) => w.opportunities.views.lost, state: { filter: [{ field: 'stage', operator: 'is', values: ['lost'] }], group: 'lostReason' } },
]
