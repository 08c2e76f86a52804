import { createApp } from 'vue'
import App from './App.vue'
import { capabilities } from './capabilities.ts'
import { connectBridge } from './client/bridge.ts'
import { createWorkbenchRouter } from './router.ts'
import { createWorkbench, workbenchKey } from './shell/workbench.ts'
import './theme/index.css'

// Pages that bring schemas along: zod is not to try whether code may be made from text, which the policy forbids and reports.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

async function start(): Promise<void> {
  // The bridge takes the start token out of the address before the router reads it.
  const bridge = connectBridge()
  const workbench = await createWorkbench(bridge, { root: document.documentElement, storage: localStorage, languages: navigator.languages })
  const router = createWorkbenchRouter(capabilities)
  createApp(App).use(router).provide(workbenchKey, workbench).mount('#app')
  // Its hundreds of slices are not for the first picture to wait for.
  requestIdleCallback(() => void import('./theme/east-asian-fonts.css'))
  await workbench.preferences.load()
}

void start()
