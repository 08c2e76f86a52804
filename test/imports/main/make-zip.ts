import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  readonly name: string
  readonly content: Buffer | string
  /** What the archive claims instead of the truth. */
  readonly declaredBytes?: number
  readonly encrypted?: boolean
  readonly stored?: boolean
}

/** An archive byte by byte, so that a test can make it lie. */
export function makeZip(parts: readonly ZipPart[], claims: { readonly entries?: number; readonly zip64?: boolean } = {}): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content, declaredBytes, encrypted, stored } of parts) {
    const plain = Buffer.from(content)
    const packed = stored ? plain : deflateRawSync(plain, { level: 9 })
    const encoded = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(encrypted ? 1 : 0, 2)
    fields.writeUInt16LE(stored ? 0 : 8, 4)
    fields.writeUInt32LE(crc32(plain), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(declaredBytes ?? plain.length, 18)
    fields.writeUInt16LE(encoded.length, 22)
    local.push(Buffer.from('504b0304', 'hex'), fields, encoded, packed)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    central.push(Buffer.from('504b01021400', 'hex'), fields, place, encoded)
    offset += 30 + encoded.length + packed.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(claims.entries ?? parts.length, 4)
  end.writeUInt16LE(claims.entries ?? parts.length, 6)
  end.writeUInt32LE(central.reduce((sum, part) => sum + part.length, 0), 8)
  end.writeUInt32LE(offset, 12)
  const locator = claims.zip64 ? Buffer.concat([Buffer.from('504b0607', 'hex'), Buffer.alloc(16)]) : Buffer.alloc(0)
  return Buffer.concat([...local, ...central, locator, Buffer.from('504b0506', 'hex'), end])
}

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
const ROOT = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'

export interface SheetPart {
  readonly name: string
  /** The rows: what stands between <sheetData> and its end. */
  readonly rows: string | Buffer
  readonly hidden?: boolean
}

/** The parts of a workbook written by hand. */
export function workbookParts(sheets: readonly SheetPart[], before = ''): ZipPart[] {
  const listed = sheets.map(({ name, hidden }, index) => `<sheet name="${name}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`)
  const related = sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`)
  const styles = '<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
  return [
    { name: '[Content_Types].xml', content: TYPES },
    { name: '_rels/.rels', content: ROOT },
    { name: 'xl/workbook.xml', content: `<?xml version="1.0"?>${before}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${listed.join('')}</sheets></workbook>` },
    { name: 'xl/_rels/workbook.xml.rels', content: `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join('')}<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>` },
    { name: 'xl/styles.xml', content: styles },
    ...sheets.map(({ rows }, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content: Buffer.concat([Buffer.from('<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'), Buffer.from(rows), Buffer.from('</sheetData></worksheet>')]),
    })),
  ]
}

export const textCell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
