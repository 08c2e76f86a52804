import { Inbox, Plus } from '@lucide/vue'
import { createLive } from '../client/live.ts'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

const FOUND = 8

export const leadsDescriptor: CapabilityDescriptor = {
  id: 'leads',
  routes: [{ path: '/leads', name: 'leads', component: () => import('./LeadListPage.vue'), meta: { title: (w) => w.leads.title } }],
  navigation: {
    title: (w) => w.leads.title,
    icon: Inbox,
    section: 'leads',
    order: 10,
    to: '/leads',
    keys: 'G L',
    badge({ client, events, language }) {
      const summary = createLive({ events, subjects: ['leads'], ask: () => client.leads.summary({}) })
      return () => {
        const count = summary.value.value?.waiting
        return count === undefined ? undefined : { count, title: language.words.value.leads.waiting(count) }
      }
    },
  },
  records: { lead: (id) => ({ path: '/leads', query: { id } }) },
  commands: ({ go }) => [
    { id: 'leads.create', title: (w) => w.leads.actions.create, section: 'leads', icon: Plus, keys: 'C', gives: 'leads.create', run: () => go({ path: '/leads', query: { new: '1' } }) },
    { id: 'leads.unroutable', title: (w) => w.leads.views.unroutable, section: 'leads', keys: 'G U', run: () => go({ path: '/leads', query: { v: 'unroutable' } }) },
  ],
  async find({ client, language }, text) {
    const outcome = await client.leads.list({ search: text, from: 0, to: FOUND })
    if (!outcome.ok) return []
    const { stages } = language.words.value.leads
    return outcome.value.rows.map((lead) => ({ kind: 'lead', id: lead.id, title: lead.company, detail: stages[lead.stage] }))
  },
}
