import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateEntry, inspectZip } from '#main/imports/files/inspect-zip.ts'
import { readXlsx, type ReadXlsxOptions } from '#main/imports/files/read-xlsx.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeZip, textCell, workbookParts, type ZipPart } from './make-zip.ts'

const HEADER = `<row r="1">${textCell('A1', 'company')}${textCell('B1', 'amount')}</row>`
const PLAIN = `${HEADER}<row r="2">${textCell('A2', 'Acme')}<c r="B2"><v>12.5</v></c></row>`

function workbook(rows: string | Buffer = PLAIN): ZipPart[] {
  return workbookParts([{ name: 'Leads', rows }])
}

async function read(bytes: Buffer, options?: ReadXlsxOptions) {
  const result = await readXlsx(bytes, options)
  if (!result.ok) return { code: result.error.code, ...result.error.data }
  const { columns, rows, lineOf, headerLine, format, notices } = result.value
  return { columns, rows, lines: rows.map((_, index) => lineOf(index)), headerLine, format, notices }
}

describe('a workbook', () => {
  it('gives texts, plain numbers, dates and truth values as text', async () => {
    const cells = `<row r="2">${textCell('A2', ' =1+1 ')}<c r="B2"><v>0.1</v></c><c r="C2" s="1"><v>46447</v></c><c r="D2" s="1"><v>46447.75</v></c><c r="E2" t="b"><v>1</v></c><c r="F2"><v>6020001008662</v></c><c r="G2"><v>1.234</v></c></row>`
    const header = `<row r="1">${'ABCDEFG'.split('').map((column) => textCell(`${column}1`, `head ${column}`)).join('')}</row>`
    expect(await read(makeZip(workbook(header + cells)))).toMatchObject({
      rows: [[' =1+1 ', '0.1', '2027-03-01', '2027-03-01T18:00:00', 'true', '6020001008662', '1.2340']],
    })
  })

  it('never evaluates a formula: the value saved with it is taken, an error or nothing stays what it is', async () => {
    const cells = `<row r="2"><c r="A2" t="str"><f>HYPERLINK("http://evil.example","x")</f><v>shown</v></c><c r="B2"><f>1+1</f><v>7</v></c></row><row r="3"><c r="A3" t="str"><f>cmd|' /C calc'!A0</f></c><c r="B3"><f>2+2</f></c></row><row r="4">${textCell('A4', 'end')}<c r="B4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`
    expect(await read(makeZip(workbook(HEADER + cells)))).toMatchObject({ rows: [['shown', '7'], ['end', '#DIV/0!']], lines: [2, 4] })
  })

  it('reads the first visible sheet unless another is named, and lists them all', async () => {
    const sheets = [{ name: 'Hidden', rows: PLAIN, hidden: true }, { name: 'R&amp;D', rows: PLAIN.replace('Acme', 'Beta') }, { name: '三月', rows: PLAIN.replace('Acme', 'ガンマ') }]
    const bytes = makeZip(workbookParts(sheets))
    expect(await read(bytes)).toMatchObject({ rows: [['Beta', '12.5']], format: { kind: 'xlsx', sheet: 'R&D', sheets: ['Hidden', 'R&D', '三月'] } })
    expect(await read(bytes, { sheet: '三月' })).toMatchObject({ rows: [['ガンマ', '12.5']] })
    expect(await read(bytes, { sheet: 'April' })).toEqual({ code: 'import.sheet-missing', sheet: 'April' })
  })

  it('finds the header under a title and counts rows as the sheet does', async () => {
    const rows = `<row r="2">${textCell('A2', 'Report 2027')}</row><row r="4">${textCell('A4', 'company')}${textCell('B4', 'city')}${textCell('C4', 'city')}</row><row r="7">${textCell('A7', 'Acme')}${textCell('C7', 'Oslo')}</row>`
    expect(await read(makeZip(workbook(rows)))).toMatchObject({ columns: ['company', 'city', 'city (2)'], headerLine: 4, rows: [['Acme', '', 'Oslo']], lines: [7] })
  })

  it('B26: takes __proto__ for a plain header', async () => {
    expect(await read(makeZip(workbook(PLAIN.replace('company', '__proto__'))))).toMatchObject({ columns: ['__proto__', 'amount'] })
  })
})

