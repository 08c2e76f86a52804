import { countingIn } from '../counting.ts'

const { n } = countingIn('en')

/** The lead inbox. */
export const inbox = {
  title: 'Inbox',
  list: 'Waiting leads',
  empty: 'Nothing waits for you',
  emptyDetail: 'New leads that do not qualify by themselves, possible duplicates, leads without a partner and offers that run out will be here.',
  badge: (count: number) => `${n(count)} leads wait for you`,
  progress: (done: number, of: number) => `${n(done)} of ${n(of)} done`,
  more: (count: number) => `and ${n(count)} more after these`,
  reasons: { runsOut: 'Deadline near or over', cameBack: 'Came back', possibleDuplicate: 'May be a duplicate', unroutable: 'No partner found', toQualify: 'To qualify' },
  all: 'Everything',
  which: 'What waits',
  done: 'done',
  acts: {
    qualify: 'Qualify',
    offer: 'Offer by the rules',
    assign: 'Assign…',
    merge: 'Merge…',
    apart: 'Not the same',
    lose: 'Close as lost…',
    later: 'Later',
    open: 'Open the lead',
    next: 'Next lead',
    previous: 'Previous lead',
  },
  offering: 'Offering by the rules',
  said: { offered: (company: string) => `“${company}” offered by the rules`, nobody: (company: string) => `The rules find nobody for “${company}”`, waits: (company: string) => `“${company}” is not offered: see why` },
}
