import { randomBytes, timingSafeEqual } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import { ApiError } from '../foundation/api-error.ts'
import type { Store } from '../store/store.ts'
import { isOperatorAction, operate } from './operator.ts'
import { tellError } from './tell-error.ts'

export interface AdminAccess {
  readonly address: string
  readonly secret: string
}

/**
 * The operator's door: on this machine alone, on a port of its own, for whoever can read the secret in the data folder.
 * It is there before the store is, so that a second server finds out that there is a first.
 */
export async function openAdminDoor(log: (line: string) => void): Promise<{ readonly access: AdminAccess; readonly serve: (store: Store, clock: () => Date) => void; readonly app: FastifyInstance }> {
  const secret = randomBytes(32).toString('base64url')
  let served: { store: Store; clock: () => Date } | null = null
  const app = fastify({ trustProxy: false })
  app.setErrorHandler(tellError(log))
  app.addHook('onRequest', async (request) => {
    const given = Buffer.from(request.headers.authorization ?? '')
    const expected = Buffer.from(`Bearer ${secret}`)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new ApiError(401, 'session.ended', 'this door is for the operator')
  })
  app.route({ method: 'GET', url: '/alive', handler: async () => ({ ok: true }) })
  app.route({
    method: 'POST',
    url: '/:action',
    handler: async (request) => {
      const { action } = request.params as { readonly action: string }
      if (!isOperatorAction(action)) throw new ApiError(404, 'route.unknown', 'there is nothing here')
      if (served === null) throw new ApiError(503, 'server.starting', 'the server is still starting; try again', undefined, 2)
      return operate(served.store, action, request.body, served.clock())
    },
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return { access: { address, secret }, app, serve: (store, clock) => void (served = { store, clock }) }
}
