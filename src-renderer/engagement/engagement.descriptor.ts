import { ScrollText } from '@lucide/vue'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

export const engagementDescriptor: CapabilityDescriptor = {
  id: 'engagement',
  routes: [{ path: '/engagement', name: 'engagement', component: () => import('./RulesPage.vue'), meta: { title: (w) => w.engagement.title } }],
  navigation: { title: (w) => w.engagement.title, icon: ScrollText, section: 'setup', order: 36, to: '/engagement', keys: 'G W' },
}
