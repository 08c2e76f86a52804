import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { z } from 'zod'
import type { JsonValue } from '#shared/foundation/json.ts'
import { DIGEST_HEADER } from '#shared/sync/digest-header.ts'
import { networkFault } from './network-fault.ts'
import type { Surroundings } from './surroundings.ts'

/** Why the central API could not be talked to. Nothing has changed on the desk. */
export class CentralProblem extends Error {
  readonly code: string
  readonly status: number | null
  readonly retryAfterMs: number | null
  readonly details: JsonValue

  constructor(code: string, message: string, { status = null, retryAfterMs = null, details = null }: { status?: number | null; retryAfterMs?: number | null; details?: JsonValue } = {}) {
    super(message)
    this.code = code
    this.status = status
    this.retryAfterMs = retryAfterMs
    this.details = details
  }
}

export interface TextQuestion {
  readonly address: string
  readonly path: string
  /** Asked by GET without one. */
  readonly body?: unknown
  readonly token?: string
  readonly signal: AbortSignal
  /** Milliseconds of silence until it is given up. */
  readonly patience?: number
}

export interface Question<S extends z.ZodType> extends TextQuestion {
  readonly answer: S
}

const PATIENCE = 90_000
/** However steadily it trickles. */
const LONGEST = 900_000
/** What a slow line, 32 kbit/s, takes away in a millisecond. */
const SLOW_LINE = 4
/** Far above a page: what is longer is not from a central API. */
const LONGEST_ANSWER = 64_000_000
const WORTH_PACKING = 1_400

const pack = promisify(gzip)
const refusalSchema = z.object({ error: z.object({ code: z.string().regex(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?$/).max(100), message: z.string().max(2000), details: z.json().optional() }) })

/** Asks the central API one thing. Throws CentralProblem, whatever stands between: nothing is believed that is not an answer in full. */
export async function ask<S extends z.ZodType>(surroundings: Pick<Surroundings, 'fetch' | 'after'>, { answer, ...question }: Question<S>): Promise<z.output<S>> {
  const parsed = answer.safeParse(parse(await askText(surroundings, question)))
  if (!parsed.success) throw new CentralProblem('sync.garbled', 'the answer is not what this program understands', { status: 200 })
  return parsed.data
}

/** The answer as it came, for whoever reads it in another thread: a success, and JSON by its own account. */
export async function askText({ fetch, after }: Pick<Surroundings, 'fetch' | 'after'>, { address, path, body, token, signal, patience = PATIENCE }: TextQuestion): Promise<string> {
  const text = body === undefined ? null : JSON.stringify(body)
  const packed = text === null || text.length < WORTH_PACKING ? null : await pack(text, { level: 1 })
  const late = new AbortController()
  const give = (): void => {
    late.abort()
  }
  let silence = after(patience + (packed ?? text ?? '').length / SLOW_LINE, give)
  const end = after(LONGEST, give)
  const heard = (): void => {
    silence()
    silence = after(patience, give)
  }
  try {
    const response = await fetch(`${address}${path}`, {
      redirect: 'manual',
      ...(text === null ? { method: 'GET' } : { method: 'POST', body: packed === null ? text : new Uint8Array(packed) }),
      headers: {
        accept: 'application/json',
        ...(text === null ? {} : { 'content-type': 'application/json', [DIGEST_HEADER]: digestOf(text) }),
        ...(packed === null ? {} : { 'content-encoding': 'gzip' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      signal: AbortSignal.any([signal, late.signal]),
    })
    heard()
    return await read(response, heard)
  } catch (error) {
    if (error instanceof CentralProblem) throw error
    const code = signal.aborted ? 'sync.cancelled' : late.signal.aborted ? 'sync.timed-out' : networkFault(error)
    throw new CentralProblem(code, error instanceof Error ? error.message : String(error))
  } finally {
    silence()
    end()
  }
}

async function read(response: Response, heard: () => void): Promise<string> {
  const { status } = response
  const isJson = /^application\/json\b/i.test(response.headers.get('content-type') ?? '')
  if (status === 407 || (!isJson && status < 500 && status !== 408 && status !== 413 && status !== 429)) {
    await response.body?.cancel()
    throw new CentralProblem(status === 407 ? 'sync.proxy' : status === 404 ? 'sync.not-central' : 'sync.captive', 'something else than the central API has answered', { status })
  }
  const text = await bounded(response, heard)
  if (status !== 200) throw failure(response, text)
  const digest = response.headers.get(DIGEST_HEADER)
  if (digest !== null && digest !== digestOf(text)) throw new CentralProblem('sync.damaged', 'the answer was damaged on its way', { status })
  return text
}

function failure(response: Response, text: string): CentralProblem {
  const { status } = response
  const told = refusalSchema.safeParse(parse(text)).data?.error
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  const retryAfterMs = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
  return new CentralProblem(codeOf(status) ?? told?.code ?? 'sync.garbled', told?.message ?? `the central API answered ${status}`, { status, retryAfterMs, details: told?.details ?? null })
}

/** What the status says by itself, whoever has sent it. */
function codeOf(status: number): string | undefined {
  if (status === 426) return 'sync.version'
  if (status === 413) return 'sync.too-large'
  if (status === 429 || status === 503) return 'sync.busy'
  if (status === 408 || status === 504) return 'sync.timed-out'
  return status >= 500 ? 'sync.server-failed' : undefined
}

async function bounded(response: Response, heard: () => void): Promise<string> {
  if (response.body === null) return ''
  const decoder = new TextDecoder('utf-8', { fatal: false })
  let text = ''
  let bytes = 0
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    heard()
    bytes += chunk.byteLength
    if (bytes > LONGEST_ANSWER) throw new CentralProblem('sync.garbled', 'the answer has no end')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function digestOf(text: string): string {
  return `sha-256=:${createHash('sha256').update(text).digest('base64')}:`
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
