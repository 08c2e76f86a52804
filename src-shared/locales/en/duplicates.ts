import { countingIn } from '../counting.ts'

const { n, counted } = countingIn('en')

export const duplicates = {
  title: 'Duplicates',
  list: 'Pairs that may be one',
  empty: 'No pair of leads looks like one',
  emptyDetail: 'Pairs that you merge or keep apart do not come again.',
  searching: (done: number, of: number) => `${n(done)} of ${counted(of, '# lead', '# leads')} looked at`,
  pairs: (count: number) => counted(count, '# pair', '# pairs'),
  of: 'May be the same as',
  looking: 'Looking for duplicates…',
  mergedInto: (company: string) => `Merged into “${company}”`,
  why: 'What speaks for and against it',
  acts: { merge: 'Merge…', apart: 'Not the same', next: 'Next pair', previous: 'Previous pair' },
  merge: {
    title: (company: string, other: string) => `Merge “${other}” into “${company}”`,
    description: 'The result stands on the right. Notes are joined, everybody who declined is remembered, offers go with it. It can be taken back.',
    field: 'Field',
    stays: 'Stays',
    goes: 'Goes',
    result: 'Result',
    swap: 'The other way round',
    differs: 'differs',
    takes: (field: string) => `Take ${field} from the one that goes`,
    keeps: (field: string) => `Keep ${field} of the one that stays`,
    partner: (partner: string) => `${partner} keeps the lead.`,
    loses: (partner: string) => `${partner} loses the lead.`,
    nobody: 'No partner has either of them.',
    submit: 'Merge',
  },
  said: { merged: (other: string, company: string) => `“${other}” merged into “${company}”`, apart: (company: string, other: string) => `“${company}” and “${other}” kept apart` },
}
