import { describe, expect, test } from 'vitest'
import type { CaseDecision } from '#shared/conflicts/conflict-case.ts'
import { partnerView } from '#shared/conflicts/partner-view.ts'
import { partnerViewSchema } from '#shared/conflicts/partner-view-schema.ts'
import type { Verdict } from '#shared/engagement/claim.ts'
import { judgeClaims } from '#shared/engagement/judge-claims.ts'
import { USUAL_CLAUSES } from '#shared/engagement/usual-rules.ts'
import { buildCase, buildClaim, buildEvidence, directClaim } from '#test/foundation/builders/build-case.ts'

const own = buildClaim({ partnerName: 'Ours', receivedAt: '2026-11-02T09:00:00.000Z', amount: 4_200_000 })
const rival = buildClaim({
  partnerName: 'Rival Channel', company: 'KITAYAMA FOODS (RIVAL SPELLING)', corporateNumber: '9998887776665', domain: 'rival-domain.example', project: 'Rival project', amount: 7_654_321, currency: 'USD',
  receivedAt: '2026-11-01T01:23:45.678Z', deviceAt: '2026-11-01T01:20:00.000Z', approvedAt: '2026-11-01T22:22:22.222Z', products: ['RIVALPRODUCT'],
  match: { verdict: 'same', score: 0.991, evidence: [{ kind: 'domain', agrees: true, query: 'rival-domain.example', candidate: 'rival-domain.example', bearers: 1, shared: false, weight: 5 }] },
})
const direct = directClaim({ receivedAt: '2026-11-01T03:33:33.333Z', amount: 9_999_999 })
const claims = [rival, direct, own]
const evidence = [
  buildEvidence({ caseId: 'c', claimId: rival.id, text: 'Rival evidence', saidBy: 'Rival person' }),
  buildEvidence({ caseId: 'c', claimId: direct.id, kind: 'directActivity', text: 'Direct evidence', happenedAt: '2026-10-30T04:44:44.444Z', receivedAt: '2026-11-01T05:55:55.555Z' }),
  buildEvidence({ caseId: 'c', claimId: own.id, text: 'Own evidence', identifier: 'mail-17' }),
]
const decision = (verdict: Verdict): CaseDecision => ({
  at: '2026-11-20T09:00:00.000Z', by: 'House person', verdict, proposed: { clauses: [], verdict: null, because: [] }, rulesId: null, rulesNumber: 0, reasonForHouse: 'House reason',
  reasons: [{ claimId: rival.id, text: 'Reason for the rival' }, { claimId: own.id, text: 'Reason for us' }],
})
const judgement = judgeClaims([{ kind: 'directList', customers: ['Another Customer of the list'] }, ...USUAL_CLAUSES], { claims, evidence, openedAt: '2026-11-10T09:00:00.000Z' })
const conflict = buildCase({
  claims, name: rival.company, state: 'decided', dueAt: '2026-11-27T09:00:00.000Z', decisions: [decision({ kind: 'award', shares: [{ claimId: rival.id, percent: 100 }, { claimId: own.id, percent: 50 }] })],
  asked: [{ claimId: rival.id, text: 'Asked of the rival', at: '2026-11-11T09:00:00.000Z' }, { claimId: own.id, text: 'Asked of us', at: '2026-11-11T09:00:00.000Z' }],
  appeals: [{ claimId: rival.id, text: 'Appeal of the rival', by: 'House person', at: '2026-11-21T09:00:00.000Z', decision: 0 }],
})
const view = partnerView(conflict, evidence, judgement, own.partnerId ?? '')

describe('case 16: what a partner may know of a case', () => {
  test('has nothing of the others in it: no name, customer, price, product, time, number of them, reason, evidence, nor whoever of the house', () => {
    const written = JSON.stringify(view)
    const secrets = [
      rival.id, direct.id, 'Rival', 'RIVAL', '9998887776665', 'rival-domain', '7654321', 'USD', '01:23:45', '01:20:00', '22:22:22', '03:33:33', '04:44:44', '05:55:55', '0.991', '9999999',
      'Direct evidence', 'House reason', 'House person', 'Another Customer', 'Reason for the rival',
    ]
    expect(secrets.filter((secret) => written.includes(secret))).toEqual([])
    expect(secrets.filter((secret) => JSON.stringify([conflict, evidence, judgement]).includes(secret))).toEqual(secrets)
  })

  test('is the same however many others there are, while nothing is decided', () => {
    const undecided = { ...conflict, decisions: [], state: 'underReview' as const }
    const alone = partnerView({ ...undecided, claims: [own], asked: undecided.asked.slice(1), appeals: [] }, evidence.slice(2), judgeClaims([{ kind: 'customerChoice' }], { claims: [own], evidence: [], openedAt: conflict.openedAt }), own.id)
    const among = partnerView(undecided, evidence, judgeClaims([{ kind: 'customerChoice' }], { claims, evidence, openedAt: conflict.openedAt }), own.id)
    expect(alone).toEqual(among)
  })

  test('has its own claim, evidence, questions, the clauses as they stand for it, and the outcome with the reason that is meant for it', () => {
    expect(view.claims).toMatchObject([{ registrationId: own.registrationId, amount: 4_200_000 }])
    expect(view.evidence.map(({ text, identifier }) => [text, identifier])).toEqual([['Own evidence', 'mail-17']])
    expect(view.asked.map(({ text }) => text)).toEqual(['Asked of us'])
    expect(view.clauses.find(({ kind }) => kind === 'directEngaged')).toEqual({ kind: 'directEngaged', result: 'notMet', fact: { code: 'directEngaged' } })
    expect(view.outcome).toEqual({ verdict: 'lost', percent: 50, reason: 'Reason for us', at: '2026-11-20T09:00:00.000Z' })
    expect([view.dueAt, view.appeals]).toEqual(['2026-11-27T09:00:00.000Z', []])
  })

  test('is what the schema of the export lets through', () => {
    expect(partnerViewSchema.parse(view)).toEqual(view)
  })
})

test.each<[string, Verdict, string, number]>([
  ['has won', { kind: 'uphold', shares: [{ claimId: own.id, percent: 100 }] }, 'won', 100],
  ['has lost', { kind: 'award', shares: [{ claimId: rival.id, percent: 100 }] }, 'lost', 0],
  ['shares', { kind: 'split', shares: [{ claimId: rival.id, percent: 60 }, { claimId: own.id, percent: 40 }] }, 'split', 40],
  ['has no part in the sharing of others', { kind: 'teaming', shares: [{ claimId: direct.id, percent: 100 }, { claimId: rival.id, percent: 50 }] }, 'lost', 0],
  ['stands beside the others', { kind: 'none', shares: [] }, 'none', 0],
])('a partner who %s is told so', (_, verdict, told, percent) => {
  expect(partnerView({ ...conflict, decisions: [decision(verdict)] }, [], judgement, own.id).outcome).toMatchObject({ verdict: told, percent })
})

test('nobody is told a decision that could not be carried out', () => {
  const hindered = { code: 'registration.window-over', details: null, at: '2026-11-22T09:00:00.000Z' }
  const kept = { ...decision({ kind: 'uphold', shares: [{ claimId: own.id, percent: 100 }] }), hindered }
  expect(partnerView({ ...conflict, state: 'underReview', decisions: [kept] }, [], judgement, own.id).outcome).toBeNull()
})

test('somebody of whom nothing is awaited has no deadline', () => {
  expect(partnerView({ ...conflict, state: 'evidenceRequested', asked: [] }, [], judgement, own.id).dueAt).toBeNull()
})
