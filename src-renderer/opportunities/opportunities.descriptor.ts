import { CircleDollarSign } from '@lucide/vue'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

const FOUND = 6

export const opportunitiesDescriptor: CapabilityDescriptor = {
  id: 'opportunities',
  routes: [{ path: '/opportunities', name: 'opportunities', component: () => import('./OpportunityListPage.vue'), meta: { title: (w) => w.opportunities.title } }],
  navigation: { title: (w) => w.opportunities.title, icon: CircleDollarSign, section: 'deals', order: 14, to: '/opportunities', keys: 'G O' },
  records: { opportunity: (id) => ({ path: '/opportunities', query: { id } }) },
  commands: ({ go }) => [{ id: 'opportunities.create', title: (w) => w.opportunities.actions.create, section: 'opportunities', gives: 'opportunities.create', run: () => go({ path: '/opportunities', query: { new: '1' } }) }],
  async find({ client, language }, text) {
    const outcome = await client.opportunities.list({ search: text, from: 0, to: FOUND })
    if (!outcome.ok) return []
    const { stages } = language.words.value.opportunities
    return outcome.value.rows.map(({ id, name, stage }) => ({ kind: 'opportunity', id, title: name, detail: stages[stage] }))
  },
}
