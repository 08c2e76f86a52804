import { describe, expect, test } from 'vitest'
import { decideCase } from '#shared/conflicts/decide-case.ts'
import type { CaseDecision } from '#shared/conflicts/conflict-case.ts'
import type { Verdict } from '#shared/engagement/claim.ts'
import { USUAL_RULES } from '#shared/engagement/engagement-rules.ts'
import { judgeClaims } from '#shared/engagement/judge-claims.ts'
import { buildCase, buildClaim, directClaim, type Case } from '#test/foundation/builders/build-case.ts'
import { NOW } from '#test/foundation/desk.ts'

const first = buildClaim({ partnerName: 'Jose Lucio' })
const second = buildClaim({ partnerName: 'Aoba' })
const conflict = buildCase({ claims: [first, second] })
const proposed = judgeClaims(USUAL_RULES.clauses, { claims: conflict.claims, evidence: [], openedAt: conflict.openedAt })
const upheld: Verdict = { kind: 'uphold', shares: [{ claimId: first.id, percent: 100 }] }
const awarded: Verdict = { kind: 'award', shares: [{ claimId: second.id, percent: 100 }] }
const reasons = [first, second].map(({ id }) => ({ claimId: id, text: ' As the rules say. ' }))
const ruling = { verdict: upheld, seen: 0, reasonForHouse: ' First, and complete. ', reasons }

const decide = (of: Case, given: Partial<typeof ruling> & { verdict?: Verdict } = {}) => decideCase(of, { ...ruling, ...given }, { now: NOW, by: 'Aya', rules: USUAL_RULES, proposed })
const codeOf = (decision: ReturnType<typeof decide>): string => (decision === 'alike' ? decision : 'kind' in decision ? (decision.kind === 'refused' ? decision.code : '') : 'decided')
const decided = (verdict: Verdict): Case => buildCase({ claims: conflict.claims, state: 'decided', decisions: [decide(conflict, { verdict }) as CaseDecision] })

test('a decision is kept with its reasons, and with what the rules proposed', () => {
  expect(decide(conflict)).toEqual({ at: NOW, by: 'Aya', verdict: upheld, proposed, rulesId: null, rulesNumber: 0, reasonForHouse: 'First, and complete.', reasons: reasons.map(({ claimId }) => ({ claimId, text: 'As the rules say.' })) })
})

describe('case 19: two decide without knowing of each other', () => {
  test('the same, which is one decision', () => {
    expect(decide(decided(upheld))).toBe('alike')
    expect(decide(decided(upheld), { reasonForHouse: '' })).toBe('alike')
  })

  test('differently, which is refused with both and who was first', () => {
    expect(decide(decided(awarded))).toMatchObject({
      code: 'case.decided-otherwise', details: { case: conflict.name, by: 'Aya', at: NOW, theirs: 'award', theirsFor: 'Aoba 100%', yours: 'uphold', yoursFor: 'Jose Lucio 100%' },
    })
    expect(codeOf(decide(decided({ kind: 'split', shares: [{ claimId: first.id, percent: 60 }, { claimId: second.id, percent: 40 }] }), { verdict: { kind: 'split', shares: [{ claimId: first.id, percent: 50 }, { claimId: second.id, percent: 50 }] } }))).toBe('case.decided-otherwise')
  })

  test('the second knowing of the first decides nothing anew until there is an appeal', () => {
    expect(codeOf(decide(decided(awarded), { seen: 1 }))).toBe('case.state-not-reachable')
    expect(codeOf(decide({ ...decided(awarded), state: 'appealed' }, { seen: 1 }))).toBe('decided')
  })
})

test.each<[string, Partial<Case>, object, string]>([
  ['before anybody has looked', { state: 'triage' }, {}, 'case.not-reviewed'],
  ['that it is no conflict, before anybody has reviewed it', { state: 'detected' }, { verdict: { kind: 'none', shares: [] } }, 'decided'],
  ['once it is final', { state: 'final' }, {}, 'case.state-not-reachable'],
  ['without a reason', {}, { reasonForHouse: ' ' }, 'case.reason-missing'],
  ['without a reason for one of the partners', {}, { reasons: reasons.slice(1) }, 'case.partner-reason-missing'],
  ['for a claim that the case has not', {}, { verdict: { kind: 'award', shares: [{ claimId: 'x', percent: 100 }] } }, 'case.claim-not-found'],
  ['for the same claim twice', {}, { verdict: { kind: 'split', shares: [{ claimId: first.id, percent: 50 }, { claimId: first.id, percent: 50 }] } }, 'case.claim-not-found'],
  ['for nobody, and yet an award', {}, { verdict: { kind: 'award', shares: [] } }, 'case.shares-do-not-fit'],
  ['a split with one', {}, { verdict: { kind: 'split', shares: [{ claimId: first.id, percent: 100 }] } }, 'case.shares-do-not-fit'],
  ['a split of less than the whole', {}, { verdict: { kind: 'split', shares: [{ claimId: first.id, percent: 50 }, { claimId: second.id, percent: 40 }] } }, 'case.split-not-whole'],
  ['direct sales need no reason', { claims: [first, second, directClaim()] }, {}, 'decided'],
])('%s', (_, given, what, code) => {
  expect(codeOf(decide({ ...conflict, ...given }, what))).toBe(code)
})
