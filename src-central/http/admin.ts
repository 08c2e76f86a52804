import { randomBytes, timingSafeEqual } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import type { Central } from '../central.ts'
import { ApiError } from '../foundation/api-error.ts'
import { isErrand, runErrand } from '../operator/errands.ts'
import { tellError } from './tell-error.ts'

export interface AdminAccess {
  readonly address: string
  readonly secret: string
}

/**
 * The operator's door: on this machine alone, on a port of its own, for whoever can read the secret in the data folder.
 * It is there before the store is, so that a second server finds out that there is a first.
 */
export async function openAdminDoor(log: (line: string) => void): Promise<{ readonly access: AdminAccess; readonly serve: (central: Central) => void; readonly app: FastifyInstance }> {
  const secret = randomBytes(32).toString('base64url')
  let served: Central | null = null
  const app = fastify({ trustProxy: false })
  app.setErrorHandler(tellError(log))
  app.addHook('onRequest', async (request) => {
    const given = Buffer.from(request.headers.authorization ?? '')
    const expected = Buffer.from(`Bearer ${secret}`)
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new ApiError(401, 'session.ended', 'this door is for the operator')
  })
  app.route({ method: 'GET', url: '/alive', handler: async () => ({ ok: true }) })
  app.route<{ Params: { name: string } }>({
    method: 'POST',
    url: '/errands/:name',
    handler: async ({ params: { name }, body }) => {
      if (served === null) throw new ApiError(503, 'server.starting', 'the server is still starting; try again', undefined, 2)
      if (!isErrand(name)) throw new ApiError(404, 'route.unknown', 'there is no such errand')
      return { answer: await runErrand(served, name, body) }
    },
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return { access: { address, secret }, app, serve: (central) => void (served = central) }
}
