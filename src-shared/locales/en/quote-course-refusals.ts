import type { RefusalSentence } from '../refusal-sentence.ts'
import { quoteCourse } from './quote-course.ts'

const why = (code: string): string => quoteCourse.gone[code as keyof typeof quoteCourse.gone] ?? code
const kilobytes = (bytes: string): string => (/^\d+$/.test(bytes) ? `${Math.round(Number(bytes) / 1000)} KB` : bytes)

/** What goes wrong on a quote's way from the deal to the order, and with the files on it. */
export const quoteCourseRefusals = {
  'quote.registration-ended': (d) => quoteCourse.registrationEnded(why(d('because'))),
  'quote.registration-not-standing': (d) => `This registered deal does not stand: ${why(d('because'))}.`,
  'quote.registration-of-another-deal': (d) => `The registration of “${d('company')}” is of another deal than the quote’s opportunity.`,
  'quote.too-long-ago': (d) => `This would have happened more than ${d('days')} days ago. So late it is not believed any more.`,
  'quote.before-sent': 'The customer cannot have accepted it before it was sent.',
  'quote.day-out-of-range': (d) => `Quotes are priced for days from ${d('from')} to ${d('to')}.`,
  'quote.proof-missing': 'Nothing was attached to its acceptance.',
  'approval.own-content': 'Nobody approves what they have written themselves.',
  'file.incomplete': (d) => `“${d('name')}” did not arrive whole. Choose it again.`,
  'file.empty': (d) => `There is nothing in “${d('name')}”.`,
  'file.too-large': (d) => `“${d('name')}” has ${kilobytes(d('size'))}; up to ${kilobytes(d('limit'))} are taken.`,
  'file.type-not-taken': (d) => `“${d('name')}” is of a type that is not taken here.`,
  'document.logo-damaged': (d) => `“${d('name')}” is damaged, or larger than 2,000 pixels.`,
} satisfies Record<string, RefusalSentence>
