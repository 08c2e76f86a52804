import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { nearestLocale } from '#shared/locales/locale.ts'
import { returnPage, type ReturnPage } from './return-page.ts'

const PATH = '/signed-in'

/** Where the browser comes back to when the person has signed in. */
export interface Loopback {
  /** Of this computer alone, on a port that was free. */
  readonly redirectUri: string
  /** The address that the browser came back to; the first that carries the state, and the only one. */
  readonly answer: Promise<URL>
  close(): void
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  connection: 'close',
}

/** Listens for one answer. Whoever comes without the state of this sign-in is turned away and ends nothing. */
export async function listenForAnswer(state: string): Promise<Loopback> {
  let authority = ''
  let taken = false
  const { promise: answer, resolve } = Promise.withResolvers<URL>()

  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    const locale = nearestLocale(languagesOf(request.headers['accept-language']))
    const say = async (status: number, page: ReturnPage): Promise<void> => {
      response.writeHead(status, HEADERS).end(request.method === 'HEAD' ? '' : await returnPage(page, locale))
    }
    const address = URL.parse(request.url ?? '', `http://${authority}`)
    if (taken || request.method !== 'GET' || request.headers.host !== authority || address?.host !== authority || address.pathname !== PATH || !isAnswer(address, state)) return void say(404, 'stranger')
    taken = true
    server.close()
    // Not before the browser has its page: whoever waits for the answer ends the connections.
    response.once('close', () => {
      resolve(address)
    })
    void say(200, address.searchParams.has('error') ? 'refused' : 'done')
  }

  const server = createServer({ requestTimeout: 10_000, headersTimeout: 10_000, maxHeaderSize: 16_384 }, serve)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the server has no port')
  authority = `127.0.0.1:${bound.port}`
  return {
    redirectUri: `http://${authority}${PATH}`,
    answer,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

function isAnswer({ searchParams }: URL, state: string): boolean {
  const [given, ...more] = searchParams.getAll('state')
  return given === state && more.length === 0 && (searchParams.has('code') || searchParams.has('error'))
}

/** The wished languages of an Accept-Language header, in its order. */
function languagesOf(header: string | undefined): readonly string[] {
  return (header ?? '').slice(0, 200).split(',').map((part) => part.split(';', 1)[0]?.trim() ?? '')
}
