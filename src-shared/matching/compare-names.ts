import { compareWords } from './compare-words.ts'
import type { Name } from './name-features.ts'
import { consonantsOf, soundOfLetters } from './sound-of-word.ts'
import type { Word } from './vocabulary.ts'

/** How a word of one name answers to a word or several of the other. */
export type WordMatch = 'same' | 'meaning' | 'spelling' | 'joined' | 'initials' | 'reading'

export interface SharedWords {
  readonly one: string
  readonly other: string
  readonly how: WordMatch
}

export interface NameComparison {
  readonly shared: readonly SharedWords[]
  readonly onlyOne: readonly string[]
  readonly onlyOther: readonly string[]
  /** For `scoreNames`; the same whichever name comes first. */
  readonly measures: NameMeasures
}

/** All from 0 to 1. */
export interface NameMeasures {
  /** Share of each name's weight that the other answers: the better and the worse covered. */
  readonly coveredMore: number
  readonly coveredLess: number
  /** Weight of all that is shared, against that of two words which only one record has. */
  readonly sharedWeight: number
  /** The most telling word that is left over, of the name that has less left over, and of the other; apart for words that organisations share. */
  readonly leftLess: number
  readonly leftMore: number
  readonly commonLeftLess: number
  readonly commonLeftMore: number
  /** All words are the same, in whatever order and however joined. */
  readonly equal: number
  readonly firstWord: number
  readonly initials: number
  /** 1 where one name has a reading and the other has none, so that they are compared across scripts. */
  readonly acrossScripts: number
  readonly reading: number
  /** Both have numbers, and other ones. */
  readonly otherNumbers: number
  /** Share of the shared weight that is carried by words which organisations share. */
  readonly commonOnly: number
  /** Share of the shared weight that is carried by words of one meaning or sound in another spelling. */
  readonly byMeaning: number
}

export interface WordKnowledge {
  /** How telling a term is: the natural logarithm of one in how many records has it. */
  weightOf(term: number): number
  /** That of a word which a single record has. */
  readonly highestWeight: number
}

const MOST_WORDS = 24
const BY_INITIALS = 0.9
const BY_READING = 0.95
const BY_CONSONANTS = 0.85
const SHORTEST_READ = 3

const LONGEST_BLEND = 12

interface Side {
  readonly words: readonly Word[]
  readonly weights: readonly number[]
  readonly covered: number[]
  readonly total: number
}

export function compareNames(one: Name, other: Name, knowledge: WordKnowledge): NameComparison {
  const left = sideOf(one, knowledge)
  const right = sideOf(other, knowledge)
  const shared: SharedWords[] = []
  let commonShared = 0
  let byMeaning = 0
  const pair = (i: number, j: number, likeness: number, how: WordMatch): void => {
    left.covered[i] = likeness
    right.covered[j] = likeness
    if (left.words[i]!.common) commonShared += likeness * left.weights[i]!
    if (how !== 'same') byMeaning += likeness * left.weights[i]!
    shared.push({ one: left.words[i]!.text, other: right.words[j]!.text, how })
  }
  for (const exact of [true, false]) {
    for (let i = 0; i < left.words.length; i++) {
      for (let j = 0; j < right.words.length && left.covered[i] === 0; j++) {
        const [word, counterpart] = [left.words[i]!, right.words[j]!]
        if (right.covered[j] === 0 && word.term === counterpart.term && (word.text === counterpart.text) === exact) pair(i, j, 1, exact ? 'same' : word.common ? 'meaning' : 'spelling')
      }
    }
  }
  pairJoined(left, right, shared)
  const initials = Math.max(pairInitials(left, right, shared, 'one'), pairInitials(right, left, shared, 'other'))
  pairAlike(left, right, pair)
  const read = Math.max(pairReading(left, one.reading === '' ? other.reading : '', shared, 'one'), pairReading(right, other.reading === '' ? one.reading : '', shared, 'other'))
  const [coverLeft, coverRight] = [shareCovered(left, read), shareCovered(right, read)]
  const [own, common] = [[leftOverOf(left, coverLeft, false), leftOverOf(right, coverRight, false)], [leftOverOf(left, coverLeft, true), leftOverOf(right, coverRight, true)]]
  const sharedWeight = Math.min(coverLeft * left.total, coverRight * right.total)
  const highest = knowledge.highestWeight
  return {
    shared,
    onlyOne: restOf(left),
    onlyOther: restOf(right),
    measures: {
      coveredMore: Math.max(coverLeft, coverRight),
      coveredLess: Math.min(coverLeft, coverRight),
      sharedWeight: Math.min(1, sharedWeight / (2 * highest)),
      leftLess: Math.min(...own) / highest,
      leftMore: Math.max(...own) / highest,
      commonLeftLess: Math.min(...common) / highest,
      commonLeftMore: Math.max(...common) / highest,
      equal: Number(byMeaning === 0 && left.covered.every((each) => each === 1) && right.covered.every((each) => each === 1)),
      firstWord: Math.min(left.covered[0] ?? 0, right.covered[0] ?? 0),
      initials,
      acrossScripts: Number((one.reading === '') !== (other.reading === '')),
      reading: read,
      otherNumbers: Number(haveOtherNumbers(left, right)),
      commonOnly: sharedWeight === 0 ? 0 : Math.min(1, commonShared / sharedWeight),
      byMeaning: sharedWeight === 0 ? 0 : Math.min(1, byMeaning / sharedWeight),
    },
  }
}

