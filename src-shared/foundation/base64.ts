const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const VALUES = new Map([...LETTERS].map((letter, value) => [letter, value]))

/** The bytes of Base64 with padding (RFC 4648, 4); null where it is none. */
export function readBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  for (let at = 0, to = 0; at < text.length; at += 4) {
    let group = 0
    for (let place = 0; place < 4; place += 1) {
      const isPadding = at + place >= text.length - padding
      const value = isPadding ? 0 : VALUES.get(text[at + place]!)
      if (value === undefined) return null
      group = group * 64 + value
    }
    for (let shift = 16; shift >= 0 && to < bytes.length; shift -= 8, to += 1) bytes[to] = (group >> shift) & 0xff
  }
  return bytes
}

export function writeBase64(bytes: Uint8Array): string {
  const groups: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = bytes.subarray(at, at + 3)
    const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0)
    const letter = (shift: number): string => LETTERS[(group >> shift) & 0x3f]!
    groups.push(letter(18), letter(12), second === undefined ? '=' : letter(6), third === undefined ? '=' : letter(0))
  }
  return groups.join('')
}
