import type { RefusalSentence } from '../refusal-sentence.ts'
import { conflicts } from './conflicts.ts'
import { engagement } from './engagement.ts'

const caseState = (code: string): string => conflicts.states[code as keyof typeof conflicts.states] ?? code
const verdict = (code: string): string => conflicts.verdicts[code as keyof typeof conflicts.verdicts] ?? code
const clauseProblem = (code: string): string => engagement.problems[code as keyof typeof engagement.problems] ?? code
const quoted = (value: string): string => (value === '' ? 'this value' : `“${value}”`)

/** Refusals of conflict cases and of the rules they are judged by. */
export const conflictRefusals = {
  'case.not-found': 'This case is not here any more.',
  'case.one-claimant': 'A conflict is between at least two. Choose business of several partners.',
  'case.not-claimed': (d) => `The registration of ${quoted(d('company'))} claims nothing at the moment.`,
  'case.claim-not-found': 'The case has no such claim.',
  'case.state-not-reachable': (d) => `A case cannot go from “${caseState(d('from'))}” to “${caseState(d('to'))}”.`,
  'case.not-reviewed': 'Take the case up and look at it before you decide.',
  'case.decided-otherwise': (d) => `${d('by')} has decided ${quoted(d('case'))} otherwise meanwhile: ${verdict(d('theirs'))} (${d('theirsFor') || '–'}). You: ${verdict(d('yours'))} (${d('yoursFor') || '–'}). Speak with each other; the first decision stands.`,
  'case.reason-missing': 'A decision has a reason: say why.',
  'case.partner-reason-missing': (d) => `Say why, in words for ${d('partner')}.`,
  'case.shares-do-not-fit': (d) => `Who has what does not fit “${verdict(d('verdict'))}”.`,
  'case.split-not-whole': (d) => `The parts come to ${d('sum')}%, not 100%.`,
  'case.final': 'The case is closed. What is on record stays as it is.',
  'case.appeal-too-late': 'The time for an appeal is over.',
  'case.appealed-already': (d) => `${d('partner')} has appealed before.`,
  'case.appeal-open': 'It can still be appealed. Close it once that time is over, or say that everybody has agreed.',
  'rules.not-found': 'This version of the rules is not here any more.',
  'rules.published': 'What was published is not changed any more. Begin a draft of it.',
  'rules.name-missing': 'A version needs a name.',
  'rules.stale': 'The draft was changed in the meantime.',
  'rules.clauses-do-not-fit': (d) => `The rules cannot be published so: ${clauseProblem(d('problem'))}`,
} satisfies Record<string, RefusalSentence>
