import { createHash } from 'node:crypto'
import * as openid from 'openid-client'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { isConfidential, isLoopback } from '#shared/people/confidential-address.ts'
import { waysSchema } from '#shared/people/enrolment.ts'
import { ask } from '../central-client.ts'
import { told, type Proof } from '../enrol.ts'
import { rest, type Surroundings } from '../surroundings.ts'
import { listenForAnswer, type Loopback } from './loopback.ts'

/** How long the person may take in the browser, in milliseconds. */
const PATIENCE = 300_000
/** Of openid-client: nothing that could be read came from the provider. */
const UNREAD: ReadonlySet<string> = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'])

interface SignInPorts {
  readonly surroundings: Pick<Surroundings, 'fetch' | 'after'>
  /** The person gives up. */
  readonly signal: AbortSignal
  /** Shows a page of the company's provider in the person's own browser. */
  readonly show: (address: string) => void
}

/** Where the central API says that the company's people sign in; null where it offers no such way. */
export async function companyWay(address: string, { surroundings, signal }: Omit<SignInPorts, 'show'>): Promise<{ readonly issuer: string; readonly clientId: string } | null> {
  return (await told(ask(surroundings, { address, path: '/auth/v1/ways', answer: waysSchema, signal, patience: 10_000 }))).company
}

/**
 * Lets the person sign in with the company's provider, in the system's browser: authorization code with PKCE, as a public client
 * on the loopback interface (RFC 8252). What comes back is for the central API at this address alone.
 */
export async function signInWithCompany(address: string, ports: SignInPorts): Promise<Proof> {
  const way = await companyWay(address, ports)
  if (way === null) throw new RefusedError('sign-in.not-offered', 'this central API lets nobody in by a company account')
  try {
    return await signInAt(await findProvider(address, way, ports), address, ports)
  } catch (error) {
    throw ports.signal.aborted ? new RefusedError('sign-in.cancelled', 'the sign-in was cancelled') : error
  }
}

async function signInAt(provider: openid.Configuration, address: string, ports: SignInPorts): Promise<Proof> {
  const secret = openid.randomNonce()
  const expected = { nonce: createHash('sha256').update(`${address} ${secret}`).digest('base64url'), state: openid.randomState(), verifier: openid.randomPKCECodeVerifier() }
  const loopback = await listenForAnswer(expected.state)
  try {
    const page = openid.buildAuthorizationUrl(provider, {
      redirect_uri: loopback.redirectUri,
      response_type: 'code',
      scope: 'openid email',
      claims: JSON.stringify({ id_token: { email: { essential: true }, email_verified: { essential: true } } }),
      state: expected.state,
      nonce: expected.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(expected.verifier),
      code_challenge_method: 'S256',
    })
    ports.show(page.href)
    const idToken = await trade(provider, await answerOf(loopback, ports), expected)
    return { path: '/auth/v1/sign-in', body: { idToken, address, secret } }
  } finally {
    loopback.close()
  }
}

/** A server elsewhere must not make this computer talk to itself. */
async function findProvider(address: string, { issuer, clientId }: { readonly issuer: string; readonly clientId: string }, { surroundings, signal }: SignInPorts): Promise<openid.Configuration> {
  const place = URL.parse(issuer)
  if (place === null || !isConfidential(place) || (isLoopback(place) && !isLoopback(URL.parse(address)))) throw unreachable('the provider’s address is not confidential')
  try {
    const provider = await openid.discovery(place, clientId, { token_endpoint_auth_method: 'none' }, openid.None(), {
      [openid.customFetch]: (url, { signal: late, ...init }) => surroundings.fetch(url, { ...(init as RequestInit), signal: AbortSignal.any(late === undefined ? [signal] : [signal, late]) }),
      ...(isLoopback(place) ? { execute: [openid.allowInsecureRequests] } : {}),
    })
    if (!isConfidential(URL.parse(provider.serverMetadata().authorization_endpoint ?? ''))) throw new Error('the provider’s page is not served by TLS')
    return provider
  } catch (error) {
    throw unreachable(messageOf(error))
  }
}

async function answerOf(loopback: Loopback, { surroundings, signal }: SignInPorts): Promise<URL> {
  const over = new AbortController()
  const late = rest(surroundings, PATIENCE, AbortSignal.any([signal, over.signal])).then(() => null)
  try {
    const answer = await Promise.race([loopback.answer, late])
    if (answer === null) throw new RefusedError('sign-in.timed-out', 'nobody signed in within five minutes')
    return answer
  } finally {
    over.abort()
  }
}

/** The code for an id_token, which the central API examines; here only what concerns this sign-in. */
async function trade(provider: openid.Configuration, answer: URL, { state, nonce, verifier }: { readonly state: string; readonly nonce: string; readonly verifier: string }): Promise<string> {
  const issuer = answer.searchParams.get('iss')
  if (issuer !== null && issuer !== provider.serverMetadata().issuer) throw new RefusedError('sign-in.wrong-issuer', 'another provider than the company’s has answered', { issuer: issuer.slice(0, 200) })
  try {
    const tokens = await openid.authorizationCodeGrant(provider, answer, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true })
    if (tokens.id_token === undefined) throw new RefusedError('sign-in.answer-invalid', 'the provider gave no id_token')
    return tokens.id_token
  } catch (error) {
    if (error instanceof RefusedError) throw error
    if (error instanceof openid.AuthorizationResponseError) throw error.error === 'access_denied' ? new RefusedError('sign-in.denied', 'the sign-in was refused at the provider') : refusedBy(error.error)
    if (error instanceof openid.ResponseBodyError) throw refusedBy(error.error)
    if (error instanceof openid.ClientError && error.code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') throw new RefusedError('sign-in.token-expired', messageOf(error))
    if (error instanceof openid.ClientError && !UNREAD.has(error.code ?? '')) throw new RefusedError('sign-in.answer-invalid', messageOf(error))
    throw unreachable(messageOf(error))
  }
}

function refusedBy(error: string): RefusedError {
  return new RefusedError('sign-in.provider-refused', 'the provider refused', { error: error.slice(0, 200) })
}

function unreachable(message: string): RefusedError {
  return new RefusedError('sign-in.provider-unreachable', message)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
