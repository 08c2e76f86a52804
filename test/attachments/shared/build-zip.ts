export interface ZippedFile {
  readonly name: string
  readonly content?: string
  /** What the directory says it unpacks to, where that is not true. */
  readonly unpacked?: number
  readonly flags?: number
  /** The name in its own header, where that is another. */
  readonly innerName?: string
}

/** A ZIP file whose entries are stored as they are. */
export function buildZip(files: readonly ZippedFile[], { before = '', after = '' }: { readonly before?: string; readonly after?: string } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(before)]
  const directory: Buffer[] = []
  let at = before.length
  for (const { name, content = '<xml/>', unpacked = Buffer.byteLength(content), flags = 0, innerName = name } of files) {
    const [body, inner, outer] = [Buffer.from(content), Buffer.from(innerName), Buffer.from(name)]
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x0403_4b50, 0)
    local.writeUInt16LE(flags, 6)
    local.writeUInt32LE(body.length, 18)
    local.writeUInt32LE(unpacked, 22)
    local.writeUInt16LE(inner.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x0201_4b50, 0)
    central.writeUInt16LE(flags, 8)
    central.writeUInt32LE(body.length, 20)
    central.writeUInt32LE(unpacked, 24)
    central.writeUInt16LE(outer.length, 28)
    central.writeUInt32LE(at, 42)
    parts.push(local, inner, body)
    directory.push(central, outer)
    at += 30 + inner.length + body.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end, Buffer.from(after)])
}

/** A Word document as small as can be, with whatever else. */
export const buildWord = (...more: readonly ZippedFile[]): Buffer => buildZip([{ name: '[Content_Types].xml' }, { name: 'word/document.xml' }, ...more])
