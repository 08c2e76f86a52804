import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { DIGEST_HEADER } from '#shared/sync/digest-header.ts'
import type { Central } from '../central.ts'
import { ApiError } from '../foundation/api-error.ts'
import type { AccessTokens } from '../people/access-tokens.ts'
import { unauthorised, type Bearer } from '../people/bearer.ts'
import { PROTOCOLS, type Protocols } from './assert-protocol.ts'
import { makeLimit, type Limit } from './limit-rate.ts'
import { describeApi } from './openapi.ts'
import { packAnswer } from './pack-answer.ts'
import { parseInput } from './parse-input.ts'
import { readJson, unpacked } from './read-json.ts'
import type { DeskRoute, OpenRoute } from './route.ts'
import { routes } from './routes.ts'
import { keyOf, serveForm } from './serve-form.ts'
import { tellError } from './tell-error.ts'

const SMALL_BODY = 64_000
/** How long a server that closes lets requests under way be finished, those too that trickle in. */
const GRACE_MS = 3_000

export interface AppParts {
  readonly central: Central
  readonly tokens: AccessTokens
  readonly protocols?: Protocols
  /** Addresses of proxies whose word counts for who is asking; without any, only the connection's does. */
  readonly trustedProxies: readonly string[]
}

/** The HTTP side: nothing but the routes of the list, each with its limits. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { log } = parts.central
  const closing = new AbortController()
  const tell = tellError(log)
  const app = fastify({
    // A request whose head or body trickles in is cut off; so many idle sockets cost little.
    http: { connectionsCheckingInterval: 500, headersTimeout: 10_000, maxHeaderSize: 16_384 },
    requestTimeout: 60_000,
    keepAliveTimeout: 65_000,
    bodyLimit: SMALL_BODY,
    trustProxy: parts.trustedProxies.length === 0 ? false : [...parts.trustedProxies],
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    frameworkErrors: (error, request, reply) => void tell(error, request as never, reply as never),
  })
  await app.register(helmet, { contentSecurityPolicy: { directives: { defaultSrc: ["'none'"] } } })
  await app.register(rateLimit, { global: false })
  app.addHook('preClose', () => {
    closing.abort()
    setTimeout(() => app.server.closeAllConnections(), GRACE_MS).unref()
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => readJson(body, request.headers[DIGEST_HEADER]))
  app.addHook('preParsing', async (request, _reply, payload) => unpacked(payload as never, request.headers['content-encoding']))
  app.addHook('onSend', packAnswer)
  // A connection that is busy when the server closes would otherwise be kept for the next request.
  app.addHook('onSend', async (_request, reply) => {
    if (closing.signal.aborted) reply.header('connection', 'close')
  })
  app.setErrorHandler(tell)
  app.setNotFoundHandler(async (_request, reply) => reply.code(404).send({ error: { code: 'route.unknown', message: 'there is nothing here' } }))

  const bearers = new WeakMap<FastifyRequest, Bearer>()
  const limit = makeLimit(app, { desk: (request) => bearers.get(request)?.deviceId, form: keyOf })
  for (const route of routes) {
    if (route.permission === 'form') await serveForm(app, parts.central, route, limit)
    else addRoute(app, parts, route, closing.signal, limit, bearers)
  }
  app.route({ method: 'GET', url: '/openapi.json', onRequest: (request) => limit('open', request), handler: async () => describeApi(routes) })
  return app
}

function addRoute(app: FastifyInstance, { central, tokens, protocols = PROTOCOLS }: AppParts, route: OpenRoute | DeskRoute, closing: AbortSignal, limit: Limit, bearers: WeakMap<FastifyRequest, Bearer>): void {
  app.route({
    method: route.method,
    url: route.path,
    bodyLimit: route.bodyLimit ?? SMALL_BODY,
    // Before the body is read: nobody unknown makes us read one.
    onRequest: async (request) => {
      if (route.permission === 'desk') bearers.set(request, await authenticated(request, tokens, limit))
      await limit(route.rate, request)
    },
    handler: async (request, reply) => {
      const input = parseInput(route, request, protocols)
      const context = { central, tokens, signal: AbortSignal.any([closing, hangUp(reply)]) }
      if (route.permission === 'anyone') return route.output.parse(await route.answer(context, input))
      const bearer = bearers.get(request)
      if (bearer === undefined) throw unauthorised()
      const answer = await route.answer(context, input, bearer)
      if (typeof answer !== 'string') return route.output.parse(answer)
      reply.type('application/json; charset=utf-8')
      return answer
    },
  })
}

async function authenticated(request: FastifyRequest, tokens: AccessTokens, limit: Limit): Promise<Bearer> {
  const [, token] = /^Bearer ([\w.-]+)$/.exec(request.headers.authorization ?? '') ?? []
  try {
    if (token === undefined) throw unauthorised()
    return await tokens.read(token)
  } catch (error) {
    if (error instanceof ApiError) await limit('wrongToken', request)
    throw error
  }
}

/** Ends when the connection does before the answer is sent. */
function hangUp(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  reply.raw.once('close', () => controller.abort())
  return controller.signal
}
