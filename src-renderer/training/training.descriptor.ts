import { Award, GraduationCap, ListTodo } from '@lucide/vue'
import { createLive } from '../client/live.ts'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

export const trainingDescriptor: CapabilityDescriptor = {
  id: 'training',
  routes: [
    { path: '/training', name: 'training', component: () => import('./CertificateListPage.vue'), meta: { title: (w) => w.training.title } },
    { path: '/training-gaps', name: 'training-gaps', component: () => import('./GapsPage.vue'), meta: { title: (w) => w.training.gaps.title } },
    { path: '/training-program', name: 'training-program', component: () => import('./ProgramPage.vue'), meta: { title: (w) => w.training.program.title } },
  ],
  navigation: {
    title: (w) => w.training.title,
    icon: GraduationCap,
    section: 'partners',
    order: 30,
    to: '/training',
    badge({ client, events, language }) {
      const watched = createLive({ events, subjects: ['certificates', 'partnerPeople'], ask: () => client.training.certificates({ filter: [{ field: 'state', operator: 'is', values: ['expiring'] }], from: 0, to: 0 }) })
      return () => {
        const count = watched.value.value?.total
        return count === undefined ? undefined : { count, title: language.words.value.training.badge }
      }
    },
  },
  commands: ({ go }) => [
    { id: 'training.gaps', title: (w) => w.training.gaps.title, section: 'training', icon: ListTodo, run: () => go('/training-gaps') },
    { id: 'training.program', title: (w) => w.training.program.title, section: 'training', icon: Award, run: () => go('/training-program') },
  ],
}
