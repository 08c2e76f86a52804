import { expect, test } from 'vitest'
import type { Clause } from '#shared/engagement/clause.ts'
import { findFacts, timeOf } from '#shared/engagement/find-facts.ts'
import { buildClaim, directClaim, onRecord } from '#test/foundation/builders/build-case.ts'

const claim = buildClaim({ tier: 'gold', certified: true, incumbent: true, renewal: true, approvedAt: '2026-11-04T09:00:00.000Z', deviceAt: '2026-11-01T09:00:00.000Z' })
const other = buildClaim({ authorised: null, incumbent: null, certified: null, inTerritory: null, tier: null, receivedAt: null, completeAt: null })
const direct = directClaim({ receivedAt: '2026-11-09T09:00:00.000Z' })
const claims = [claim, other, direct]
const evidence = [onRecord(claim, 'customerStatement', '2026-11-03T09:00:00.000Z'), onRecord(claim, 'meeting', null), onRecord(claim, 'valueAdd', null)]

test.each<[Clause, readonly string[]]>([
  [{ kind: 'eligibility', activePartner: true, authorised: true, complete: false }, ['met eligible', 'unknown authorisationUnknown', 'met direct']],
  [{ kind: 'eligibility', activePartner: true, authorised: false, complete: true }, ['met eligible', 'notMet notComplete', 'met direct']],
  [{ kind: 'directList', customers: ['北山食品株式会社'] }, ['notMet listed', 'notMet listed', 'met direct']],
  [{ kind: 'directEngaged', days: 30 }, ['met directNotEngaged', 'unknown timeUnknown', 'met direct']],
  [{ kind: 'customerChoice' }, ['met chosen', 'notMet notChosen', 'notMet notChosen']],
  [{ kind: 'incumbency', renewalsOnly: true }, ['met incumbent', 'unknown incumbentUnknown', 'notMet notIncumbent']],
  [{ kind: 'firstToRegister', clock: 'approved', lookBackDays: null, tieMinutes: 0 }, ['met registered', 'unknown timeUnknown', 'notMet registered']],
  [{ kind: 'engagementDepth', lead: 1 }, ['met documented', 'notMet documented', 'notMet documented']],
  [{ kind: 'standing', by: 'certification' }, ['met certified', 'unknown certificationUnknown', 'notMet direct']],
  [{ kind: 'standing', by: 'territory' }, ['met inTerritory', 'unknown territoryUnknown', 'notMet direct']],
  [{ kind: 'standing', by: 'tier' }, ['met tier', 'notMet tier', 'notMet direct']],
  [{ kind: 'teaming', partnerShare: 50 }, ['met valueAdded', 'notMet noValueAdded', 'met direct']],
  [{ kind: 'split' }, ['met stands', 'met stands', 'met stands']],
  [{ kind: 'distributor', share: 100 }, ['notMet notDistributor', 'notMet notDistributor', 'notMet notDistributor']],
  [{ kind: 'secondBenefit', percent: 50 }, ['met stands', 'met stands', 'notMet direct']],
])('%j', (clause, expected) => {
  expect(findFacts(clause, { claims, evidence, openedAt: '2026-11-10T09:00:00.000Z' }, claims).map(({ result, fact }) => `${result} ${fact.code}`)).toEqual(expected)
})

test('each clock has its own instant of a registration, and direct sales that of their record', () => {
  const clocks = ['device', 'received', 'complete', 'approved'] as const
  expect(clocks.map((clock) => timeOf(claim, clock))).toEqual([claim.deviceAt, claim.receivedAt, claim.completeAt, claim.approvedAt])
  expect(clocks.map((clock) => timeOf(direct, clock))).toEqual(clocks.map(() => direct.receivedAt))
})
