import { BookOpen, House, Plus } from '@lucide/vue'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'
import { titleIn } from './material.presenter.ts'

const FOUND = 6

export const materialDescriptor: CapabilityDescriptor = {
  id: 'material',
  routes: [
    { path: '/material', name: 'material', component: () => import('./MaterialListPage.vue'), meta: { title: (w) => w.material.title } },
    { path: '/material/texts', name: 'material-texts', component: () => import('./TextsPage.vue'), meta: { title: (w) => w.material.actions.edit } },
    { path: '/material/home', name: 'material-home', component: () => import('./PartnerHomePage.vue'), meta: { title: (w) => w.material.page.title } },
  ],
  navigation: { title: (w) => w.material.title, icon: BookOpen, section: 'partners', order: 50, to: '/material' },
  records: { material: (id) => ({ path: '/material', query: { id } }) },
  commands: ({ go }) => [
    { id: 'material.create', title: (w) => w.material.actions.create, section: 'material', icon: Plus, gives: 'material.create', run: () => go({ path: '/material', query: { new: '1' } }) },
    { id: 'material.home', title: (w) => w.material.page.title, section: 'material', icon: House, run: () => go('/material/home') },
  ],
  async find({ client, language }, text) {
    const outcome = await client.material.list({ search: text, from: 0, to: FOUND })
    if (!outcome.ok) return []
    const { kinds, untitled } = language.words.value.material
    return outcome.value.rows.map((material) => ({ kind: 'material', id: material.id, title: titleIn(material, language.locale.value) || untitled, detail: kinds[material.kind] }))
  },
}