function sideOf({ words }: Name, knowledge: WordKnowledge): Side {
  const kept = words.slice(0, MOST_WORDS)
  const weights = kept.map(({ term }) => knowledge.weightOf(term))
  return { words: kept, weights, covered: kept.map(() => 0), total: weights.reduce((sum, weight) => sum + weight, 0) }
}

/** `GTX Pro` and `GTXPro`: two or three words in a row that are one of the other's. */
function pairJoined(left: Side, right: Side, shared: SharedWords[]): void {
  for (const [parts, whole, turned] of [[left, right, false], [right, left, true]] as const) {
    for (let j = 0; j < whole.words.length; j++) {
      if (whole.covered[j] !== 0) continue
      const text = whole.words[j]!.text
      for (let i = 0; i + 1 < parts.words.length; i++) {
        if (parts.covered[i] !== 0 || !text.startsWith(parts.words[i]!.text)) continue
        let joined = parts.words[i]!.text
        let end = i + 1
        while (end < parts.words.length && parts.covered[end] === 0 && joined.length < text.length) joined += parts.words[end++]!.text
        if (joined !== text || end === i + 1) continue
        for (let at = i; at < end; at++) parts.covered[at] = 1
        whole.covered[j] = 1
        const written = parts.words.slice(i, end).map((word) => word.text).join(' ')
        shared.push({ one: turned ? text : written, other: turned ? written : text, how: 'joined' })
        break
      }
    }
  }
}

/** `KCS` and the words whose first letters it is, `Uniandes` and `Universidad de los Andes`: a word made of the beginnings of others that follow each other. */
function pairInitials(short: Side, long: Side, shared: SharedWords[], shortIs: 'one' | 'other'): number {
  for (let i = 0; i < short.words.length; i++) {
    const blend = short.words[i]!
    if (short.covered[i] !== 0 || !isBlend(blend)) continue
    for (let start = 0; start + 1 < long.words.length; start++) {
      const length = blendedFrom(blend.text, long, start)
      if (length < 2) continue
      const certainty = Math.min(1, (blend.text.length + length - 2) / 6)
      short.covered[i] = BY_INITIALS * certainty
      for (let at = start; at < start + length; at++) long.covered[at] = BY_INITIALS * certainty
      const written = long.words.slice(start, start + length).map(({ text }) => text).join(' ')
      shared.push(shortIs === 'one' ? { one: blend.text, other: written, how: 'initials' } : { one: written, other: blend.text, how: 'initials' })
      return certainty
    }
  }
  return 0
}

function isBlend({ text, latin, common }: Word): boolean {
  return latin && !common && text.length > 1 && text.length <= LONGEST_BLEND
}

