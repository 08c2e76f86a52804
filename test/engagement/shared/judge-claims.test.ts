import { describe, expect, test } from 'vitest'
import { sameVerdict, type Claim, type EvidenceOnRecord } from '#shared/engagement/claim.ts'
import type { Clause, ClauseKind } from '#shared/engagement/clause.ts'
import { judgeClaims, wasFirst } from '#shared/engagement/judge-claims.ts'
import { USUAL_CLAUSES } from '#shared/engagement/usual-rules.ts'
import { buildClaim, directClaim, onRecord } from '#test/foundation/builders/build-case.ts'

const OPENED = '2026-11-10T09:00:00.000Z'
const at = (day: number, time = '09:00'): string => `2026-11-${String(day).padStart(2, '0')}T${time}:00.000Z`
const judge = (clauses: readonly Clause[], claims: readonly Claim[], evidence: readonly EvidenceOnRecord[] = []) => judgeClaims(clauses, { claims, evidence, openedAt: OPENED })
const byUsual = (claims: readonly Claim[], evidence: readonly EvidenceOnRecord[] = []) => judge(USUAL_CLAUSES, claims, evidence)
const because = (judgement: ReturnType<typeof judge>): readonly ClauseKind[] => judgement.because.flatMap((position) => judgement.clauses[position]?.clause.kind ?? [])
const whole = (claim: Claim) => [{ claimId: claim.id, percent: 100 }]

const first = buildClaim({ receivedAt: at(2) })
const second = buildClaim({ receivedAt: at(5) })

describe('the first to register', () => {
  test('is upheld, and the second has its part', () => {
    const judgement = byUsual([first, second])
    expect(judgement.verdict).toEqual({ kind: 'uphold', shares: [...whole(first), { claimId: second.id, percent: 50 }] })
    expect(because(judgement)).toEqual(['firstToRegister', 'secondBenefit'])
  })

  test('case 6: an incomplete first submission and a complete second: the clause’s clock says whose time counts, and both times are there', () => {
    const early = buildClaim({ receivedAt: at(2), completeAt: at(8) })
    const complete = buildClaim({ receivedAt: at(5) })
    const by = (clock: 'received' | 'complete') => judge([{ kind: 'firstToRegister', clock, lookBackDays: null, tieMinutes: 0 }], [early, complete]).verdict
    expect(by('received')).toEqual({ kind: 'uphold', shares: whole(early) })
    expect(by('complete')).toEqual({ kind: 'award', shares: whole(complete) })
  })

  test('case 7: of two offline submissions with wrong clocks, the server’s receipt orders, unless the rules say the device’s', () => {
    const slow = buildClaim({ deviceAt: at(1, '03:00'), receivedAt: at(5, '10:01') })
    const quick = buildClaim({ deviceAt: at(5, '09:59'), receivedAt: at(5, '10:00') })
    const by = (clock: 'device' | 'received') => judge([{ kind: 'firstToRegister', clock, lookBackDays: null, tieMinutes: 0 }], [slow, quick])
    expect(by('received').verdict?.shares).toEqual(whole(quick))
    expect(by('device').verdict?.shares).toEqual(whole(slow))
    expect(by('received').clauses[0]?.perClaim.map(({ fact }) => fact)).toEqual([{ code: 'registered', at: at(5, '10:01') }, { code: 'registered', at: at(5, '10:00') }])
  })

  test('is nobody alone within the minutes that count as the same time', () => {
    const near = buildClaim({ receivedAt: at(2, '09:10') })
    const { verdict, clauses } = judge([{ kind: 'firstToRegister', clock: 'received', lookBackDays: null, tieMinutes: 10 }], [first, near])
    expect([verdict, clauses[0]?.effect]).toEqual([null, 'nothing'])
    expect(judge([{ kind: 'firstToRegister', clock: 'received', lookBackDays: null, tieMinutes: 9 }], [first, near]).verdict?.shares).toEqual(whole(first))
  })

  test('counts no more once it is older than the look-back, except with an approval', () => {
    const old = buildClaim({ receivedAt: '2026-09-01T09:00:00.000Z' })
    const clause: Clause = { kind: 'firstToRegister', clock: 'received', lookBackDays: 30, tieMinutes: 0 }
    expect(judge([clause], [old, second]).verdict).toEqual({ kind: 'award', shares: whole(second) })
    expect(judge([clause], [{ ...old, approvedAt: '2026-09-03T09:00:00.000Z' }, second]).verdict).toEqual({ kind: 'uphold', shares: whole(old) })
  })

  test('is not found where a time is not known: the clause prefers nobody, and says what is unknown', () => {
    const unapproved = judge([{ kind: 'firstToRegister', clock: 'approved', lookBackDays: null, tieMinutes: 0 }], [{ ...first, approvedAt: at(3) }, second])
    expect(unapproved.verdict).toBeNull()
    expect(unapproved.clauses[0]?.perClaim.map(({ result }) => result)).toEqual(['met', 'unknown'])
  })
})

