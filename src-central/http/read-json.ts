import { createGunzip } from 'node:zlib'
import type { Readable } from 'node:stream'
import { ApiError } from '../foundation/api-error.ts'
import { digestOf } from './body-digest.ts'

/** Deeper than any command's input that a desk lets through, far below what would exhaust a stack. */
const DEEPEST = 80

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads a body strictly: UTF-8, JSON of bearable depth, no `__proto__`. Of a key that comes twice, the last counts.
 * @param digest the body's, as the sender has it; without one, the body is believed
 */
export function readJson(body: Buffer, digest: unknown): unknown {
  if (digest !== undefined && digest !== digestOf(body)) throw new ApiError(400, 'request.damaged', 'the body was damaged on its way')
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(body))
  } catch {
    throw new ApiError(400, 'request.not-json', 'the body is not JSON in UTF-8')
  }
  assertBearable(value)
  return value
}

function assertBearable(value: unknown): void {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) throw new ApiError(400, 'request.too-deep', 'the body is nested too deeply')
    const next: unknown[] = []
    for (const item of level) {
      if (typeof item !== 'object' || item === null) continue
      if (Object.hasOwn(item, '__proto__')) throw new ApiError(400, 'request.forbidden-key', 'the body carries the key __proto__')
      for (const each of Array.isArray(item) ? item : Object.values(item)) if (typeof each === 'object' && each !== null) next.push(each)
    }
    level = next
  }
}

/** Unpacks a body on the way in. How much comes out is bounded by the route's limit, counted while it comes. */
export function unpacked(payload: Readable, encoding: string | undefined): Readable & { receivedEncodedLength?: number } {
  if (encoding === undefined || encoding === 'identity') return payload
  if (encoding !== 'gzip') throw new ApiError(415, 'request.encoding', 'a body comes plain or packed by gzip')
  const gunzip: Readable & { receivedEncodedLength?: number; destroy: (error?: Error) => unknown } = payload.pipe(createGunzip())
  gunzip.receivedEncodedLength = 0
  payload.on('data', (chunk: Buffer) => {
    gunzip.receivedEncodedLength = (gunzip.receivedEncodedLength ?? 0) + chunk.length
  })
  payload.on('error', (error) => gunzip.destroy(error))
  // Whatever the reason to stop reading, the sender is not read any further either.
  gunzip.on('close', () => payload.unpipe())
  gunzip.on('error', (error) => Object.assign(error, { statusCode: 400 }))
  return gunzip
}
