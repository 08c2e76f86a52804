import { ListChecks, Plus } from '@lucide/vue'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

const FOUND = 6

export const onboardingDescriptor: CapabilityDescriptor = {
  id: 'onboarding',
  routes: [
    { path: '/onboarding', name: 'onboarding', component: () => import('./TodayPage.vue'), meta: { title: (w) => w.onboarding.title } },
    { path: '/onboarding/board', name: 'onboarding-board', component: () => import('./BoardPage.vue'), meta: { title: (w) => w.onboarding.pages.board } },
    { path: '/onboarding/checklists', name: 'onboarding-checklists', component: () => import('./ChecklistListPage.vue'), meta: { title: (w) => w.onboarding.pages.list } },
    { path: '/onboarding/calendar', name: 'onboarding-calendar', component: () => import('./CalendarPage.vue'), meta: { title: (w) => w.onboarding.pages.calendar } },
    { path: '/onboarding/templates', name: 'onboarding-templates', component: () => import('./TemplatesPage.vue'), meta: { title: (w) => w.onboarding.pages.templates } },
    { path: '/onboarding/checklist', name: 'onboarding-checklist', component: () => import('./ChecklistPage.vue'), meta: { title: (w) => w.onboarding.checklist } },
    { path: '/onboarding/print', name: 'onboarding-print', component: () => import('./PrintPage.vue'), meta: { title: (w) => w.onboarding.actions.print } },
  ],
  navigation: { title: (w) => w.onboarding.title, icon: ListChecks, section: 'partners', order: 22, to: '/onboarding', keys: 'G Z' },
  records: { checklist: (id) => ({ path: '/onboarding/checklist', query: { id } }) },
  commands: ({ go }) => [{ id: 'onboarding.start', title: (w) => w.onboarding.actions.start, section: 'partners', icon: Plus, gives: 'onboarding.start', run: () => go({ path: '/onboarding/checklists', query: { new: '1' } }) }],
  async find({ client, language }, text) {
    const outcome = await client.onboarding.list({ filter: [{ field: 'partnerName', operator: 'contains', values: [text] }], from: 0, to: FOUND })
    if (!outcome.ok) return []
    const { onboarding: { states }, views } = language.words.value
    return outcome.value.rows.map(({ id, partnerName, state, percent }) => ({ kind: 'checklist', id, title: partnerName, detail: `${states[state]} · ${views.percent(String(percent))}` }))
  },
}
