import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCsv } from '#main/imports/files/read-csv.ts'
import { readXlsx } from '#main/imports/files/read-xlsx.ts'
import { writeAtomically } from '#main/imports/files/write-atomically.ts'
import { writeCsv, type ExportCell } from '#main/imports/files/write-csv.ts'
import { writeXlsx } from '#main/imports/files/write-xlsx.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { readNotes } from '#shared/imports/read-text.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inflateEntry, inspectZip } from '#main/imports/files/inspect-zip.ts'

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'write-files-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const DANGEROUS = ['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\0=1', '＝1+1', '＋1', '－1', '＠x', "'=1", "''@x", '=HYPERLINK("http://evil.example","x")', "=cmd|' /C calc'!A0"]
const HEADER = ['name', 'amount', 'active']

const cell = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'é', '社', '😀', '=', '+', '-', '@', "'", '"', ',', ';', '\t', '\n', ' ', '＝'), minLength: 1, maxLength: 8 }),
  fc.constantFrom(...DANGEROUS.filter((text) => !/[\r\0]/u.test(text))),
)

/** What an importer makes of a text cell: blanks around it are not part of a text. */
function reread(text: string): string | null {
  const reading = readNotes(text)
  return reading.ok ? reading.value : null
}

describe('B27 and B36: CSV', () => {
  it('puts an apostrophe before everything a spreadsheet would run, and leaves numbers alone', async () => {
    const path = join(folder, 'dangerous.csv')
    await writeCsv(path, HEADER, DANGEROUS.map((text) => [text, -5.5, true]))
    const written = readFileSync(path, 'utf8')
    expect(written.startsWith('\ufeffname,amount,active\r\n')).toBe(true)
    const table = readCsv(readFileSync(path))
    const rows = table.ok ? table.value.rows : []
    expect(rows.map((row) => row[0])).toEqual(DANGEROUS.map((text) => `'${text.replace('\0', '')}`))
    expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(['-5.5']))
    for (const row of rows) expect(row[0]).toMatch(/^'/u)
  })

  it('gives every text back when it is imported again', async () => {
    const path = join(folder, 'again.csv')
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 10 }), fc.constantFrom<',' | ';' | '\t'>(',', ';', '\t'), fc.boolean(), async (texts, delimiter, byteOrderMark) => {
        await writeCsv(path, HEADER, texts.map((text) => [text, 1, false]), { delimiter, byteOrderMark })
        const table = readCsv(readFileSync(path), { delimiter })
        expect(table.ok && table.value.refused).toEqual([])
        expect(table.ok && table.value.rows.map((row) => reread(row[0]!))).toEqual(texts.map((text) => text.trim() || null))
      }),
      { numRuns: 300 },
    )
  })
})

describe('B27 and B36: XLSX', () => {
  it('writes texts as typed text cells, numbers as numbers, and no formula', async () => {
    const path = join(folder, 'dangerous.xlsx')
    await writeXlsx(path, HEADER, DANGEROUS.map((text): ExportCell[] => [text, -5.5, null]))
    const bytes = readFileSync(path)
    const entries = inspectZip(bytes)
    const sheet = entries.ok ? entries.value.find((entry) => entry.name.endsWith('sheet1.xml')) : undefined
    const content = inflateEntry(bytes, sheet!)
    const xml = content.ok ? content.value.toString() : ''
    expect(xml).not.toMatch(/<f[\s>]/u)
    expect(xml.match(/<c [^>]*t="(?:inlineStr|s)"/gu)).toHaveLength(DANGEROUS.length + HEADER.length)
    expect(xml.match(/<v>-5\.5<\/v>/gu)).toHaveLength(DANGEROUS.length)
  })

  it('gives texts, numbers and truth values back when it is read again', async () => {
    const path = join(folder, 'again.xlsx')
    const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, number, fc.boolean()), { minLength: 1, maxLength: 8 }), async (rows) => {
        await writeXlsx(path, HEADER, rows)
        const table = await readXlsx(readFileSync(path))
        expect(table.ok && table.value.rows.map(([text, amount, active]) => [text, Number(amount), active])).toEqual(rows.map(([text, amount, active]) => [text, amount === 0 ? 0 : amount, String(active)]))
      }),
      { numRuns: 15 },
    )
  })

  it('refuses a text that no cell can hold, and leaves nothing behind', async () => {
    const path = join(folder, 'long.xlsx')
    await expect(writeXlsx(path, ['a'], [['x'.repeat(32_768)]])).rejects.toMatchObject({ refusal: { code: 'export.cell-too-long' } })
    expect(readdirSync(folder)).not.toContain('long.xlsx')
  })
})

describe('B35: the place where it is written', () => {
  const refusal = async (path: string): Promise<string> => {
    try {
      await writeCsv(path, ['a'], [['1']])
      return 'written'
    } catch (error) {
      if (error instanceof RefusedError) return error.refusal.code
      throw error
    }
  }

  it('replaces an existing file whole', async () => {
    const path = join(folder, 'old.csv')
    writeFileSync(path, 'old')
    await writeCsv(path, ['a'], [['new']], { byteOrderMark: false })
    expect(readFileSync(path, 'utf8')).toBe('a\r\nnew\r\n')
  })

  it('leaves the old file as it was when writing fails half way, and no half file beside it', async () => {
    const own = join(folder, 'half')
    mkdirSync(own)
    const path = join(own, 'leads.csv')
    writeFileSync(path, 'old')
    function* rows(): Generator<string[]> {
      for (let index = 0; index < 5_000; index++) yield ['x'.repeat(100)]
      throw new Error('the database went away')
    }
    await expect(writeCsv(path, ['a'], rows())).rejects.toThrow('the database went away')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(own)).toEqual(['leads.csv'])
  })

  it('leaves the old file as it was when the disk is full', async () => {
    const own = join(folder, 'full')
    mkdirSync(own)
    const path = join(own, 'leads.csv')
    writeFileSync(path, 'old')
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    await expect(writeAtomically(path, () => Promise.reject(full))).rejects.toMatchObject({ refusal: { code: 'export.disk-full' } })
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(own)).toEqual(['leads.csv'])
  })

  it('refuses a folder, a folder that is not there, a name too long and the names that Windows keeps', async () => {
    mkdirSync(join(folder, 'taken.csv', 'inner'), { recursive: true })
    expect(await refusal(join(folder, 'taken.csv'))).toBe('export.not-a-file')
    expect(await refusal(join(folder, 'none', 'a.csv'))).toBe('export.folder-missing')
    expect(await refusal(join(folder, `${'n'.repeat(300)}.csv`))).toBe('export.path-too-long')
    for (const name of ['con.csv', 'NUL', 'Com1.txt', 'lpt9.xlsx', 'a:b.csv', 'a?.csv', 'trailing.']) expect(await refusal(join(folder, name))).toBe('export.name-reserved')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