describe('what takes a claim out', () => {
  test.each([
    ['a partner who is not active (case 13)', { active: false }, 'partnerNotActive'],
    ['products the partner is not authorised for', { authorised: false }, 'notAuthorised'],
    ['a registration that was never complete', { completeAt: null }, 'notComplete'],
  ])('%s', (_, given, code) => {
    const judgement = byUsual([{ ...first, ...given }, second])
    expect(judgement.clauses[0]?.perClaim[0]).toMatchObject({ result: 'notMet', fact: { code } })
    expect(judgement.verdict).toEqual({ kind: 'award', shares: whole(second) })
  })

  test('a customer that is direct sales’ own, by number, domain or name in any writing', () => {
    const listed = (customers: readonly string[]) => judge([{ kind: 'directList', customers }], [buildClaim({ corporateNumber: '1234567890123', domain: 'kitayama.example', company: 'Kitayama Foods' })]).verdict?.kind
    expect([listed(['1234567890123']), listed(['KITAYAMA.example']), listed(['ｋｉｔａｙａｍａ foods']), listed(['Kitayama'])]).toEqual(['none', 'none', 'none', 'uphold'])
  })

  test('direct sales that were engaged before; not an engagement of later, nor of long before', () => {
    const verdictOf = (day: string) => judge([{ kind: 'directEngaged', days: 30 }], [directClaim({ receivedAt: day }), second])
    expect(verdictOf(at(4)).verdict?.kind).toBe('uphold')
    expect(verdictOf(at(6)).verdict).toBeNull()
    expect(verdictOf('2026-09-01T09:00:00.000Z').verdict).toBeNull()
  })

  test('case 14: what direct sales date back takes nobody out, and shows both times', () => {
    const direct = directClaim({ receivedAt: at(9) })
    const { verdict, clauses } = judge([{ kind: 'directEngaged', days: 60 }], [direct, second], [onRecord(direct, 'directActivity', at(1), at(9))])
    expect(clauses[0]?.perClaim[1]).toEqual({ claimId: second.id, result: 'met', fact: { code: 'recordedAfter', at: at(1), recordedAt: at(9) } })
    expect(verdict).toBeNull()
    expect(judge([{ kind: 'directEngaged', days: 60 }], [direct, second], [onRecord(direct, 'directActivity', at(1), at(4))]).verdict?.shares).toEqual(whole(direct))
  })

  test('leaves nobody where it takes out everybody', () => {
    expect(byUsual([{ ...first, active: false }, { ...second, active: false }]).verdict).toEqual({ kind: 'none', shares: [] })
    expect(byUsual([]).verdict).toEqual({ kind: 'none', shares: [] })
  })
})

describe('what comes before the first', () => {
  test('the customer’s choice in writing', () => {
    const judgement = byUsual([first, second], [onRecord(second, 'customerStatement', at(7))])
    expect(judgement.verdict).toEqual({ kind: 'award', shares: [...whole(second), { claimId: first.id, percent: 50 }] })
    expect(because(judgement)).toEqual(['customerChoice', 'secondBenefit'])
  })

  test('the partner of record, on renewals alone where the rules say so', () => {
    const ofRecord = { ...second, incumbent: true }
    expect(byUsual([first, ofRecord]).verdict?.kind).toBe('uphold')
    expect(byUsual([first, { ...ofRecord, renewal: true }]).verdict?.shares[0]).toEqual({ claimId: second.id, percent: 100 })
    expect(judge([{ kind: 'incumbency', renewalsOnly: false }], [first, ofRecord]).verdict?.kind).toBe('award')
    expect(judge([{ kind: 'incumbency', renewalsOnly: false }], [{ ...first, incumbent: null }, ofRecord]).verdict).toBeNull()
  })
})

