import type { z } from 'zod'
import { accessSchema, sessionSchema, type Person, type Session } from '#shared/people/enrolment.ts'
import { ask, askText, CentralProblem } from './central-client.ts'
import type { TokenKeeper } from './refresh-token.ts'
import type { Surroundings } from './surroundings.ts'

/** Before its end a token is renewed, so that no request meets it on the way. */
const MARGIN = 30_000

interface SessionPorts {
  readonly surroundings: Surroundings
  readonly keeper: TokenKeeper
  /** The identity that the desk goes by at this moment. */
  readonly clientId: () => Promise<string>
  /** The person may have been given another role or name. */
  readonly met: (person: Person) => Promise<void>
}

/** Talks to one central API as the person who is signed in: renews the access token in time, and once when it is refused. */
export class CentralSession {
  readonly address: string
  readonly #ports: SessionPorts
  #access: { readonly token: string; readonly renewAt: number } | undefined
  #renewing: Promise<string> | undefined

  constructor(address: string, ports: SessionPorts) {
    this.address = address
    this.#ports = ports
  }

  /** Begins with what enrolling gave. */
  async accept({ accessToken, expiresIn, refreshToken }: Session): Promise<void> {
    await this.#ports.keeper.write(refreshToken)
    this.#keep(accessToken, expiresIn)
  }

  async call<S extends z.ZodType>(path: string, body: unknown, answer: S, signal: AbortSignal, patience?: number): Promise<z.output<S>> {
    return this.#signedIn((token) => ask(this.#ports.surroundings, { address: this.address, path, body, answer, token, signal, ...(patience === undefined ? {} : { patience }) }))
  }

  /** The answer as it came. */
  async text(path: string, body: unknown, signal: AbortSignal): Promise<string> {
    return this.#signedIn((token) => askText(this.#ports.surroundings, { address: this.address, path, body, token, signal }))
  }

  async #signedIn<T>(request: (token: string) => Promise<T>): Promise<T> {
    const token = await this.#token()
    try {
      return await request(token)
    } catch (error) {
      if (!(error instanceof CentralProblem)) throw error
      if (error.code === 'client.foreign') return request(await this.#identify(token))
      if (error.status !== 401) throw error
      if (this.#access?.token === token) this.#access = undefined
      return await request(await this.#token())
    }
  }

  /** The desk has taken another identity since its session began: the central API is told. */
  async #identify(token: string): Promise<string> {
    const { surroundings, clientId } = this.#ports
    const { accessToken, expiresIn } = await ask(surroundings, { address: this.address, path: '/auth/v1/identity', body: { clientId: await clientId() }, answer: accessSchema, token, signal: new AbortController().signal, patience: 30_000 })
    this.#keep(accessToken, expiresIn)
    return accessToken
  }

  #keep(token: string, expiresIn: number): void {
    this.#access = { token, renewAt: this.#ports.surroundings.monotonic() + Math.max(expiresIn * 500, expiresIn * 1000 - MARGIN) }
  }

  async #token(): Promise<string> {
    const access = this.#access
    if (access !== undefined && this.#ports.surroundings.monotonic() < access.renewAt) return access.token
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = undefined
    })
    return this.#renewing
  }

  /** Once at a time, and never cut off. Where the answer is lost, or cannot be kept, the same token is traded again the next time. */
  async #renew(): Promise<string> {
    const { surroundings, keeper, met } = this.#ports
    const refreshToken = await keeper.read()
    if (refreshToken === null) throw new CentralProblem('session.ended', 'this desk has no session', { status: 401 })
    const session = await ask(surroundings, { address: this.address, path: '/auth/v1/refresh', body: { refreshToken }, answer: sessionSchema, signal: new AbortController().signal, patience: 30_000 })
    await this.accept(session)
    await met(session.person).catch((error: unknown) => {
      // Whoever is not met is spoken to no further.
      this.#access = undefined
      throw error
    })
    return session.accessToken
  }
}
