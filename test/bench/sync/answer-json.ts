import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'

export interface JsonServer {
  readonly address: string
  readonly close: () => Promise<void>
}

/** The smallest endpoint for peers that leave it to their user: JSON by POST, answers packed as our own are (gzip, level 1). */
export async function serveJson(routes: Readonly<Record<string, (body: never) => unknown>>): Promise<JsonServer> {
  const answer = async (request: IncomingMessage): Promise<Buffer> => {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const route = routes[(request.url ?? '').split('?')[0] ?? '']
    if (route === undefined) throw new Error(`there is no ${request.url ?? 'address'}`)
    return gzipSync(JSON.stringify(route(JSON.parse(Buffer.concat(chunks).toString()) as never)), { level: 1 })
  }
  const server = createServer((request, response) => {
    void answer(request).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  // As long as our own: one that a busy desk comes back to late is still there.
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
}

/** Asks such an endpoint. */
export async function askJson<T>(address: string, body: unknown): Promise<T> {
  const response = await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${address}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}
