import { coreWords } from '../imports/normalise-company-name.ts'
import { compareWords } from './compare-words.ts'

const ALIKE = 0.75

/**
 * Whether two products are the same: `GTXPro` is `GTX Pro`. How their words are joined and ordered does not count, slips of the pen
 * count little, but a number that only one of them has (`X200`, `2024`) tells them apart.
 */
export function compareProducts(one: string, other: string): 'same' | 'alike' | 'different' {
  const [left, right] = [coreWords(one), coreWords(other)]
  if (left.join('') === right.join('') || left.toSorted().join(' ') === right.toSorted().join(' ')) return 'same'
  const numbers = (words: readonly string[]): string => words.flatMap((word) => word.match(/\d+/gu) ?? []).toSorted().join(' ')
  if (numbers(left) !== numbers(right)) return 'different'
  const likeness = (words: readonly string[], others: readonly string[]): number =>
    words.reduce((sum, word) => sum + Math.max(0, ...others.map((each) => (each === word ? 1 : compareWords(each, word)))), 0) / Math.max(1, words.length)
  return Math.min(likeness(left, right), likeness(right, left)) >= ALIKE ? 'alike' : 'different'
}
