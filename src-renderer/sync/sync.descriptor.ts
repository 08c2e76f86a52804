import { CloudAlert, CloudOff, LogOut, RefreshCw, Wifi } from '@lucide/vue'
import type { CapabilityDescriptor } from '../shell/descriptor.ts'

const CENTRAL = { path: '/settings', query: { section: 'central' } }

export const syncDescriptor: CapabilityDescriptor = {
  id: 'sync',
  routes: [{ path: '/sync', name: 'sync', component: () => import('./SyncInboxPage.vue'), meta: { title: (w) => w.sync.inbox.title } }],
  navigation: {
    title: (w) => w.sync.inbox.short,
    icon: CloudAlert,
    section: 'foot',
    order: 75,
    to: '/sync',
    keys: 'G Y',
    when: ({ sync }) => () => sync.isConnected.value || sync.refused.value > 0,
    badge: ({ language, sync }) => () => ({ count: sync.refused.value, title: language.words.value.sync.inbox.badge(sync.refused.value) }),
  },
  commands: ({ go, workbench: { sync } }) => {
    const isPaused = (): boolean => sync.status.value?.state === 'paused'
    const isSignedIn = (): boolean => sync.isConnected.value && sync.status.value?.state !== 'signedOut'
    return [
      { id: 'sync.connect', title: (w) => w.sync.actions.connect, section: 'sync', icon: Wifi, when: () => sync.isOffered.value && !isSignedIn(), run: () => go(CENTRAL) },
      { id: 'sync.now', title: (w) => w.sync.actions.now, section: 'sync', icon: RefreshCw, keys: 'F9', when: () => isSignedIn() && !isPaused(), run: () => sync.now() },
      { id: 'sync.pause', title: (w) => w.sync.actions.pause, section: 'sync', icon: CloudOff, when: () => isSignedIn() && !isPaused(), run: () => sync.pause(true) },
      { id: 'sync.resume', title: (w) => w.sync.actions.resume, section: 'sync', icon: Wifi, when: isPaused, run: () => sync.pause(false) },
      { id: 'sync.sign-out', title: (w) => w.sync.actions.signOut, section: 'sync', icon: LogOut, when: () => sync.isConnected.value, run: () => go({ path: '/settings', query: { section: 'central', signOut: '1' } }) },
    ]
  },
}
