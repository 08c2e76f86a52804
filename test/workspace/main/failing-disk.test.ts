import { execFile, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openForReading, openForWriting } from '#main/workspace/open.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

const { EIO, ENOSPC } = constants.errno
/** Of the writes and flushes that the child makes, those that fail, each in a process of its own. */
const MOMENTS = [1, 2, 4, 7, 11, 16, 23, 31, 40, 60]

/** A library that has a disk fail, where it can be made; otherwise why not. */
function failingDisk(): { readonly library: string } | { readonly reason: string } {
  if (process.platform !== 'linux') return { reason: 'only Linux has a library loaded before the system’s own' }
  const library = join(temporaryWorkspace(), 'failing-disk.so')
  const made = spawnSync('cc', ['-shared', '-fPIC', '-o', library, 'test/workspace/main/failing-disk.c', '-ldl'], { encoding: 'utf8' })
  return made.status === 0 ? { library } : { reason: `no library can be made here: ${made.error?.message ?? made.stderr.trim()}` }
}

/** A disk that is full may say so only when it is to keep what it took; SQLite does not pass on why it could not. */
const faults = [['cannot be written', EIO, ['workspace.unreadable']], ['is full', ENOSPC, ['disk.full', 'workspace.unreadable']]] as const

test.for(faults)('row 83: a disk that %s for a moment costs no acknowledged change, is told by name, and work goes on', { timeout: 300_000 }, async ([, error, codes], { skip }) => {
  const disk = failingDisk()
  if ('reason' in disk) return skip(disk.reason)
  const told = new Set<string>()
  for (const at of MOMENTS) {
    const directory = temporaryWorkspace()
    openForWriting(directory).close()
    const { stdout } = await promisify(execFile)(process.execPath, ['test/workspace/main/patient-writer.ts', directory], { env: { ...process.env, LD_PRELOAD: disk.library, FAIL_AT: String(at), FAIL_WITH: String(error) } })
    expect(stdout.endsWith('ended\n')).toBe(true)
    for (const [, refused = ''] of stdout.matchAll(/^refused (.*)$/gm)) told.add(refused)
    const saved = [...stdout.matchAll(/^saved (.*)$/gm)].map(([, id = '']) => `Single ${id}`)
    // One change fails, or the opening.
    expect([at, [0, 11, 12]]).toEqual([at, expect.arrayContaining([saved.length])])
    const db = openForReading(directory)
    expect([at, db.pragma('integrity_check', { simple: true })]).toEqual([at, 'ok'])
    const kept = db.prepare('SELECT "company" FROM "leads"').pluck().all() as string[]
    expect([at, saved.filter((company) => !kept.includes(company))]).toEqual([at, []])
    expect(db.prepare(`SELECT count(*) FROM "journal" WHERE "command" = 'leads.create'`).pluck().get()).toBe(kept.length)
    db.close()
  }
  expect([...told].toSorted()).toEqual(codes)
  return undefined
})
