import { z } from 'zod'
import type { JsonValue } from '#shared/foundation/json.ts'
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
  readonly patience?: number
}

export interface Question<S extends z.ZodType> extends TextQuestion {
  readonly answer: S
}

const PATIENCE = 90_000
/** Far above a page: what is longer is not from a central API. */
const LONGEST_ANSWER = 64_000_000

const refusalSchema = z.object({ error: z.object({ code: z.string().regex(/^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)?$/).max(100), message: z.string().max(2000), details: z.json().optional() }) })

/** Asks the central API one thing. Throws CentralProblem, whatever stands between: nothing is believed that is not an answer in full. */
export async function ask<S extends z.ZodType>(surroundings: Pick<Surroundings, 'fetch' | 'after'>, { answer, ...question }: Question<S>): Promise<z.output<S>> {
  const parsed = answer.safeParse(parse(await askText(surroundings, question)))
  if (!parsed.success) throw new CentralProblem('sync.garbled', 'the answer is not what this program understands', { status: 200 })
  return parsed.data
}

/** The answer as it came, for whoever reads it in another thread: a success, and JSON by its own account. */
export async function askText({ fetch, after }: Pick<Surroundings, 'fetch' | 'after'>, { address, path, body, token, signal, patience = PATIENCE }: TextQuestion): Promise<string> {
  const late = new AbortController()
  const cancel = after(patience, () => {
    late.abort()
  })
  try {
    const response = await fetch(`${address}${path}`, {
      redirect: 'manual',
      ...(body === undefined ? { method: 'GET' } : { method: 'POST', body: JSON.stringify(body) }),
      headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), accept: 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      signal: AbortSignal.any([signal, late.signal]),
    })
    return await read(response)
  } catch (error) {
    if (error instanceof CentralProblem) throw error
    throw new CentralProblem('sync.offline', error instanceof Error ? error.message : String(error))
  } finally {
    cancel()
  }
}

async function read(response: Response): Promise<string> {
  const { status } = response
  const isJson = /^application\/json\b/i.test(response.headers.get('content-type') ?? '')
  if (!isJson && status < 500 && status !== 413 && status !== 429) {
    await response.body?.cancel()
    throw new CentralProblem(status === 404 ? 'sync.not-central' : 'sync.captive', 'something else than the central API has answered', { status })
  }
  const text = await bounded(response)
  if (status !== 200) throw failure(response, text)
  return text
}

function failure(response: Response, text: string): CentralProblem {
  const { status } = response
  const told = refusalSchema.safeParse(parse(text)).data?.error
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  const retryAfterMs = Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
  const code = status === 426 ? 'sync.version' : status === 413 ? 'sync.too-large' : status === 429 || status === 503 ? 'sync.busy' : status >= 500 ? 'sync.server-failed' : (told?.code ?? 'sync.garbled')
  return new CentralProblem(code, told?.message ?? `the central API answered ${status}`, { status, retryAfterMs, details: told?.details ?? null })
}

async function bounded(response: Response): Promise<string> {
  if (response.body === null) return ''
  const decoder = new TextDecoder('utf-8', { fatal: false })
  let text = ''
  let bytes = 0
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    if (bytes > LONGEST_ANSWER) throw new CentralProblem('sync.garbled', 'the answer has no end')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
