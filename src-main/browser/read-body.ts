import type { IncomingMessage } from 'node:http'
import { refused, type Outcome } from '#shared/foundation/outcome.ts'

/** A JSON body of at most `limit` bytes. */
export async function readJson(request: IncomingMessage, limit: number): Promise<Outcome<unknown>> {
  if (!/^application\/json(;|$)/i.test(request.headers['content-type'] ?? '')) return refused('request.not-json', 'the body must be application/json')
  const chunks: Buffer[] = []
  if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge(limit)
  let size = 0
  // The rest of a body that is too large is let run out: to break off the connection would take the answer with it.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) return tooLarge(limit)
    chunks.push(chunk)
  }
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) as unknown }
  } catch {
    return refused('request.not-json', 'the body is not JSON')
  }
}

function tooLarge(limit: number): Outcome<never> {
  return refused('payload.too-large', 'the request is too large', { limit })
}
