import type { Evidence } from '../../matching/evidence.ts'
import { countingIn } from '../counting.ts'

const { counted } = countingIn('en')

/** Why two records may be of one organisation, for people. */
export const matching = {
  verdicts: { same: 'Same', likely: 'Likely the same', look: 'Worth a look', different: 'Different' },
  nothing: 'Nothing like it',
  evidence: (evidence: Evidence): string => {
    switch (evidence.kind) {
      case 'confirmed':
        return 'A person confirmed that the name means this one'
      case 'refuted':
        return 'A person said that the name does not mean this one'
      case 'corporateNumber':
        return evidence.agrees ? `Same corporate number ${evidence.query}` : `Other corporate numbers: ${evidence.query}, ${evidence.candidate}`
      case 'domain':
        return evidence.shared
          ? `Many companies use ${evidence.query}; it tells nothing`
          : evidence.agrees
            ? `Same domain ${evidence.query}${evidence.bearers > 1 ? ` (${counted(evidence.bearers, '# has it', '# have it')})` : ''}`
            : `Other domains: ${evidence.query}, ${evidence.candidate}`
      case 'name':
        return [
          evidence.shared.length === 0 ? 'The names share no word' : `Of the names: ${evidence.shared.map(({ one, other, how }) => (how === 'same' ? one : `${one} = ${other} (${matching.how[how]})`)).join(', ')}`,
          ...(evidence.onlyQuery.length === 0 ? [] : [`only wanted: ${evidence.onlyQuery.join(' ')}`]),
          ...(evidence.onlyCandidate.length === 0 ? [] : [`only found: ${evidence.onlyCandidate.join(' ')}`]),
        ].join('; ')
      case 'address':
        return matching.address[evidence.how]
      case 'contact':
        return evidence.how === 'email' ? `Same e-mail address ${evidence.value}` : `Same telephone ${evidence.value}`
      case 'country':
        return evidence.agrees ? `Same country ${evidence.query}` : `Other countries: ${evidence.query}, ${evidence.candidate}`
      case 'product':
        return evidence.agrees ? `Same product: ${evidence.query}` : `Other products: ${evidence.query}, ${evidence.candidate}; the deals are not in conflict`
    }
  },
  how: { same: 'same', meaning: 'same meaning', spelling: 'spelt alike', joined: 'written in one', initials: 'abbreviated', reading: 'read alike' },
  address: { place: 'Same address', postcode: 'Same postcode', elsewhere: 'In other parts of the country' },
}
