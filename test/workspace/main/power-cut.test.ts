import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { holdKey, openDatabase } from '#main/workspace/cipher.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

const STATES = 500
const COMMITS = 25
/** A disk writes so much at once, or nothing of it. */
const SECTOR = 512

interface Disk {
  readonly file: Buffer
  readonly log: Buffer
}

/** Numbers below a bound, the same in every run. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

/** What was on the disk for certain, and of what was being written any sectors, as a power cut leaves them. */
function cut(certain: Buffer, written: Buffer, roll: (below: number) => number): Buffer {
  const left = Buffer.alloc(Math.max(certain.length, written.length))
  certain.copy(left)
  let end = certain.length
  for (let at = 0; at < written.length; at += SECTOR) {
    if (roll(2) === 0) continue
    written.copy(left, at, at, at + SECTOR)
    end = Math.max(end, Math.min(at + SECTOR, written.length))
  }
  return left.subarray(0, end)
}

test.for(['in the clear', 'sealed'])(`row 82: of ${STATES} states that a power cut may leave of a workspace %s, none lacks what was acknowledged and none is damaged`, { timeout: 300_000 }, (how) => {
  const directory = temporaryWorkspace()
  if (how === 'sealed') holdKey(directory, '1f'.repeat(32))
  const path = join(directory, 'workspace.db')
  const db = openForWriting(directory)
  expect(db.pragma('synchronous', { simple: true })).toBe(2)
  const look = (): Disk => ({ file: readFileSync(path), log: readFileSync(`${path}-wal`) })
  const write = db.prepare(`INSERT INTO "settings" ("id", "value", "updatedAt") VALUES (?, ?, '2026-11-26')`)
  const after: Disk[] = [look()]
  for (let commit = 1; commit <= COMMITS; commit += 1) {
    db.transaction(() => {
      for (let row = 0; row < 4; row += 1) write.run(`power-${commit}-${row}`, JSON.stringify('x'.repeat(900)))
    })()
    after.push(look())
  }
  db.pragma('wal_checkpoint(PASSIVE)')
  const folded = look()
  db.close()

  const roll = dice(82)
  const lost: string[] = []
  const place = join(directory, 'cut')
  for (let state = 0; state < STATES; state += 1) {
    const acknowledged = roll(COMMITS + 1)
    const certain = after[acknowledged]
    const next = after[acknowledged + 1]
    if (certain === undefined) throw new Error('no such commit')
    rmSync(place, { recursive: true, force: true })
    mkdirSync(place)
    // After the last commit the log is folded into the file: any of the file's sectors, while the log stays.
    writeFileSync(join(place, 'workspace.db'), next === undefined ? cut(certain.file, folded.file, roll) : certain.file)
    writeFileSync(join(place, 'workspace.db-wal'), next === undefined ? certain.log : cut(certain.log, next.log, roll))
    const again = openDatabase(join(place, 'workspace.db'))
    const commits = again.prepare(`SELECT "id" FROM "settings" WHERE "id" LIKE 'power-%'`).pluck().all().map((id) => Number(String(id).split('-')[1]))
    const whole = again.pragma('integrity_check', { simple: true }) === 'ok'
    for (let commit = 1; commit <= acknowledged; commit += 1) if (commits.filter((each) => each === commit).length !== 4) lost.push(`state ${state}: commit ${commit}`)
    if (!whole || commits.length % 4 !== 0) lost.push(`state ${state} is damaged`)
    again.close()
  }
  expect(lost).toEqual([])
})
