const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]
const [TAB, LINE_FEED, RETURN, SPACE, LESS_THAN] = [0x09, 0x0a, 0x0d, 0x20, 0x3c]
const WHITE = [TAB, LINE_FEED, RETURN, SPACE]

/** Whether bytes are UTF-8 text without control characters, and no markup or script: an SVG is text, too. */
export function isPlainText(bytes: Uint8Array): boolean {
  const from = BYTE_ORDER_MARK.every((byte, at) => bytes[at] === byte) ? BYTE_ORDER_MARK.length : 0
  let first = from
  while (WHITE.includes(bytes[first] ?? -1)) first += 1
  const isMarkup = bytes[first] === LESS_THAN || (bytes[first] === 0x23 && bytes[first + 1] === 0x21)
  return !isMarkup && isUtf8(bytes, from)
}

/** RFC 3629, 4: whole characters, none written longer than needed, no surrogates, nothing above U+10FFFF. */
function isUtf8(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < bytes.length; ) {
    const lead = bytes[at]!
    const more = lead < 0x80 ? 0 : lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : -1
    if (more < 0 || at + more >= bytes.length) return false
    if (more === 0 && ((lead < SPACE && !WHITE.includes(lead)) || lead === 0x7f)) return false
    for (let next = 1; next <= more; next += 1) {
      const [lowest, highest] = next > 1 ? [0x80, 0xbf] : [lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80, lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf]
      const byte = bytes[at + next]!
      if (byte < lowest || byte > highest) return false
    }
    at += more + 1
  }
  return true
}
