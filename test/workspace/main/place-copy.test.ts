import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { backUp } from '#main/workspace/backup.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { placeCopy, refuseUnfitPlace } from '#main/workspace/place-copy.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { smallDisk } from '#test/foundation/small-disk.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

function aFile(): string {
  const directory = temporaryWorkspace()
  const db = openForWriting(directory)
  const { path } = backUp(db, join(directory, 'backup.db'))
  db.close()
  return path
}

function codeOf(attempt: () => unknown): string {
  try {
    attempt()
    return 'done'
  } catch (error) {
    return error instanceof RefusedError ? error.refusal.code : `threw ${String(error)}`
  }
}

test('a copy is there whole, and nothing beside it', () => {
  const folder = temporaryWorkspace()
  expect(placeCopy(aFile(), join(folder, 'copy.db'))).toBeGreaterThan(4096)
  expect(readdirSync(folder)).toEqual(['copy.db'])
})

test('a copy that is damaged on its way does not get the name', () => {
  const folder = temporaryWorkspace()
  const source = join(folder, 'noise')
  writeFileSync(source, Buffer.alloc(20_000, 0x5a))
  expect(codeOf(() => placeCopy(source, join(folder, 'copy.db')))).toBe('backup.damaged')
  expect(readdirSync(folder)).toEqual(['noise'])
})

test.for([
  ['a full disk', 'disk.full', (directory: string): void => {
    try {
      writeFileSync(join(directory, 'ballast'), Buffer.alloc(2_000_000))
    } catch {
      // Full is what it should be.
    }
  }],
  ['a disk that may not be written', 'file.not-writable', (directory: string): void => void execFileSync('mount', ['-o', 'remount,ro', directory])],
] as const)('%s refuses a copy and keeps no part of it', ([, code, spoil], { skip }): void => {
  const disk = smallDisk(1)
  if ('reason' in disk) return skip(disk.reason)
  spoil(disk.directory)
  expect(codeOf(() => placeCopy(aFile(), join(disk.directory, 'copy.db')))).toBe(code)
  expect(readdirSync(disk.directory).filter((name) => name !== 'ballast')).toEqual([])
})

test('the workspace’s own folder is known under every name, and a folder that only begins like it is another', () => {
  const directory = temporaryWorkspace()
  const link = `${directory}-link`
  symlinkSync(directory, link)
  const place = (path: string) => codeOf(() => {
    refuseUnfitPlace(path, directory)
  })
  const places = [place(join(link, 'copy.db')), place(join(directory, '.', 'copy.db')), place(`${directory}.db`), place(join(directory, '..', '..x'))]
  execFileSync('rm', [link])
  expect(places).toEqual(['backup.inside-workspace', 'backup.inside-workspace', 'done', 'done'])
  expect(existsSync(link)).toBe(false)
})
