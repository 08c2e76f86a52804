export type TestEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'euc-jp' | 'iso-2022-jp' | 'windows-1252'

/** Node decodes the old encodings but does not encode them: the tables are turned round here, two bytes at a time. */
const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

function tableOf(encoding: 'shift_jis' | 'euc-jp' | 'windows-1252'): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const decoder = new TextDecoder(encoding, { fatal: true })
  const table = new Map<string, readonly number[]>()
  const tryBytes = (...bytes: number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes))
      if ([...text].length === 1 && !table.has(text) && !(encoding === 'windows-1252' && /[\u0080-\u009f]/u.test(text))) table.set(text, bytes)
    } catch {
      // Not a character of this encoding.
    }
  }
  for (let first = 0; first < 256; first++) tryBytes(first)
  if (encoding !== 'windows-1252') for (let first = 0x80; first < 256; first++) for (let second = 0x40; second < 256; second++) tryBytes(first, second)
  tables.set(encoding, table)
  return table
}

export function encodeAs(text: string, encoding: TestEncoding): Buffer
export function encodeAs(text: string, encoding: TestEncoding, unencodable: 'or-null'): Buffer | null
export function encodeAs(text: string, encoding: TestEncoding, unencodable?: 'or-null'): Buffer | null {
  if (encoding === 'utf-8' || encoding === 'utf-16le') return Buffer.from(text, encoding)
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const table = tableOf(encoding === 'iso-2022-jp' ? 'euc-jp' : encoding)
  const bytes: number[] = []
  let wide = false
  for (const character of text) {
    const found = table.get(character)
    if (found === undefined || (encoding === 'iso-2022-jp' && found.length > 1 && found[0] === 0x8e)) {
      if (unencodable === 'or-null') return null
      throw new Error(`${encoding} has no ${character}`)
    }
    if (encoding !== 'iso-2022-jp') bytes.push(...found)
    else {
      if (found.length > 1 !== wide) {
        wide = !wide
        bytes.push(...(wide ? [0x1b, 0x24, 0x42] : [0x1b, 0x28, 0x42]))
      }
      bytes.push(...found.map((byte) => byte & 0x7f))
    }
  }
  if (wide) bytes.push(0x1b, 0x28, 0x42)
  return Buffer.from(bytes)
}
