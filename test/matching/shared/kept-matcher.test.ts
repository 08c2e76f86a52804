import { expect, test } from 'vitest'
import { CompanyMatcher, type MatchedCompany } from '#shared/matching/company-matcher.ts'
import { KeptMatcher } from '#shared/matching/kept-matcher.ts'
import { Random } from '#test/convergence/random.ts'

const STEMS = ['北山食品', 'Kitayama', 'Café Maya', 'Aceros del Sur', '東海精機', 'Tokai Seiki', 'Norte', 'Volcán']
const FORMS = ['', '株式会社', ' S.A.', ' Inc.', ' 有限会社']
const KINDS = ['', ' Foods', ' Centro', ' 大阪', ' Trading']

function aCompany(id: string, random: Random): MatchedCompany {
  const name = `${random.pick(STEMS)}${random.pick(KINDS)}${random.pick(FORMS)}`
  const more = random.pick([{}, { domain: random.pick(['a.example', 'b.example']) }, { country: random.pick(['JP', 'GT']) }, { contactEmail: random.pick(['x@c.example', 'y@d.example']) }])
  return { id, company: name, companyEn: null, companyKana: null, corporateNumber: null, domain: null, country: null, postcode: null, address: null, contactEmail: null, contactPhone: null, ...more }
}

test.each([1, 2, 3, 4, 5, 6])('finds what one built anew finds, whatever came, went, was written otherwise or taken back (%i)', (seed) => {
  const random = new Random(seed)
  const kept = new KeptMatcher()
  const now = new Map<string, { readonly stamp: string; readonly company: MatchedCompany }>()
  const before: Map<string, { readonly stamp: string; readonly company: MatchedCompany }>[] = []
  for (let step = 0; step < 60; step += 1) {
    const id = `id ${random.below(25)}`
    if (random.below(8) === 0 && before.length > 0) {
      now.clear()
      for (const [each, row] of random.pick(before)) now.set(each, row)
    } else if (random.below(4) === 0) now.delete(id)
    else now.set(id, { stamp: `${step}`, company: aCompany(id, random) })
    before.push(new Map(now))
    const asked = now.get(random.pick([...now.keys(), 'nobody']))?.company ?? aCompany('nobody', random)
    kept.keepUp(new Map([...now].map(([each, { stamp }]) => [each, stamp])), (each) => now.get(each)!.company)
    const anew = new CompanyMatcher([...now.values()].map(({ company }) => company).filter((company) => company.id !== asked.id))
    expect(kept.find(asked, {})).toEqual(anew.find(asked))
  }
})
