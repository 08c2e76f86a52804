import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refused, RefusedError, type Outcome } from '#shared/foundation/outcome.ts'
import type { DataHost } from '../operations/data-host.ts'
import { checkPayload } from '../operations/payload-limits.ts'
import { SECURITY_HEADERS } from '../static-files/content-security-policy.ts'
import { parseManifest } from '../static-files/manifest.ts'
import { createStaticFileHandler } from '../static-files/serve.ts'
import { streamEvents } from './event-stream.ts'
import { FileExchange } from './file-exchange.ts'
import { readJson } from './read-body.ts'
import { holdsToken, isOwnRequest } from './request-guard.ts'

export interface BrowserHostOptions {
  readonly host: DataHost
  readonly directory: string
  /** Where the built renderer lies: `renderer/` and `renderer.manifest.json`. */
  readonly out: string
  /** 0 takes any free port. */
  readonly port: number
}

export interface BrowserHost {
  /** Where to point a browser; holds this start's token, so it is for this user alone. */
  readonly address: string
  readonly origin: string
  readonly token: string
  close(): Promise<void>
}

const LARGEST_CALL = 4 * 1024 * 1024
const MOST_CALLS_AT_ONCE = 128
const LONGEST_NAME = 300

/** Serves the window to a browser on this machine: 127.0.0.1 alone, own page alone, with a token made at each start. */
export async function startBrowserHost({ host, directory, out, port }: BrowserHostOptions): Promise<BrowserHost> {
  const token = randomBytes(32).toString('base64url')
  const files = new FileExchange(directory, host)
  const manifest = parseManifest(await readFile(join(out, 'renderer.manifest.json'), 'utf8'))
  let authority = ''
  let calls = 0

  const call = async (request: IncomingMessage): Promise<Outcome<unknown>> => {
    const body = await readJson(request, LARGEST_CALL)
    if (!body.ok) return body
    const { name, input, id } = (body.value ?? {}) as { name?: unknown; input?: unknown; id?: unknown }
    if (typeof name !== 'string' || name.length > LONGEST_NAME) return refused('request.invalid', 'a call needs the name of an operation')
    if (id !== undefined && typeof id !== 'string') return refused('request.invalid', 'the id of a call is a text')
    const problem = checkPayload(input)
    if (problem !== undefined) return { ok: false, error: problem }
    if (calls >= MOST_CALLS_AT_ONCE) return refused('host.busy', 'too many calls at once')
    calls += 1
    try {
      return await host.call(name, input, { kind: 'browser' }, id)
    } finally {
      calls -= 1
    }
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isOwnRequest(request, authority)) return answer(response, 403, refused('request.foreign', 'this page may not talk to the workbench'))
    const url = URL.parse(request.url ?? '/', `http://${authority}`)
    if (url === null) return answer(response, 400, refused('request.invalid', 'the address cannot be read'))
    const route = `${request.method ?? ''} ${url.pathname.startsWith('/files/') ? '/files/*' : url.pathname}`
    if (route in routes) {
      if (!holdsToken(request, token)) return answer(response, 401, refused('request.token', 'the address is of another start of the workbench'))
      return routes[route as keyof typeof routes](request, response, url)
    }
    // A Request cannot be made of every method (TRACE); to the pages all but GET are alike.
    const page = await staticFiles(new Request(url, { method: request.method === 'GET' ? 'GET' : 'POST' }))
    response.writeHead(page.status, Object.fromEntries(page.headers))
    response.end(Buffer.from(await page.arrayBuffer()))
  }

  const routes = {
    'POST /call': async (request: IncomingMessage, response: ServerResponse) => answer(response, 200, await call(request)),
    'GET /events': async (_: IncomingMessage, response: ServerResponse) => {
      streamEvents(host, response)
    },
    'POST /files': async (request: IncomingMessage, response: ServerResponse, url: URL) => answer(response, 200, await files.receive(request, url.searchParams.get('name') ?? '')),
    'DELETE /files/*': async (_: IncomingMessage, response: ServerResponse, url: URL) => answer(response, 200, files.release(url.pathname.slice('/files/'.length))),
    'GET /files/*': async (_: IncomingMessage, response: ServerResponse, url: URL) => {
      if (!(await files.send(url.pathname.slice('/files/'.length), response))) answer(response, 404, refused('file.unknown', 'there is no such file'))
    },
  }

  const server = createServer({ requestTimeout: 300_000, headersTimeout: 10_000, connectionsCheckingInterval: 1000, maxHeaderSize: 16_384 }, (request, response) => {
    serve(request, response).catch(() => {
      if (!response.headersSent) answer(response, 500, refused('internal', 'something went wrong inside the program'))
      else response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portRefusal(error, port)))
    server.listen(port, '127.0.0.1', resolve)
  })
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port')
  authority = `127.0.0.1:${bound.port}`
  const origin = `http://${authority}`
  const staticFiles = createStaticFileHandler({ origin, manifest, read: async (file) => new Uint8Array(await readFile(join(out, 'renderer', file))) })

  return {
    origin,
    token,
    address: `${origin}/#token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          files.clear()
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

function portRefusal(error: Error, port: number): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return new RefusedError('host.port-taken', 'another program uses this port', { port: String(port) })
  if (code === 'EACCES') return new RefusedError('host.port-not-allowed', 'the system does not allow this port', { port: String(port) })
  return error
}

function answer(response: ServerResponse, status: number, outcome: Outcome<unknown>): void {
  const body = JSON.stringify(outcome)
  response.writeHead(status, { ...SECURITY_HEADERS, 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'content-length': Buffer.byteLength(body) })
  response.end(body)
}
