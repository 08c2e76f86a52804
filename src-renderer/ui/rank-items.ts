import { foldText, type FoldedText } from './fold-text.ts'

export interface RankedItem {
  readonly id: string
  readonly title: string
  /** Other words it is known by; matched, never shown. */
  readonly keywords?: readonly string[] | undefined
}

export interface Ranked<Item> {
  readonly item: Item
  /** Indexes into the title of the letters that matched, ascending. */
  readonly marks: readonly number[]
}

interface Match {
  readonly score: number
  readonly at: readonly number[]
}

const startsWord = (text: string, at: number): boolean => at === 0 || /[\s\-_/.,:;()・、「」]/u.test(text[at - 1] ?? '')

function run(from: number, length: number): number[] {
  return Array.from({ length }, (_, n) => from + n)
}

/** Letters in order with gaps: found from the left, then pulled together from the right. */
function subsequence(needle: string, text: string): Match | undefined {
  let end = 0
  for (const letter of needle) {
    end = text.indexOf(letter, end)
    if (end < 0) return undefined
    end += letter.length
  }
  const at: number[] = []
  let from = end
  for (const letter of [...needle].toReversed()) {
    from = text.lastIndexOf(letter, from - letter.length)
    at.unshift(...run(from, letter.length))
  }
  const starts = at.filter((index) => startsWord(text, index)).length
  const spread = end - (at[0] ?? 0) - needle.length
  return { score: 10 + 6 * starts - Math.min(9, spread), at }
}

function matchWord(needle: string, text: string): Match | undefined {
  if (text.startsWith(needle)) return { score: text.length === needle.length ? 120 : 100, at: run(0, needle.length) }
  let within = -1
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    if (startsWord(text, at)) return { score: 80, at: run(at, needle.length) }
    if (within < 0) within = at
  }
  if (within >= 0) return { score: 60, at: run(within, needle.length) }
  return subsequence(needle, text)
}

function matchItem(words: readonly string[], title: FoldedText, keywords: readonly string[]): Match | undefined {
  let score = 0
  const at: number[] = []
  for (const word of words) {
    const inTitle = matchWord(word, title.text)
    const known = Math.max(0, ...keywords.map((keyword) => (matchWord(word, keyword)?.score ?? 0) * 0.6))
    if (inTitle === undefined && known === 0) return undefined
    score += Math.max(inTitle?.score ?? 0, known)
    if (inTitle !== undefined && inTitle.score >= known) at.push(...inTitle.at)
  }
  return { score: score / words.length - Math.min(5, title.text.length / 20), at }
}

/**
 * The items that match every word of the query, best first; equal ones in the order given. Without a query the
 * recently used come first, then all in their order.
 */
export function rankItems<Item extends RankedItem>(items: readonly Item[], query: string, recent: readonly string[] = []): readonly Ranked<Item>[] {
  const words = foldText(query).text.split(/\s+/).filter((word) => word !== '')
  const age = new Map(recent.map((id, at) => [id, at]))
  if (words.length === 0) {
    const used = items.filter((item) => age.has(item.id)).sort((a, b) => (age.get(a.id) ?? 0) - (age.get(b.id) ?? 0))
    return [...used, ...items.filter((item) => !age.has(item.id))].map((item) => ({ item, marks: [] }))
  }
  const found: { readonly score: number; readonly ranked: Ranked<Item> }[] = []
  for (const item of items) {
    const title = foldText(item.title)
    const match = matchItem(words, title, (item.keywords ?? []).map((keyword) => foldText(keyword).text))
    if (match === undefined) continue
    const used = age.get(item.id)
    const marks = [...new Set(match.at.map((unit) => title.origin[unit] ?? 0))].sort((a, b) => a - b)
    found.push({ score: match.score + (used === undefined ? 0 : 8 / (used + 1)), ranked: { item, marks } })
  }
  return found.sort((a, b) => b.score - a.score).map(({ ranked }) => ranked)
}
