import { IdCard, Kanban, UserPlus } from '@lucide/vue'
import { createLive } from '../client/live.ts'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'
import { applicationName } from './application.presenter.ts'

const FOUND = 6

export const recruitingDescriptor: CapabilityDescriptor = {
  id: 'recruiting',
  routes: [
    { path: '/recruiting', name: 'recruiting', component: () => import('./ApplicationListPage.vue'), meta: { title: (w) => w.recruiting.title } },
    { path: '/recruit-board', name: 'recruit-board', component: () => import('./RecruitBoard.vue'), meta: { title: (w) => w.recruiting.board.title } },
    { path: '/partner-profiles', name: 'partner-profiles', component: () => import('./ProfilePage.vue'), meta: { title: (w) => w.recruiting.profiles.title } },
  ],
  navigation: {
    title: (w) => w.recruiting.title,
    icon: UserPlus,
    section: 'partners',
    order: 10,
    to: '/recruiting',
    badge({ client, events, language }) {
      const open = createLive({ events, subjects: ['applications'], ask: () => client.recruiting.list({ filter: [{ field: 'status', operator: 'is', values: ['applicant', 'vetting'] }], from: 0, to: 0 }) })
      return () => {
        const count = open.value.value?.total
        return count === undefined ? undefined : { count, title: language.words.value.recruiting.views.open }
      }
    },
  },
  records: { application: (id) => ({ path: '/recruiting', query: { id } }) },
  commands: ({ go }) => [
    { id: 'recruiting.create', title: (w) => w.recruiting.actions.create, section: 'recruiting', icon: UserPlus, gives: 'recruiting.apply', run: () => go({ path: '/recruiting', query: { new: '1' } }) },
    { id: 'recruiting.board', title: (w) => w.recruiting.board.title, section: 'recruiting', icon: Kanban, run: () => go('/recruit-board') },
    { id: 'recruiting.profiles', title: (w) => w.recruiting.profiles.title, section: 'recruiting', icon: IdCard, run: () => go('/partner-profiles') },
  ],
  async find({ client, language }, text) {
    const outcome = await client.recruiting.list({ search: text, from: 0, to: FOUND })
    if (!outcome.ok) return []
    const words = language.words.value
    return outcome.value.rows.map((application) => ({ kind: 'application', id: application.id, title: applicationName(application, words), detail: words.recruiting.statuses[application.status] }))
  },
}
