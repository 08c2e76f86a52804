import { describe, expect, test } from 'vitest'
import type { Decision, Ineligibility } from '#shared/assignment/decision.ts'
import { locales } from '#shared/locales/locale.ts'
import { candidateFacts, choiceWords, ineligibilityWords, readExplanation } from '#renderer/leads/decision.presenter.ts'
import { fakeBridge, fakeWorkbench } from '../../shell/renderer/fake-bridge.ts'

const reasons: readonly Ineligibility[] = [
  { reason: 'partnerMissing' },
  { reason: 'notActive', status: 'suspended' },
  { reason: 'absent', from: '2026-08-01', until: null },
  { reason: 'absent', from: '2026-08-01', until: '2026-08-15' },
  { reason: 'outsideRegions', country: 'GT', region: null },
  { reason: 'outsideRegions', country: null, region: null },
  { reason: 'notAuthorised', product: 'LF-CORE' },
  { reason: 'certificationMissing', certification: 'CORE-1' },
  { reason: 'certificationExpired', certification: 'CORE-1', expired: '2026-03-31' },
  { reason: 'tierTooLow', tier: 'silver', minimum: 'gold' },
  { reason: 'languageMissing', language: 'es' },
  { reason: 'declined' },
  { reason: 'isTheCustomer' },
  { reason: 'atCapacity', capacity: 12 },
]

const decision: Decision = {
  version: 'r-0123456789ab',
  partnerId: 'chosen',
  cause: null,
  rule: { id: 'r', code: 'R1', priority: 10 },
  territory: { id: 't', code: 'JP' },
  lost: [],
  lostCount: 0,
  reservedFor: null,
  candidatesFrom: null,
  candidates: [],
  choice: { strategy: 'roundRobin', turnOf: 'due', tieBreak: 'partnerCode' },
}

describe.each(locales)('in %s', (locale) => {
  test('every reason against a candidate is a sentence with its facts', async () => {
    const workbench = await fakeWorkbench(fakeBridge(), `${locale} light`)
    const sentences = reasons.map((reason) => ineligibilityWords(reason, workbench))
    expect(new Set(sentences).size).toBe(reasons.length)
    expect(sentences[6]).toContain('LF-CORE')
    expect(sentences[9]).toContain(workbench.language.words.value.partners.tiers.gold)
    expect(sentences[13]).toContain('12')
  })

  test('the choice says whose turn it was and who came instead', async () => {
    const workbench = await fakeWorkbench(fakeBridge(), `${locale} light`)
    const said = choiceWords({ decision, turn: 7 }, (id) => `<${id}>`, workbench).join(' ')
    expect(said).toContain('<due>')
    expect(said).toContain('<chosen>')
    expect(said).toContain('7')
  })
})

test('reads a stored decision and an explanation of one lead, and nothing else', () => {
  expect(readExplanation(decision)).toEqual({ decision, turn: 0 })
  expect(readExplanation({ decision, turn: 3 })).toEqual({ decision, turn: 3 })
  expect(readExplanation(null)).toBeUndefined()
  expect(readExplanation({})).toBeUndefined()
})

test('a candidate’s points are said part by part, without those that gave none', async () => {
  const workbench = await fakeWorkbench(fakeBridge())
  const facts = candidateFacts({ partnerId: 'p', code: 'P', eligible: true, reasons: [], weight: null, kilometres: 1_250, fit: { industry: 30, product: 0, language: 10, tier: 0, nearness: 5, total: 45 } }, workbench)
  expect(facts).toEqual(['1,250 km', '45 points', 'industry 30', 'language 10', 'nearness 5'])
})
