import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openShellSettings } from '#main/electron/shell-settings.ts'

let folder: string
let file: string
let log: string[]
const open = (languages: readonly string[] = ['es-GT', 'en']) => openShellSettings(file, languages, (line) => log.push(line))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shell-settings-'))
  file = join(folder, 'profile', 'shell.json')
  log = []
})
afterEach(() => rmSync(folder, { recursive: true }))

test('begins in the system’s language, or in English', () => {
  expect(open().read()).toEqual({ theme: 'system', locale: 'es' })
  expect(open(['de-AT']).read().locale).toBe('en')
})

test('remembers what was changed, and keeps the rest', () => {
  const window = { x: 1, y: 2, width: 900, height: 700, maximized: true }
  open().change({ theme: 'dark' })
  open().change({ window })
  expect(open().read()).toEqual({ theme: 'dark', locale: 'es', window })
})

test.each([
  ['is empty', ''],
  ['was cut', '{"theme":"dark","loc'],
  ['holds something else', '[]'],
  ['holds an unknown theme', '{"theme":"pink","locale":"en"}'],
  ['holds a key it does not know', '{"theme":"dark","locale":"en","__proto__":{"x":1},"preload":"/tmp/x.js"}'],
  ['holds a window of no size', '{"theme":"dark","locale":"en","window":{"x":0,"y":0,"width":0,"height":-4,"maximized":false}}'],
])('begins anew when the file %s', (_name, content) => {
  mkdirSync(join(folder, 'profile'))
  writeFileSync(file, content)
  expect(open().read()).toEqual({ theme: 'system', locale: 'es' })
})

test('goes on in memory, and says so, when the file cannot be written', () => {
  mkdirSync(join(file, 'is a folder'), { recursive: true })
  const settings = open()
  settings.change({ theme: 'dark' })
  expect(settings.read().theme).toBe('dark')
  expect(log).toHaveLength(1)
})

test('is written whole or not at all', () => {
  open().change({ theme: 'light' })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ theme: 'light', locale: 'es' })
})
