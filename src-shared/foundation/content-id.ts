/**
 * The id of rows that are made of their content alone: the same on every desk and on the central API, in the form of a UUID.
 * 112 bits of four hashes: not for what somebody might forge, enough that two contents of one company never meet.
 */
export function contentId(content: string): string {
  const hex = SEEDS.map((seed) => (hash(content, seed) >>> 0).toString(16).padStart(8, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

const SEEDS = [0x811c9dc5, 0x9e3779b1, 0x85ebca6b, 0xc2b2ae35] as const

function hash(text: string, seed: number): number {
  let mixed = seed
  for (let at = 0; at < text.length; at += 1) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193 + (seed & 0xfffe))
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
