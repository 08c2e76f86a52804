import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readMacPreferences } from '#main/policies/mac-preferences.ts'

const DOMAIN = 'com.channelworkbench.desktop'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'channel-workbench-managed-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  mkdirSync(join(made, 'ana'))
  return made
}

test('macOS: what a profile forces is read with the system’s own tool, for the machine and for the user', async () => {
  const managed = folder()
  const asked: string[] = []
  writeFileSync(join(managed, `${DOMAIN}.plist`), '')
  const layers = await readMacPreferences(async (program, args) => {
    asked.push([program, ...args].join(' '))
    return '{"ExportAllowed": false, "PayloadUUID": "x"}'
  }, DOMAIN, 'ana', managed)
  expect(layers).toEqual({ machine: { place: join(managed, `${DOMAIN}.plist`), entries: { ExportAllowed: false } }, user: { place: join(managed, 'ana', `${DOMAIN}.plist`), entries: {} } })
  expect(asked).toEqual([`/usr/bin/plutil -convert json -o - -- ${join(managed, `${DOMAIN}.plist`)}`])
})

test('macOS: a link, or a file that the tool cannot read, is told and not believed', async () => {
  const managed = folder()
  writeFileSync(join(managed, 'real'), '{}')
  symlinkSync(join(managed, 'real'), join(managed, 'ana', `${DOMAIN}.plist`))
  writeFileSync(join(managed, `${DOMAIN}.plist`), '')
  const layers = await readMacPreferences(async () => {
    throw new Error('Property List error')
  }, DOMAIN, 'ana', managed)
  expect(layers).toMatchObject({ machine: { problem: 'unreadable' }, user: { problem: 'not-trusted' } })
})

test('macOS: a link that leads nowhere or round in a circle is told, and ends no program', async () => {
  const managed = folder()
  const [machine, user] = [join(managed, `${DOMAIN}.plist`), join(managed, 'ana', `${DOMAIN}.plist`)]
  symlinkSync(join(managed, 'gone'), machine)
  symlinkSync(user, user)
  expect(await readMacPreferences(async () => '{}', DOMAIN, 'ana', managed)).toEqual({ machine: { place: machine, problem: 'not-trusted' }, user: { place: user, problem: 'not-trusted' } })
})
