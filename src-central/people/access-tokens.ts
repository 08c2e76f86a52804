import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Store } from '../store/store.ts'
import { unauthorised, type Bearer } from './bearer.ts'
import { ALGORITHM, readKeys, rotateKeys, type Keys } from './signing-keys.ts'

export const ACCESS_SECONDS = 600
const AUDIENCE = 'channel-workbench-central'
const CLOCK_TOLERANCE_SECONDS = 60
const LONGEST_TOKEN = 2_000
/** How often, at most, an unknown key sends us to look for new ones. */
const LOOK_FOR_KEYS_MS = 5_000

const claimsSchema = z.object({ tid: z.uuid(), sub: z.string(), did: z.string(), cid: z.string() })

/** Gives and reads access tokens: short-lived, signed by a key from the database, which all processes share. */
export class AccessTokens {
  readonly #store: Store
  readonly #issuer: string
  readonly #clock: () => Date
  #keys: Keys | null = null
  #lookedAt = 0

  constructor(store: Store, issuer: string, clock: () => Date) {
    this.#store = store
    this.#issuer = issuer
    this.#clock = clock
  }

  async give(bearer: Bearer): Promise<{ accessToken: string; expiresIn: number }> {
    const { signing } = await this.#readKeys()
    const issuedAt = Math.floor(this.#clock().getTime() / 1000)
    const accessToken = await new SignJWT({ tid: bearer.tenantId, did: bearer.deviceId, cid: bearer.clientId })
      .setProtectedHeader({ alg: ALGORITHM, kid: signing.id, typ: 'at+jwt' })
      .setSubject(bearer.personId)
      .setIssuer(this.#issuer)
      .setAudience(AUDIENCE)
      .setIssuedAt(issuedAt)
      .setNotBefore(issuedAt)
      .setExpirationTime(issuedAt + ACCESS_SECONDS)
      .sign(signing.privateKey)
    return { accessToken, expiresIn: ACCESS_SECONDS }
  }

  /** Whom a token speaks for; whatever is wrong with it, the answer is the same. */
  async read(token: string): Promise<Bearer> {
    if (token.length > LONGEST_TOKEN) throw unauthorised()
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.#verifyingKey(kid), {
        algorithms: [ALGORITHM],
        issuer: this.#issuer,
        audience: AUDIENCE,
        typ: 'at+jwt',
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp', 'iat', 'nbf', 'sub'],
        maxTokenAge: ACCESS_SECONDS,
        currentDate: this.#clock(),
      })
      const { tid, sub, did, cid } = claimsSchema.parse(payload)
      return { tenantId: tid, personId: sub, deviceId: did, clientId: cid }
    } catch (error) {
      if (isOurFault(error)) throw error
      throw unauthorised()
    }
  }

  async #verifyingKey(id: string | undefined) {
    let keys = await this.#readKeys()
    if (id !== undefined && !keys.verifying.has(id) && performance.now() - this.#lookedAt > LOOK_FOR_KEYS_MS) keys = await this.#readKeys(true)
    const key = id === undefined ? undefined : keys.verifying.get(id)
    if (key === undefined) throw unauthorised()
    return key
  }

  async #readKeys(again = false): Promise<Keys> {
    if (this.#keys !== null && !again) return this.#keys
    this.#lookedAt = performance.now()
    const keys = await readKeys(this.#store)
    if (keys !== null) return (this.#keys = keys)
    await rotateKeys(this.#store, this.#clock().toISOString())
    return this.#readKeys(true)
  }
}

/** The database being away says nothing about the token. */
function isOurFault(error: unknown): boolean {
  return error instanceof Error && !('refusal' in error) && !/^(ERR_J|ERR_JWT)/.test(String((error as { code?: unknown }).code)) && error.name !== 'ZodError' && error.name !== 'TypeError' && error.name !== 'SyntaxError'
}
