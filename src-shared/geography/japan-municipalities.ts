import { prefectureOfRegistry } from './corporate-number.ts'
import { JAPAN_MUNICIPALITY_TABLE, JAPAN_POSTCODE_TABLE } from './japan-municipality-table.ts'
import { regionsOf } from './regions.ts'

export interface JapaneseAddress {
  /** ISO 3166-2; null where it cannot be told. */
  readonly prefecture: string | null
  /** As the address writes it, without the prefecture: 横浜市都筑区, 上川郡東神楽町. */
  readonly municipality: string | null
  /** 0 to 1. */
  readonly confidence: number
  readonly reason: 'prefecture-named' | 'municipality' | 'municipality-and-registry' | 'registry' | 'unknown'
}

interface Index {
  /** Folded municipality, with and without its 郡, and each city of wards → prefectures that have it. */
  readonly prefectures: ReadonlyMap<string, readonly string[]>
  readonly longest: number
}

let index: Index | null = null

function municipalities(): Index {
  if (index !== null) return index
  const found = new Map<string, Set<string>>()
  const add = (name: string, prefecture: string): void => {
    const key = foldAddress(name)
    const known = found.get(key)
    if (known === undefined) found.set(key, new Set([prefecture]))
    else known.add(prefecture)
  }
  for (const line of JAPAN_MUNICIPALITY_TABLE.trim().split('\n')) {
    const [number, ...names] = line.split(' ')
    for (const name of names) {
      add(name, `JP-${number}`)
      const city = /^(.+市).+区$/u.exec(name)
      if (city) add(city[1]!, `JP-${number}`)
      const county = /^(.+?郡)(.+[町村])$/u.exec(name)
      if (county) for (const part of [county[1]!, county[2]!]) add(part, `JP-${number}`)
    }
  }
  index = { prefectures: new Map([...found].map(([name, codes]) => [name, [...codes]])), longest: Math.max(...[...found.keys()].map((name) => name.length)) }
  return index
}

/** ヶ and ケ, old and new forms of the characters that occur in names of places. */
function foldAddress(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s　]+/gu, '')
    .replace(/[ヶヵ]/gu, (small) => (small === 'ヶ' ? 'ケ' : 'カ'))
    .replace(/[龍檜瀧澤櫻廣國]/gu, (old) => ({ 龍: '竜', 檜: '桧', 瀧: '滝', 澤: '沢', 櫻: '桜', 廣: '広', 國: '国' })[old] ?? old)
}

const PREFECTURE_FIRST = /^.{2,3}[都道府県]/u

/**
 * The prefecture of a Japanese address, which registers often leave out (`横浜市都筑区…`). A municipality that several prefectures
 * have (府中市, 伊達市, 森町) is decided by the registry office in the corporate number.
 */
export function prefectureOfAddress(address: string, corporateNumber: string | null = null): JapaneseAddress {
  const text = foldAddress(address).replace(/^〒?\d{3}-?\d{4}/u, '').replace(/^日本国?(?=.{2,3}[都道府県])/u, '')
  const registry = corporateNumber === null ? null : prefectureOfRegistry(corporateNumber)
  const named = PREFECTURE_FIRST.test(text) ? regionsOf('JP').find(({ names }) => names.ja !== null && text.startsWith(names.ja)) : undefined
  if (named !== undefined) {
    const rest = text.slice(named.names.ja!.length)
    return { prefecture: named.code, municipality: longestMatch(rest)?.name ?? null, confidence: 1, reason: 'prefecture-named' }
  }
  const match = longestMatch(text)
  if (match === null) {
    return registry === null || text === ''
      ? { prefecture: null, municipality: null, confidence: 0, reason: 'unknown' }
      : { prefecture: registry, municipality: null, confidence: 0.5, reason: 'registry' }
  }
  const [first, ...others] = match.prefectures
  if (others.length === 0) return { prefecture: first!, municipality: match.name, confidence: registry === first ? 1 : 0.95, reason: 'municipality' }
  if (registry !== null && match.prefectures.includes(registry)) {
    return { prefecture: registry, municipality: match.name, confidence: 0.9, reason: 'municipality-and-registry' }
  }
  return { prefecture: null, municipality: match.name, confidence: 0, reason: 'unknown' }
}

function longestMatch(text: string): { readonly name: string; readonly prefectures: readonly string[] } | null {
  const { prefectures, longest } = municipalities()
  for (let length = Math.min(longest, text.length); length >= 2; length--) {
    const name = text.slice(0, length)
    const found = prefectures.get(name)
    if (found !== undefined) return { name, prefectures: found }
  }
  return null
}

let postcodes: readonly (readonly [from: string, prefectures: readonly string[]])[] | null = null

/** The prefecture of a Japanese postcode by its first three digits; null where two prefectures share them or the postcode is not one. */
export function prefectureOfPostcode(postcode: string): string | null {
  const head = /^(\d{3})-?\d{4}$/u.exec(postcode)?.[1]
  if (head === undefined) return null
  postcodes ??= JAPAN_POSTCODE_TABLE.split(' ').map((run) => [run.slice(0, 3), run.slice(4).split('/')] as const)
  const found = postcodes.findLast(([from]) => from <= head)?.[1] ?? []
  return found.length === 1 ? `JP-${found[0]}` : null
}
