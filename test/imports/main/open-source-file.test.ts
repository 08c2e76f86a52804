import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdtempSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSourceFile, type OpenSourceFileOptions } from '#main/imports/files/open-source-file.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'open-source-file-'))))
afterAll(() => rmSync(folder, { recursive: true }))

let made = 0
function fileOf(content: string | Buffer): string {
  const path = join(folder, `leads-${++made}.csv`)
  writeFileSync(path, content)
  return path
}

/** Twelve megabytes: three chunks, so that something can happen between them. */
const LARGE = Buffer.alloc(12 * 1024 * 1024, 'a,b\n')

async function refusalOf(path: string, options?: OpenSourceFileOptions) {
  const result = await openSourceFile(path, options)
  return result.ok ? 'read' : { code: result.error.code, ...result.error.data }
}

function duringFirstChunk(act: () => void): OpenSourceFileOptions {
  let done = false
  return {
    onProgress: () => {
      if (done) return
      done = true
      act()
    },
  }
}

describe('B30: the same file twice', () => {
  it('knows a file by its content, whatever its name', async () => {
    const first = await openSourceFile(fileOf('company\nAcme\n'))
    const second = await openSourceFile(fileOf('company\nAcme\n'))
    expect(first.ok && first.value.sha256).toBe(createHash('sha256').update('company\nAcme\n').digest('hex'))
    expect(second.ok && second.value.sha256).toBe(first.ok && first.value.sha256)
  })

  it('knows that it was edited in between', async () => {
    const path = fileOf('company\nAcme\n')
    const before = await openSourceFile(path)
    writeFileSync(path, 'company\nAcmf\n')
    const after = await openSourceFile(path)
    expect(before.ok && after.ok && before.value.sha256 !== after.value.sha256).toBe(true)
  })

  it('stops reading when it is cancelled', async () => {
    const cancel = new AbortController()
    expect(await refusalOf(fileOf(LARGE), { signal: cancel.signal, ...duringFirstChunk(() => cancel.abort()) })).toEqual({ code: 'import.cancelled' })
  })
})

describe('B31: the file changes while it is read', () => {
  it('refuses one that grows', async () => {
    const path = fileOf(LARGE)
    expect(await refusalOf(path, duringFirstChunk(() => appendFileSync(path, 'more')))).toMatchObject({ code: 'import.file-changed', reason: 'grown' })
  })

  it('refuses one that shrinks', async () => {
    const path = fileOf(LARGE)
    expect(await refusalOf(path, duringFirstChunk(() => truncateSync(path, 5_000_000)))).toMatchObject({ code: 'import.file-changed', reason: 'shrunk' })
  })

  it('refuses one that is edited in place', async () => {
    const path = fileOf(LARGE)
    expect(await refusalOf(path, duringFirstChunk(() => writeFileSync(path, Buffer.alloc(LARGE.length, 'x'), { flag: 'r+' })))).toMatchObject({
      code: 'import.file-changed',
      reason: 'edited',
    })
  })

  it('refuses one that another is renamed over', async () => {
    const path = fileOf(LARGE)
    const other = fileOf(LARGE)
    expect(await refusalOf(path, duringFirstChunk(() => renameSync(other, path)))).toMatchObject({ code: 'import.file-changed', reason: 'replaced' })
  })

  it('refuses one that is deleted', async () => {
    const path = fileOf(LARGE)
    expect(await refusalOf(path, duringFirstChunk(() => rmSync(path)))).toMatchObject({ code: 'import.file-changed', reason: 'deleted' })
  })

  it.runIf(existsSync('/proc/self/mem'))('refuses one whose reading fails, as on a share that dropped', async () => {
    expect(await refusalOf('/proc/self/mem')).toMatchObject({ code: 'import.file-unreadable', reason: 'EIO' })
  })
})

describe('what is not a file', () => {
  it('refuses a folder, a device and a pipe without opening them', async () => {
    const pipe = join(folder, 'pipe')
    execFileSync('mkfifo', [pipe])
    expect(await refusalOf(folder)).toEqual({ code: 'import.not-a-file', kind: 'directory' })
    expect(await refusalOf('/dev/zero')).toEqual({ code: 'import.not-a-file', kind: 'device' })
    expect(await refusalOf(pipe)).toEqual({ code: 'import.not-a-file', kind: 'pipe' })
  })

  it('refuses a missing file, a NUL in the path and an empty file', async () => {
    expect(await refusalOf(join(folder, 'none.csv'))).toEqual({ code: 'import.file-unreadable', reason: 'ENOENT' })
    expect(await refusalOf(`${folder}/a\0.csv`)).toEqual({ code: 'import.file-unreadable', reason: 'EINVAL' })
    expect(await refusalOf(fileOf(''))).toEqual({ code: 'import.empty' })
  })

  it('follows a link to a file', async () => {
    const link = join(folder, 'link.csv')
    symlinkSync(fileOf('a\nb\n'), link)
    expect(await refusalOf(link)).toBe('read')
  })
})

it('B25: refuses a line of one gigabyte by its size, without reading it', async () => {
  const path = fileOf('a')
  truncateSync(path, 1024 ** 3)
  expect(await refusalOf(path)).toEqual({ code: 'import.too-large', bytes: 1024 ** 3, limit: 256 * 1024 * 1024 })
})
