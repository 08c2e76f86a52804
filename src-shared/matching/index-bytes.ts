import { refused, succeeded, type Outcome } from '../foundation/outcome.ts'
import { MatchIndex, type IndexParts } from './match-index.ts'
import { matchFields } from './match-record.ts'

/** Of the layout and of how names are read: an index of another version is built anew, never read. */
const VERSION = 1
/** Reads otherwise on a machine of another byte order, which then counts as another version. */
const MARK = 0x4d_49_43_57
const HEADER = 16

/**
 * An index as one block for a BLOB or a file: mark, version, checksum and length of what follows (32 bits each), then lists of numbers
 * and of texts, each after its length. Texts are UTF-16.
 */
export function writeIndex(index: MatchIndex): Uint8Array<ArrayBuffer> {
  const { columns, readings, vocabulary, words, wordsFrom, breadths, postings } = index.parts()
  const lists = [
    ...[...matchFields.map((field) => columns[field]), readings, vocabulary].flatMap(textLists),
    ...[words, wordsFrom, postings.features, postings.starts, postings.records].map((numbers) => Uint32Array.from(numbers)),
    breadths.slice(0, columns.id.length),
  ]
  const length = lists.reduce((sum, list) => sum + 4 + padded(list.byteLength), 0)
  const bytes = new Uint8Array(HEADER + length)
  const numbers = new Uint32Array(bytes.buffer)
  let at = HEADER
  for (const list of lists) {
    numbers[at / 4] = list.byteLength
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), at + 4)
    at += 4 + padded(list.byteLength)
  }
  numbers.set([MARK, VERSION, checksum(numbers.subarray(HEADER / 4)), length])
  return bytes
}

/** Refused as `match.index-unreadable`: by `reason` of another version, cut short, or changed since it was written. */
export function readIndex(bytes: Uint8Array): Outcome<MatchIndex> {
  if (bytes.byteLength < HEADER || bytes.byteLength % 4 !== 0) return unreadable('length')
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  const numbers = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4)
  const [mark, version, sum, length] = numbers
  if (mark !== MARK || version !== VERSION) return unreadable('version')
  if (length !== aligned.byteLength - HEADER) return unreadable('length')
  if (sum !== checksum(numbers.subarray(HEADER / 4))) return unreadable('checksum')

  let at = HEADER / 4
  const list = (): Uint32Array => {
    const size = numbers[at++]!
    const found = numbers.subarray(at, at + Math.ceil(size / 4))
    at += found.length
    return found
  }
  const columns = Object.fromEntries(matchFields.map((field) => [field, texts(list(), list())])) as IndexParts['columns']
  const [readings, vocabulary] = [texts(list(), list()), texts(list(), list())]
  const [words, wordsFrom, features, starts, records, breadths] = [list(), list(), list(), list(), list(), list()]
  return succeeded(MatchIndex.from({ columns, readings, vocabulary, words, wordsFrom, postings: { features, starts, records }, breadths: new Float32Array(breadths.slice().buffer) }))
}

function unreadable(reason: 'length' | 'version' | 'checksum'): Outcome<MatchIndex> {
  return refused('match.index-unreadable', 'the index of names must be built anew', { reason })
}

/** Their lengths, and all characters in a row. */
function textLists(of: readonly string[]): readonly [Uint32Array, Uint16Array] {
  const characters = new Uint16Array(of.reduce((sum, text) => sum + text.length, 0))
  let at = 0
  for (const text of of) for (let next = 0; next < text.length; next++) characters[at++] = text.charCodeAt(next)
  return [Uint32Array.from(of, (text) => text.length), characters]
}

const AT_ONCE = 8192

function texts(lengths: Uint32Array, packed: Uint32Array): string[] {
  const characters = new Uint16Array(packed.buffer, packed.byteOffset, packed.length * 2)
  let all = ''
  for (let at = 0; at < characters.length; at += AT_ONCE) all += String.fromCharCode(...characters.subarray(at, at + AT_ONCE))
  let at = 0
  return Array.from(lengths, (length) => all.slice(at, (at += length)))
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 4) * 4
}

/** FNV-1a over numbers of 32 bits. */
function checksum(numbers: Uint32Array): number {
  let sum = 0x811c9dc5
  for (const number of numbers) sum = Math.imul(sum ^ number, 0x01000193)
  return sum >>> 0
}
