import { exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import { newId } from '../foundation/new-id.ts'
import type { Session, Store } from '../store/store.ts'

export const ALGORITHM = 'EdDSA'
const KEY_DAYS = 30

interface SigningKey {
  readonly id: string
  readonly privateKey: CryptoKey
}

export interface Keys {
  readonly signing: SigningKey
  readonly verifying: ReadonlyMap<string, CryptoKey>
}

/** All keys that may still have signed a living token; the newest signs. */
export async function readKeys(store: Store): Promise<Keys | null> {
  const rows = await store.transaction({ as: 'registrar' }, (session) => session.query<{ id: string; privateKey: string; publicKey: string }>('SELECT "id", "privateKey", "publicKey" FROM "signingKey" ORDER BY "createdAt" DESC, "id" DESC LIMIT 3'))
  const [newest] = rows
  if (newest === undefined) return null
  const verifying = new Map<string, CryptoKey>()
  for (const { id, publicKey } of rows) verifying.set(id, await importKey(publicKey))
  return { signing: { id: newest.id, privateKey: await importKey(newest.privateKey) }, verifying }
}

/** A new key signs from now on; what the one before has signed stays good until it expires. */
export function rotateKeys(store: Store, now: string): Promise<void> {
  return store.transaction({ as: 'registrar' }, (session) => addKey(session, now))
}

async function addKey(session: Session, now: string): Promise<void> {
  const { privateKey, publicKey } = await generateKeyPair(ALGORITHM, { extractable: true })
  const values = [newId(), JSON.stringify(await exportJWK(privateKey)), JSON.stringify(await exportJWK(publicKey)), now]
  await session.query('INSERT INTO "signingKey" ("id", "privateKey", "publicKey", "createdAt") VALUES ($1, $2, $3, $4)', values)
}

/** @param session the registrar's */
export async function renewOldKey(session: Session, now: string): Promise<void> {
  const [newest] = await session.query<{ createdAt: string }>('SELECT "createdAt" FROM "signingKey" ORDER BY "createdAt" DESC LIMIT 1')
  const oldest = new Date(Date.parse(now) - KEY_DAYS * 86_400_000).toISOString()
  if (newest === undefined || newest.createdAt < oldest) await addKey(session, now)
}

async function importKey(text: string): Promise<CryptoKey> {
  const key = await importJWK(JSON.parse(text) as JWK, ALGORITHM)
  if (key instanceof Uint8Array) throw new Error('a signing key is not a key pair')
  return key
}
