import { crc32 } from 'node:zlib'
import { compareNames } from '#shared/matching/compare-names.ts'
import { EFFORT } from '#shared/matching/find-matches.ts'
import { matchRecord } from '#shared/matching/match-record.ts'
import { nameTerms } from '#shared/matching/score-names.ts'
import { labelledNames, labelledReadings } from '#test/matching/labelled-names.ts'
import { indexOf } from '#test/matching/measure-quality.ts'

/** Prints the weights of `src-shared/matching/score-names.ts`, from the `fit` half of the labelled names alone. */
const [RECORDS, QUERIES_OF_EACH, COMPARED, RIDGE, ROUNDS] = [100_000, 1_000, 30, 2, 25]

const sets = [labelledNames('fit', RECORDS, QUERIES_OF_EACH), labelledReadings('fit', QUERIES_OF_EACH)]
interface Pair {
  readonly terms: readonly number[]
  readonly same: number
}
const pairs: Readonly<Record<'same script' | 'across scripts', Pair[]>> = { 'same script': [], 'across scripts': [] }
for (const labelled of sets) {
  if (labelled === null) throw new Error('The sample files are needed')
  const index = indexOf(labelled)
  for (const { name, answer } of labelled.queries) {
    const query = matchRecord({ id: '', name })
    const known = index.nameOf(query)
    // Half of the names that are asked for have no counterpart.
    const withheld = ((crc32(answer) >>> 11) & 1) === 0
    for (const { place } of index.candidates(query, known, { read: EFFORT.lookUp.read, compared: COMPARED })) {
      const { id } = index.recordAt(place)
      if (withheld && id === answer) continue
      const { measures } = compareNames(known, index.nameAt(place), index)
      pairs[measures.acrossScripts === 1 ? 'across scripts' : 'same script'].push({ terms: nameTerms(measures), same: Number(id === answer) })
    }
  }
}
for (const [scripts, of] of Object.entries(pairs)) {
  console.log(`${scripts}: ${of.length} pairs, ${of.filter(({ same }) => same === 1).length} of one organisation`)
  console.log(`[${fit(of).map((weight) => weight.toFixed(2)).join(', ')}]`)
}

/** Logistic regression by Newton's method; the ridge holds back all weights but the first, on terms of one spread. */
function fit(pairs: readonly Pair[]): readonly number[] {
  const size = pairs[0]!.terms.length
  const spread = Array.from({ length: size }, (_, at) => {
    const mean = pairs.reduce((sum, { terms }) => sum + terms[at]!, 0) / pairs.length
    return Math.sqrt(pairs.reduce((sum, { terms }) => sum + (terms[at]! - mean) ** 2, 0) / pairs.length) || 1
  })
  let weights = new Array<number>(size).fill(0)
  for (let round = 0; round < ROUNDS; round++) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : -RIDGE * spread[at]! ** 2 * weight))
    const curvature = weights.map((_, row) => weights.map((__, column) => (row === column ? (row === 0 ? 1e-6 : RIDGE * spread[row]! ** 2) : 0)))
    for (const { terms, same } of pairs) {
      const odds = 1 / (1 + Math.exp(-terms.reduce((sum, term, at) => sum + term * weights[at]!, 0)))
      for (let row = 0; row < size; row++) {
        gradient[row] = gradient[row]! + terms[row]! * (same - odds)
        for (let column = 0; column < size; column++) curvature[row]![column] = curvature[row]![column]! + terms[row]! * terms[column]! * odds * (1 - odds)
      }
    }
    const step = solve(curvature, gradient)
    weights = weights.map((weight, at) => weight + step[at]!)
  }
  return weights
}

/** Gauss, with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at]!])
  for (let at = 0; at < rows.length; at++) {
    const pivot = rows.slice(at).reduce((best, row, from) => (Math.abs(row[at]!) > Math.abs(rows[best]![at]!) ? at + from : best), at)
    ;[rows[at], rows[pivot]] = [rows[pivot]!, rows[at]!]
    for (let below = at + 1; below < rows.length; below++) {
      const factor = rows[below]![at]! / rows[at]![at]!
      rows[below] = rows[below]!.map((value, column) => value - factor * rows[at]![column]!)
    }
  }
  const solution = new Array<number>(rows.length).fill(0)
  for (let at = rows.length - 1; at >= 0; at--) {
    solution[at] = (rows[at]!.at(-1)! - rows[at]!.slice(at + 1, -1).reduce((sum, value, next) => sum + value * solution[at + 1 + next]!, 0)) / rows[at]![at]!
  }
  return solution
}
