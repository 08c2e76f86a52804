import { expect, test } from 'vitest'
import { CompanyMatcher } from '#shared/matching/company-matcher.ts'
import { applicantCompany, partnerCompany } from '#shared/recruiting/applicant-company.ts'
import { buildApplication } from '#test/foundation/builders/build-application.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'

test('an applicant is found among partners by name, domain and country, and by nobody else’s', () => {
  const [same, other] = [buildPartner({ name: 'Quetzal Sistemas', country: 'GT', domain: 'quetzal.example' }), buildPartner({ name: 'Fernholm Cloud Finance', country: 'US', domain: 'fernholm.example' })]
  const found = new CompanyMatcher([same, other].map(partnerCompany)).find(applicantCompany(buildApplication({ company: 'Quetzal Sistemas, S.A.' })))
  expect(found.map(({ id, verdict }) => [id, verdict])).toEqual([[same.id, 'same']])
})
