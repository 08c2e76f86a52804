import { decimalText, type Decimal } from '#shared/foundation/decimal.ts'
import type { Words } from '#shared/locales/words.ts'
import type { BundleProblem } from '#shared/quotes/check-bundle.ts'
import type { Formats } from '../shell/formats.ts'

/** Why options cannot be sold so, as a sentence. @param nameOf a product's name by its code */
export function bundleProblemWords(problem: BundleProblem, words: Words, formats: Formats, nameOf: (code: string) => string = (code) => code): string {
  const said = words.quotes.bundle.problems
  const name = nameOf(problem.product)
  const number = (value: Decimal): string => formats.number(Number(decimalText(value)))
  switch (problem.problem) {
    case 'requiredMissing':
    case 'notAnOption':
    case 'chosenTwice':
      return said[problem.problem](name)
    case 'tooFew':
      return said.tooFew(name, number(problem.minimum))
    case 'tooMany':
      return said.tooMany(name, number(problem.maximum))
    case 'excluded':
      return said.excluded(name, nameOf(problem.by))
    case 'needs':
      return said.needs(name, nameOf(problem.missing))
    case 'notYet':
    case 'discontinued':
      return said[problem.problem](name, formats.date(problem.on))
  }
}
