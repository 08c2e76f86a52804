import { FileText } from '@lucide/vue'
import type { CapabilityDescriptor } from '../../shell/descriptor.ts'

export const documentsDescriptor: CapabilityDescriptor = {
  id: 'documents',
  routes: [{ path: '/documents', name: 'documents', component: () => import('./DocumentsPage.vue'), meta: { title: (w) => w.documents.title } }],
  navigation: { title: (w) => w.documents.title, icon: FileText, section: 'setup', order: 55, to: '/documents', keys: 'G H' },
  commands: ({ go }) => (['templates', 'clauses'] as const).map((tab) => ({
    id: `documents.${tab}`, title: (w) => `${w.documents.title}: ${w.documents.tabs[tab]}`, section: 'documents', icon: FileText, run: () => go({ path: '/documents', query: tab === 'templates' ? {} : { tab } }),
  })),
}
