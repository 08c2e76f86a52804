import { History } from '@lucide/vue'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

export const journalDescriptor: CapabilityDescriptor = {
  id: 'journal',
  routes: [{ path: '/activity', name: 'activity', component: () => import('./ActivityPage.vue'), meta: { title: (w) => w.journal.title } }],
  navigation: { title: (w) => w.journal.title, icon: History, section: 'foot', order: 80, to: '/activity', keys: 'G A' },
}
