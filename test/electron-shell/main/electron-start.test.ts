import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findElectron, type ElectronSearch } from '#main/electron/electron-start.ts'

let folder: string
let search: ElectronSearch
let done: string[]

function placeBinary(at: string): string {
  mkdirSync(at, { recursive: true })
  writeFileSync(join(at, 'electron'), '')
  writeFileSync(join(folder, 'path.txt'), 'electron')
  return join(at, 'electron')
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'electron-'))
  done = []
  search = {
    packageFolder: folder,
    environment: { DISPLAY: ':0' },
    platform: 'linux',
    isRoot: false,
    answers: async (address) => {
      done.push(`ask ${address}`)
      return true
    },
    install: async () => {
      done.push('install')
    },
  }
})
afterEach(() => rmSync(folder, { recursive: true }))

test('finds the binary where the package keeps it, and asks no network', async () => {
  const path = placeBinary(join(folder, 'dist'))
  expect(await findElectron(search)).toEqual({ path })
  expect(done).toEqual([])
})

test('finds the one that ELECTRON_OVERRIDE_DIST_PATH names, even without path.txt', async () => {
  const override = join(folder, 'own')
  const path = placeBinary(override)
  rmSync(join(folder, 'path.txt'))
  expect(await findElectron({ ...search, environment: { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: override } })).toEqual({ path })
})

test('says so when that folder holds none, and installs nothing behind it', async () => {
  const environment = { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' }
  expect(await findElectron({ ...search, environment })).toEqual({ reason: 'ELECTRON_OVERRIDE_DIST_PATH names /nowhere, which holds no Electron' })
  expect(done).toEqual([])
})

test('installs it where its source answers', async () => {
  let path = ''
  const install = async () => {
    path = placeBinary(join(folder, 'dist'))
  }
  expect(await findElectron({ ...search, install })).toEqual({ path })
})

test('asks the mirror that is set', async () => {
  await findElectron({ ...search, environment: { DISPLAY: ':0', ELECTRON_MIRROR: 'https://mirror.example/electron/' } })
  expect(done).toEqual(['ask https://mirror.example/electron/', 'install'])
})

test.each<[string, Partial<ElectronSearch>, RegExp]>([
  ['the package is not installed', { packageFolder: undefined }, /package electron is not installed/],
  ['there is no display', { environment: {} }, /no display/],
  ['the user is root', { isRoot: true }, /root/],
  ['no network answers', { answers: async () => false }, /does not answer/],
  ['installing takes too long', {}, /failed or took longer/],
  ['installing fails', { install: () => Promise.reject(new Error('EACCES')) }, /failed or took longer/],
])('says in words why there is none: %s', async (_name, difference, reason) => {
  expect(await findElectron({ ...search, ...difference })).toEqual({ reason: expect.stringMatching(reason) as string })
})

test('takes Windows and macOS as they are: always with a display', async () => {
  expect(await findElectron({ ...search, platform: 'win32', environment: {}, answers: async () => false })).toMatchObject({ reason: expect.stringContaining('github.com') as string })
})
