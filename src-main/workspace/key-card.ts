import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/**
 * What lies beside a sealed workspace in the clear: by which name its key is kept. The key itself is on it until a central API
 * has it and the keyring does too: a key that nobody could give back would make a reset keyring cost the workspace.
 */
const cardSchema = z.strictObject({
  id: z.uuid(),
  key: z.string().regex(/^[0-9a-f]{64}$/).nullable(),
  /** Who can have the key back, and where. */
  kept: z.strictObject({ address: z.string(), person: z.string(), clientId: z.string(), epoch: z.string().nullable() }).nullable(),
})
export type KeyCard = z.infer<typeof cardSchema>

export const CARD_FILE = 'workspace.key.json'

export function readCard(directory: string): KeyCard | undefined {
  return readCardFile(join(directory, CARD_FILE))
}

/** @returns nothing where there is none, or what is there is none */
export function readCardFile(path: string): KeyCard | undefined {
  try {
    return cardSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data
  } catch {
    return undefined
  }
}

export function hasCard(directory: string): boolean {
  return statSync(join(directory, CARD_FILE), { throwIfNoEntry: false }) !== undefined
}

/** All of it or what was there before, also in a power cut. */
export function writeCard(directory: string, card: KeyCard): void {
  writeCardFile(join(directory, CARD_FILE), card)
}

export function writeCardFile(path: string, card: KeyCard): void {
  const draft = `${path}.${randomUUID()}.draft`
  try {
    const file = openSync(draft, 'wx', 0o600)
    try {
      writeSync(file, `${JSON.stringify(card)}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, path)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  }
}
