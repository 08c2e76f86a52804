import { randomBytes, timingSafeEqual } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ApiError } from '../foundation/api-error.ts'
import { invitationSchema, invite, type Invitation, type Invited } from '../people/invitations.ts'
import { listTenants } from '../people/tenants.ts'
import type { Store } from '../store/store.ts'
import { tellError } from './tell-error.ts'

export interface AdminAccess {
  readonly address: string
  readonly secret: string
}

/** An invitation into the only company there is. */
export async function inviteToOnlyTenant(store: Store, invitation: Invitation, now: Date): Promise<Invited & { readonly tenantName: string }> {
  const [tenant, another] = await listTenants(store)
  if (tenant === undefined || another !== undefined) throw new ApiError(409, 'tenant.not-one', 'there is not exactly one company')
  return { ...(await invite(store, tenant.id, invitation, now)), tenantName: tenant.name }
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
    url: '/invite',
    handler: async (request) => {
      if (served === null) throw new ApiError(503, 'server.starting', 'the server is still starting; try again', undefined, 2)
      return inviteToOnlyTenant(served.store, parseInvitation(request.body), served.clock())
    },
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return { access: { address, secret }, app, serve: (store, clock) => void (served = { store, clock }) }
}

export function parseInvitation(input: unknown): Invitation {
  const parsed = invitationSchema.safeParse(input)
  if (!parsed.success) throw new ApiError(400, 'input.invalid', z.prettifyError(parsed.error))
  return parsed.data
}
