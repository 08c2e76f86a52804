import { Handshake, Plus } from '@lucide/vue'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

const FOUND = 6

export const partnersDescriptor: CapabilityDescriptor = {
  id: 'partners',
  routes: [{ path: '/partners', name: 'partners', component: () => import('./PartnerListPage.vue'), meta: { title: (w) => w.partners.title } }],
  navigation: { title: (w) => w.partners.title, icon: Handshake, section: 'partners', order: 20, to: '/partners', keys: 'G P' },
  records: { partner: (id) => ({ path: '/partners', query: { id } }) },
  commands: ({ go }) => [{ id: 'partners.create', title: (w) => w.partners.actions.create, section: 'partners', icon: Plus, gives: 'partners.create', run: () => go({ path: '/partners', query: { new: '1' } }) }],
  async find({ client, language }, text) {
    const outcome = await client.partners.list({ search: text, from: 0, to: FOUND })
    if (!outcome.ok) return []
    const { statuses } = language.words.value.partners
    return outcome.value.rows.map((partner) => ({ kind: 'partner', id: partner.id, title: partner.name, detail: `${partner.code} · ${statuses[partner.status]}` }))
  },
}
