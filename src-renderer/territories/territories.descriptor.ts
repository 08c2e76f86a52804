import { Map as MapIcon, Plus } from '@lucide/vue'
import { foldText } from '#shared/foundation/fold-text.ts'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

const FOUND = 6

export const territoriesDescriptor: CapabilityDescriptor = {
  id: 'territories',
  routes: [{ path: '/territories', name: 'territories', component: () => import('./TerritoriesPage.vue'), meta: { title: (w) => w.territories.title } }],
  navigation: { title: (w) => w.territories.title, icon: MapIcon, section: 'leads', order: 30, to: '/territories', keys: 'G T' },
  records: { territory: (id) => ({ path: '/territories', query: { id } }) },
  commands: ({ go }) => [{ id: 'territories.create', title: (w) => w.territories.actions.create, section: 'territories', icon: Plus, gives: 'territories.create', run: () => go({ path: '/territories', query: { new: '1' } }) }],
  find({ names }, text) {
    const wanted = foldText(text)
    const found = names.territories.value.filter(({ name, code }) => foldText(`${name} ${code}`).includes(wanted)).slice(0, FOUND)
    return Promise.resolve(found.map(({ id, name, code }) => ({ kind: 'territory', id, title: name, detail: code })))
  },
}