describe('ties', () => {
  const twin = buildClaim({ receivedAt: at(2) })

  test('go to documented work, if it leads by enough', () => {
    const meetings = (count: number) => Array.from({ length: count }, () => onRecord(twin, 'meeting', at(1)))
    expect(byUsual([first, twin], meetings(2)).verdict?.shares[0]?.claimId).toBe(twin.id)
    expect(byUsual([first, twin], meetings(1)).verdict?.kind).toBe('split')
  })

  test.each([
    ['certification', { certified: true }],
    ['tier', { tier: 'gold' as const }],
  ])('go to the better %s', (by, given) => {
    const judgement = byUsual([first, { ...twin, ...given }])
    expect(judgement.verdict?.shares[0]?.claimId).toBe(twin.id)
    expect(judgement.because.map((position) => judgement.clauses[position]?.clause)).toContainEqual({ kind: 'standing', by })
  })

  test('go to whoever serves the place', () => {
    expect(byUsual([{ ...first, inTerritory: false }, twin]).verdict?.shares[0]?.claimId).toBe(twin.id)
  })

  test('are split at last, so that the parts are the whole', () => {
    const { verdict } = byUsual([first, twin, buildClaim({ receivedAt: at(2) })])
    expect(verdict?.kind).toBe('split')
    expect(verdict?.shares.map(({ percent }) => percent)).toEqual([34, 33, 33])
  })
})

describe('several at once', () => {
  test('direct sales and a partner who adds something work together; one who adds nothing does not', () => {
    const direct = directClaim({ receivedAt: at(1) })
    expect(byUsual([direct, second], [onRecord(second, 'valueAdd', at(6))]).verdict).toEqual({ kind: 'teaming', shares: [...whole(direct), { claimId: second.id, percent: 50 }] })
    expect(byUsual([direct, second]).verdict).toEqual({ kind: 'uphold', shares: whole(direct) })
  })

  test('case 15: of three, a distributor above both resellers does not compete with them and has its own part beside the winner’s', () => {
    const distributor = buildClaim({ kind: 'distributor', receivedAt: at(1) })
    const { verdict } = byUsual([distributor, first, second])
    expect(verdict).toEqual({ kind: 'uphold', shares: [...whole(first), { claimId: second.id, percent: 50 }, { claimId: distributor.id, percent: 100 }] })
    const competing = USUAL_CLAUSES.filter(({ kind }) => kind !== 'distributor')
    expect(judge(competing, [distributor, first, second]).verdict?.shares[0]).toEqual({ claimId: distributor.id, percent: 100 })
  })

  test('a distributor alone is judged as any other', () => {
    const distributor = buildClaim({ kind: 'distributor' })
    expect(byUsual([distributor]).verdict?.shares).toEqual(whole(distributor))
  })
})

test('the order of the clauses is their precedence: what comes after the deciding one has no effect', () => {
  const inactive = { ...first, active: false }
  const clauses: readonly Clause[] = [{ kind: 'firstToRegister', clock: 'received', lookBackDays: null, tieMinutes: 0 }, { kind: 'eligibility', activePartner: true, authorised: true, complete: true }]
  expect(judge(clauses, [inactive, second]).verdict?.shares).toEqual(whole(inactive))
  expect(judge(clauses.toReversed(), [inactive, second]).verdict?.shares).toEqual(whole(second))
  expect(judge(clauses, [inactive, second]).clauses.map(({ effect }) => effect)).toEqual(['decided', 'nothing'])
})

test('the same dispute has the same judgement, whichever order its claims are in', () => {
  const claims = [first, second, directClaim({ receivedAt: at(6) }), buildClaim({ kind: 'distributor' })]
  const evidence = [onRecord(second, 'meeting', at(1)), onRecord(first, 'valueAdd', at(2))]
  expect(byUsual(claims, evidence)).toEqual(byUsual(structuredClone(claims), structuredClone(evidence)))
  expect(sameVerdict(byUsual(claims, evidence).verdict, byUsual(claims.toReversed(), evidence).verdict)).toBe(true)
})

test('every clause has its fact for every claim', () => {
  const claims = [first, second, directClaim(), buildClaim({ kind: 'distributor', receivedAt: null, completeAt: null })]
  for (const { perClaim } of byUsual(claims).clauses) expect(perClaim.map(({ claimId }) => claimId)).toEqual(claims.map(({ id }) => id))
})

test('the first claim is who was there first, wherever it stands in the case: one that came from a desk offline joins last', () => {
  const ofAll = (claims: readonly Claim[]): readonly Claim[] => claims.filter((claim) => wasFirst(claim, claims))
  expect(ofAll([second, first])).toEqual([first])
  const approved = { ...second, approvedAt: at(6) }
  expect(ofAll([first, approved])).toEqual([approved])
  expect(ofAll([first, directClaim({ receivedAt: null })])).toEqual([first])
})
