import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { backUpRolling } from '#main/workspace/backup.ts'
import { holdKey, isPlain, openDatabase } from '#main/workspace/cipher.ts'
import { readCard, writeCard } from '#main/workspace/key-card.ts'
import { examine } from '#main/workspace/doctor.ts'
import { openForReading, openForWriting } from '#main/workspace/open.ts'
import { restoreBackup } from '#main/workspace/restore.ts'
import { keyOfCopy, unlockWorkspace } from '#main/workspace/unlock.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { givenKeyring } from '#test/foundation/given-keyring.ts'
import { openHost } from '#test/foundation/open-host.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'
import { givenPolicies } from '#test/policies/given-policies.ts'

const CANARY = 'Kawaguchi-Canary'
const { create, summary } = leadsContract.operations

/** Every file of a workspace that holds what was typed. */
function filesWith(text: string, folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).filter((path) => readFileSync(path).includes(text))
}

function fill(directory: string): void {
  const db = openForWriting(directory)
  putRows(db, leads, [buildLead({ company: CANARY })])
  backUpRolling(db, directory, '2026-11-26T08:00:00.000Z')
  db.close()
}

describe('a sealed workspace', () => {
  test('has nothing that was typed in any of its files, while it is open and after', async () => {
    const desk = await openHost(temporaryWorkspace(), { keyring: givenKeyring(false) })
    valueOf(await desk.call(create, { company: CANARY, notes: CANARY }))
    const read = openForReading(desk.directory)
    expect(read.prepare('SELECT count(*) FROM "leads"').pluck().get()).toBe(1)
    backUpRolling(read, desk.directory, '2026-11-26T08:00:00.000Z')
    read.close()
    expect(filesWith(CANARY, desk.directory)).toEqual([])
    await desk.host.close()
    expect(filesWith(CANARY, desk.directory)).toEqual([])
    expect(existsSync(join(desk.directory, 'backups'))).toBe(true)
  })

  test('that lay in the clear is sealed with its copies, and loses nothing', async () => {
    const directory = temporaryWorkspace()
    fill(directory)
    expect(filesWith(CANARY, directory)).toHaveLength(2)
    await unlockWorkspace(directory, { keyring: givenKeyring(false), required: false })
    expect(filesWith(CANARY, directory)).toEqual([])
    const db = openForWriting(directory)
    expect(db.prepare('SELECT "company" FROM "leads"').pluck().all()).toEqual([CANARY])
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(examine(db, directory).findings).toContainEqual({ check: 'encryption', ok: true, detail: 'the key lies beside the workspace, and no central API has it' })
    db.close()
  })

  test('leaves no draft of its card, with the key in it, where the card could not be written', () => {
    const directory = temporaryWorkspace()
    mkdirSync(join(directory, 'workspace.key.json'))
    expect(() => writeCard(directory, { id: '0193a000-0000-7000-8000-000000000001', key: 'ab'.repeat(32), kept: null })).toThrow(/EISDIR|EEXIST|ENOTEMPTY/)
    expect(readdirSync(directory)).toEqual(['workspace.key.json'])
  })

  test('row 87: without its key is refused and left as it is, with a wrong one too', async () => {
    const directory = temporaryWorkspace()
    const keyring = givenKeyring()
    await unlockWorkspace(directory, { keyring, required: true })
    fill(directory)
    const before = readFileSync(join(directory, 'workspace.db'))
    const card = readCard(directory)
    expect(card).toMatchObject({ key: null })
    keyring.kept.clear()
    await expect(unlockWorkspace(directory, { keyring, required: false })).rejects.toMatchObject({ refusal: { code: 'workspace.locked' } })
    if (card !== undefined) writeCard(directory, { ...card, key: 'ab'.repeat(32) })
    await unlockWorkspace(directory, { keyring, required: false })
    expect(() => openForWriting(directory)).toThrow(/workspace\.corrupt/)
    writeFileSync(join(directory, 'workspace.key.json'), '{')
    await expect(unlockWorkspace(directory, { keyring, required: false })).rejects.toMatchObject({ refusal: { code: 'workspace.locked' } })
    rmSync(join(directory, 'workspace.key.json'))
    await expect(unlockWorkspace(directory, { keyring, required: false })).rejects.toMatchObject({ refusal: { code: 'workspace.locked' } })
    expect(existsSync(join(directory, 'workspace.key.json'))).toBe(false)
    expect(readFileSync(join(directory, 'workspace.db')).equals(before)).toBe(true)
  })

  test('that the company demands to be sealed keeps no key beside it, or is not opened at all', async () => {
    const directory = temporaryWorkspace()
    fill(directory)
    const policies = givenPolicies({ EncryptionRequired: true })
    await expect(openHost(directory, { policies, keyring: givenKeyring(false) })).rejects.toMatchObject({ refusal: { code: 'policy.keyring-missing' } })
    expect(isPlain(join(directory, 'workspace.db'))).toBe(true)
    const keyring = givenKeyring()
    const desk = await openHost(directory, { policies, keyring })
    expect(valueOf(await desk.call(summary, {})).total).toBe(1)
    expect(readCard(directory)?.key).toBeNull()
    expect(keyring.kept.size).toBe(1)
    expect(filesWith(CANARY, directory)).toEqual([])
    expect(filesWith([...keyring.kept.values()][0] ?? 'no key', directory)).toEqual([])
  })

  test('is restored on another computer from a copy and the card beside it', async () => {
    const [old, next] = [temporaryWorkspace(), temporaryWorkspace()]
    await unlockWorkspace(old, { keyring: givenKeyring(false), required: false })
    fill(old)
    const copy = join(next, 'carried.db')
    copyFileSync(join(old, 'backups', readdirSync(join(old, 'backups'))[0] ?? ''), copy)
    const directory = join(next, 'workspace')
    mkdirSync(directory)
    await unlockWorkspace(directory, { keyring: givenKeyring(false), required: false })
    expect(() => restoreBackup(directory, copy, '2026-11-26')).toThrow(/backup\.damaged/)
    copyFileSync(join(old, 'workspace.key.json'), `${copy}.key.json`)
    rmSync(old, { recursive: true })
    restoreBackup(directory, copy, '2026-11-26', await keyOfCopy(copy, directory, givenKeyring(false)))
    const db = openForWriting(directory)
    expect(db.prepare('SELECT "company" FROM "leads"').pluck().all()).toEqual([CANARY])
    db.close()
    expect(readCard(directory)?.key).not.toBe(readCard(old)?.key)
    expect(filesWith(CANARY, directory)).toEqual([])
  })
})

