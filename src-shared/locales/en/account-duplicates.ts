import { countingIn } from '../counting.ts'

const { n, counted } = countingIn('en')

export const accountDuplicates = {
  title: 'Duplicate accounts',
  empty: 'No pair of accounts looks like one',
  searching: (done: number, of: number) => `${n(done)} of ${counted(of, '# account', '# accounts')} looked at`,
  description: 'The result stands on the right. Contacts, opportunities, registrations and open quotes go with it, its names are remembered. It can be taken back.',
  numbersDiffer: 'Two corporate numbers are two companies: let one lie above the other instead.',
  said: { merged: (other: string, name: string) => `“${other}” merged into “${name}”`, contested: (other: string, name: string) => `“${other}” merged into “${name}”: claims on it now contest each other, a case is open` },
}
