import type { RefusalSentence } from '../refusal-sentence.ts'
import { agreements } from './agreements.ts'
import { recruiting } from './recruiting.ts'
import { training } from './training.ts'

const status = (code: string): string => recruiting.statuses[code as keyof typeof recruiting.statuses] ?? code
const field = (code: string): string => recruiting.fields[code as keyof typeof recruiting.fields] ?? code
const kind = (code: string): string => training.program.kinds[code as keyof typeof training.program.kinds] ?? code
const stale = (name: string): string => `${name} was changed in the meantime. Look again and change it anew.`

/** Refusals of recruiting, training and agreements. */
export const recruitingRefusals = {
  'application.not-found': 'This application is not here any more.',
  'application.company-missing': 'An application names its company.',
  'application.country-missing': 'A partner is of a country: fill in the application’s first.',
  'application.decided': (d) => `This application is decided (${status(d('status'))}).`,
  'application.erased': 'What this application said is erased, and cannot come back.',
  'application.not-declined': (d) => `Only a declined application is erased (${status(d('status'))}).`,
  'application.not-vetted': (d) => `Vet it before you approve it (${status(d('status'))}).`,
  'application.partner-exists': (d) => `This company is a partner already: ${d('name')}. Join it to that, or say that it is a company of its own.`,
  'application.partner-terminated': (d) => `With ${d('partner')} it is over for good.`,
  'application.stale': (d) => stale(field(d('field'))),
  'application.status-not-reachable': (d) => `An application cannot go from “${status(d('from'))}” to “${status(d('to'))}”.`,
  'profile.not-found': 'This profile is not here any more.',
  'profile.name-missing': 'A profile needs a name.',
  'profile.in-use': (d) => `Applications are held against “${d('name')}” (${d('applications')}). Switch it off instead.`,
  'profile.stale': () => stale('The profile'),
  'person.not-found': 'This person is not here any more.',
  'person.name-missing': 'A person has a name.',
  'person.left': (d) => `${d('name')} left already.`,
  'person.leaving-is-noted': 'Leaving and joining are noted by actions of their own.',
  'person.there-already': (d) => `${d('name')} works for ${d('partner')} already.`,
  'person.stale': (d) => stale(training.fields[d('field') as keyof typeof training.fields] ?? d('field')),
  'course.not-found': 'This course is not here any more.',
  'course.code-missing': 'A course needs a code.',
  'course.name-missing': 'A course needs a name.',
  'course.code-taken': (d) => `“${d('name')}” has this code already.`,
  'course.stale': () => stale('The course'),
  'certificate.not-found': 'This certificate is not here any more.',
  'certificate.in-future': 'Nobody can have passed yet what is to come. Check the date.',
  'certificate.ends-before-it-begins': 'Its last day is before its first.',
  'certificate.on-record': (d) => `The certificate “${d('course')}” of ${d('name')} of that day is on record already.`,
  'certificate.revoked': 'This certificate is revoked already.',
  'requirement.not-found': 'This requirement is not here any more.',
  'requirement.name-missing': 'A requirement needs a name.',
  'requirement.of-nothing': (d) => `Choose what it is of: ${kind(d('kind')).toLowerCase()}.`,
  'requirement.stale': () => stale('The requirement'),
  'agreement.not-found': 'This agreement is not here any more.',
  'agreement.code-missing': 'An agreement needs a code.',
  'agreement.name-missing': 'An agreement needs a name.',
  'agreement.code-taken': (d) => `“${d('name')}” has this code already.`,
  'agreement.stale': () => stale('The agreement'),
  'agreement.draft-there': (d) => `There is a draft of the next version of “${d('name')}” already.`,
  'agreement.version-not-found': 'This version is not here any more.',
  'agreement.published': (d) => `${agreements.version(Number(d('version')))} is published and stays as it is.`,
  'agreement.text-missing': 'There is nothing to accept in it: add a text.',
  'agreement.language-twice': 'There are two texts in one language.',
  'agreement.language-missing': 'It is not there in this language.',
  'agreement.text-differs': 'This is not the text of the version. Open it again.',
  'agreement.not-published': 'A draft is accepted by nobody: publish it first.',
  'agreement.accepted-in-future': 'Nobody can have accepted yet what is to come. Check the date.',
  'agreement.superseded': (d) => `On that day version ${d('later')} counted already.`,
  'agreement.not-theirs-to-accept': (d) => `${d('name') || 'This person'} is not with ${d('partner')}.`,
  'agreement.person-missing': 'Say who accepted it.',
  'agreement.acceptance-not-found': 'This acceptance is not here any more.',
  'agreement.voided': 'This acceptance is void already.',
} satisfies Record<string, RefusalSentence>
