import { Copy } from '@lucide/vue'
import type { CapabilityDescriptor } from '../../shell/descriptor.ts'

export const duplicatesDescriptor: CapabilityDescriptor = {
  id: 'duplicates',
  routes: [{ path: '/duplicates', name: 'duplicates', component: () => import('./DuplicatesPage.vue'), meta: { title: (w) => w.duplicates.title } }],
  navigation: { title: (w) => w.duplicates.title, icon: Copy, section: 'leads', order: 15, to: '/duplicates', keys: 'G M' },
}
