import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lastEntries, logFolder, openLog, type LogEntry } from '#main/diagnostics/log-file.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

test('a line is JSON, for the owner alone, and one line whatever it holds', () => {
  const directory = temporaryWorkspace()
  openLog(directory, 'data')('bug X in leads.update: TypeError\n    at f (a/b.ts:1:2)\r{"at": "forged"}')
  const path = join(logFolder(directory), 'data.log')
  const [line = '', ...rest] = readFileSync(path, 'utf8').trimEnd().split('\n')
  expect(rest).toEqual([])
  expect(JSON.parse(line) as LogEntry).toMatchObject({ process: process.pid, what: 'bug X in leads.update: TypeError', trace: [expect.stringMatching(/^at f \(a\/b\.ts:1:2\)/)] })
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
})

test('turns round before it grows large, keeps the last four files, and each writer its own', () => {
  const directory = temporaryWorkspace()
  const data = openLog(directory, 'data')
  openLog(directory, 'window')('kept')
  for (let count = 0; count < 2000; count += 1) data(`line ${count} ${'word '.repeat(300)}`)
  const names = readdirSync(logFolder(directory)).toSorted()
  expect(names).toEqual(['data.1.log', 'data.2.log', 'data.3.log', 'data.log', 'window.log'])
  for (const name of names) expect(statSync(join(logFolder(directory), name)).size).toBeLessThan(600 * 1024)
  expect(lastEntries(directory, 'data', 2).map((line) => (JSON.parse(line) as LogEntry).what.slice(0, 9))).toEqual(['line 1998', 'line 1999'])
})

test('a place that cannot be written keeps nobody from working', () => {
  const directory = temporaryWorkspace()
  writeFileSync(logFolder(directory), 'no folder')
  expect(() => openLog(directory, 'data')('lost')).not.toThrow()
  expect(lastEntries(directory, 'data', 10)).toEqual([])
})
