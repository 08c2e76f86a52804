import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { clearOutgoing } from '../sync/take-in.ts'
import { holdKey, isPlain, isSealed, keyFor } from './cipher.ts'
import { copyWorkspace } from './copy-workspace.ts'
import { hasCard, readCard, readCardFile, writeCard, writeCardFile, type KeyCard } from './key-card.ts'
import type { Keyring } from './keyring.ts'
import { makeFolder, WORKSPACE_FILE } from './open.ts'
import { overwrite } from './remove-copies.ts'
import { sealCopies } from './seal-copies.ts'
import { replaceWorkspace } from './swap.ts'

interface UnlockOptions {
  readonly keyring: Keyring
  /** The company allows no workspace whose key lies beside it (EncryptionRequired). */
  readonly required: boolean
}

/**
 * Finds the workspace's key, or gives it one, and seals what still lies in the clear. Whoever calls has the workspace's lock.
 * Refuses with `workspace.locked` where the key is neither on the card nor in the keyring, and with `policy.keyring-missing`.
 * @returns the key
 */
export async function unlockWorkspace(directory: string, { keyring, required }: UnlockOptions): Promise<string> {
  makeFolder(directory)
  const card = readCard(directory)
  // A new key for a sealed file would make it look damaged, and the way back to its own would be lost.
  if (card === undefined && (hasCard(directory) || isSealed(join(directory, WORKSPACE_FILE)))) throw new RefusedError('workspace.locked', 'what says where the key is cannot be read', { address: '' })
  const key = card === undefined ? randomBytes(32).toString('hex') : (card.key ?? (await keyring.read(card.id)))
  if (key === null) throw new RefusedError('workspace.locked', 'the workspace’s key is not in this computer’s keyring', { address: card?.kept?.address ?? '' })
  const settled: KeyCard = { id: card?.id ?? randomUUID(), key, kept: card?.kept ?? null }
  if (required && card?.key !== null) {
    if (!(await keyring.write(settled.id, key))) throw new RefusedError('policy.keyring-missing', 'the company demands keys that lie in a keyring, and this computer has none')
    writeCard(directory, { ...settled, key: null })
  } else if (card === undefined) writeCard(directory, settled)
  holdKey(directory, key)
  sealPlain(directory, required)
  return key
}

/** Puts the key where only this person and the central API have it. @returns whether it left the disk */
export async function moveToKeyring(directory: string, kept: NonNullable<KeyCard['kept']>, keyring: Keyring): Promise<boolean> {
  const card = readCard(directory)
  if (card === undefined) return false
  const moved = card.key === null || (await keyring.write(card.id, card.key))
  writeCard(directory, { ...card, key: moved ? null : card.key, kept })
  return moved
}

/** Keeps a key that was had back: in the keyring, or on the card where there is none. @returns whether in the keyring */
export async function takeBackKey(where: { readonly directory: string } | { readonly copy: string }, card: KeyCard, key: string, keyring: Keyring): Promise<boolean> {
  if (await keyring.write(card.id, key)) return true
  if ('directory' in where) writeCard(where.directory, { ...card, key })
  else writeCardFile(cardBeside(where.copy), { ...card, key })
  return false
}

/** Of an early version: the workspace and its copies lie in the clear. A damaged one is left for the rescue, unless it may not be. */
function sealPlain(directory: string, required: boolean): void {
  const path = join(directory, WORKSPACE_FILE)
  if (existsSync(path) && isPlain(path)) {
    try {
      const { kept } = replaceWorkspace(directory, 'outgoing-plain', (draft) => {
        copyWorkspace(path, join(draft, WORKSPACE_FILE))
      })
      if (kept !== null) for (const name of readdirSync(kept)) overwrite(join(kept, name))
      clearOutgoing(directory)
    } catch (error) {
      if (required || !(error instanceof RefusedError)) throw error
    }
  }
  sealCopies(directory)
}

/**
 * The key of a copy that is to be put back: of this workspace, or by the card that was laid beside it when it was made.
 * Refuses with `workspace.locked` where that key is nowhere on this computer.
 */
export async function keyOfCopy(copy: string, directory: string, keyring: Keyring): Promise<string | undefined> {
  if (isPlain(copy)) return undefined
  const card = readCardFile(cardBeside(copy))
  if (card === undefined) return keyFor(copy) ?? keyFor(join(directory, WORKSPACE_FILE))
  const own = readCard(directory)?.id === card.id ? keyFor(join(directory, WORKSPACE_FILE)) : undefined
  const key = own ?? card.key ?? (await keyring.read(card.id))
  if (key === null) throw new RefusedError('workspace.locked', 'the copy’s key is not in this computer’s keyring', { address: card.kept?.address ?? '' })
  return key
}

/** Where a copy that has left the workspace’s folder says whose key opens it. */
export function cardBeside(copy: string): string {
  return `${copy}.key.json`
}
