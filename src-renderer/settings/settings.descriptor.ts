import { Settings } from '@lucide/vue'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

export const settingsDescriptor: CapabilityDescriptor = {
  id: 'settings',
  routes: [{ path: '/settings', name: 'settings', component: () => import('./SettingsPage.vue'), meta: { title: (w) => w.settings.title } }],
  navigation: { title: (w) => w.settings.title, icon: Settings, section: 'foot', order: 90, to: '/settings', keys: 'G S' },
}
