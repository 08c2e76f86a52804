import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { leadColumnsOf, type LeadFacts } from '#shared/assignment/lead-columns.ts'
import { outcomes } from '#shared/assignment/assignment-plan.ts'
import { planAssignment } from '#shared/assignment/plan-assignment.ts'
import { Realignment } from '#shared/assignment/realignment.ts'
import type { RuleSet } from '#shared/assignment/rule-set.ts'
import { foldCompany, knowledge, readPlan } from './assignment-builders.ts'
import { arbitraryLeads, arbitraryRuleSet } from './arbitrary-snapshot.ts'

const UNDECIDED = new Set(['untouched', 'fixed', 'kept'])

function readRealignment(realignment: Realignment, leads: readonly LeadFacts[]) {
  const { columns, places } = realignment
  return Object.fromEntries(leads.map(({ id }, at) => {
    const outcome = outcomes[columns.outcome[at] ?? 0] ?? ''
    return [id, { outcome, partner: places.partnerIds[columns.partner[at] ?? -1] ?? null, territory: places.territoryIds[columns.territory[at] ?? -1] ?? null, rule: UNDECIDED.has(outcome) ? null : realignment.ruleOf(at) }]
  }))
}

function wholeRun(ruleSet: RuleSet, leads: readonly LeadFacts[]) {
  const undecided = leads.map((lead) => ({ ...lead, sameVersion: false }))
  return readPlan(planAssignment(compileRuleSet(ruleSet, knowledge), leadColumnsOf(undecided, foldCompany), 'realign'), undecided)
}

/** A rule set and what becomes of it in some edits: of each list, some rows are taken from other rule sets, or left out. */
const edited = fc.tuple(arbitraryRuleSet, fc.array(fc.tuple(arbitraryRuleSet, fc.infiniteStream(fc.integer({ min: 0, max: 5 }))), { minLength: 1, maxLength: 4 }))

function mix<Row extends { readonly id: string }>(rows: readonly Row[], others: readonly Row[], numbers: Iterator<number>): readonly Row[] {
  const ids = [...new Set([...rows, ...others].map(({ id }) => id))]
  return ids.flatMap((id) => {
    const row = rows.find((each) => each.id === id)
    const other = others.find((each) => each.id === id)
    const way = numbers.next().value as number
    const chosen = way === 0 ? undefined : way === 1 ? (other ?? row) : row
    return chosen === undefined ? [] : [chosen]
  })
}

test('after any edits the leads are where a whole run would put them', () => {
  fc.assert(
    fc.property(edited, arbitraryLeads, ([ruleSet, edits], leads) => {
      let current = ruleSet
      const realignment = new Realignment(leadColumnsOf(leads, foldCompany), current, knowledge, false)
      expect(readRealignment(realignment, leads)).toEqual(wholeRun(current, leads))
      for (const [other, numbers] of edits) {
        current = { ...current, rules: mix(current.rules, other.rules, numbers), territories: mix(current.territories, other.territories, numbers) }
        realignment.follow(current)
        expect(readRealignment(realignment, leads)).toEqual(wholeRun(current, leads))
      }
    }),
    { numRuns: 1500 },
  )
})

test('edits of single rules and of what territories say are followed bit by bit', () => {
  fc.assert(
    fc.property(arbitraryRuleSet, fc.array(arbitraryRuleSet, { minLength: 1, maxLength: 6 }), arbitraryLeads, (ruleSet, others, leads) => {
      let current = ruleSet
      const realignment = new Realignment(leadColumnsOf(leads, foldCompany), current, knowledge, false)
      for (const [at, { rules: [other], territories }] of others.entries()) {
        const rule = at % current.rules.length
        /** Other candidates, ways of choosing and demands, where there are candidates at all. */
        const seated = current.territories.map((territory, place) => {
          const { candidates, strategy, tieBreak, requirements } = territories[place] ?? territory
          return { ...territory, strategy, tieBreak, requirements, candidates: territory.candidates.length === 0 || candidates.length === 0 ? territory.candidates : candidates }
        })
        current = { ...current, rules: current.rules.map((each, place) => (place === rule && other !== undefined ? { ...other, id: each.id } : each)), territories: at % 2 === 0 ? current.territories : seated }
        expect(realignment.follow(current)).toBe(true)
        expect(readRealignment(realignment, leads)).toEqual(wholeRun(current, leads))
      }
    }),
    { numRuns: 1500 },
  )
})

test('what a partner has no room for elsewhere is followed from seating to seating', () => {
  fc.assert(
    fc.property(arbitraryRuleSet, fc.array(arbitraryRuleSet, { minLength: 1, maxLength: 5 }), arbitraryLeads, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 4, maxLength: 4 }), (first, others, given, capacities) => {
      const leads = given.map((lead) => ({ ...lead, stage: 'qualified' as const, partnerId: null, product: null, reservedFor: null }))
      const partners = first.partners.map((partner, at) => ({ ...partner, status: 'active' as const, regions: [], absences: [], capacity: at === 0 ? null : capacities[at]! }))
      const seated = (territories: RuleSet['territories']) => territories.map((territory) => ({ ...territory, parentId: null, requirements: { certifications: [], minimumTier: null, language: false }, candidates: territory.candidates.length === 0 ? partners.map(({ id }) => ({ partnerId: id, weight: 2 })) : territory.candidates }))
      let current: RuleSet = { ...first, partners, territories: seated(first.territories), rules: [...first.rules, { ...first.rules[0]!, id: 'rest', priority: 9999, enabled: true, effectiveFrom: null, effectiveTo: null, condition: { all: [] } }] }
      const realignment = new Realignment(leadColumnsOf(leads, foldCompany), current, knowledge, false)
      for (const [at, { rules: [other], territories }] of others.entries()) {
        const place = at % 3
        if (at % 2 === 0) current = { ...current, territories: current.territories.map((territory, each) => (each === place ? seated(territories)[each]! : territory)) }
        else current = { ...current, rules: current.rules.map((rule, each) => (each === 0 ? { ...other!, id: rule.id } : rule)) }
        expect(realignment.follow(current)).toBe(true)
        expect(readRealignment(realignment, leads)).toEqual(wholeRun(current, leads))
      }
    }),
    { numRuns: 1500 },
  )
})

test('where offers are held over, only leads that wait are decided', () => {
  fc.assert(
    fc.property(arbitraryRuleSet, arbitraryLeads, (ruleSet, leads) => {
      const held = leads.map((lead) => ({ ...lead, heldOver: true }))
      expect(readRealignment(new Realignment(leadColumnsOf(leads, foldCompany), ruleSet, knowledge, true), leads)).toEqual(wholeRun(ruleSet, held))
    }),
    { numRuns: 500 },
  )
})
