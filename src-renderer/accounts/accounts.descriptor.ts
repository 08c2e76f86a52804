import { Building2, Plus } from '@lucide/vue'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

const FOUND = 6

export const accountsDescriptor: CapabilityDescriptor = {
  id: 'accounts',
  routes: [{ path: '/accounts', name: 'accounts', component: () => import('./AccountListPage.vue'), meta: { title: (w) => w.accounts.title } }],
  navigation: { title: (w) => w.accounts.title, icon: Building2, section: 'deals', order: 12, to: '/accounts', keys: 'G C' },
  records: { account: (id) => ({ path: '/accounts', query: { id } }) },
  commands: ({ go }) => [{ id: 'accounts.create', title: (w) => w.accounts.actions.create, section: 'accounts', icon: Plus, gives: 'accounts.create', run: () => go({ path: '/accounts', query: { new: '1' } }) }],
  async find({ client, language }, text) {
    const outcome = await client.accounts.list({ search: text, from: 0, to: FOUND })
    if (!outcome.ok) return []
    return outcome.value.rows.map(({ id, name, country }) => ({ kind: 'account', id, title: name, ...(country === null ? {} : { detail: language.formats.value.country(country) }) }))
  },
}