describe('B23: archives that are not honest', () => {
  const extra = (part: ZipPart): Buffer => makeZip([...workbook(), part])

  it.each<[string, () => Buffer, object]>([
    ['a declared size beyond the limit', () => extra({ name: 'xl/media/a.bin', content: 'x', declaredBytes: 500 * 1024 * 1024 }), { code: 'import.archive-unsafe', reason: 'inflated-size' }],
    ['a ratio that no sheet has', () => extra({ name: 'xl/media/a.bin', content: Buffer.alloc(20_000_000) }), { code: 'import.archive-unsafe', reason: 'compression-ratio' }],
    ['a size that lies low', () => makeZip(workbook().map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, declaredBytes: 40 } : part))), { code: 'import.archive-unsafe', reason: 'lying-size' }],
    ['a size that lies high', () => makeZip(workbook().map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, declaredBytes: 4_000 } : part))), { code: 'import.archive-unsafe', reason: 'lying-size' }],
    ['a name that leaves the folder', () => extra({ name: '../../evil.xml', content: 'x' }), { code: 'import.archive-unsafe', reason: 'entry-name' }],
    ['an absolute name', () => extra({ name: '/etc/passwd', content: 'x' }), { code: 'import.archive-unsafe', reason: 'entry-name' }],
    ['a name of Windows', () => extra({ name: 'C:\\evil.xml', content: 'x' }), { code: 'import.archive-unsafe', reason: 'entry-name' }],
    ['two entries of one name', () => extra({ name: 'XL/workbook.xml', content: 'x' }), { code: 'import.archive-unsafe', reason: 'duplicate-entry' }],
    ['an archive in the archive', () => extra({ name: 'xl/inner.zip', content: makeZip(workbook()) }), { code: 'import.archive-unsafe', reason: 'nested-archive' }],
    ['100,000 entries', () => makeZip(workbook(), { entries: 60_000 }), { code: 'import.archive-unsafe', reason: 'too-many-entries' }],
    ['zip64', () => makeZip(workbook(), { zip64: true }), { code: 'import.archive-unsafe', reason: 'zip64' }],
    ['65,535 entries, which means zip64', () => makeZip(workbook(), { entries: 0xffff }), { code: 'import.archive-unsafe', reason: 'zip64' }],
    ['an encrypted entry', () => extra({ name: 'xl/secret.xml', content: 'x', encrypted: true }), { code: 'import.archive-encrypted' }],
    ['a workbook with a password', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]), { code: 'import.archive-encrypted' }],
    ['an old XLS workbook', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]), { code: 'import.unsupported-format', format: 'xls' }],
    ['an archive that is no workbook', () => makeZip([{ name: 'readme.txt', content: 'x' }]), { code: 'import.unsupported-format', format: 'zip' }],
    ['a truncated archive', () => makeZip(workbook()).subarray(0, -60), { code: 'import.archive-damaged', reason: 'no-directory' }],
    ['a damaged part', () => damaged(makeZip(workbook())), { code: 'import.archive-damaged', reason: 'entry' }],
  ])('refuses %s', async (_, make, refusal) => {
    expect(await read(make())).toEqual(refusal)
  })

  it('refuses entries that share their bytes', () => {
    const bytes = makeZip([{ name: 'a.xml', content: 'x'.repeat(100), stored: true }, { name: 'b.xml', content: 'y'.repeat(100), stored: true }])
    const second = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'))
    bytes.writeUInt32LE(10, second + 42)
    expect(inspectZip(bytes)).toMatchObject({ ok: false, error: { code: 'import.archive-unsafe', data: { reason: 'overlapping-entries' } } })
  })

  it('inflates an entry no further than it declares', () => {
    const bytes = makeZip([{ name: 'a.xml', content: Buffer.alloc(900_000), declaredBytes: 1000 }])
    const entries = inspectZip(bytes)
    expect(entries.ok && inflateEntry(bytes, entries.value[0]!)).toMatchObject({ error: { data: { reason: 'lying-size' } } })
  })

  it('refuses or reads, but never throws, whatever byte is damaged', () => {
    const bytes = makeZip(workbook())
    let refused = 0
    for (let at = 0; at < bytes.length; at++) {
      const copy = Buffer.from(bytes)
      copy[at] = copy[at]! ^ 0xff
      const inspected = inspectZip(copy)
      if (!inspected.ok || inspected.value.some((entry) => !inflateEntry(copy, entry).ok)) refused++
    }
    expect(refused).toBeGreaterThan(bytes.length / 3)
  })
})