/** How many words from `start` on, none of them answered yet, give the blend when each lends its beginning; 0 where they do not. */
function blendedFrom(blend: string, side: Side, start: number): number {
  const { words, covered } = side
  const word = words[start]
  if (word === undefined || covered[start] !== 0 || !word.latin) return 0
  for (let lent = Math.min(word.text.length, blend.length); lent > 0; lent--) {
    if (!blend.startsWith(word.text.slice(0, lent))) continue
    if (lent === blend.length) return 1
    const rest = blendedFrom(blend.slice(lent), side, start + 1)
    if (rest > 0) return rest + 1
  }
  return 0
}

/** What is left, by spelling and sound, the most alike first. */
function pairAlike(left: Side, right: Side, pair: (i: number, j: number, likeness: number, how: WordMatch) => void): void {
  const pairs: { i: number; j: number; likeness: number }[] = []
  for (let i = 0; i < left.words.length; i++) {
    if (left.covered[i] !== 0) continue
    for (let j = 0; j < right.words.length; j++) {
      if (right.covered[j] !== 0) continue
      const likeness = compareWords(left.words[i]!.text, right.words[j]!.text)
      if (likeness > 0) pairs.push({ i, j, likeness })
    }
  }
  pairs.sort((one, other) => other.likeness - one.likeness || one.i + one.j - other.i - other.j)
  for (const { i, j, likeness } of pairs) if (left.covered[i] === 0 && right.covered[j] === 0) pair(i, j, likeness, 'spelling')
}

/** Latin words found in the reading of a name that is written in Japanese, by their sound or their consonants. Answers the share of the reading that they are. */
function pairReading(latin: Side, reading: string, shared: SharedWords[], latinIs: 'one' | 'other'): number {
  if (reading === '') return 0
  const consonants = consonantsOf(reading)
  let [rest, restOfConsonants] = [reading, consonants]
  for (let i = 0; i < latin.words.length; i++) {
    const word = latin.words[i]!
    if (!word.latin) continue
    const sound = [word.sound, soundOfLetters(word.text)].find((each) => each.length >= SHORTEST_READ && rest.includes(each))
    const skeleton = consonantsOf(sound ?? word.sound)
    const spoken = skeleton.length >= SHORTEST_READ && restOfConsonants.includes(skeleton)
    if (sound === undefined && !spoken) continue
    if (sound !== undefined) rest = rest.replace(sound, ' ')
    restOfConsonants = restOfConsonants.replace(skeleton, ' ')
    if (latin.covered[i] !== 0) continue
    latin.covered[i] = sound === undefined ? BY_CONSONANTS : BY_READING
    const read = sound ?? skeleton
    shared.push(latinIs === 'one' ? { one: word.text, other: read, how: 'reading' } : { one: read, other: word.text, how: 'reading' })
  }
  const share = (left: string, whole: string): number => (whole === '' ? 0 : 1 - left.replaceAll(' ', '').length / whole.length)
  return Math.max(share(rest, reading), share(restOfConsonants, consonants))
}

/** @param read share of the reading that is answered; it stands for the words that the reading reads */
function shareCovered({ weights, covered, total, words }: Side, read: number): number {
  if (total === 0) return 0
  const byWords = weights.reduce((sum, weight, at) => sum + weight * covered[at]!, 0) / total
  return read > 0 && words.some(({ latin }) => !latin) ? Math.min(1, Math.max(byWords, read, byWords + read * (1 - byWords))) : byWords
}

function leftOverOf({ weights, covered, words }: Side, share: number, common: boolean): number {
  const read = words.some(({ latin }) => !latin) ? 1 - share : 1
  return weights.reduce((most, weight, at) => (words[at]!.common === common ? Math.max(most, weight * (1 - covered[at]!)) : most), 0) * read
}

function haveOtherNumbers(left: Side, right: Side): boolean {
  const numbers = ({ words }: Side): readonly string[] => words.filter(({ text }) => /^[0-9]+$/.test(text)).map(({ text }) => text)
  const [one, other] = [numbers(left), numbers(right)]
  return one.length > 0 && other.length > 0 && !one.some((number) => other.includes(number))
}

function restOf({ words, covered }: Side): readonly string[] {
  return words.filter((_, at) => covered[at] === 0).map(({ text }) => text)
}
