import { Import } from '@lucide/vue'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

export const importsDescriptor: CapabilityDescriptor = {
  id: 'imports',
  routes: [{ path: '/imports', name: 'imports', component: () => import('./ImportPage.vue'), meta: { title: (w) => w.imports.title } }],
  navigation: { title: (w) => w.imports.title, icon: Import, section: 'setup', order: 50, to: '/imports', keys: 'G I' },
  records: { import: (id) => ({ path: '/leads', query: { m: '1', f: `importId~is~${id}` } }) },
}
