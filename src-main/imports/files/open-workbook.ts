import { crc32 } from 'node:zlib'
import { importFailure, type ImportResult } from '#shared/imports/import-errors.ts'
import { countCells, type SheetLimits } from './count-cells.ts'
import { findOddNumber } from './find-odd-number.ts'
import { inflateEntry, inspectZip, type ZipEntry, type ZipLimits } from './inspect-zip.ts'

export interface OpenedWorkbook {
  readonly sheets: readonly string[]
  readonly sheet: string
  /** A plain archive of only the parts that the cells of this sheet need: no drawings, links, macros or other sheets. */
  readonly archive: Buffer
}

interface ListedSheet {
  readonly name: string
  readonly relation: string
  readonly hidden: boolean
}

/** Of one sheet. A cell takes about 400 bytes while it is parsed, a row of one cell about 800: at both limits this is about 1 GB, for a market list 300 MB. */
const SHEET_LIMITS: SheetLimits = { maximumRows: 250_000, maximumCells: 3_000_000 }

const COMPOUND_FILE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le')
const WORKBOOK = /^xl\/workbook\d*\.xml$/u

/**
 * Looks into an untrusted workbook without parsing more than its list of sheets, and lays out the chosen sheet (the first visible
 * one by default) for the spreadsheet library. Each part is inflated with its own cap and refused when it declares a document
 * type, which is where entities and external references come from.
 */
export function openWorkbook(bytes: Buffer, wanted: string | undefined, limits?: ZipLimits, sheetLimits: SheetLimits = SHEET_LIMITS): ImportResult<OpenedWorkbook> {
  if (bytes.subarray(0, 8).equals(COMPOUND_FILE)) {
    return bytes.includes(ENCRYPTED_PACKAGE) ? importFailure('import.archive-encrypted') : importFailure('import.unsupported-format', { format: 'xls' })
  }
  const inspected = inspectZip(bytes, limits)
  if (!inspected.ok) return inspected
  const entries = new Map(inspected.value.map((entry) => [entry.name, entry]))
  const workbookName = [...entries.keys()].find((name) => WORKBOOK.test(name))
  if (workbookName === undefined || !entries.has('[Content_Types].xml')) return importFailure('import.unsupported-format', { format: 'zip' })

  const parts = new Map<string, Buffer>()
  const take = (name: string): ImportResult<Buffer | null> => {
    const entry = entries.get(name)
    if (entry === undefined) return { ok: true, value: null }
    const part = xmlPart(bytes, entry)
    if (part.ok) parts.set(name, part.value)
    return part
  }
  const relationsName = `xl/_rels/${workbookName.slice(3)}.rels`
  for (const name of ['[Content_Types].xml', '_rels/.rels', workbookName, relationsName]) {
    const part = take(name)
    if (!part.ok) return part
  }
  const sheets = sheetsOf(text(parts.get(workbookName)))
  const chosen = wanted === undefined ? (sheets.find((sheet) => !sheet.hidden) ?? sheets[0]) : sheets.find((sheet) => sheet.name === wanted)
  if (chosen === undefined) return wanted === undefined ? unreadable('no-sheet') : importFailure('import.sheet-missing', { sheet: wanted.slice(0, 80) })
  const relations = relationsOf(text(parts.get(relationsName)))
  const target = relations.find((relation) => relation.id === chosen.relation)?.path
  if (target === undefined || !entries.has(target)) return unreadable('sheet-part')
  for (const name of [target, ...relations.filter(({ kind }) => kind === 'sharedStrings' || kind === 'styles').map(({ path }) => path)]) {
    const part = take(name)
    if (!part.ok) return part
  }
  const cells = parts.get(target)!
  const odd = findOddNumber(cells)
  if (odd !== null) return importFailure('import.workbook-unreadable', { reason: 'number' }, odd || null)
  const size = countCells(cells, sheetLimits)
  if (size.rows > sheetLimits.maximumRows) return importFailure('import.too-many-rows', { limit: sheetLimits.maximumRows })
  if (size.cells > sheetLimits.maximumCells) return importFailure('import.too-many-cells', { limit: sheetLimits.maximumCells })
  return { ok: true, value: { sheets: sheets.map((sheet) => sheet.name), sheet: chosen.name, archive: storedArchive(parts) } }
}

function xmlPart(bytes: Buffer, entry: ZipEntry): ImportResult<Buffer> {
  const part = inflateEntry(bytes, entry)
  if (!part.ok) return part
  // Another encoding could hide the words looked for below.
  if (part.value.subarray(0, 200).includes(0)) return importFailure('import.archive-unsafe', { reason: 'xml-encoding' })
  if (part.value.includes('<!DOCTYPE') || part.value.includes('<!ENTITY')) return importFailure('import.archive-unsafe', { reason: 'document-type' })
  return hasEndlessTag(part.value) ? importFailure('import.archive-unsafe', { reason: 'xml-shape' }) : part
}

/** No honest tag or text is this long (a cell holds 32,767 characters); a million attributes are. */
const LONGEST_RUN = 256 * 1024

function hasEndlessTag(xml: Buffer): boolean {
  for (let at = 0; at + LONGEST_RUN < xml.length; at += LONGEST_RUN) {
    const next = xml.indexOf('<', at)
    if (next === -1 || next - at > LONGEST_RUN) return true
  }
  return false
}

function sheetsOf(workbook: string): ListedSheet[] {
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/gu)].map(([, attributes = '']) => ({
    name: attribute(attributes, 'name'),
    relation: attribute(attributes, '\\w+:id'),
    hidden: /\bstate\s*=\s*["'](?:hidden|veryHidden)/u.test(attributes),
  }))
}

function relationsOf(relations: string): { id: string; kind: string; path: string }[] {
  return [...relations.matchAll(/<(?:\w+:)?Relationship\s([^>]*)>/gu)].map(([, attributes = '']) => {
    const target = attribute(attributes, 'Target')
    return { id: attribute(attributes, 'Id'), kind: attribute(attributes, 'Type').split('/').at(-1)!, path: target.startsWith('/') ? target.slice(1) : `xl/${target}` }
  })
}

function attribute(attributes: string, name: string): string {
  const value = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(attributes)
  return (value?.[1] ?? value?.[2] ?? '').replace(/&(lt|gt|quot|apos|amp|#\d{1,7}|#x[\da-f]{1,6});/giu, (_, entity: string) => unescapedEntity(entity))
}

function unescapedEntity(entity: string): string {
  const named = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }[entity.toLowerCase()]
  if (named !== undefined) return named
  const code = entity[1]?.toLowerCase() === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
}

function text(part: Buffer | undefined): string {
  return part?.toString('utf8') ?? ''
}

function unreadable(reason: string): ReturnType<typeof importFailure> {
  return importFailure('import.workbook-unreadable', { reason })
}

/** An archive without compression: the parts are inflated and checked already. */
function storedArchive(parts: ReadonlyMap<string, Buffer>): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of parts) {
    const encoded = Buffer.from(name)
    const header = Buffer.alloc(26)
    header.writeUInt16LE(20, 0)
    header.writeUInt32LE(crc32(content), 10)
    header.writeUInt32LE(content.length, 14)
    header.writeUInt32LE(content.length, 18)
    header.writeUInt16LE(encoded.length, 22)
    local.push(Buffer.from('PK\x03\x04', 'latin1'), header, encoded, content)
    // The central record is the local one with the version of its maker before, and disk, attributes and place after it.
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), header, place, encoded)
    offset += 30 + encoded.length + content.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.size, 4)
  end.writeUInt16LE(parts.size, 6)
  end.writeUInt32LE(size, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}
