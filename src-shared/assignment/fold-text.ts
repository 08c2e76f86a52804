const ALREADY_FOLDED = /^[!-@[-~]+(?: [!-@[-~]+)*$/
const LATIN_ACCENTS = /[\u0300-\u036f]/g
const SPACES = /\s+/g

/**
 * Makes texts that differ only in case, width, accents or spacing equal.
 * Only the accents of Latin, Greek and Cyrillic letters go: the voicing marks of kana distinguish words.
 */
export function foldText(text: string): string {
  if (ALREADY_FOLDED.test(text)) return text
  return text.normalize('NFKC').toLowerCase().normalize('NFD').replace(LATIN_ACCENTS, '').normalize('NFC').replace(SPACES, ' ').trim()
}

/** 32 bits of a text's content, never 0; equal texts have equal hashes. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  hash ^= hash >>> 15
  return hash === 0 ? 1 : hash
}
