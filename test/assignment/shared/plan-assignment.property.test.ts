import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { releasedStages } from '#shared/leads/lead.ts'
import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { decisionSchema, MAXIMUM_LOST } from '#shared/assignment/decision.ts'
import { leadColumnsOf } from '#shared/assignment/lead-columns.ts'
import { planAssignment } from '#shared/assignment/plan-assignment.ts'
import { foldCompany, given, knowledge, readPlan } from './assignment-builders.ts'
import { arbitraryLeads, arbitraryRuleSet } from './arbitrary-snapshot.ts'
import { matchingRules, referencePlan } from './reference-plan.ts'

const scope = fc.constantFrom('unassigned' as const, 'realign' as const, 'all' as const)

describe('the whole run', () => {
  test('decides every lead as the plain reading of the rules does', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, arbitraryLeads, scope, (ruleSet, leads, asked) => {
        const made = planAssignment(compileRuleSet(ruleSet, knowledge), leadColumnsOf(leads, foldCompany), asked)
        expect(readPlan(made, leads)).toEqual(referencePlan(ruleSet, leads, asked))
      }),
      { numRuns: 4000 },
    )
  })

  test('explains each decision with the partner and the rules of its own lead', () => {
    fc.assert(
      fc.property(arbitraryRuleSet, arbitraryLeads, (ruleSet, leads) => {
        const made = planAssignment(compileRuleSet(ruleSet, knowledge), leadColumnsOf(leads, foldCompany), 'all')
        for (const [at, lead] of leads.entries()) {
          const number = made.decision[at] ?? -1
          if (number < 0) continue
          const decision = decisionSchema.parse(made.decisionAt(number))
          const [winner, ...lost] = matchingRules(ruleSet, lead)
          expect(decision.partnerId).toBe(made.partnerIds[made.partner[at] ?? -1] ?? null)
          expect(decision.rule?.id).toBe(winner?.id)
          expect(decision.lost.map(({ id }) => id)).toEqual(lost.slice(0, MAXIMUM_LOST).map(({ id }) => id))
          expect(decision.partnerId === null).toBe(decision.cause !== null)
          const chosen = decision.candidates.find(({ partnerId }) => partnerId === decision.partnerId)
          expect(chosen?.eligible ?? decision.partnerId === null).toBe(true)
          expect(decision.candidates.every(({ eligible, reasons }) => eligible === (reasons.length === 0))).toBe(true)
          if (decision.cause === 'noneEligible') expect(decision.candidates.some(({ eligible }) => eligible)).toBe(false)
        }
      }),
      { numRuns: 1500 },
    )
  })
})

test('the order of rows in the snapshot changes nothing', () => {
  fc.assert(
    fc.property(arbitraryRuleSet, arbitraryLeads, scope, fc.infiniteStream(fc.nat()), (ruleSet, leads, asked, numbers) => {
      const shuffled = <T>(rows: readonly T[]) => rows.map((row) => ({ row, key: numbers.next().value })).toSorted((one, other) => one.key - other.key).map(({ row }) => row)
      const read = (rows: typeof leads, from: typeof ruleSet) => {
        const compiled = compileRuleSet(from, knowledge)
        return { version: compiled.version, plan: readPlan(planAssignment(compiled, leadColumnsOf(rows, foldCompany), asked), rows) }
      }
      const { territories, rules, partners, today } = ruleSet
      const other = read(shuffled(leads), { territories: shuffled(territories), rules: shuffled(rules), partners: shuffled(partners), today })
      expect(other).toEqual(read(leads, ruleSet))
    }),
    { numRuns: 500 },
  )
})

test('one lead by itself is decided as in the whole run, and leads decided one by one in any order end where the whole run puts them', () => {
  fc.assert(
    fc.property(arbitraryRuleSet, arbitraryLeads, fc.constantFrom('unassigned' as const, 'all' as const), fc.infiniteStream(fc.nat()), (ruleSet, leads, asked, numbers) => {
      const compiled = compileRuleSet(ruleSet, knowledge)
      const run = (rows: typeof leads, of: Parameters<typeof planAssignment>[2]) => planAssignment(compiled, leadColumnsOf(rows, foldCompany), of)
      const whole = readPlan(run(leads, asked), leads)
      const order = [...leads.keys()].map((at) => ({ at, key: numbers.next().value })).toSorted((one, other) => one.key - other.key).map(({ at }) => at)
      const rows = [...leads]
      for (const at of order) {
        const lead = rows[at]!
        const expected = whole[lead.id]!
        const alone = readPlan(run(rows, asked === 'all' ? 'all' : { only: at }), rows)[lead.id]!
        expect({ id: lead.id, partner: alone.partner }).toEqual({ id: lead.id, partner: expected.partner })
        if (alone.outcome === 'assigned' && alone.partner !== null) rows[at] = given(lead, alone.partner, alone.territory ?? '')
        else if (alone.outcome === 'unroutable') rows[at] = { ...lead, stage: 'unroutable', partnerId: releasedStages.includes(lead.stage) ? lead.partnerId : null }
      }
    }),
    { numRuns: 600 },
  )
})
