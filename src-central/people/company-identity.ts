import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { isConfidential } from '#shared/people/confidential-address.ts'
import { ApiError } from '../foundation/api-error.ts'

/** Where the company's people sign in (OpenID Connect), and as which client their desks do: a public one, without a secret. */
export interface CompanySignIn {
  readonly issuer: string
  readonly clientId: string
  /** By which address desks know this server; null: only desks on the same machine sign in so. */
  readonly address: string | null
}

/** What the company's provider has said of somebody, to this client, just now. */
export interface Identity {
  readonly email: string
  readonly nonce: string
  /** ISO 8601 UTC. */
  readonly expiresAt: string
}

/** Signatures that need the provider's private key: none that its public key could make, and not "none". */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
const CLOCK_TOLERANCE_SECONDS = 60
/** A desk hands an id_token on as soon as it has it. */
const OLDEST_SECONDS = 600
const PATIENCE_MS = 10_000
const UNREACHABLE = 'sign-in.provider-unreachable'
/** Of jose: its keys could not be fetched, or are none. */
const OF_PROVIDER: ReadonlySet<string> = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'])

const metadataSchema = z.object({ issuer: z.string(), jwks_uri: z.url() })
const claimsSchema = z.object({ nonce: z.string().min(1), exp: z.int(), email: z.email().max(300).optional(), email_verified: z.boolean().optional(), azp: z.string().optional() })

/** Reads what the company's provider says of people: believes its signature alone. */
export class CompanyIdentity {
  readonly settings: CompanySignIn
  readonly #clock: () => Date
  readonly #log: (line: string) => void
  #keys: Promise<JWTVerifyGetKey> | undefined

  constructor(settings: CompanySignIn, clock: () => Date, log: (line: string) => void) {
    this.settings = settings
    this.#clock = clock
    this.#log = log
  }

  async read(idToken: string): Promise<Identity> {
    const { issuer, clientId } = this.settings
    this.#keys ??= this.#discover()
    const { payload } = await this.#keys.then((keys) => jwtVerify(idToken, keys, {
      algorithms: ALGORITHMS,
      issuer,
      audience: clientId,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      maxTokenAge: OLDEST_SECONDS,
      requiredClaims: ['exp', 'iat', 'sub', 'nonce'],
      currentDate: this.#clock(),
    })).catch((error: unknown) => {
      const problem = told(error)
      if (problem.refusal.code === UNREACHABLE) {
        this.#log(`the company’s provider ${issuer}: ${String(error)}`)
        // It may have moved: it is asked anew for its description then.
        this.#keys = undefined
      }
      throw problem
    })
    const claims = claimsSchema.safeParse(payload)
    if (!claims.success || (claims.data.azp !== undefined && claims.data.azp !== clientId)) throw untrusted('claims')
    const { email, email_verified: verified, nonce, exp } = claims.data
    if (email === undefined || verified !== true) throw new ApiError(403, 'sign-in.email-unverified', 'the company’s provider does not vouch for an email address of this account')
    return { email, nonce, expiresAt: new Date((exp + CLOCK_TOLERANCE_SECONDS) * 1000).toISOString() }
  }

  /** The provider’s keys, by its own description. */
  async #discover(): Promise<JWTVerifyGetKey> {
    const { issuer } = this.settings
    const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) })
    const metadata = metadataSchema.parse(await answer.json())
    if (metadata.issuer !== issuer || !isConfidential(URL.parse(metadata.jwks_uri))) throw new Error('the provider describes itself as another')
    return createRemoteJWKSet(new URL(metadata.jwks_uri), { timeoutDuration: PATIENCE_MS })
  }
}

/** @param reason for an administrator: which of the checks failed */
export function untrusted(reason: string): ApiError {
  return new ApiError(401, 'sign-in.token-invalid', 'what the company’s provider said cannot be believed', { reason })
}

function told(error: unknown): RefusedError {
  if (error instanceof RefusedError) return error
  if (error instanceof errors.JWTExpired) return new ApiError(401, 'sign-in.token-expired', 'what the company’s provider said is too old')
  if (error instanceof errors.JWTClaimValidationFailed) return untrusted(error.claim)
  return error instanceof errors.JOSEError && !OF_PROVIDER.has(error.code) ? untrusted(error.code) : new RefusedError(UNREACHABLE, 'the company’s provider cannot be reached from the central API, or describes itself wrongly')
}
