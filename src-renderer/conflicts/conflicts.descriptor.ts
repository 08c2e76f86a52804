import { Scale } from '@lucide/vue'
import { createLive } from '../client/live.ts'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

const FOUND = 6

export const conflictsDescriptor: CapabilityDescriptor = {
  id: 'conflicts',
  routes: [
    { path: '/conflicts', name: 'conflicts', component: () => import('./CaseListPage.vue'), meta: { title: (w) => w.conflicts.title } },
    { path: '/conflicts/room', name: 'conflict-room', component: () => import('./CaseRoomPage.vue'), meta: { title: (w) => w.conflicts.room } },
  ],
  navigation: {
    title: (w) => w.conflicts.title,
    icon: Scale,
    section: 'deals',
    order: 18,
    to: '/conflicts',
    keys: 'G X',
    badge({ client, events, language }) {
      const board = createLive({ events, subjects: ['conflictCases'], ask: () => client.conflicts.board({}) })
      return () => {
        const count = board.value.value?.waiting
        return count === undefined ? undefined : { count, title: language.words.value.conflicts.views.queue }
      }
    },
  },
  records: { case: (id) => ({ path: '/conflicts/room', query: { id } }) },
  async find({ client, language }, text) {
    const outcome = await client.conflicts.list({ search: text, from: 0, to: FOUND })
    if (!outcome.ok) return []
    const { states } = language.words.value.conflicts
    return outcome.value.rows.map(({ id, name, state }) => ({ kind: 'case', id, title: name, detail: states[state] }))
  },
}
