import { beforeEach, expect, test } from 'vitest'
import { createSecrets, type Secrets } from '#main/electron/secrets.ts'
import { StandInSafeStorage } from '../electron-stand-in.ts'

let storage: StandInSafeStorage
let secrets: Secrets

beforeEach(() => {
  storage = new StandInSafeStorage()
  secrets = createSecrets(storage, 'linux')
})

async function sealed(text: string): Promise<Uint8Array> {
  const outcome = await secrets.seal(text)
  if (!outcome.ok) throw new Error(outcome.error.code)
  return outcome.value
}

test('gives back what it sealed', async () => {
  expect(await secrets.unseal(await sealed('refresh token'))).toEqual({ ok: true, value: { text: 'refresh token' } })
})

test('gives new bytes along with the text when the system has changed its key', async () => {
  const old = await sealed('token')
  storage.rotated = true
  const outcome = await secrets.unseal(old)
  expect(outcome).toMatchObject({ ok: true, value: { text: 'token', resealed: await sealed('token') } })
})

test('still gives the text when sealing it anew fails', async () => {
  const old = await sealed('token')
  storage.rotated = true
  storage.encryptStringAsync = () => Promise.reject(new Error('locked'))
  expect(await secrets.unseal(old)).toEqual({ ok: true, value: { text: 'token' } })
})

test('calls what another keyring sealed unreadable, and so a file that was cut', async () => {
  const old = await sealed('token')
  storage.key = 'second'
  expect(await secrets.unseal(old)).toMatchObject({ ok: false, error: { code: 'secrets.unreadable' } })
  storage.key = 'first'
  expect(await secrets.unseal(old.slice(0, 3))).toMatchObject({ ok: false, error: { code: 'secrets.unreadable' } })
})

test('seals and unseals nothing without a keyring', async () => {
  const old = await sealed('token')
  storage.available = false
  expect(await secrets.strength()).toBe('none')
  expect(await secrets.seal('token')).toMatchObject({ ok: false, error: { code: 'secrets.unavailable' } })
  expect(await secrets.unseal(old)).toMatchObject({ ok: false, error: { code: 'secrets.unavailable' } })
})

test('takes a keyring that throws for none', async () => {
  storage.isAsyncEncryptionAvailable = () => Promise.reject(new Error('D-Bus'))
  expect(await secrets.strength()).toBe('none')
})

test('warns of a Linux that merely scrambles', async () => {
  storage.backend = 'basic_text'
  expect(await secrets.strength()).toBe('weak')
  expect(await createSecrets(storage, 'win32').strength()).toBe('strong')
})
