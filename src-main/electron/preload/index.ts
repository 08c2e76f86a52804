import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { HostEvent } from '../../operations/data-host.ts'
import { CALL_CHANNEL, EVENT_CHANNEL } from '../channels.ts'

/** All that the window can reach. Electron's own objects stay on this side: listeners get the event's content, and ending a subscription returns nothing. */
const workbench = {
  host: 'electron',
  call: (name: string, input?: unknown, options?: { readonly id?: string }): Promise<Outcome<unknown>> =>
    ipcRenderer.invoke(CALL_CHANNEL, name, input, options?.id),
  subscribe: (listener: (event: HostEvent) => void): (() => void) => {
    const relay = (_event: IpcRendererEvent, content: HostEvent) => listener(content)
    ipcRenderer.on(EVENT_CHANNEL, relay)
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, relay)
    }
  },
}

contextBridge.exposeInMainWorld('workbench', workbench)