function damaged(bytes: Buffer): Buffer {
  const at = bytes.indexOf('xl/workbook.xml') + 'xl/workbook.xml'.length
  bytes.fill(0xff, at, at + 20)
  return bytes
}

describe('B24: XML that is not honest', () => {
  const withType = (type: string): Buffer => makeZip(workbookParts([{ name: 'Leads', rows: PLAIN }], type))

  it.each([
    ['a billion laughs', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'],
    ['an external entity', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    ['an external document type', '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'],
  ])('refuses %s', async (_, type) => {
    expect(await read(withType(type))).toEqual({ code: 'import.archive-unsafe', reason: 'document-type' })
  })

  it('refuses XML in an encoding that could hide them', async () => {
    const parts = workbook().map((part) => (part.name === 'xl/workbook.xml' ? { ...part, content: Buffer.from(String(part.content), 'utf16le') } : part))
    expect(await read(makeZip(parts))).toEqual({ code: 'import.archive-unsafe', reason: 'xml-encoding' })
  })

  it('refuses a tag of a million attributes before parsing it', async () => {
    const attributes = Array.from({ length: 1_000_000 }, (_, index) => `a${index}="1"`).join(' ')
    const bytes = makeZip(workbook(`${HEADER}<row r="2" ${attributes}>${textCell('A2', 'Acme')}</row>`))
    expect(await read(bytes)).toEqual({ code: 'import.archive-unsafe', reason: 'xml-shape' })
  })
})

describe('B34: a parser that runs wild', () => {
  const big = (): Buffer =>
    makeZip(workbook(HEADER + Array.from({ length: 60_000 }, (_, index) => `<row r="${index + 2}">${textCell(`A${index + 2}`, `Company ${index} ${Math.sin(index)}`)}<c r="B${index + 2}"><v>${index}</v></c></row>`).join('')))

  it('dies in its thread when it needs more memory than it may, and the program lives on', async () => {
    expect(await read(big(), { maximumHeapMegabytes: 8 })).toEqual({ code: 'import.workbook-too-large', reason: 'memory' })
  })

  it('is ended at its deadline, and at a cancel', async () => {
    expect(await read(big(), { deadlineSeconds: 0.01 })).toEqual({ code: 'import.timed-out', seconds: 0.01 })
    expect(await read(big(), { signal: AbortSignal.abort() })).toEqual({ code: 'import.cancelled' })
  })

  it('refuses two far corners that span seventeen thousand million cells', async () => {
    const rows = `${HEADER}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`
    expect(await read(makeZip(workbook(rows)), { maximumHeapMegabytes: 256 })).toMatchObject({ code: 'import.workbook-unreadable' })
  })
})

describe('B23: memory', () => {
  let folder: string
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'bomb-'))))
  afterAll(() => rmSync(folder, { recursive: true }))

  // The peak is read from /proc: what resourceUsage tells is that of the parent before it became this process.
  it.runIf(process.platform === 'linux')('stays under 200 MB with a bomb of about 400 kB that would become 400 MB', async () => {
    const bomb = makeZip(workbook(Buffer.alloc(399 * 1024 * 1024, ' ')))
    expect(bomb.length).toBeLessThan(500_000)
    const path = join(folder, 'bomb.xlsx')
    writeFileSync(path, bomb)
    // Each limit must do alone.
    const script = `
      import { readFileSync } from 'node:fs'
      import { readXlsx } from ${JSON.stringify(new URL('../../../src-main/imports/files/read-xlsx.ts', import.meta.url).href)}
      const bytes = readFileSync(${JSON.stringify(path)})
      const codes = []
      for (const zipLimits of [{ maximumEntries: 5000, maximumBytes: 400 * 1024 * 1024, maximumRatio: 250 }, { maximumEntries: 5000, maximumBytes: 300 * 1024 * 1024, maximumRatio: 10_000 }]) {
        const result = await readXlsx(bytes, { zipLimits })
        codes.push(result.ok ? 'read' : result.error.data.reason)
      }
      console.log(JSON.stringify({ codes, peak: Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024 }))`
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module-typescript', '-e', script], { cwd: join(import.meta.dirname, '../../..') })
    const { codes, peak } = JSON.parse(stdout) as { codes: string[]; peak: number }
    expect(codes).toEqual(['compression-ratio', 'inflated-size'])
    expect(peak).toBeLessThan(200)
  })
})

