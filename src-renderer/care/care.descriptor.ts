import { HeartHandshake, Radar, Settings2 } from '@lucide/vue'
import { createLive } from '../client/live.ts'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

export const careDescriptor: CapabilityDescriptor = {
  id: 'care',
  routes: [
    { path: '/care', name: 'care', component: () => import('./TodayPage.vue'), meta: { title: (w) => w.care.title } },
    { path: '/care/partners', name: 'care-partners', component: () => import('./PartnersPage.vue'), meta: { title: (w) => w.care.pages.partners } },
    { path: '/care/dark', name: 'care-dark', component: () => import('./DarkPage.vue'), meta: { title: (w) => w.care.pages.dark } },
    { path: '/care/partner', name: 'care-partner', component: () => import('./PartnerPage.vue'), meta: { title: (w) => w.care.partner } },
    { path: '/care/print', name: 'care-print', component: () => import('./PrintPage.vue'), meta: { title: (w) => w.care.actions.print } },
  ],
  navigation: {
    title: (w) => w.care.title,
    icon: HeartHandshake,
    section: 'partners',
    order: 24,
    to: '/care',
    badge({ client, events, language }) {
      const watched = createLive({ events, subjects: ['partnerCare', 'partners'], ask: () => client.care.list({ filter: [{ field: 'careState', operator: 'is', values: ['overdue', 'due'] }], from: 0, to: 0 }) })
      return () => {
        const count = watched.value.value?.total
        return count === undefined ? undefined : { count, title: language.words.value.care.badge }
      }
    },
  },
  commands: ({ go }) => [
    { id: 'care.dark', title: (w) => w.care.dark.title, section: 'care', icon: Radar, run: () => go('/care/dark') },
    { id: 'care.terms', title: (w) => w.care.actions.terms, section: 'care', icon: Settings2, gives: 'care.setTerms', run: () => go({ path: '/care', query: { settings: '1' } }) },
  ],
}