test('row 84: of 300 flipped bits in a sealed file, each is found as its page is read, or harms nothing', () => {
  const directory = temporaryWorkspace()
  holdKey(directory, 'cd'.repeat(32))
  const path = join(directory, 'bits.db')
  const db = openDatabase(path)
  db.exec('CREATE TABLE "rows" ("id" INTEGER PRIMARY KEY, "text" TEXT NOT NULL)')
  const write = db.prepare('INSERT INTO "rows" ("text") VALUES (?)')
  db.transaction(() => {
    for (let row = 0; row < 2000; row += 1) write.run(`row ${row} ${'x'.repeat(200)}`)
  })()
  const sum = 'SELECT count(*) || \' \' || sum(length("text")) || \' \' || sum("id") FROM "rows"'
  const whole = db.prepare(sum).pluck().get()
  db.close()
  const bytes = readFileSync(path)
  let state = 42
  const random = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
  const verdicts = Array.from({ length: 300 }, () => {
    const spoiled = Buffer.from(bytes)
    const at = random(spoiled.length)
    spoiled[at] = (spoiled[at] ?? 0) ^ (1 << random(8))
    writeFileSync(path, spoiled)
    const damaged = openDatabase(path, { readonly: true }, 'cd'.repeat(32))
    try {
      return damaged.pragma('integrity_check', { simple: true }) === 'ok' ? (damaged.prepare(sum).pluck().get() === whole ? 'harmless' : 'wrong rows') : 'found'
    } catch {
      return 'found'
    } finally {
      damaged.close()
    }
  })
  expect(statSync(path).size).toBe(bytes.length)
  expect(verdicts.filter((verdict) => verdict === 'wrong rows')).toEqual([])
  expect(verdicts.filter((verdict) => verdict === 'found').length).toBeGreaterThan(290)
})
