import type { Keyring } from '#main/workspace/keyring.ts'

/** A keyring that can be missing, or lose what it has. */
export interface GivenKeyring extends Keyring {
  readonly kept: Map<string, string>
  isThere: boolean
}

export function givenKeyring(isThere = true): GivenKeyring {
  const kept = new Map<string, string>()
  const keyring: GivenKeyring = {
    kept,
    isThere,
    read: async (id) => (keyring.isThere ? (kept.get(id) ?? null) : null),
    write: async (id, key) => {
      if (keyring.isThere) kept.set(id, key)
      return keyring.isThere
    },
  }
  return keyring
}
