import { mkdirSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { startBrowserHost, type BrowserHost } from '#main/browser/browser-host.ts'
import type { Caller, DataHost, FileGrant, HostEvent } from '#main/operations/data-host.ts'
import { describeManifest } from '#main/static-files/manifest.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
  /** The outcome's refusal code, `ok`, or nothing where the body is no outcome. */
  readonly code: string | undefined
}

export interface Asked {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string | Buffer
}

export interface ServedBrowser {
  readonly served: BrowserHost
  readonly port: number
  readonly directory: string
  readonly calls: readonly { name: string; input: unknown; caller: Caller; id: string | undefined }[]
  readonly grants: ReadonlyMap<string, FileGrant>
  readonly listeners: ReadonlySet<(event: HostEvent) => void>
  /** As our own page asks, but for what the case says otherwise. */
  ask(path: string, asked?: Asked): Promise<Answer>
  call(body: unknown, headers?: OutgoingHttpHeaders): Promise<Answer>
  /** Bytes as they are, for what no client would send; hangs up after them unless they say `Connection: close`. */
  send(bytes: string | Buffer): Promise<string>
}

/** The browser host around a workspace that answers every call with `answer`. */
export async function serveBrowser(answer: DataHost['call'] = async () => ({ ok: true, value: 'answered' })): Promise<ServedBrowser> {
  const directory = temporaryWorkspace()
  const out = join(directory, 'out')
  const files: Readonly<Record<string, string>> = { 'index.html': '<!doctype html>the page', 'assets/main-abcdefgh.js': 'export {}' }
  mkdirSync(join(out, 'renderer', 'assets'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(out, 'renderer', name), text)
  writeFileSync(join(out, 'renderer.manifest.json'), describeManifest(Object.keys(files)))
  writeFileSync(join(out, 'secret.txt'), 'secret')

  const calls: { name: string; input: unknown; caller: Caller; id: string | undefined }[] = []
  const grants = new Map<string, FileGrant>()
  const listeners = new Set<(event: HostEvent) => void>()
  const host: DataHost = {
    call: (name, input, caller, id) => {
      calls.push({ name, input, caller, id })
      return answer(name, input, caller, id)
    },
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    grantFile: (grant) => void grants.set(grant.token, grant),
    grantedFile: (token, access) => {
      const grant = grants.get(token)
      return grant?.access === access ? grant.path : undefined
    },
    close: async () => undefined,
  }
  const served = await startBrowserHost({ host, directory, out, port: 0 })
  onTestFinished(() => served.close())
  const port = Number(new URL(served.origin).port)

  const ask = (path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const given = Object.fromEntries(Object.entries({ host: `127.0.0.1:${port}`, 'x-workbench-token': served.token, ...headers }).filter(([, value]) => value !== undefined))
      const sent = request({ host: '127.0.0.1', port, path, method, headers: given, agent: false }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject).on('end', () => {
          const text = Buffer.concat(chunks).toString()
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text, code: outcomeCode(text) })
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })

  return {
    served, port, directory, calls, grants, listeners, ask,
    call: (body, headers = {}) => ask('/call', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    send: (bytes) =>
      new Promise((resolve) => {
        let heard = ''
        const socket = connect(port, '127.0.0.1', () => (bytes.includes('Connection: close') ? socket.write(bytes) : socket.end(bytes)))
        socket.on('data', (chunk) => (heard += chunk.toString('latin1'))).on('error', () => undefined).on('close', () => resolve(heard))
      }),
  }
}

function outcomeCode(text: string): string | undefined {
  try {
    const outcome = JSON.parse(text) as Outcome<unknown>
    return outcome.ok ? 'ok' : outcome.error.code
  } catch {
    return undefined
  }
}
