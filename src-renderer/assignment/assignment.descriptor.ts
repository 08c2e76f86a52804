import { Route } from '@lucide/vue'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

export const assignmentDescriptor: CapabilityDescriptor = {
  id: 'assignment',
  routes: [{ path: '/assignment', name: 'assignment', component: () => import('./AssignmentPage.vue'), meta: { title: (w) => w.assignment.title } }],
  navigation: { title: (w) => w.assignment.title, icon: Route, section: 'leads', order: 40, to: '/assignment', keys: 'G R' },
  commands: ({ go }) => [
    { id: 'assignment.preview', title: (w) => w.assignment.command, section: 'assignment', icon: Route, keys: 'P', run: () => go('/assignment') },
    { id: 'assignment.preview-all', title: (w) => w.assignment.commandAll, section: 'assignment', icon: Route, run: () => go({ path: '/assignment', query: { scope: 'all' } }) },
  ],
}
