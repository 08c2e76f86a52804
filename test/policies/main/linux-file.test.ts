import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LINUX_POLICIES, readLinuxFile } from '#main/policies/linux-file.ts'

let folder: string
let file: string
const me = process.getuid?.() ?? 0
const read = () => readLinuxFile(file, me)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'channel-workbench-policies-'))
  chmodSync(folder, 0o755)
  file = join(folder, 'policies.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(text: string | Uint8Array, mode = 0o644): void {
  writeFileSync(file, text)
  chmodSync(file, mode)
}

describe('the file of Linux', () => {
  test('is read where it belongs to its owner alone', () => {
    write('{"ExportAllowed": false, "Defaults": {"Language": "ja"}}')
    expect(read()).toEqual({ place: file, entries: { ExportAllowed: false, Defaults: { Language: 'ja' } } })
  })

  test('may begin with a byte order mark, and may be missing, with its folder or without', () => {
    write('\uFEFF{"Language": "es"}')
    expect(read()).toMatchObject({ entries: { Language: 'es' } })
    expect(readLinuxFile(join(folder, 'none.json'), me)).toEqual({ place: join(folder, 'none.json'), entries: {} })
    expect(readLinuxFile(join(folder, 'none', 'none.json'), me)).toMatchObject({ entries: {} })
  })

  test.each([[0o666], [0o664], [0o646], [0o777]])('is not believed when others may write it (%o, row 92)', (mode) => {
    write('{}', mode)
    expect(read()).toEqual({ place: file, problem: 'not-trusted' })
  })

  test('is not believed in a folder that others may write, nor when it is another’s', () => {
    write('{}')
    expect(readLinuxFile(file, me + 1)).toEqual({ place: file, problem: 'not-trusted' })
    chmodSync(folder, 0o777)
    expect(read()).toEqual({ place: file, problem: 'not-trusted' })
  })

  test('is never a link, not even one to itself, nor a folder', () => {
    const real = join(folder, 'real.json')
    writeFileSync(real, '{}')
    symlinkSync(real, file)
    expect(read()).toEqual({ place: file, problem: 'not-trusted' })
    rmSync(file)
    symlinkSync(file, file)
    expect(read()).toEqual({ place: file, problem: 'not-trusted' })
    rmSync(file)
    mkdirSync(file, { mode: 0o755 })
    expect(read()).toEqual({ place: file, problem: 'not-trusted' })
  })

  test('is not read when it is ten megabytes', () => {
    write('{'.padEnd(10_000_000, ' '))
    expect(read()).toEqual({ place: file, problem: 'too-large' })
  })

  test.each(['', '{', '[]', 'null', '"x"', '{"a":1}{"b":2}', "{'a':1}", '{"a":1,}', '// no\n{}'])('is not taken for policies when it holds %j', (text) => {
    write(text)
    expect(read()).toEqual({ place: file, problem: 'not-json' })
  })

  test('is not taken for policies when it is no UTF-8', () => {
    write(Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]))
    expect(read()).toEqual({ place: file, problem: 'not-json' })
  })

  test.each([
    ['{"ExportAllowed": false, "ExportAllowed": true}', 'ExportAllowed'],
    [String.raw`{"ExportAllowed": false, "Export\u0041llowed": true}`, 'ExportAllowed'],
    ['{"Defaults": {"Language": "ja", "Language": "es"}}', 'Language'],
  ])('does not guess which of two entries counts: %s', (text, name) => {
    write(text)
    expect(read()).toEqual({ place: file, problem: 'twice', name })
  })

  test('takes the same name in two places, and in a text, for no repetition', () => {
    write(String.raw`{"Language": "ja", "Defaults": {"Language": "es"}, "x": [{"a": 1}, {"a": ":\"a\":"}]}`)
    expect(read()).toHaveProperty('entries')
  })
})

test('the place is the system’s own, and belongs to root', () => {
  expect(LINUX_POLICIES).toBe('/etc/channel-workbench/policies.json')
  write('{}')
  if (me !== 0) expect(readLinuxFile(file)).toEqual({ place: file, problem: 'not-trusted' })
})
