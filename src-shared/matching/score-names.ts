import type { NameMeasures } from './compare-names.ts'

/** The measures and what they mean together, in the order of the weights. */
export function nameTerms(measures: NameMeasures): readonly number[] {
  const { coveredMore: more, coveredLess: less, sharedWeight: shared, leftMore, leftLess, commonLeftLess, commonLeftMore, equal, firstWord, initials, reading, otherNumbers, commonOnly, byMeaning } = measures
  return [
    1, more, less, shared, leftLess, leftMore, commonLeftLess, commonLeftMore, equal, firstWord, initials, reading, otherNumbers, commonOnly,
    less * less, more * less, more * shared, less * shared, shared * shared, leftMore * (1 - less), initials * less, initials * more, firstWord * shared, reading * less,
    Math.max(0, less - 0.8), Math.max(0, more - 0.9), (1 - commonOnly) * more, commonLeftMore * leftMore, byMeaning, byMeaning * less, byMeaning * shared,
  ]
}

/*
 * Weights of two logistic regressions on pairs of names of one organisation and of different ones (Research Organization Registry and the Japanese
 * list of public filers, the half of the organisations that no measurement is made on): `test/bench/matching/fit-name-weights.ts`.
 */

/** Of names in one script. */
const SAME_SCRIPT: readonly number[] = [
  -19.55, -0.43, 1.86, 11.18, -0.35, 6.86, -1.22, 9.76, 0.75, 2.25, 4.05, 0.00, -3.14, -0.03,
  3.68, 6.42, -0.15, 2.20, -5.90, 0.81, 0.76, -3.34, -2.64, 0.00, 13.66, 8.43, 0.62, -9.48,
  -4.29, -0.71, 4.31,
]

/** Of names of which one is written in Japanese. */
const ACROSS_SCRIPTS: readonly number[] = [
  -9.07, -0.09, 2.95, -2.36, 0.65, 3.88, -0.34, 2.24, 1.65, -0.60, -4.09, -0.26, -2.51, -1.10,
  -13.58, 12.61, -0.32, 22.29, -7.97, -2.30, -6.05, -4.05, 0.25, 0.35, 12.29, 2.77, -2.70, -1.38,
  -1.21, -2.97, 5.22,
]

/** The natural logarithm of the odds that two names, as far as only names tell, are of one organisation. */
export function scoreNames(measures: NameMeasures): number {
  const weights = measures.acrossScripts === 1 ? ACROSS_SCRIPTS : SAME_SCRIPT
  return nameTerms(measures).reduce((sum, term, at) => sum + term * weights[at]!, 0)
}
