import { expect } from 'vitest'
import { accounts } from '#shared/accounts/account.table.ts'
import { conflictCases } from '#shared/conflicts/conflict-case.table.ts'
import { conflictsContract } from '#shared/conflicts/conflicts.contract.ts'
import { dealsContract } from '#shared/deals/deals.contract.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildAccount, buildOpportunity } from '#test/foundation/builders/build-account.ts'
import { buildApproved, buildDraft, buildRegistration, TERMS } from '#test/foundation/builders/build-registration.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'
import { contested, KITAYAMA, submitted, thePartners } from './contested-deal.ts'

const { approve, reject, returnForInformation, answer, withdraw } = dealsContract.operations
const { open, look, take, decide } = conflictsContract.operations

export const raiseConflictsScenarios: Scenarios = {
  'a case opens by itself where two partners claim one deal, and holds both; neither is rejected, and neither decided on apart': async (desk) => {
    const { earlier, later, conflict } = await contested(desk)
    expect(conflict).toMatchObject({ name: '北山食品株式会社', customerKey: '#7000012050002', state: 'detected', openedAt: NOW })
    expect(conflict.claims).toMatchObject([
      { id: earlier.id, kind: 'partner', partnerName: 'Jose Lucio', receivedAt: earlier.receivedAt, completeAt: earlier.completeAt, active: true, authorised: true, match: { verdict: 'same' } },
      { id: later.id, partnerName: 'Aoba', receivedAt: NOW, match: null },
    ])
    expect((await desk.rows(registrations)).map(({ status, caseId, heldAt }) => [status, caseId, heldAt])).toEqual([['submitted', conflict.id, NOW], ['submitted', conflict.id, NOW]])
    expect(refusalOf(await desk.run(approve, { id: later.id }))).toEqual({ code: 'registration.held', details: { caseId: conflict.id } })
    expect(refusalOf(await desk.run(reject, { id: later.id, reasonForPartner: 'x' }))).toEqual({ code: 'registration.held', details: { caseId: conflict.id } })
  },
  'case 4: another project, fiscal year or product of the customer opens none': async (desk) => {
    const [lucio, aoba] = await thePartners(desk)
    await desk.put(registrations, buildRegistration({ partnerId: lucio.id, ...KITAYAMA, project: 'Osaka plant', fiscalYear: '2026' }))
    for (const other of [{ project: 'Kobe plant' }, { project: 'Osaka plant', fiscalYear: '2027' }]) await submitted(desk, buildDraft({ partnerId: aoba.id, ...KITAYAMA, ...other }))
    expect(await desk.rows(conflictCases)).toEqual([])
  },
  'case 7: of two offline submissions the server’s receipt orders the claims, and the devices’ times stand beside it': async (desk) => {
    const [lucio, aoba] = await thePartners(desk)
    const slow = buildRegistration({ partnerId: lucio.id, ...KITAYAMA, deviceAt: '2026-11-22T09:00:00.000Z' })
    await desk.put(registrations, slow)
    const quick = await submitted(desk, buildDraft({ partnerId: aoba.id, ...KITAYAMA }), '2026-11-19T03:00:00.000Z')
    expect((await desk.rows(conflictCases))[0]?.claims.map(({ id, deviceAt, receivedAt }) => [id, deviceAt, receivedAt])).toEqual([[slow.id, '2026-11-22T09:00:00.000Z', slow.receivedAt], [quick.id, '2026-11-19T03:00:00.000Z', NOW]])
  },
  'case 6: what is completed while it is held is complete in its case, from then on': async (desk) => {
    const [lucio, aoba] = await thePartners(desk)
    const incomplete = buildRegistration({ partnerId: lucio.id, ...KITAYAMA, amount: null, currency: null, completeAt: null, completeDeviceAt: null })
    await desk.put(registrations, incomplete)
    await desk.run(returnForInformation, { id: incomplete.id, fields: ['amount', 'currency'], note: 'How much?' })
    await submitted(desk, buildDraft({ partnerId: aoba.id, ...KITAYAMA }))
    const [conflict] = await desk.rows(conflictCases)
    expect(conflict?.claims.map(({ completeAt }) => completeAt)).toEqual([null, NOW])
    valueOf(await desk.run(answer, { id: incomplete.id, edits: [{ field: 'amount', value: 5 }, { field: 'currency', value: 'JPY' }], note: null }))
    expect((await desk.row(conflictCases, conflict!.id))?.claims.map(({ receivedAt, completeAt, amount }) => [receivedAt, completeAt, amount])).toEqual([[incomplete.receivedAt, NOW, 5], [NOW, NOW, 1_000_000]])
    expect((await desk.row(registrations, incomplete.id))?.caseId).toBe(conflict?.id)
  },
  'case 15: a third claim joins the open case, the distributor’s as one of another kind': async (desk) => {
    const { conflict } = await contested(desk)
    const [distributor] = (await desk.rows(partners)).filter(({ type }) => type === 'distributor')
    const third = await submitted(desk, buildDraft({ partnerId: distributor!.id, ...KITAYAMA }))
    const cases = await desk.rows(conflictCases)
    expect(cases.map(({ claims }) => claims.map(({ kind }) => kind))).toEqual([['partner', 'partner', 'distributor']])
    expect([cases[0]?.id, third.caseId]).toEqual([conflict.id, conflict.id])
  },
  'a claim that joins a decided case takes it back under review: nobody loses by a decision that did not know of them': async (desk) => {
    const { conflict } = await contested(desk)
    const [distributor] = (await desk.rows(partners)).filter(({ type }) => type === 'distributor')
    await desk.run(take, { id: conflict.id })
    valueOf(await desk.run(decide, { id: conflict.id, seen: 0, verdict: { kind: 'none', shares: [] }, reasonForHouse: 'Two sites', reasons: conflict.claims.map(({ id }) => ({ claimId: id, text: 'Two sites' })) }))
    await submitted(desk, buildDraft({ partnerId: distributor!.id, ...KITAYAMA }))
    const after = await desk.row(conflictCases, conflict.id)
    expect([after?.state, after?.claims.length, after?.decisions.length]).toEqual(['underReview', 3, 1])
    expect(after?.dueAt).not.toBeNull()
  },
  'whoever withdraws opens none, though another has come to contest the claim': async (desk) => {
    const [lucio, aoba] = await thePartners(desk)
    const both = [lucio, aoba].map((partner) => buildRegistration({ partnerId: partner.id, ...KITAYAMA }))
    await desk.put(registrations, ...both)
    valueOf(await desk.run(withdraw, { id: both[0]!.id }))
    expect(await desk.rows(conflictCases)).toEqual([])
    expect((await desk.row(registrations, both[1]!.id))?.caseId).toBeNull()
  },
  'what a case holds is approved by no rule, though its rival has withdrawn': async (desk) => {
    const [lucio, aoba] = await thePartners(desk)
    const terms = { ...TERMS, autoApproval: { upTo: 5_000_000, currency: 'JPY', tiers: [], knownCustomersOnly: false } }
    const asked = buildRegistration({ partnerId: lucio.id, ...KITAYAMA, terms })
    await desk.put(registrations, asked)
    await desk.run(returnForInformation, { id: asked.id, fields: ['notes'], note: 'Anything else?' })
    const rival = await submitted(desk, buildDraft({ partnerId: aoba.id, ...KITAYAMA }))
    valueOf(await desk.run(withdraw, { id: rival.id }))
    valueOf(await desk.run(answer, { id: asked.id, edits: [{ field: 'notes', value: 'No' }], note: null }))
    expect(await desk.row(registrations, asked.id)).toMatchObject({ status: 'submitted', caseId: rival.caseId })
  },
  'direct sales’ business with the customer is a claim in the case, and alone opens none': async (desk) => {
    const [lucio, aoba] = await thePartners(desk)
    const account = buildAccount({ name: KITAYAMA.company, corporateNumber: KITAYAMA.corporateNumber })
    const direct = buildOpportunity({ accountId: account.id, product: 'LEDGER' })
    await desk.put(accounts, account)
    await desk.put(opportunities, direct)
    await submitted(desk, buildDraft({ partnerId: lucio.id, ...KITAYAMA, accountId: account.id }))
    expect(await desk.rows(conflictCases)).toEqual([])
    await submitted(desk, buildDraft({ partnerId: aoba.id, ...KITAYAMA, accountId: account.id }))
    expect((await desk.rows(conflictCases))[0]?.claims.map(({ kind, opportunityId }) => [kind, opportunityId])).toContainEqual(['direct', direct.id])
  },
  'case 21: two customers that become one bring their approved registrations into a case': async (desk) => {
    const [lucio, aoba] = await thePartners(desk)
    const account = buildAccount()
    await desk.put(accounts, account)
    const approved = [buildApproved({ partnerId: lucio.id, company: 'Kitayama', accountId: account.id }), buildApproved({ partnerId: aoba.id, company: '北の山フーズ', accountId: account.id })]
    await desk.put(registrations, ...approved)
    const { id } = valueOf(await desk.run(look, { accountId: account.id }))
    expect((await desk.row(conflictCases, id!))?.claims.map((claim) => [claim.id, claim.approvedAt !== null])).toEqual(approved.map((each) => [each.id, true]))
    expect((await desk.rows(registrations)).map(({ status, caseId }) => [status, caseId])).toEqual([['approved', id], ['approved', id]])
    expect(valueOf(await desk.run(look, { accountId: account.id })).id).toBeNull()
    expect(valueOf(await desk.run(look, { accountId: nextId() })).id).toBeNull()
  },
  'case 21: but what of the account claims nothing any more contests nobody': async (desk) => {
    const [lucio, aoba] = await thePartners(desk)
    const account = buildAccount()
    await desk.put(accounts, account)
    await desk.put(registrations, buildRegistration({ partnerId: lucio.id, accountId: account.id, status: 'withdrawn', endedAt: NOW }), buildApproved({ partnerId: aoba.id, accountId: account.id }))
    expect(valueOf(await desk.run(look, { accountId: account.id })).id).toBeNull()
    expect(await desk.rows(conflictCases)).toEqual([])
  },
  'case 21: so does an approval for the account that another’s approved registration is of': async (desk) => {
    const [lucio, aoba] = await thePartners(desk)
    const account = buildAccount()
    await desk.put(accounts, account)
    await desk.put(registrations, buildApproved({ partnerId: lucio.id, company: 'Kitayama', accountId: account.id }))
    const later = await submitted(desk, buildDraft({ partnerId: aoba.id, company: '北の山フーズ' }))
    expect(later.caseId).toBeNull()
    valueOf(await desk.run(approve, { id: later.id, accountId: account.id }))
    const [conflict] = await desk.rows(conflictCases)
    expect(conflict?.claims).toHaveLength(2)
    expect((await desk.row(registrations, later.id))?.caseId).toBe(conflict?.id)
  },
  'a case is opened by hand of registrations and of business without one, and of nothing that claims no more': async (desk) => {
    const [lucio] = await thePartners(desk)
    const account = buildAccount()
    const direct = buildOpportunity({ accountId: account.id })
    const claim = buildRegistration({ partnerId: lucio.id })
    await desk.put(accounts, account)
    await desk.put(opportunities, direct)
    await desk.put(registrations, claim)
    const { id } = valueOf(await desk.run(open, { registrationIds: [claim.id], opportunityIds: [direct.id] }))
    expect((await desk.row(registrations, claim.id))?.caseId).toBe(id)
    const over = buildRegistration({ partnerId: lucio.id, status: 'withdrawn' })
    await desk.put(registrations, over)
    expect(refusalOf(await desk.run(open, { registrationIds: [over.id], opportunityIds: [direct.id] }))).toEqual({ code: 'case.not-claimed', details: { company: over.company } })
    expect(refusalOf(await desk.run(open, { registrationIds: [nextId()] }))).toEqual({ code: 'registration.not-found' })
  },
}
