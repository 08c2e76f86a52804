import { readdirSync, readFileSync, statfsSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { backUpRolling } from '#main/workspace/backup.ts'
import { openForWriting, WORKSPACE_FILE } from '#main/workspace/open.ts'
import { rescueWorkspace } from '#main/workspace/rescue.ts'
import { selectRows } from '#main/workspace/rows.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildLead, type Lead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { smallDisk } from '#test/foundation/small-disk.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

const STAMP = '2026-11-22T03:04:05.678Z'
const PAGE = 4096

/** 300 leads of which 100 came after the only backup; one of the backed-up ones was edited after it, too. */
function aWorkspace({ backup = true } = {}): { directory: string; file: string; before: readonly Lead[]; after: readonly Lead[] } {
  const directory = temporaryWorkspace()
  const db = openForWriting(directory)
  const before = Array.from({ length: 200 }, (_, at) => buildLead({ company: `Before ${at}`, notes: 'n'.repeat(300) }))
  const after = Array.from({ length: 100 }, (_, at) => buildLead({ company: `After ${at}`, notes: 'n'.repeat(300) }))
  putRows(db, leads, before)
  putRows(db, partners, [buildPartner()])
  if (backup) backUpRolling(db, directory, STAMP)
  db.prepare('UPDATE "leads" SET "city" = ?, "rev" = 2 WHERE "id" = ?').run('edited', before[0]?.id)
  putRows(db, leads, after)
  db.close()
  return { directory, file: join(directory, WORKSPACE_FILE), before, after }
}

const freeBytes = (directory: string): number => {
  const { bavail, bsize } = statfsSync(directory)
  return bavail * bsize
}

const TABLE_LEAF = 13

/** Where pages of rows lie that hold this text. */
function pagesWith(bytes: Buffer, text: string): readonly number[] {
  const places: number[] = []
  for (let at = PAGE; at < bytes.length; at += PAGE) if (bytes[at] === TABLE_LEAF && bytes.subarray(at, at + PAGE).includes(text)) places.push(at)
  return places
}

/** Fills pages of rows that hold this text with noise. */
function destroyPagesWith(file: string, text: string, most: number): number {
  const bytes = readFileSync(file)
  const destroyed = pagesWith(bytes, text).slice(0, most)
  for (const at of destroyed) bytes.fill(0x5a, at, at + PAGE)
  writeFileSync(file, bytes)
  return destroyed.length
}

function leadsOf(directory: string): readonly Lead[] {
  const db = openForWriting(directory)
  onTestFinished(() => {
    db.close()
  })
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  return selectRows(db, leads, 'ORDER BY "id"')
}

describe('row 84: rescuing a damaged workspace', () => {
  test('keeps all of the backup and every newer row that can still be read', () => {
    const { directory, file, before, after } = aWorkspace()
    const destroyed = destroyPagesWith(file, 'After 5', 3)
    expect(destroyed).toBeGreaterThan(0)
    const damaged = readFileSync(file)
    const report = rescueWorkspace(directory, STAMP)
    expect(readFileSync(join(report.damaged, WORKSPACE_FILE)).equals(damaged)).toBe(true)
    const rescued = leadsOf(directory)
    const ids = new Set(rescued.map(({ id }) => id))
    expect(before.every(({ id }) => ids.has(id))).toBe(true)
    const lost = after.filter(({ id }) => !ids.has(id)).length
    expect(lost).toBeGreaterThan(0)
    expect(lost).toBeLessThanOrEqual(destroyed * 12)
    expect(report.salvaged['leads']).toBe(after.length - lost + 1)
    expect(rescued.find(({ id }) => id === before[0]?.id)).toMatchObject({ city: 'edited', rev: 2 })
    expect(rescued.filter(({ company }) => company.startsWith('After')).every((lead) => after.some((known) => JSON.stringify(known) === JSON.stringify(lead)))).toBe(true)
  })

  test('saves what it can without any backup', () => {
    const { directory, file, before, after } = aWorkspace({ backup: false })
    const destroyed = destroyPagesWith(file, 'Before 7', 3)
    const report = rescueWorkspace(directory, STAMP)
    expect(report.backup).toBeNull()
    expect(report.salvaged['partners']).toBe(1)
    expect(leadsOf(directory).length).toBeGreaterThanOrEqual(before.length + after.length - destroyed * 12)
  })

  test('saves of a file that was cut off what lies before the cut', () => {
    const { directory, file, before } = aWorkspace({ backup: false })
    const pages = pagesWith(readFileSync(file), 'Before ')
    truncateSync(file, pages[Math.floor(pages.length / 2)])
    const report = rescueWorkspace(directory, STAMP)
    expect(report.read).toBeGreaterThan(before.length / 4)
    expect(leadsOf(directory)).toHaveLength(report.salvaged['leads'] ?? 0)
  })

  test('says so when nothing can be read and there is no backup, and keeps the file', () => {
    const { directory, file } = aWorkspace({ backup: false })
    writeFileSync(file, Buffer.alloc(200_000, 0x5a))
    const report = rescueWorkspace(directory, STAMP)
    expect(report).toMatchObject({ read: 0, backup: null })
    expect(statSync(join(report.damaged, WORKSPACE_FILE)).size).toBe(200_000)
  })

  test('leaves out a row whose JSON cannot be read', () => {
    const { directory, file, before, after } = aWorkspace({ backup: false })
    const db = new Database(file)
    db.prepare(`UPDATE "leads" SET "declinedBy" = '[' WHERE "id" = ?`).run(before[5]?.id)
    db.close()
    rescueWorkspace(directory, STAMP)
    expect(leadsOf(directory)).toHaveLength(before.length + after.length - 1)
  })

  test('leaves the damaged workspace in its place when the disk is full', ({ skip }) => {
    const disk = smallDisk(2)
    if ('reason' in disk) return skip(disk.reason)
    const { file } = aWorkspace()
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 20 * PAGE, 21 * PAGE)
    writeFileSync(join(disk.directory, WORKSPACE_FILE), bytes)
    writeFileSync(join(disk.directory, 'ballast'), Buffer.alloc(freeBytes(disk.directory) - 100_000))
    expect(() => rescueWorkspace(disk.directory, STAMP)).toThrow('disk.full')
    expect(readFileSync(join(disk.directory, WORKSPACE_FILE)).equals(bytes)).toBe(true)
    expect(readdirSync(disk.directory).filter((name) => /^(damaged|restoring|ready)/.test(name))).toEqual([])
  })

  test.each([
    ['of no bytes', (file: string) => truncateSync(file)],
    ['that is noise from the first byte', (file: string) => writeFileSync(file, Buffer.alloc(200_000, 0x5a))],
    ['of another program', (file: string) => {
      truncateSync(file)
      const db = new Database(file)
      db.exec('CREATE TABLE songs (title TEXT)')
      db.close()
    }],
  ])('starts from the backup when it finds a file %s', (_, spoil) => {
    const { directory, file, before } = aWorkspace()
    spoil(file)
    const report = rescueWorkspace(directory, STAMP)
    expect(report.backup).toContain('workspace-000001-2026-11-22')
    expect(leadsOf(directory).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  })

  test('reads what lies only in the log of the damaged file', () => {
    const { directory, file } = aWorkspace()
    const db = openForWriting(directory)
    putRows(db, leads, [buildLead({ company: 'In the log' })])
    const log = readFileSync(`${file}-wal`)
    const main = readFileSync(file)
    db.close()
    writeFileSync(file, main)
    writeFileSync(`${file}-wal`, log)
    rescueWorkspace(directory, STAMP)
    expect(leadsOf(directory).some(({ company }) => company === 'In the log')).toBe(true)
  })

  test('passes over a damaged backup to an older sound one', () => {
    const { directory, file, before } = aWorkspace()
    writeFileSync(join(directory, 'backups', 'workspace-000002-2026-11-23.db'), 'noise')
    truncateSync(file)
    expect(rescueWorkspace(directory, STAMP).backup).toContain('workspace-000001-2026-11-22')
    expect(leadsOf(directory)).toHaveLength(before.length)
  })

  test('loses nothing of a sound workspace', () => {
    const { directory, before, after } = aWorkspace()
    rescueWorkspace(directory, STAMP)
    expect(leadsOf(directory)).toHaveLength(before.length + after.length)
  })

  test('leaves out a row with values torn out of it and goes on', () => {
    const { directory, file, before, after } = aWorkspace({ backup: false })
    const db = new Database(file)
    db.unsafeMode(true)
    db.pragma('writable_schema = ON')
    db.exec(`UPDATE sqlite_schema SET sql = replace(sql, '"company" TEXT NOT NULL', '"company" TEXT') WHERE name = 'leads'`)
    db.close()
    const torn = new Database(file)
    torn.function('fold_text', { deterministic: true }, String)
    torn.prepare('UPDATE "leads" SET "company" = NULL WHERE "id" = ?').run(before[5]?.id)
    torn.close()
    rescueWorkspace(directory, STAMP)
    expect(leadsOf(directory)).toHaveLength(before.length + after.length - 1)
  })

  test('can be done again, and keeps what each time was set aside', () => {
    const { directory, file } = aWorkspace()
    truncateSync(file)
    rescueWorkspace(directory, STAMP)
    rescueWorkspace(directory, '2026-11-22T04:00:00.000Z')
    expect(readdirSync(directory).filter((name) => name.startsWith('damaged-'))).toHaveLength(2)
  })

  test.each([
    ['there is no workspace', () => undefined, 'workspace.missing'],
    ['a newer program wrote it', (directory: string) => {
      const db = openForWriting(directory)
      db.pragma('user_version = 99')
      db.close()
    }, 'workspace.newer'],
  ])('is refused when %s', (_, prepare, code) => {
    const directory = temporaryWorkspace()
    prepare(directory)
    const files = (): string[] => readdirSync(directory).filter((name) => !/-(wal|shm)$/.test(name))
    const before = files()
    expect(() => rescueWorkspace(directory, STAMP)).toThrow(RefusedError)
    expect(() => rescueWorkspace(directory, STAMP)).toThrow(code)
    expect(files()).toEqual(before)
  })
})
