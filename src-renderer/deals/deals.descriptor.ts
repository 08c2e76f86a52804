import { BookmarkCheck, FileClock } from '@lucide/vue'
import { waitingStatuses } from '#shared/deals/registration.ts'
import { createLive } from '../client/live.ts'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

const FOUND = 6

export const dealsDescriptor: CapabilityDescriptor = {
  id: 'deals',
  routes: [
    { path: '/deals', name: 'deals', component: () => import('./DealListPage.vue'), meta: { title: (w) => w.deals.title } },
    { path: '/registration-policies', name: 'registration-policies', component: () => import('./PolicyPage.vue'), meta: { title: (w) => w.deals.policies.title } },
  ],
  navigation: {
    title: (w) => w.deals.title,
    icon: BookmarkCheck,
    section: 'deals',
    order: 13,
    to: '/deals',
    keys: 'G E',
    badge({ client, events, language }) {
      const waiting = createLive({ events, subjects: ['registrations'], ask: () => client.deals.list({ filter: [{ field: 'status', operator: 'is', values: [...waitingStatuses] }], from: 0, to: 0 }) })
      return () => {
        const count = waiting.value.value?.total
        return count === undefined ? undefined : { count, title: language.words.value.deals.views.review }
      }
    },
  },
  records: { registration: (id) => ({ path: '/deals', query: { id } }) },
  commands: ({ go }) => [
    { id: 'deals.create', title: (w) => w.deals.actions.create, section: 'deals', gives: 'deals.saveDraft', run: () => go({ path: '/deals', query: { new: '1' } }) },
    { id: 'deals.policies', title: (w) => w.deals.policies.title, section: 'deals', icon: FileClock, run: () => go({ path: '/registration-policies' }) },
  ],
  async find({ client, language }, text) {
    const outcome = await client.deals.list({ search: text, from: 0, to: FOUND })
    if (!outcome.ok) return []
    const { statuses } = language.words.value.deals
    return outcome.value.rows.map(({ id, company, status }) => ({ kind: 'registration', id, title: company, detail: statuses[status] }))
  },
}
