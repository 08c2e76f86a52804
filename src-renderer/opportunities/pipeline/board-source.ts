import { RefusedError } from '#shared/foundation/outcome.ts'
import type { Channel, OpportunityStage } from '#shared/opportunities/opportunity.ts'
import type { Client } from '../../client/client.ts'
import { pagedRows, type PagedRows } from '../../ui/grid/row-source.ts'
import type { Opportunity } from '../opportunity.presenter.ts'

const PAGE = 50

/** The cards of a stage as they are looked at, those that are there longest first; of what is closed, the latest. */
export function stageCards(client: Client, stage: OpportunityStage, question: () => { readonly channel: Channel; readonly search: string }): PagedRows<Opportunity> {
  const isClosed = stage === 'won' || stage === 'lost'
  return pagedRows<Opportunity>({
    pageSize: PAGE,
    async fetch(from, to) {
      const { channel, search } = question()
      const ofChannel = channel === 'all' ? [] : [{ field: 'partnerId' as const, operator: channel === 'partner' ? ('isNotEmpty' as const) : ('isEmpty' as const), values: [] }]
      const outcome = await client.opportunities.list({ filter: [{ field: 'stage', operator: 'is', values: [stage] }, ...ofChannel], search, sort: [{ field: 'stageSince', direction: isClosed ? 'descending' : 'ascending' }], from, to })
      if (!outcome.ok) throw new RefusedError(outcome.error.code, outcome.error.message, outcome.error.details)
      return { rows: outcome.value.rows, total: outcome.value.total }
    },
  })
}
