import { FileSignature } from '@lucide/vue'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

export const agreementsDescriptor: CapabilityDescriptor = {
  id: 'agreements',
  routes: [{ path: '/agreements', name: 'agreements', component: () => import('./AgreementsPage.vue'), meta: { title: (w) => w.agreements.title } }],
  navigation: { title: (w) => w.agreements.title, icon: FileSignature, section: 'partners', order: 40, to: '/agreements' },
}
