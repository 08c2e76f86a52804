import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDialogs, safeFileName, type Dialogs } from '#main/electron/dialogs.ts'
import { shellWords } from '#main/electron/shell-words.ts'
import type { FileGrant } from '#main/operations/data-host.ts'
import { StandInDialog } from '../electron-stand-in.ts'

let folder: string
let dialog: StandInDialog
let grants: FileGrant[]
let dialogs: Dialogs

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dialogs-'))
  dialog = new StandInDialog()
  grants = []
  dialogs = createDialogs({
    showOpen: (options) => dialog.showOpenDialog(options),
    showSave: (options) => dialog.showSaveDialog(options),
    words: () => shellWords.ja,
    documents: '/documents',
    grantFile: (grant) => grants.push(grant),
    newToken: () => `token-${grants.length}`,
  })
})
afterEach(() => rmSync(folder, { recursive: true }))

test('gives the page a token for the chosen file, its name and size, and never its path', async () => {
  dialog.answer = join(folder, 'leads.csv')
  writeFileSync(dialog.answer, 'company\n')
  const chosen = await dialogs.chooseFile('table')
  expect(chosen).toEqual({ token: 'token-0', name: 'leads.csv', bytes: 8 })
  expect(JSON.stringify(chosen)).not.toContain(folder)
  expect(grants).toEqual([{ token: 'token-0', path: dialog.answer, access: 'read' }])
  expect(dialog.asked[0]?.filters).toEqual([{ name: '表', extensions: ['csv', 'tsv', 'txt', 'xlsx'] }])
})

test('grants nothing when the user cancels', async () => {
  expect(await dialogs.chooseFile('table')).toBeNull()
  expect(await dialogs.chooseTarget('table', 'leads.csv')).toBeNull()
  expect(grants).toEqual([])
})

test('grants writing to the chosen target, offered in the documents folder under a safe name', async () => {
  dialog.answer = join(folder, 'out.csv')
  expect(await dialogs.chooseTarget('table', '../../etc/cron.d/leads.csv')).toEqual({ token: 'token-0', name: 'out.csv' })
  expect(grants).toEqual([{ token: 'token-0', path: dialog.answer, access: 'write' }])
  expect(dialog.asked[0]?.defaultPath).toBe('/documents/-..-etc-cron.d-leads.csv')
})

test.each([
  ['C:\\Windows\\system.ini', 'C--Windows-system.ini'],
  ['con.csv', '_con.csv'],
  ['LPT1', '_LPT1'],
  ['a\0b\u202Egpj.exe', 'a-b-gpj.exe'],
  ['  .. ', 'file'],
  ['見積 2026.pdf', '見積 2026.pdf'],
  ['report.', 'report'],
])('makes %j the name %j', (text, name) => {
  expect(safeFileName(text)).toBe(name)
})

test('a safe name is one name, on every system', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const name = safeFileName(text)
      expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}]{1,121}$/u)
      expect(name).not.toMatch(/^\.|\.$|^(con|nul|prn|aux)(\.|$)/i)
    }),
  )
})
