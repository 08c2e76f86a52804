import { ListTodo } from '@lucide/vue'
import { createLive } from '../../client/live.ts'
import type { CapabilityDescriptor } from '../../shell/descriptor.ts'

export const inboxDescriptor: CapabilityDescriptor = {
  id: 'inbox',
  routes: [{ path: '/inbox', name: 'inbox', component: () => import('./InboxPage.vue'), meta: { title: (w) => w.inbox.title } }],
  navigation: {
    title: (w) => w.inbox.title,
    icon: ListTodo,
    section: 'leads',
    order: 5,
    to: '/inbox',
    keys: 'G N',
    badge({ client, events, language }) {
      const asked = createLive({ events, subjects: ['leads', 'leadsApart'], ask: () => client.leads.inbox({ most: 0 }) })
      return () => {
        const count = asked.value.value?.total
        return count === undefined ? undefined : { count, title: language.words.value.inbox.badge(count) }
      }
    },
  },
}
