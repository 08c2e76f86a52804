import type { Words } from '#shared/locales/words.ts'
import type { SendProblem } from '#shared/quotes/why-not-sendable.ts'
import type { Formats } from '../shell/formats.ts'
import { triggerTexts } from './approvals/approval.presenter.ts'
import { bundleProblemWords } from './bundle-problem-words.ts'

/** What keeps a quote from being sent, as a sentence. */
export function sendProblemWords(problem: SendProblem, currency: string, words: Words, formats: Formats): string {
  const said = words.quotes.sendProblems
  const number = (text: string): string => formats.number(Number(text))
  switch (problem.problem) {
    case 'empty':
    case 'outOfDate':
      return said[problem.problem]
    case 'registrationEnded':
      return words.quoteCourse.registrationEnded(words.quoteCourse.gone[problem.because])
    case 'notSellable':
      return said.onLine(problem.line, words.quotes.facts.problems[problem.because])
    case 'priceMoved':
      return said.onLine(problem.line, said.priceMoved(number(problem.seen), number(problem.price)))
    case 'bundle':
      return said.onLine(problem.line, bundleProblemWords(problem.because, words, formats))
    case 'needsApproval':
      return said.needsApproval(formats.list(problem.because.triggers.flatMap((trigger) => triggerTexts(trigger, currency, words, formats))))
  }
}
