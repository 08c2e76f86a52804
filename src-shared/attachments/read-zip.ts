export interface ZipEntry {
  readonly name: string
  /** In bytes, as the archive says. */
  readonly unpacked: number
  readonly isEncrypted: boolean
}

const [LOCAL, CENTRAL, END] = [0x0403_4b50, 0x0201_4b50, 0x0605_4b50]
const [LOCAL_SIZE, CENTRAL_SIZE, END_SIZE] = [30, 46, 22]
const [STORED, DEFLATED] = [0, 8]

/**
 * The entries of a ZIP file (APPNOTE 4.3); null where it is none, or not one that is whole and plain: nothing before, between or behind
 * its entries, none inside another, each called the same in both places, no comment, no 64-bit sizes. Nothing is unpacked.
 */
export function readZip(bytes: Uint8Array): readonly ZipEntry[] | null {
  const end = bytes.length - END_SIZE
  if (end < 0) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [count, size, directory] = [view.getUint16(end + 10, true), view.getUint32(end + 12, true), view.getUint32(end + 16, true)]
  if (view.getUint32(end, true) !== END || view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count || directory + size !== end) return null
  const entries: (ZipEntry & { readonly from: number; readonly to: number })[] = []
  let at = directory
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL) return null
    const [flags, method, packed, unpacked, from] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true), view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint32(at + 42, true)]
    const [nameLength, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)]
    const next = at + CENTRAL_SIZE + nameLength + extra + comment
    if (next > end || (method !== STORED && method !== DEFLATED)) return null
    const name = asciiOf(bytes, at + CENTRAL_SIZE, nameLength)
    const to = endOfLocal(view, bytes, { from, packed, name, directory })
    if (to === null) return null
    entries.push({ name, unpacked, isEncrypted: (flags & 1) === 1, from, to })
    at = next
  }
  return at === end && followEachOther(entries) ? entries : null
}

/** Where the content of an entry ends; null where its own header says otherwise than the directory. */
function endOfLocal(view: DataView, bytes: Uint8Array, { from, packed, name, directory }: { readonly from: number; readonly packed: number; readonly name: string; readonly directory: number }): number | null {
  if (from + LOCAL_SIZE > directory || view.getUint32(from, true) !== LOCAL) return null
  const [nameLength, extra] = [view.getUint16(from + 26, true), view.getUint16(from + 28, true)]
  const to = from + LOCAL_SIZE + nameLength + extra + packed
  return to <= directory && asciiOf(bytes, from + LOCAL_SIZE, nameLength) === name ? to : null
}

/** Sizes that come after the content (4.3.9) take at most 16 bytes. */
const DESCRIPTOR = 16

function followEachOther(entries: readonly { readonly from: number; readonly to: number }[]): boolean {
  const inOrder = entries.toSorted((one, other) => one.from - other.from)
  return inOrder.every(({ from }, at) => {
    const before = at === 0 ? 0 : inOrder[at - 1]!.to
    return from >= before && from - before <= (at === 0 ? 0 : DESCRIPTOR)
  })
}

function asciiOf(bytes: Uint8Array, from: number, length: number): string {
  return Array.from(bytes.subarray(from, from + length), (byte) => String.fromCharCode(byte)).join('')
}
