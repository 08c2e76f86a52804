import { AlarmClock } from '@lucide/vue'
import { createLive } from '../client/live.ts'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

export const deadlinesDescriptor: CapabilityDescriptor = {
  id: 'deadlines',
  routes: [{ path: '/deadlines', name: 'deadlines', component: () => import('./DeadlinesPage.vue'), meta: { title: (w) => w.deadlines.title } }],
  navigation: {
    title: (w) => w.deadlines.title,
    icon: AlarmClock,
    section: 'leads',
    order: 45,
    to: '/deadlines',
    keys: 'G D',
    badge({ client, events, language }) {
      const board = createLive({ events, subjects: ['leads'], ask: () => client.deadlines.board({}) })
      return () => {
        const count = board.value.value?.reduce((sum, { overdue }) => sum + overdue, 0)
        return count === undefined ? undefined : { count, title: language.words.value.deadlines.board.overdue }
      }
    },
  },
  commands: ({ go }) => (['board', 'fairness', 'policies', 'calendars'] as const).map((tab) => ({
    id: `deadlines.${tab}`, title: (w) => `${w.deadlines.title}: ${w.deadlines.tabs[tab]}`, section: 'deadlines', icon: AlarmClock, run: () => go({ path: '/deadlines', query: tab === 'board' ? {} : { tab } }),
  })),
}
