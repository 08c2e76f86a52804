import { FileText } from '@lucide/vue'
import { shownNumbers } from '#shared/quotes/quote-numbers.ts'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

const FOUND = 6

export const quotesDescriptor: CapabilityDescriptor = {
  id: 'quotes',
  routes: [
    { path: '/quotes', name: 'quotes', component: () => import('./QuoteListPage.vue'), meta: { title: (w) => w.quotes.title } },
    { path: '/quotes/:id', name: 'quote', component: () => import('./QuoteBuilderPage.vue'), meta: { title: (w) => w.quotes.title } },
  ],
  navigation: { title: (w) => w.quotes.title, icon: FileText, section: 'quotes', order: 16, to: '/quotes', keys: 'G F' },
  records: { quote: (id) => `/quotes/${id}` },
  commands: ({ go }) => [{ id: 'quotes.create', title: (w) => w.quotes.actions.create, section: 'quotes', gives: 'quotes.create', run: () => go({ path: '/quotes', query: { new: '1' } }) }],
  async find({ client, language }, text) {
    const outcome = await client.quotes.list({ search: text, from: 0, to: FOUND })
    if (!outcome.ok) return []
    const { statuses } = language.words.value.quotes
    return outcome.value.rows.map((quote) => ({ kind: 'quote', id: quote.id, title: `${shownNumbers(quote).main} ${quote.name}`, detail: statuses[quote.status] }))
  },
}
