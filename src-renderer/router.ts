import './shell/route-meta.ts'
import { createRouter, createWebHashHistory, type Router } from 'vue-router'
import type { CapabilityDescriptor } from './shell/descriptor.ts'

/** Pages live behind `#`: the hosts serve exact paths only. Each page's code is fetched when it is first opened. */
export function createWorkbenchRouter(capabilities: readonly CapabilityDescriptor[]): Router {
  return createRouter({
    history: createWebHashHistory(),
    routes: [
      { path: '/', redirect: '/leads' },
      ...capabilities.flatMap((capability) => capability.routes),
      { path: '/:path(.*)*', name: 'not-there', component: () => import('./shell/NotTherePage.vue') },
    ],
  })
}
