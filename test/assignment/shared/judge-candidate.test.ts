import { expect, test } from 'vitest'
import type { Ineligibility } from '#shared/assignment/decision.ts'
import type { LeadFacts } from '#shared/assignment/lead-columns.ts'
import type { PartnerFacts, TerritoryFacts } from '#shared/assignment/rule-set.ts'
import { aLead, aPartner, aTerritory, decisionOf, oneTerritory } from './assignment-builders.ts'

interface Case {
  readonly partner?: Partial<PartnerFacts>
  readonly lead?: Partial<LeadFacts>
  readonly requirements?: Partial<TerritoryFacts['requirements']>
}

function reasonsFor({ partner = {}, lead = {}, requirements = {} }: Case): readonly Ineligibility[] | undefined {
  const territory = aTerritory('all', ['ana'], { requirements: { certifications: [], minimumTier: null, language: false, ...requirements } })
  return decisionOf(oneTerritory(territory, [aPartner('ana', partner)]), [aLead('l', lead)]).candidates[0]?.reasons
}

test('nothing speaks against an active partner that serves everywhere', () => {
  expect(reasonsFor({ lead: { country: 'GT', product: 'suite', language: 'es' } })).toEqual([])
})

test.each<[string, Case, Ineligibility]>([
  ['is not active', { partner: { status: 'onboarding' } }, { reason: 'notActive', status: 'onboarding' }],
  ['is absent until a date', { partner: { absences: [{ from: '2026-11-20', to: '2026-11-22', reason: 'fair' }] } }, { reason: 'absent', from: '2026-11-20', until: '2026-11-22' }],
  ['is absent until further notice', { partner: { absences: [{ from: '2026-11-22', to: null, reason: 'fire' }] } }, { reason: 'absent', from: '2026-11-22', until: null }],
  ['does not serve the country', { partner: { regions: ['GT', 'BZ'] }, lead: { country: 'MX' } }, { reason: 'outsideRegions', country: 'MX', region: null }],
  ['serves another region', { partner: { regions: ['JP-13'] }, lead: { country: 'JP', region: 'JP-27' } }, { reason: 'outsideRegions', country: 'JP', region: 'JP-27' }],
  ['serves some places and the lead has none', { partner: { regions: ['JP'] } }, { reason: 'outsideRegions', country: null, region: null }],
  ['is not authorised for the product', { partner: { products: ['vault'] }, lead: { product: 'suite' } }, { reason: 'notAuthorised', product: 'suite' }],
  ['lacks a certification', { requirements: { certifications: ['expert'] } }, { reason: 'certificationMissing', certification: 'expert' }],
  ['let a certification expire', { partner: { certifications: [{ code: 'expert', expires: '2026-11-21' }] }, requirements: { certifications: ['expert'] } }, { reason: 'certificationExpired', certification: 'expert', expired: '2026-11-21' }],
  ['has too low a tier', { partner: { tier: 'silver' }, requirements: { minimumTier: 'gold' } }, { reason: 'tierTooLow', tier: 'silver', minimum: 'gold' }],
  ['does not speak the language', { partner: { languages: ['en'] }, lead: { language: 'es' }, requirements: { language: true } }, { reason: 'languageMissing', language: 'es' }],
  ['declined this lead', { lead: { declinedBy: ['ana'] } }, { reason: 'declined' }],
  ['has the lead’s web domain', { partner: { domain: 'Lira.example' }, lead: { domain: 'lira.example' } }, { reason: 'isTheCustomer' }],
  ['has the lead’s name', { partner: { name: 'Lira Ltd' }, lead: { company: 'ＬＩＲＡ' } }, { reason: 'isTheCustomer' }],
  ['is at capacity', { partner: { capacity: 0 } }, { reason: 'atCapacity', capacity: 0 }],
])('not a partner that %s', (_, given, reason) => {
  expect(reasonsFor(given)).toEqual([reason])
})

test.each<[string, Case]>([
  ['whose absence is over', { partner: { absences: [{ from: '2026-11-01', to: '2026-11-21', reason: 'fair' }] } }],
  ['that serves the lead’s region', { partner: { regions: ['JP-13'] }, lead: { country: 'JP', region: 'JP-13' } }],
  ['that serves the country a region lies in', { partner: { regions: ['JP'] }, lead: { region: 'JP-13' } }],
  ['whose certification is valid to the end of the day', { partner: { certifications: [{ code: 'expert', expires: '2026-11-22' }] }, requirements: { certifications: ['expert'] } }],
  ['that renewed an expired certification', { partner: { certifications: [{ code: 'expert', expires: '2026-01-01' }, { code: 'expert', expires: null }] }, requirements: { certifications: ['expert'] } }],
  ['that speaks another region’s form of the language', { partner: { languages: ['es-MX'] }, lead: { language: 'es-GT' }, requirements: { language: true } }],
  ['for a lead without a language', { requirements: { language: true } }],
  ['with products, for a lead without one', { partner: { products: [] } }],
])('but a partner %s', (_, given) => {
  expect(reasonsFor(given)).toEqual([])
})

test('all that speaks against a partner is listed, not only the first', () => {
  const partner = { status: 'suspended', regions: ['GT'], products: [], tier: 'registered', capacity: 0 } as const
  const reasons = reasonsFor({ partner, lead: { country: 'MX', product: 'suite', declinedBy: ['ana'] }, requirements: { minimumTier: 'gold', certifications: ['expert'] } })
  expect(reasons?.map(({ reason }) => reason)).toEqual(['notActive', 'outsideRegions', 'notAuthorised', 'certificationMissing', 'tierTooLow', 'declined', 'atCapacity'])
})

test('a candidate that is gone is shown as missing', () => {
  const decision = decisionOf(oneTerritory(aTerritory('all', ['ghost']), []), [aLead('l')])
  expect(decision.candidates).toMatchObject([{ partnerId: 'ghost', code: null, reasons: [{ reason: 'partnerMissing' }] }])
})

test('where nobody is eligible the lead is unroutable with the reasons, and does not fall to a losing rule', () => {
  const rules = oneTerritory(aTerritory('all', ['ana']), [aPartner('ana', { capacity: 0 }), aPartner('ben')])
  const other = aTerritory('other', ['ben'])
  const decision = decisionOf({ ...rules, territories: [...rules.territories, other], rules: [...rules.rules, { ...rules.rules[0]!, id: 'later', territoryId: 'other', priority: 200 }] }, [aLead('l')])
  expect(decision).toMatchObject({ partnerId: null, cause: 'noneEligible', rule: { id: 'all' }, lost: [{ id: 'later' }] })
})
