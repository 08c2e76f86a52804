import type { CapabilityDescriptor } from '../shell/descriptor.ts'

export const workspaceDescriptor: CapabilityDescriptor = {
  id: 'workspace',
  routes: [{ path: '/start', name: 'start', component: () => import('./StartPage.vue'), meta: { bare: true } }],
}
