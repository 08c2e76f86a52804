import { foldText } from '../foundation/fold-text.ts'
import { prefectureOfAddress } from '../geography/japan-municipalities.ts'

/** How far two addresses agree: the very place, the same postcode, nothing that tells, another part of the country. */
export type AddressAgreement = 'place' | 'postcode' | 'unclear' | 'elsewhere'

const JAPANESE = /[\p{sc=Han}]/u
const JAPANESE_POSTCODE = /〒?\s*(\d{3})-?(\d{4})(?!\d)/u
/** 5 digits (US, DE, ES, MX, FR …), or the British form. */
const POSTCODE = /\b(\d{5})(?:-\d{4})?\b|\b([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})\b/gu
const PREFECTURE = /^(?:北海道|東京都|京都府|大阪府|.{2,3}県)/u
const ALIKE = 0.7
const SHORTEST_PLACE = 6

interface Address {
  readonly text: string
  readonly postcode: string
  readonly japanese: boolean
}

/** Symmetric. Ways of writing do not count: width, 丁目, 番地 and 号 for hyphens, the prefecture left out, a building after it. */
export function compareAddresses(one: string, other: string): AddressAgreement {
  const [left, right] = [read(one), read(other)]
  if (left.text === '' || right.text === '' || left.japanese !== right.japanese) return 'unclear'
  if (left.japanese ? isSamePlaceInJapan(left.text, right.text) : isSamePlace(left.text, right.text)) return 'place'
  if (left.postcode !== '' && right.postcode !== '') {
    if (left.postcode === right.postcode) return 'postcode'
    if (left.postcode.slice(0, 2) !== right.postcode.slice(0, 2)) return 'elsewhere'
  }
  if (!left.japanese) return 'unclear'
  const [here, there] = [prefectureOfAddress(one).prefecture, prefectureOfAddress(other).prefecture]
  return here !== null && there !== null && here !== there ? 'elsewhere' : 'unclear'
}

function read(written: string): Address {
  const folded = foldText(written).replace(/[‐-―−]|(?<=\d)ー/gu, '-').trim()
  if (!JAPANESE.test(folded)) {
    const found = [...folded.matchAll(POSTCODE)].at(-1)
    return { text: folded, postcode: found === undefined ? '' : (found[1] ?? `${found[2]}${found[3]}`), japanese: false }
  }
  const code = JAPANESE_POSTCODE.exec(folded)
  const text = folded
    .replace(JAPANESE_POSTCODE, '')
    .replace(/\s+/gu, '')
    .replace(PREFECTURE, '')
    .replace(/(\d)(?:丁目|番地の?|番|号|の)(?=\d)/gu, '$1-')
    .replace(/(\d)(?:丁目|番地|番|号)/gu, '$1')
  return { text, postcode: code === null ? '' : `${code[1]}${code[2]}`, japanese: true }
}

/** The same as far as the shorter goes, house number and all. */
function isSamePlaceInJapan(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return short.length >= SHORTEST_PLACE && /\d/u.test(short) && long.startsWith(short) && !/^[\d-]/u.test(long.slice(short.length))
}

/** Most words the same, a house number among them. */
function isSamePlace(one: string, other: string): boolean {
  const [left, right] = [new Set(one.match(/[\p{L}\p{N}]+/gu)), new Set(other.match(/[\p{L}\p{N}]+/gu))]
  const shared = [...left].filter((word) => right.has(word))
  return shared.some((word) => /\d/u.test(word)) && (2 * shared.length) / (left.size + right.size) >= ALIKE && one.length >= SHORTEST_PLACE
}
