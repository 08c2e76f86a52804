import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leadColumnsOf, type LeadFacts } from '#shared/assignment/lead-columns.ts'
import { Realignment } from '#shared/assignment/realignment.ts'
import type { RuleSet } from '#shared/assignment/rule-set.ts'
import type { LeadWeights } from '#shared/models/lead-weights.ts'
import { EffectScale } from '#shared/models/weigh-effects.ts'
import { foldCompany, knowledge } from '../../assignment/shared/assignment-builders.ts'
import { arbitraryLeads, arbitraryRuleSet } from '../../assignment/shared/arbitrary-snapshot.ts'

/** Every lead weighs something else; half of the offers would be due. */
function weightsOf(leads: readonly LeadFacts[]): LeadWeights {
  return {
    score: Uint8Array.from(leads, (_, at) => at % 101),
    isDue: Uint8Array.from(leads, (_, at) => at % 2),
    wouldBeDue: (lead, partnerId) => (lead + partnerId.length) % 2 === 0,
    capacityOf: () => null,
  }
}

function weighAnew(leads: readonly LeadFacts[], ruleSet: RuleSet) {
  const columns = leadColumnsOf(leads, foldCompany)
  const realignment = new Realignment(columns, ruleSet, knowledge, false)
  return new EffectScale(columns, realignment.standings, weightsOf(leads)).weigh(realignment)
}

test('after any edits the effects are those that weighing everything anew would tell', () => {
  fc.assert(
    fc.property(arbitraryRuleSet, fc.array(fc.tuple(arbitraryRuleSet, fc.boolean()), { minLength: 1, maxLength: 5 }), arbitraryLeads, (first, others, leads) => {
      const columns = leadColumnsOf(leads, foldCompany)
      let current = first
      const realignment = new Realignment(columns, current, knowledge, false)
      const scale = new EffectScale(columns, realignment.standings, weightsOf(leads))
      expect(scale.weigh(realignment)).toEqual(weighAnew(leads, current))
      for (const [other, isOfRules] of others) {
        current = isOfRules ? { ...current, rules: other.rules } : { ...current, territories: other.territories }
        realignment.follow(current)
        expect(scale.weigh(realignment)).toEqual(weighAnew(leads, current))
      }
    }),
    { numRuns: 300 },
  )
})

test('a move tells its first leads, and who is left without a partner goes to nobody', () => {
  fc.assert(
    fc.property(arbitraryRuleSet, arbitraryLeads, (ruleSet, leads) => {
      const { moves, moved, rehomed, orphaned, routed, moveCount } = weighAnew(leads, ruleSet)
      expect(moves).toHaveLength(moveCount)
      expect(moves.reduce((sum, move) => sum + move.leads, 0)).toBeLessThanOrEqual(moved + rehomed + orphaned + routed)
      for (const { leadIds, leads: count } of moves) expect(leadIds).toHaveLength(Math.min(5, count))
      expect(moves.filter(({ to }) => to.partnerId === null).reduce((sum, move) => sum + move.leads, 0)).toBe(orphaned)
    }),
    { numRuns: 300 },
  )
})
