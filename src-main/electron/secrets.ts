import type { SafeStorage } from 'electron'
import { refused, succeeded, type Outcome } from '#shared/foundation/outcome.ts'

/** Keeps what must not lie on the disk in the clear: the refresh token. The workspace’s key is where the command line finds it too (`workspace/keyring.ts`). */
export interface Secrets {
  /** `weak`: the system has no keyring and the text is merely scrambled; the policy decides whether that will do. */
  strength(): Promise<'strong' | 'weak' | 'none'>
  /** @returns bytes for a file, or `secrets.unavailable` */
  seal(text: string): Promise<Outcome<Uint8Array>>
  /**
   * @returns the text, and new bytes to keep in place of the old where the system has changed its key;
   * or `secrets.unreadable`: another machine's, another user's, or a keyring that was reset. The user signs in again.
   */
  unseal(sealed: Uint8Array): Promise<Outcome<{ readonly text: string; readonly resealed?: Uint8Array }>>
}

type Storage = Pick<SafeStorage, 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'>

/** Secrets in the system's own keeping: DPAPI, the Keychain, libsecret or KWallet. To be used once the app is ready. */
export function createSecrets(storage: Storage, platform: NodeJS.Platform): Secrets {
  const available = () => storage.isAsyncEncryptionAvailable().catch(() => false)

  const seal = async (text: string): Promise<Outcome<Uint8Array>> => {
    if (!(await available())) return refused('secrets.unavailable', 'the system’s keyring cannot be used now')
    return storage.encryptStringAsync(text).then(succeeded<Uint8Array>, () => refused('secrets.unavailable', 'the system’s keyring refused'))
  }

  return {
    async strength() {
      if (!(await available())) return 'none'
      return platform === 'linux' && storage.getSelectedStorageBackend() === 'basic_text' ? 'weak' : 'strong'
    },
    seal,
    async unseal(sealed) {
      if (!(await available())) return refused('secrets.unavailable', 'the system’s keyring cannot be used now')
      try {
        const { result, shouldReEncrypt } = await storage.decryptStringAsync(Buffer.from(sealed))
        const again = shouldReEncrypt ? await seal(result) : undefined
        return succeeded(again?.ok ? { text: result, resealed: again.value } : { text: result })
      } catch {
        return refused('secrets.unreadable', 'this was sealed by another user, machine or keyring')
      }
    },
  }
}
