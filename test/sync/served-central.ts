import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import type { FakeHttp } from './fake-http.ts'

/** The fake central API behind a real socket, for tests of the line between. @returns its port */
export async function serveFake(http: Pick<FakeHttp, 'fetch'>): Promise<number> {
  const server = createServer((request, response) => {
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    void buffer(request)
      .then((body) => http.fetch(`http://127.0.0.1${request.url ?? ''}`, { headers: request.headers as Record<string, string>, body: new Uint8Array(body), signal: gone.signal }))
      .then(async (answer) => {
        const text = await answer.text()
        response.writeHead(answer.status, { 'content-type': 'application/json', 'unencoded-digest': digestOf(text) })
        response.end(text)
      })
      .catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return (server.address() as AddressInfo).port
}

export function digestOf(text: string): string {
  return `sha-256=:${createHash('sha256').update(text).digest('base64')}:`
}
