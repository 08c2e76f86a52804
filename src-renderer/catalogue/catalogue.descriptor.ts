import { BookOpenText, Package } from '@lucide/vue'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

const FOUND = 6

export const productsDescriptor: CapabilityDescriptor = {
  id: 'products',
  routes: [{ path: '/products', name: 'products', component: () => import('./ProductListPage.vue'), meta: { title: (w) => w.catalogue.products } }],
  navigation: { title: (w) => w.catalogue.products, icon: Package, section: 'quotes', order: 17, to: '/products', keys: 'G K' },
  records: { product: (id) => ({ path: '/products', query: { id } }) },
  commands: ({ go }) => [{ id: 'catalogue.create', title: (w) => w.catalogue.create, section: 'catalogue', gives: 'catalogue.createProduct', run: () => go({ path: '/products', query: { new: '1' } }) }],
  async find({ client }, text) {
    const outcome = await client.catalogue.products({ search: text, from: 0, to: FOUND })
    return outcome.ok ? outcome.value.rows.map(({ id, code, name }) => ({ kind: 'product', id, title: name, detail: code })) : []
  },
}

export const priceBooksDescriptor: CapabilityDescriptor = {
  id: 'priceBooks',
  routes: [{ path: '/price-books', name: 'price-books', component: () => import('./PriceBooksPage.vue'), meta: { title: (w) => w.catalogue.priceBooks } }, { path: '/price-books/:id', name: 'price-book', component: () => import('./PriceSheetPage.vue'), meta: { title: (w) => w.catalogue.priceBooks } }],
  navigation: { title: (w) => w.catalogue.priceBooks, icon: BookOpenText, section: 'quotes', order: 18, to: '/price-books', keys: 'G B' },
}
