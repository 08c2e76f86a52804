import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { leadColumnsOf } from '#shared/assignment/lead-columns.ts'
import { findCoverage } from '#shared/models/find-coverage.ts'
import { termsByPlace } from '#shared/models/terms-by-place.ts'
import { arbitraryLeads, arbitraryRuleSet } from '#test/assignment/shared/arbitrary-snapshot.ts'
import { aRule, aTerritory, foldCompany, knowledge, TODAY } from '#test/assignment/shared/assignment-builders.ts'
import { matchingRules } from '#test/assignment/shared/reference-plan.ts'

test('lists for every place the rules that may hold there, the place left out of what they ask', () => {
  const rules = [aRule('a', 't', { field: 'region', is: ['JP-13'] }), aRule('b', 't', { all: [{ field: 'country', is: ['JP'] }, { field: 'industry', is: ['retail'] }] }), aRule('c', 't', { none: [{ field: 'country', is: ['GT'] }] })]
  const map = termsByPlace(compileRuleSet({ today: TODAY, partners: [], territories: [aTerritory('t', [])], rules }, knowledge), [{ country: 'BZ', region: null }])
  expect(map.map(({ place, terms }) => [place.country, place.region, terms.map(({ rank, literals }) => `${rules[rank]?.id} ${literals.length}`)])).toEqual([
    [null, null, ['c 0']],
    ['BZ', null, ['c 0']],
    ['JP', null, ['b 1', 'c 0']],
    ['GT', null, []],
    ['JP', 'JP-13', ['a 0', 'b 1', 'c 0']],
  ])
})

test('no lead is won by a rule that is told to be shadowed, and every lead that two equal rules match is an overlap', () => {
  fc.assert(
    fc.property(arbitraryRuleSet, arbitraryLeads, (ruleSet, leads) => {
      const open = leads.filter(({ stage }) => !['converted', 'closedWon', 'closedLost', 'duplicate'].includes(stage))
      const { shadowed, overlaps } = findCoverage(compileRuleSet(ruleSet, knowledge), leadColumnsOf(leads, foldCompany), [])
      const lost = new Set(shadowed.map(({ ruleId }) => ruleId))
      for (const lead of open) {
        const [winner, next] = matchingRules(ruleSet, lead)
        expect(lost.has(winner?.id ?? '')).toBe(false)
        const depth = (id: string | undefined) => ruleSet.territories.find((territory) => territory.id === id)?.parentId ?? null
        if (winner === undefined || next === undefined || winner.priority !== next.priority || winner.territoryId === next.territoryId || depth(winner.territoryId) !== null || depth(next.territoryId) !== null) continue
        expect(overlaps.find(({ ruleId, otherId }) => ruleId === winner.id && otherId === next.id)?.openLeads).toBeGreaterThan(0)
      }
    }),
    { numRuns: 1500 },
  )
})
