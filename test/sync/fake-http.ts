import { gunzipSync } from 'node:zlib'
import { pullSchema, pushSchema } from '#shared/sync/messages.ts'
import type { Person } from '#shared/people/enrolment.ts'
import { FakeCentral } from './fake-central.ts'
import { buildPerson } from './sync-desk.ts'

export type Fault = (path: string, body: unknown) => Response | Error | 'lost' | undefined

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })
}

function bodyOf({ body, headers }: RequestInit): unknown {
  const packed = new Headers(headers).get('content-encoding') === 'gzip'
  return JSON.parse(packed ? gunzipSync(body as Uint8Array).toString() : Buffer.from(body as string).toString()) as unknown
}

/** The fake central API as `fetch` finds it, with tokens, and with whatever goes wrong between. */
export class FakeHttp {
  readonly central = new FakeCentral()
  readonly asked: string[] = []
  person: Person
  /** Looked at before each request: an answer of its own, no network, or an answer that is lost on the way. */
  fault: Fault = () => undefined
  accessTokens = new Set<string>()
  refreshToken = ''
  /** Gives the same refresh token again, for tests in which answers that carry one are lost. */
  keepsRefreshToken = false
  #issued = 0
  #waiting = new Set<() => void>()

  constructor(person: Person = buildPerson()) {
    this.person = person
  }

  /** Something is newer than any cursor. */
  announce(): void {
    for (const wake of this.#waiting) wake()
  }

  readonly fetch = async (address: string, init: RequestInit): Promise<Response> => {
    const path = new URL(address).pathname
    const body = bodyOf(init)
    init.signal?.throwIfAborted()
    this.asked.push(path)
    const fault = this.fault(path, body)
    if (fault instanceof Error) throw fault
    if (fault instanceof Response) return fault
    const answer = await this.#answer(path, body, new Headers(init.headers).get('authorization'), init.signal ?? null)
    if (fault === 'lost') throw new TypeError('fetch failed')
    return answer
  }

  /** @returns the refresh token of a desk that is signed in */
  openSession(): string {
    this.#session()
    return this.refreshToken
  }

  count(path: string): number {
    return this.asked.filter((asked) => asked === path).length
  }

  async #answer(path: string, body: unknown, authorization: string | null, signal: AbortSignal | null): Promise<Response> {
    if (path === '/auth/v1/enrol') return json(200, this.#session())
    if (path === '/auth/v1/refresh') {
      if ((body as { refreshToken: string }).refreshToken !== this.refreshToken) return json(401, { error: { code: 'session.ended', message: 'sign in again' } })
      return json(200, this.#session())
    }
    if (path === '/auth/v1/sign-out') return json(200, {})
    if (!this.accessTokens.has(authorization?.replace('Bearer ', '') ?? '')) return json(401, { error: { code: 'session.ended', message: 'sign in again' } })
    if (path === '/sync/v1/push') {
      const answer = await this.central.push(pushSchema.parse(body))
      this.announce()
      return json(200, answer)
    }
    if (path === '/sync/v1/pull') return json(200, await this.central.pull(pullSchema.parse(body)))
    if (path === '/sync/v1/hello') return json(200, { protocol: 1, oldestProtocol: 1, epoch: this.central.epoch, serverTime: '', lastSeq: this.central.lastSeqOf((body as { clientId: string }).clientId) })
    signal?.throwIfAborted()
    return new Promise((resolve, reject) => {
      const wake = (): void => {
        this.#waiting.delete(wake)
        resolve(json(200, { changed: true }))
      }
      this.#waiting.add(wake)
      signal?.addEventListener('abort', () => {
        this.#waiting.delete(wake)
        reject(new DOMException('aborted', 'AbortError'))
      })
    })
  }

  #session(): unknown {
    this.#issued += 1
    if (!this.keepsRefreshToken || this.refreshToken === '') this.refreshToken = `refresh-token-number-${this.#issued}`
    const accessToken = `access-${this.#issued}`
    this.accessTokens = new Set([accessToken])
    return { person: this.person, accessToken, expiresIn: 900, refreshToken: this.refreshToken }
  }
}
