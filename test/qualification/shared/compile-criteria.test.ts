import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { knowledge } from '#shared/assignment/knowledge.ts'
import { compileCriteria, NO_FACTS, qualifies, type ScoredFacts } from '#shared/qualification/compile-criteria.ts'
import { arbitraryLeads, conditionNode } from '../../assignment/shared/arbitrary-snapshot.ts'
import { aLead } from '../../assignment/shared/assignment-builders.ts'
import { conditionHolds } from '../../assignment/shared/reference-plan.ts'
import { buildCriterion } from '../criterion-builders.ts'

const scored = (criteria: Parameters<typeof compileCriteria>[0], facts: Partial<ScoredFacts>, threshold: number | null = null) => compileCriteria(criteria, threshold)({ ...NO_FACTS, ...facts })

describe('criteria', () => {
  test('hold where the plain reading of their conditions does', () => {
    const { foldCompany } = knowledge
    // The plain reading folds company names more simply than the program does: named accounts are left to the test below.
    const without = (node: object): boolean => !JSON.stringify(node).includes('"account"')
    fc.assert(fc.property(fc.array(conditionNode.filter(without), { minLength: 1, maxLength: 5 }), arbitraryLeads, (conditions, leads) => {
      const score = compileCriteria(conditions.map((condition, at) => buildCriterion({ id: `c${at}`, name: `c${at}`, condition, points: 1 })), null)
      for (const lead of leads) {
        expect(score(lead).criteria.map(({ outcome }) => outcome === 'held')).toEqual(conditions.map((condition) => conditionHolds(condition, lead)))
      }
    }), { numRuns: 300 })
    expect(foldCompany('株式会社リラ')).toBe(foldCompany('リラ'))
  })

  test('know a named account by number, domain and name', () => {
    const named = [buildCriterion({ condition: { field: 'account', is: ['4010001000001', 'lira.example', '株式会社リラ'] } })]
    for (const facts of [{ corporateNumber: '４０１０００１０００００１' }, { domain: 'LIRA.example' }, { company: 'リラ' }]) expect(scored(named, facts).criteria[0]?.outcome).toBe('held')
    expect(scored(named, { company: 'Otra' }).criteria[0]?.outcome).toBe('notHeld')
  })

  test('count only while they are in use', () => {
    expect(scored([buildCriterion({ enabled: false })], { industry: 'manufacturing' })).toMatchObject({ sum: 0, criteria: [] })
  })

  test('find the country of a lead that only has a region', () => {
    const japan = [buildCriterion({ condition: { field: 'country', is: ['JP'] } })]
    expect(scored(japan, { region: 'JP-13' }).criteria[0]?.outcome).toBe('held')
    expect(scored(japan, {}).criteria[0]).toMatchObject({ outcome: 'missing', fields: ['country'] })
  })

  test('stand in the order of their names, whatever order they come in', () => {
    const [one, other] = [buildCriterion({ id: 'a', name: 'B' }), buildCriterion({ id: 'b', name: 'A' })]
    expect(scored([one, other], {})).toEqual(scored([other, one], {}))
  })
})

describe('a lead qualifies', () => {
  const must = buildCriterion({ kind: 'must', points: 0 })
  const judge = (threshold: number | null, score: number | null, facts: Partial<ScoredFacts> = aLead('l')) => qualifies(scored([must], facts, threshold), score)

  test('by every must and the threshold together', () => {
    const maker = { industry: 'manufacturing' }
    expect([judge(50, 50, maker), judge(50, 49, maker), judge(50, 90), judge(null, null, maker), judge(50, null, maker)]).toEqual([true, false, false, true, false])
  })

  test('neither way where nobody has said what it must have', () => {
    expect(qualifies(scored([buildCriterion()], {}), 40)).toBeNull()
  })
})
