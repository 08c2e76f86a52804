import { ListChecks } from '@lucide/vue'
import type { CapabilityDescriptor } from '../../shell/descriptor.ts'

export const qualificationDescriptor: CapabilityDescriptor = {
  id: 'qualification',
  routes: [{ path: '/qualification', name: 'qualification', component: () => import('./QualificationPage.vue'), meta: { title: (w) => w.qualification.title } }],
  navigation: { title: (w) => w.qualification.title, icon: ListChecks, section: 'setup', order: 35, to: '/qualification', keys: 'G Q' },
  commands: ({ go }) => (['criteria', 'terms'] as const).map((tab) => ({
    id: `qualification.${tab}`, title: (w) => `${w.qualification.title}: ${w.qualification.tabs[tab]}`, section: 'leads', icon: ListChecks, run: () => go({ path: '/qualification', query: tab === 'criteria' ? {} : { tab } }),
  })),
}