describe('a workbook with more cells than memory should hold', () => {
  const rows = (count: number, prefix = ''): string => Array.from({ length: count }, (_, at) => `<${prefix}row r="${at + 1}"><${prefix}c r="A${at + 1}"><${prefix}v>1</${prefix}v></${prefix}c></${prefix}row>`).join('')

  const limited = (maximumRows: number, maximumCells: number): ReadXlsxOptions => ({ sheetLimits: { maximumRows, maximumCells } })

  it('is refused before it is parsed, whatever its prefix', async () => {
    for (const prefix of ['', 'x:']) {
      expect(await read(makeZip(workbook(rows(51, prefix))), limited(100, 50))).toEqual({ code: 'import.too-many-cells', limit: 50 })
      expect(await read(makeZip(workbook(rows(51, prefix))), limited(50, 100))).toEqual({ code: 'import.too-many-rows', limit: 50 })
    }
    expect(await read(makeZip(workbook(rows(50))), limited(50, 50))).toMatchObject({ rows: { length: 49 } })
  })

  it('of a million rows is refused in a moment', async () => {
    const bytes = makeZip(workbook(rows(1_000_000)))
    const started = performance.now()
    expect(await read(bytes)).toEqual({ code: 'import.too-many-rows', limit: 250_000 })
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('does not count what only begins like a cell or a row', async () => {
    expect(await read(makeZip(workbook(`<cols><col min="1"/></cols><rowBreaks/>${rows(3)}`)), limited(3, 3))).toMatchObject({ rows: { length: 2 } })
  })
})

it('refuses the rows of a workbook that lost a letter, naming row and column', async () => {
  const result = await readXlsx(makeZip(workbook(`${PLAIN}<row r="3">${textCell('A3', 'Besan\ufffdon SA')}<c r="B3"><v>1</v></c></row><row r="4">${textCell('A4', 'Whole')}</row>`)))
  if (!result.ok) throw new Error(result.error.code)
  expect(result.value).toMatchObject({
    rows: [['Acme', '12.5'], ['Whole', '']],
    refused: [{ code: 'import.replacement-character', line: 3, column: { name: 'company' } }],
    notices: [{ code: 'import.replacement-character', line: 3 }],
  })
  expect([result.value.lineOf(0), result.value.lineOf(1)]).toEqual([2, 4])
})

describe('0x10', () => {
  it('stays the text it is', async () => {
    const rows = `${HEADER}<row r="2">${textCell('A2', '0x10')}<c r="B2" t="str"><f>"0b11"</f><v>0b11</v></c></row>`
    expect(await read(makeZip(workbook(rows)))).toMatchObject({ rows: [['0x10', '0b11']] })
  })

  it.each(['0x10', '0B11', '0o7'])('is refused with its row where the sheet says that %s is a number', async (number) => {
    for (const cell of [`<c r="B2"><v>${number}</v></c>`, `<c r="B2" s="1" t="n"><f>1</f><v>${number}</v></c>`]) {
      const result = await readXlsx(makeZip(workbook(`${HEADER}<row r="2">${textCell('A2', 'Acme')}${cell}</row>`)))
      expect(result).toMatchObject({ ok: false, error: { code: 'import.workbook-unreadable', line: 2, data: { reason: 'number' } } })
    }
  })
})
