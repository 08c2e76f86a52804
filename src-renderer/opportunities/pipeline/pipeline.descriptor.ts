import { SquareKanban } from '@lucide/vue'
import type { CapabilityDescriptor } from '../../shell/descriptor.ts'

export const pipelineDescriptor: CapabilityDescriptor = {
  id: 'pipeline',
  routes: [{ path: '/pipeline', name: 'pipeline', component: () => import('./PipelinePage.vue'), meta: { title: (w) => w.pipeline.title } }],
  navigation: { title: (w) => w.pipeline.title, icon: SquareKanban, section: 'deals', order: 13, to: '/pipeline', keys: 'G J' },
  commands: ({ go }) =>
    (['forecast', 'attribution'] as const).map((tab) => ({ id: `pipeline.${tab}`, title: (w) => `${w.pipeline.title}: ${w.pipeline.pages[tab]}`, section: 'opportunities', run: () => go({ path: '/pipeline', query: { tab } }) })),
}
