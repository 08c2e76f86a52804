import { runInNewContext } from 'node:vm'
import { build } from 'vite'
import { beforeAll, expect, test } from 'vitest'
import config from '../../../electron.vite.config.ts'

interface Exposed {
  readonly host: string
  readonly call: (name: string, input?: unknown, options?: { id?: string }) => Promise<unknown>
  readonly subscribe: (listener: (...values: unknown[]) => void) => () => unknown
}

const exposed: [name: string, api: Exposed][] = []
const required: string[] = []
const invoked: unknown[][] = []
const listeners = new Map<string, (...values: unknown[]) => void>()
let code: string

/** Builds the preload as the desktop does, and runs it with nothing but what a sandbox gives. */
beforeAll(async () => {
  const { build: options } = (config as { preload: { build: { rolldownOptions: { input: Record<string, string> } } } }).preload
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: true, write: false, rolldownOptions: { ...options.rolldownOptions, external: ['electron'] } },
  })
  const [chunk, ...others] = (built as { output: { code: string }[] }).output
  if (chunk === undefined || others.length > 0) throw new Error('the preload is not one file')
  code = chunk.code
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: Exposed) => exposed.push([name, api]) },
    ipcRenderer: {
      invoke: async (...values: unknown[]) => {
        invoked.push(values)
        return { ok: true, value: 1 }
      },
      on: (channel: string, listener: (...values: unknown[]) => void) => listeners.set(channel, listener),
      off: (channel: string) => listeners.delete(channel),
    },
  }
  runInNewContext(code, {
    require: (name: string) => {
      required.push(name)
      if (name === 'electron') return electron
      throw new Error(`a sandboxed preload cannot require ${name}`)
    },
  })
})

const workbench = () => {
  const [first] = exposed
  if (first === undefined) throw new Error('nothing exposed')
  return first[1]
}

test('is a CommonJS file that asks for electron and nothing else', () => {
  expect(required).toEqual(['electron'])
  expect(code).not.toMatch(/^\s*(import|export)\s/m)
})

test('exposes the bridge and nothing else', () => {
  expect(exposed.map(([name]) => name)).toEqual(['workbench'])
  expect(Object.keys(workbench()).sort()).toEqual(['call', 'host', 'subscribe'])
  expect(workbench().host).toBe('electron')
})

test('calls over the one channel', async () => {
  expect(await workbench().call('leads.list', { page: 1 })).toEqual({ ok: true, value: 1 })
  await workbench().call('leads.assign', {}, { id: 'x' })
  expect(invoked).toEqual([
    ['workbench:call', 'leads.list', { page: 1 }, undefined],
    ['workbench:call', 'leads.assign', {}, 'x'],
  ])
})

test('gives a listener the event’s content, never Electron’s event, and ends without giving anything away', () => {
  const heard: unknown[][] = []
  const stop = workbench().subscribe((...values) => heard.push(values))
  listeners.get('workbench:event')?.({ sender: 'ipcRenderer', ports: [] }, { name: 'leads.changed', data: null }, 'more')
  expect(heard).toEqual([[{ name: 'leads.changed', data: null }]])
  expect(stop()).toBeUndefined()
  expect(listeners.size).toBe(0)
})
