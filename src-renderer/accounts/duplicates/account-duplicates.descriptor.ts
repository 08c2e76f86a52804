import { CopyCheck } from '@lucide/vue'
import { createLive } from '../../client/live.ts'
import type { CapabilityDescriptor } from '../../shell/descriptor.ts'
import { countPairs } from './look-further.ts'

export const accountDuplicatesDescriptor: CapabilityDescriptor = {
  id: 'account-duplicates',
  routes: [{ path: '/account-duplicates', name: 'account-duplicates', component: () => import('./AccountDuplicatesPage.vue'), meta: { title: (w) => w.accountDuplicates.title } }],
  navigation: {
    title: (w) => w.accountDuplicates.title,
    icon: CopyCheck,
    section: 'deals',
    order: 13,
    to: '/account-duplicates',
    badge({ client, events, language }) {
      const pairs = createLive({ events, subjects: ['accounts', 'accountsApart'], ask: () => countPairs(client) })
      return () => {
        const count = pairs.value.value
        return count === undefined ? undefined : { count, title: language.words.value.duplicates.pairs(count) }
      }
    },
  },
}
