import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose'
import Provider from 'oidc-provider'

export const CLIENT_ID = 'channel-workbench'
/** Whose address the provider does not vouch for. */
export const UNVERIFIED = 'unverified@lira.example'

/** The company's OpenID provider, on this machine: whoever types an email address is that person. */
export interface CompanyProvider {
  readonly issuer: string
  readonly key: CryptoKey
  readonly publicJwk: Readonly<Record<string, unknown>>
  /** An id_token signed by the provider's own key, with these claims besides or instead. */
  sign(claims: Readonly<Record<string, unknown>>, now: Date): Promise<string>
  close(): Promise<void>
}

export async function startCompanyProvider(): Promise<CompanyProvider> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const head = { kid: 'company-key', alg: 'RS256', use: 'sig' }
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the provider has no port')
  const issuer = `http://127.0.0.1:${bound.port}`

  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT_ID, application_type: 'native', token_endpoint_auth_method: 'none', grant_types: ['authorization_code'], response_types: ['code'], redirect_uris: ['http://127.0.0.1/signed-in'] }],
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: id, email_verified: id !== UNVERIFIED }) }),
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: false }, claimsParameter: { enabled: true } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    jwks: { keys: [{ ...(await exportJWK(privateKey)), ...head }] },
    cookies: { keys: ['company'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
  })
  const answer = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/interaction/') !== true) return void answer(request, response)
    interact(provider, request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
  })

  return {
    issuer,
    key: privateKey,
    publicJwk: { ...(await exportJWK(publicKey)), ...head },
    sign: (claims, now) => {
      const at = Math.floor(now.getTime() / 1000)
      return new SignJWT({ iss: issuer, aud: CLIENT_ID, sub: 'x', iat: at, exp: at + 600, ...claims }).setProtectedHeader({ alg: head.alg, kid: head.kid }).sign(privateKey)
    },
    close: async () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** The sign-in page: an email address and two buttons. */
async function interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end('<!doctype html><html lang="en"><title>Company</title><form method="post"><label>Email <input name="email"></label><button name="do" value="in">Sign in</button><button name="do" value="deny">Deny</button></form></html>')
    return
  }
  let body = ''
  for await (const chunk of request) body += String(chunk)
  const form = new URLSearchParams(body)
  if (form.get('do') === 'deny') return provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'the person said no' })
  const { params } = await provider.interactionDetails(request, response)
  const accountId = form.get('email') ?? ''
  const grant = new provider.Grant({ accountId, clientId: String(params['client_id']) })
  grant.addOIDCScope('openid email')
  grant.addOIDCClaims(['email', 'email_verified'])
  return provider.interactionFinished(request, response, { login: { accountId }, consent: { grantId: await grant.save() } })
}

/** What a person does in the browser: opens the page, signs in or refuses, and is sent on. @returns the last page's answer */
export async function signInAs(page: string, choice: { readonly email: string } | 'deny'): Promise<Response> {
  const callback = await walkTo(page, choice)
  return fetch(callback)
}

/** The address that the provider sends the browser back to. */
export async function walkTo(page: string, choice: { readonly email: string } | 'deny'): Promise<string> {
  const cookies = new Map<string, string>()
  const home = new URL(page).origin
  let address = page
  let form: URLSearchParams | undefined
  for (let step = 0; step < 10; step += 1) {
    const answer: Response = await fetch(address, { redirect: 'manual', method: form === undefined ? 'GET' : 'POST', ...(form === undefined ? {} : { body: form }), headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const next = answer.headers.get('location')
    form = undefined
    if (next !== null) {
      address = new URL(next, address).href
      if (!address.startsWith(home)) return address
    } else if (address.includes('/interaction/') && answer.ok) form = new URLSearchParams(choice === 'deny' ? { do: 'deny' } : { do: 'in', email: choice.email })
    else throw new Error(`${answer.status}: ${await answer.text()}`)
  }
  throw new Error('the provider sends in circles')
}
