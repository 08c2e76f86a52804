import { expect } from 'vitest'
import { accounts } from '#shared/accounts/account.table.ts'
import { caseEvidence } from '#shared/conflicts/case-evidence.table.ts'
import { caseStates, nextCaseStates, type CaseState } from '#shared/conflicts/conflict-case.ts'
import { conflictCases } from '#shared/conflicts/conflict-case.table.ts'
import { conflictsContract } from '#shared/conflicts/conflicts.contract.ts'
import { engagementRules } from '#shared/engagement/engagement-rules.table.ts'
import { USUAL_TIMES } from '#shared/engagement/usual-rules.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildAccount, buildOpportunity } from '#test/foundation/builders/build-account.ts'
import { buildCase, buildClaim, buildRules, directClaim, type Case } from '#test/foundation/builders/build-case.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { idNumber, nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { open, take, askEvidence, addEvidence, review, decide, appeal, finalise } = conflictsContract.operations

const first = buildClaim({ id: idNumber(0x61), partnerName: 'Jose Lucio' })
const second = buildClaim({ id: idNumber(0x62), partnerName: 'Aoba', receivedAt: '2026-11-05T09:00:00.000Z' })
const reasons = [first, second].map(({ id }) => ({ claimId: id, text: 'As the rules say' }))
const upheld = { seen: 0, verdict: { kind: 'uphold' as const, shares: [{ claimId: first.id, percent: 100 }] }, reasonForHouse: 'First', reasons }
const awarded = { ...upheld, verdict: { kind: 'award' as const, shares: [{ claimId: second.id, percent: 100 }] } }
/** A working day of the house; NOW is a Sunday, so that what begins now begins on Monday at nine in Denver. */
const DAY = 9 * 60
const monday = (hour: string): string => `2026-11-${hour}:00:00.000Z`

async function aCase(desk: Desk, given: Partial<Case> = {}): Promise<Case> {
  const conflict = buildCase({ claims: [first, second], ...given })
  await desk.put(conflictCases, conflict)
  return conflict
}

