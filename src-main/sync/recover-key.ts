import { z } from 'zod'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { sessionSchema } from '#shared/people/enrolment.ts'
import { recoveredKeySchema } from '#shared/people/workspace-key.ts'
import type { KeyCard } from '../workspace/key-card.ts'
import { ask } from './central-client.ts'
import type { CentralSession } from './central-session.ts'
import { endSession, told, type Proof } from './enrol.ts'
import type { TokenKeeper } from './refresh-token.ts'
import type { SyncRow } from './sync-row.ts'
import type { Surroundings } from './surroundings.ts'

interface RecoverPorts {
  readonly surroundings: Surroundings
  /** Of the desk whose workspace it is; null where only a copy is to be read, by whatever desk. */
  readonly keeper: TokenKeeper | null
  readonly signal: AbortSignal
}

/**
 * Asks the central API for a workspace's key, by a proof of who the person is. The desk is let in under the identity it had,
 * so the session is the desk's from then on: a lost keyring costs this one sign-in. For a copy's key the session is one of its own
 * and ends at once: this computer's workspace may be another desk, and the desk that was copied may still be at work.
 */
export async function recoverKey({ id, kept }: KeyCard, prove: (address: string) => Promise<Proof>, { surroundings, keeper, signal }: RecoverPorts): Promise<string> {
  if (kept === null) throw new RefusedError('workspace-key.unknown', 'no central API has this workspace’s key')
  const { address } = kept
  const clientId = keeper === null ? surroundings.newId() : kept.clientId
  await keeper?.ready()
  const { path, body } = await prove(address)
  const session = await told(ask(surroundings, { address, path, body: { ...body, deviceName: surroundings.deviceName, clientId }, answer: sessionSchema, signal, patience: 30_000 }))
  await keeper?.write(session.refreshToken)
  try {
    return (await told(ask(surroundings, { address, path: '/keys/v1/recover', body: { workspaceId: id }, answer: recoveredKeySchema, token: session.accessToken, signal, patience: 30_000 }))).key
  } finally {
    if (keeper === null) await endSession(surroundings, address, session.refreshToken)
  }
}

/** Has the workspace's key kept for the desk's person. A central API that was put back to an earlier day may not have it any more. @returns for whom, or nothing where it is so already */
export async function haveKeyKept(card: KeyCard, key: string, { address, clientId, epoch, person }: Pick<SyncRow, 'address' | 'clientId' | 'epoch' | 'person'>, session: CentralSession): Promise<NonNullable<KeyCard['kept']> | undefined> {
  const { kept } = card
  if (kept?.address === address && kept.person === person.userId && kept.clientId === clientId && kept.epoch === epoch) return undefined
  await session.call('/keys/v1/keep', { workspaceId: card.id, key }, z.object({}), new AbortController().signal, 10_000)
  return { address, person: person.userId, clientId, epoch }
}
