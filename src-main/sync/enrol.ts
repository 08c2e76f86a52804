import { RefusedError } from '#shared/foundation/outcome.ts'
import { isConfidential } from '#shared/people/confidential-address.ts'
import { sessionSchema, type Session } from '#shared/people/enrolment.ts'
import { mayGive } from '#shared/people/permissions.ts'
import { z } from 'zod'
import { ask, CentralProblem } from './central-client.ts'
import type { Surroundings } from './surroundings.ts'
import type { SyncLoopPorts } from './sync-loop.ts'

/** What a desk shows to be let in: a one-time code, or what the company's provider has said. */
export interface Proof {
  readonly path: '/auth/v1/enrol' | '/auth/v1/sign-in'
  readonly body: object
}

interface Enrolled {
  readonly link: { readonly address: string; readonly clientId: string; readonly known: boolean }
  readonly session: Session
  /** The central API took the proof, but this desk cannot be connected by it. */
  readonly refused: RefusedError | null
}

type EnrolPorts = Pick<SyncLoopPorts, 'store' | 'surroundings'>

/**
 * Whether this desk may be connected to the central API at this address: before anybody is asked to prove who he is, and after.
 * @returns the address as it is kept
 */
export async function mayConnect(given: string, { store }: Pick<EnrolPorts, 'store'>): Promise<string> {
  const address = plainAddress(given)
  const link = await store.standing()
  if (link !== null && !link.signedOut) throw new RefusedError('sync.connected-already', 'this desk is connected to a central API already')
  if (link !== null && link.address !== address) throw new RefusedError('sync.other-company', 'sign out of the other central API first', { address: link.address })
  if ((await store.obstacles()).running) throw new RefusedError('batch.running', 'an import or a run has not ended yet')
  return address
}

/** Trades a proof for a session, on a desk that may be connected. */
export async function enrol(given: string, { path, body }: Proof, { store, surroundings, signal }: EnrolPorts & { readonly signal: AbortSignal }): Promise<Enrolled> {
  const address = await mayConnect(given, { store })
  const [link, { rows }] = [await store.standing(), await store.obstacles()]
  const clientId = surroundings.newId()
  // A workspace that was copied may have been signed out together with its copy: each goes on under an identity of its own.
  if (link !== null) await store.takeNewIdentity(clientId)
  const session = await told(ask(surroundings, { address, path, body: { ...body, deviceName: surroundings.deviceName, clientId }, answer: sessionSchema, signal, patience: 30_000 }))
  const refused = obstacle(session, link?.person.tenantId ?? null, link === null && rows)
  if (refused !== null) await endSession(surroundings, address, session.refreshToken)
  return { link: { address, clientId, known: link !== null }, session, refused }
}

function obstacle({ person }: Session, tenantId: string | null, brings: boolean): RefusedError | null {
  if (tenantId !== null && tenantId !== person.tenantId) return new RefusedError('sync.other-company', 'sign out of the other company first')
  if (brings && !mayGive(person.role, 'sync.adopt')) return new RefusedError('sync.rows-not-adopted', 'your role may not bring what is in this workspace; begin with an empty one', { role: person.role })
  return null
}

/** A token must not travel in the clear, but within this computer it may. */
export function plainAddress(given: string): string {
  const url = URL.parse(given)
  if (url === null || !isConfidential(url)) throw new RefusedError('sync.address-insecure', 'the address of a central API begins with https://')
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

/** Whether the central API can be told or not: its tokens end by themselves. */
export async function endSession(surroundings: Surroundings, address: string, refreshToken: string): Promise<void> {
  await ask(surroundings, { address, path: '/auth/v1/sign-out', body: { refreshToken }, answer: z.object({}), signal: new AbortController().signal, patience: 5_000 }).catch(() => undefined)
}

/** A problem with the central API, as the refusal that a person sees. */
export async function told<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof CentralProblem) throw new RefusedError(error.code, error.message, error.details)
    throw error
  }
}