export const conflictsScenarios: Scenarios = {
  'opens a case of business that several are after, the first to be received first': async (desk) => {
    const partner = buildPartner({ status: 'active', products: ['LEDGER'], tier: 'gold', regions: ['JP'] })
    const account = buildAccount({ partnerId: partner.id, corporateNumber: '8700110005901', territoryId: idNumber(0x20) })
    const direct = buildOpportunity({ accountId: account.id, product: 'LEDGER', createdAt: '2026-11-05T09:00:00.000Z', territoryId: idNumber(0x20) })
    const theirs = buildOpportunity({ accountId: account.id, partnerId: partner.id, product: 'LEDGER', createdAt: '2026-11-02T09:00:00.000Z', territoryId: idNumber(0x21) })
    await desk.put(accounts, account)
    await desk.put(partners, partner)
    await desk.put(opportunities, direct, theirs)
    const { id } = valueOf(await desk.run(open, { opportunityIds: [direct.id, theirs.id] }))
    const conflict = await desk.row(conflictCases, id)
    expect(conflict).toMatchObject({ name: account.name, accountId: account.id, customerKey: account.duplicateKey, state: 'detected', openedAt: NOW, dueAt: monday('24T01'), territoryId: null, decisions: [] })
    expect(conflict?.claims).toMatchObject([
      { id: theirs.id, kind: 'partner', partnerName: partner.name, corporateNumber: '8700110005901', receivedAt: theirs.createdAt, active: true, authorised: true, incumbent: true, renewal: false, tier: 'gold', certified: false, inTerritory: true },
      { id: direct.id, kind: 'direct', partnerId: null, receivedAt: direct.createdAt, incumbent: false },
    ])
  },
  'opens none of the business of one alone, or of what is not there': async (desk) => {
    const account = buildAccount()
    const [one, other] = [buildOpportunity({ accountId: account.id }), buildOpportunity({ accountId: account.id })]
    await desk.put(accounts, account)
    await desk.put(opportunities, one, other)
    expect(refusalOf(await desk.run(open, { opportunityIds: [one.id, other.id] }))).toEqual({ code: 'case.one-claimant' })
    expect(refusalOf(await desk.run(open, { opportunityIds: [one.id, nextId()] }))).toEqual({ code: 'opportunity.not-found' })
    expect(await desk.rows(conflictCases)).toEqual([])
  },
  'goes from detection to its end, each step with its own time by the rules that hold': async (desk) => {
    await desk.put(engagementRules, buildRules({ state: 'published', number: 1, times: { ...USUAL_TIMES, evidence: 3 * DAY, decision: 2 * DAY, appeal: DAY } }))
    const { id } = await aCase(desk, { state: 'detected' })
    const at = async () => {
      const row = await desk.row(conflictCases, id)
      return [row?.state, row?.dueAt]
    }
    await desk.run(take, { id })
    expect(await at()).toEqual(['triage', monday('25T01')])
    await desk.run(askEvidence, { id, asked: [{ claimId: second.id, text: 'Minutes of the meeting' }] })
    expect(await at()).toEqual(['evidenceRequested', monday('26T01')])
    await desk.run(review, { id })
    expect(await at()).toEqual(['underReview', monday('25T01')])
    await desk.run(decide, { id, ...upheld })
    expect(await at()).toEqual(['decided', monday('24T01')])
    await desk.run(appeal, { id, claimId: second.id, text: 'We met them first' })
    expect(await at()).toEqual(['appealed', monday('25T01')])
    await desk.run(decide, { id, ...awarded, seen: 1 })
    await desk.run(finalise, { id, agreed: true })
    expect(await at()).toEqual(['final', null])
    const row = await desk.row(conflictCases, id)
    expect([row?.finalAt, row?.asked, row?.appeals.map(({ claimId, decision }) => [claimId, decision]), row?.decisions.map(({ verdict, rulesNumber }) => [verdict.kind, rulesNumber])]).toEqual([
      NOW, [{ claimId: second.id, text: 'Minutes of the meeting', at: NOW }], [[second.id, 0]], [['uphold', 1], ['award', 1]],
    ])
  },
  'refuses every step that does not follow': async (desk) => {
    const steps: Readonly<Partial<Record<CaseState, (id: string) => Promise<unknown>>>> = {
      triage: async (id) => refusalOf(await desk.run(take, { id })),
      evidenceRequested: async (id) => refusalOf(await desk.run(askEvidence, { id, asked: [{ claimId: first.id, text: 'x' }] })),
      underReview: async (id) => refusalOf(await desk.run(review, { id })),
      appealed: async (id) => refusalOf(await desk.run(appeal, { id, claimId: first.id, text: 'x' })),
      final: async (id) => refusalOf(await desk.run(finalise, { id, agreed: true })),
    }
    for (const from of caseStates) {
      for (const [to, step] of Object.entries(steps)) {
        const again = from === to && to !== 'evidenceRequested' && to !== 'appealed'
        const allowed = again || nextCaseStates[from].includes(to as CaseState)
        expect([from, to, await step((await aCase(desk, { state: from })).id)]).toEqual([from, to, allowed ? 'accepted' : { code: 'case.state-not-reachable', details: { from, to } }])
      }
    }
  },
  'keeps evidence as it was brought forward, with the server’s time and the device’s, and undoing takes none of it back': async (desk) => {
    const { id } = await aCase(desk, { territoryId: idNumber(0x20) })
    const said = { caseId: id, claimId: first.id, kind: 'meeting' as const, text: 'Requirements workshop', identifier: 'mail-17', happenedAt: '2026-10-01T09:00:00.000Z', deviceAt: '2026-11-22T01:00:00.000Z' }
    const { id: evidenceId, entry } = valueOf(await desk.run(addEvidence, said))
    const row = await desk.row(caseEvidence, evidenceId)
    expect(row).toMatchObject({ ...said, receivedAt: NOW, territoryId: idNumber(0x20), createdAt: NOW })
    await desk.run(journalContract.operations.undo, { entry })
    expect(await desk.row(caseEvidence, evidenceId)).toEqual(row)
  },
  'takes evidence for no claim that the case has not, and none once it is closed': async (desk) => {
    const { id } = await aCase(desk)
    const said = { caseId: id, claimId: first.id, kind: 'other' as const, text: 'x' }
    expect(refusalOf(await desk.run(addEvidence, { ...said, claimId: 'nobody' }))).toEqual({ code: 'case.claim-not-found' })
    expect(refusalOf(await desk.run(askEvidence, { id, asked: [{ claimId: 'nobody', text: 'x' }] }))).toEqual({ code: 'case.claim-not-found' })
    expect(refusalOf(await desk.run(addEvidence, { ...said, caseId: (await aCase(desk, { state: 'final' })).id }))).toEqual({ code: 'case.final' })
    expect(await desk.rows(caseEvidence)).toEqual([])
  },
  'decides by what is on record, and keeps with the decision what the rules proposed': async (desk) => {
    const { id } = await aCase(desk)
    await desk.run(addEvidence, { caseId: id, claimId: second.id, kind: 'customerStatement', text: 'We choose Aoba' })
    expect(valueOf(await desk.run(decide, { id, ...awarded })).alike).toBe(false)
    const [decision] = (await desk.row(conflictCases, id))?.decisions ?? []
    expect(decision).toMatchObject({ at: NOW, verdict: awarded.verdict, proposed: { verdict: { kind: 'award' } }, rulesId: null, rulesNumber: 0, reasonForHouse: 'First', reasons })
  },
  'case 19: the same decision of two managers is one, a different one is refused with both': async (desk) => {
    const { id } = await aCase(desk)
    await desk.run(decide, { id, ...upheld })
    const decided = await desk.row(conflictCases, id)
    expect(valueOf(await desk.run(decide, { id, ...upheld, reasonForHouse: 'In other words' })).alike).toBe(true)
    expect(refusalOf(await desk.run(decide, { id, ...awarded }))).toEqual({
      code: 'case.decided-otherwise', details: { case: decided?.name, by: decided?.decisions[0]?.by, at: NOW, theirs: 'uphold', theirsFor: 'Jose Lucio 100%', yours: 'award', yoursFor: 'Aoba 100%' },
    })
    expect(await desk.row(conflictCases, id)).toEqual(decided)
  },
  'decides nothing before it was reviewed, without reasons, or so that the parts do not fit': async (desk) => {
    const { id } = await aCase(desk)
    expect(refusalOf(await desk.run(decide, { id: (await aCase(desk, { state: 'triage' })).id, ...upheld }))).toEqual({ code: 'case.not-reviewed' })
    expect(refusalOf(await desk.run(decide, { id, ...upheld, reasonForHouse: ' ' }))).toEqual({ code: 'case.reason-missing' })
    expect(refusalOf(await desk.run(decide, { id, ...upheld, reasons: [] }))).toEqual({ code: 'case.partner-reason-missing', details: { partner: 'Jose Lucio' } })
    expect(refusalOf(await desk.run(decide, { id, ...upheld, verdict: { kind: 'split', shares: [] } }))).toEqual({ code: 'case.shares-do-not-fit', details: { verdict: 'split' } })
    expect(refusalOf(await desk.run(decide, { id, ...upheld, verdict: { kind: 'split', shares: reasons.map(({ claimId }) => ({ claimId, percent: 40 })) } }))).toEqual({ code: 'case.split-not-whole', details: { sum: 80 } })
    expect((await desk.row(conflictCases, id))?.decisions).toEqual([])
  },
  'takes an appeal of a partner once, within its time': async (desk) => {
    const direct = directClaim()
    const decided = { state: 'decided' as const, claims: [first, second, direct], dueAt: '2026-11-30T09:00:00.000Z' }
    const { id } = await aCase(desk, decided)
    expect(refusalOf(await desk.run(appeal, { id, claimId: direct.id, text: 'x' }))).toEqual({ code: 'case.claim-not-found' })
    expect(refusalOf(await desk.run(appeal, { id, claimId: first.id, text: 'x' }))).toBe('accepted')
    expect(refusalOf(await desk.run(appeal, { id, claimId: first.id, text: 'x' }))).toEqual({ code: 'case.appealed-already', details: { partner: 'Jose Lucio' } })
    const late = await aCase(desk, { ...decided, dueAt: '2026-11-20T09:00:00.000Z' })
    expect(refusalOf(await desk.run(appeal, { id: late.id, claimId: first.id, text: 'x' }))).toEqual({ code: 'case.appeal-too-late', details: { until: '2026-11-20T09:00:00.000Z' } })
  },
  'is closed once it can be appealed no more, or all have agreed': async (desk) => {
    const { id } = await aCase(desk, { state: 'decided', dueAt: '2026-11-30T09:00:00.000Z' })
    expect(refusalOf(await desk.run(finalise, { id }))).toEqual({ code: 'case.appeal-open', details: { until: '2026-11-30T09:00:00.000Z' } })
    expect(refusalOf(await desk.run(finalise, { id, agreed: true }))).toBe('accepted')
    expect(refusalOf(await desk.run(finalise, { id }))).toBe('accepted')
    const over = await aCase(desk, { state: 'decided', dueAt: NOW })
    expect(refusalOf(await desk.run(finalise, { id: over.id }))).toBe('accepted')
    expect(await desk.row(conflictCases, over.id)).toMatchObject({ state: 'final', finalAt: NOW, dueAt: null, rev: 2 })
  },
  'refuses what is done to a case that is not there': async (desk) => {
    const id = nextId()
    const outcomes = [
      await desk.run(take, { id }), await desk.run(review, { id }), await desk.run(finalise, { id }), await desk.run(decide, { id, ...upheld }), await desk.run(appeal, { id, claimId: 'x', text: 'x' }),
      await desk.run(askEvidence, { id, asked: [{ claimId: 'x', text: 'x' }] }), await desk.run(addEvidence, { caseId: id, claimId: 'x', kind: 'other', text: 'x' }),
    ]
    for (const outcome of outcomes) expect(refusalOf(outcome)).toEqual({ code: 'case.not-found' })
  },
}
