import { Stamp } from '@lucide/vue'
import { createLive } from '../../client/live.ts'
import type { CapabilityDescriptor } from '../../shell/descriptor.ts'

export const approvalsDescriptor: CapabilityDescriptor = {
  id: 'approvals',
  routes: [
    { path: '/approvals', name: 'approvals', component: () => import('./ApprovalsPage.vue'), meta: { title: (w) => w.approvals.title } },
    { path: '/approvals/quote', name: 'quote-approval', component: () => import('./QuoteApprovalPage.vue'), meta: { title: (w) => w.approvals.title } },
  ],
  navigation: {
    title: (w) => w.approvals.title,
    icon: Stamp,
    section: 'quotes',
    order: 17,
    to: '/approvals',
    keys: 'G V',
    badge({ client, events, language }) {
      const inbox = createLive({ events, subjects: ['quotes', 'quoteLines', 'approvalRequests', 'approvalSteps', 'approvalSeats'], ask: () => client.approvals.inbox({}) })
      return () => {
        const count = inbox.value.value?.requests.filter(({ mine }) => mine).length
        return count === undefined ? undefined : { count, title: language.words.value.approvals.views.mine }
      }
    },
  },
  commands: ({ go }) => [{ id: 'approvals.rules', title: (w) => w.approvals.rules.title, section: 'approvals', icon: Stamp, run: () => go({ path: '/approvals', query: { tab: 'rules' } }) }],
}
