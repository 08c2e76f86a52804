import { expect, test } from 'vitest'
import type { Clause } from '#shared/engagement/clause.ts'
import { tryRules, type TriedCase } from '#shared/engagement/try-rules.ts'
import { buildClaim, onRecord } from '#test/foundation/builders/build-case.ts'

const first = buildClaim({ receivedAt: '2026-11-02T09:00:00.000Z' })
const second = buildClaim({ receivedAt: '2026-11-05T09:00:00.000Z', incumbent: true })
const firstWins: Clause = { kind: 'firstToRegister', clock: 'received', lookBackDays: null, tieMinutes: 0 }
const incumbentWins: Clause = { kind: 'incumbency', renewalsOnly: false }
const chosen: Clause = { kind: 'customerChoice' }

const tried = (given: Partial<TriedCase> = {}): TriedCase => ({ id: 'case', name: '北山食品', claims: [first, second], evidence: [], openedAt: '2026-11-10T09:00:00.000Z', decided: null, ...given })

test('a draft that changes nothing says so', () => {
  expect(tryRules([firstWins], [chosen, firstWins], [tried()])).toEqual({ cases: 1, changed: [], decided: 0, agreedBefore: 0, agreedAfter: 0, effects: [0, 1] })
})

test('a verdict that changes is told with both, the clauses that made them, and what people decided', () => {
  const decided = { kind: 'award' as const, shares: [{ claimId: second.id, percent: 100 }] }
  const { changed, ...rest } = tryRules([firstWins], [incumbentWins, firstWins], [tried({ decided })])
  expect(rest).toEqual({ cases: 1, decided: 1, agreedBefore: 0, agreedAfter: 1, effects: [1, 0] })
  expect(changed).toEqual([{
    id: 'case', name: '北山食品', claims: [{ id: first.id, name: first.partnerName }, { id: second.id, name: second.partnerName }], decided,
    before: { verdict: { kind: 'uphold', shares: [{ claimId: first.id, percent: 100 }] }, because: [firstWins] },
    after: { verdict: decided, because: [incumbentWins] },
  }])
})

test('a case is tried with the evidence that is on record in it', () => {
  const statement = tried({ evidence: [onRecord(second, 'customerStatement', null)] })
  expect(tryRules([firstWins], [chosen, firstWins], [statement]).changed.map(({ after }) => after.verdict?.kind)).toEqual(['award'])
})
