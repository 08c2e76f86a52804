import { expect } from 'vitest'
import { dealsContract } from '#shared/deals/deals.contract.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { registrationPolicies } from '#shared/deals/registration-policy.table.ts'
import { USUAL_TERMS } from '#shared/deals/usual-terms.ts'
import { accounts } from '#shared/accounts/account.table.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildAccount } from '#test/foundation/builders/build-account.ts'
import { buildPartner, type Partner } from '#test/foundation/builders/build-partner.ts'
import { buildApproved, buildDraft, buildRegistration } from '#test/foundation/builders/build-registration.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { saveDraft, discardDraft, submit, update, answer, withdraw } = dealsContract.operations

async function aPartner(desk: Desk, given: Partial<Partner> = {}): Promise<Partner> {
  const partner = buildPartner({ products: ['LEDGER', 'RISK'], ...given })
  await desk.put(partners, partner)
  return partner
}

export const claimsScenarios: Scenarios = {
  'keeps a draft as it is typed, from nothing but a partner on': async (desk) => {
    const partner = await aPartner(desk)
    const { id } = valueOf(await desk.run(saveDraft, { id: null, claim: { partnerId: partner.id } }))
    valueOf(await desk.run(saveDraft, { id, claim: { partnerId: partner.id, company: ' 北山食品 株式会社 ', country: 'JP', website: 'https://www.kitayama.example/about', products: ['LEDGER'] } }))
    expect(await desk.row(registrations, id)).toMatchObject({ status: 'draft', kind: 'planned', company: '北山食品 株式会社', domain: 'kitayama.example', products: ['LEDGER'], receivedAt: null, terms: null, actAt: null, rev: 2 })
    expect(refusalOf(await desk.run(saveDraft, { id: null, claim: { partnerId: nextId() } }))).toEqual({ code: 'partner.not-found' })
    expect(refusalOf(await desk.run(saveDraft, { id: nextId(), claim: { partnerId: partner.id } }))).toEqual({ code: 'registration.not-found' })
    valueOf(await desk.run(discardDraft, { id }))
    expect(await desk.rows(registrations)).toEqual([])
  },
  'saves and throws away drafts alone': async (desk) => {
    const partner = await aPartner(desk)
    const submitted = buildRegistration({ partnerId: partner.id })
    await desk.put(registrations, submitted)
    expect(refusalOf(await desk.run(saveDraft, { id: submitted.id, claim: { partnerId: partner.id } }))).toEqual({ code: 'registration.not-draft', details: { status: 'submitted' } })
    expect(refusalOf(await desk.run(discardDraft, { id: submitted.id }))).toEqual({ code: 'registration.not-draft', details: { status: 'submitted' } })
  },
  'submits a draft: its time, its terms, the review that is due in two working days of the deal desk': async (desk) => {
    const partner = await aPartner(desk)
    const draft = buildDraft({ partnerId: partner.id })
    await desk.put(registrations, draft)
    expect(valueOf(await desk.run(submit, { id: draft.id, deviceAt: '2026-11-22T05:00:00.000Z' }))).toMatchObject({ status: 'submitted' })
    // Saturday evening in Denver; Monday and Tuesday are worked until six there.
    expect(await desk.row(registrations, draft.id)).toMatchObject({
      status: 'submitted', receivedAt: NOW, deviceAt: '2026-11-22T05:00:00.000Z', completeAt: NOW, submittedAt: NOW, resubmissionsLeft: 2, reviewDueAt: '2026-11-25T01:00:00.000Z', actAt: '2026-11-25T01:00:00.000Z',
      terms: { ...USUAL_TERMS, policyId: null, policy: null, policyRev: null },
    })
  },
  'stands on the policy of its market as it was, whatever becomes of the policy': async (desk) => {
    const partner = await aPartner(desk)
    const draft = buildDraft({ partnerId: partner.id })
    const policy = { id: nextId(), name: 'Japan', priority: 10, countries: ['JP'], products: [], terms: { ...USUAL_TERMS, windowDays: 60, needs: [] }, state: 'inForce' as const, createdAt: NOW, updatedAt: NOW, rev: 3 }
    await desk.put(registrationPolicies, policy, { ...policy, id: nextId(), name: 'Switched off', priority: 1, state: 'off' as const })
    await desk.put(registrations, draft)
    await desk.run(submit, { id: draft.id })
    await desk.run(dealsContract.operations.updatePolicy, { id: policy.id, edits: [{ field: 'terms', value: USUAL_TERMS }] })
    expect((await desk.row(registrations, draft.id))?.terms).toMatchObject({ windowDays: 60, policy: 'Japan', policyId: policy.id, policyRev: 3 })
  },
  'refuses a submission that names no customer, no product, one the partner may not sell, or comes from a partner that is not active': async (desk) => {
    const partner = await aPartner(desk)
    const asleep = await aPartner(desk, { status: 'suspended' })
    const refused = async (given: Parameters<typeof buildDraft>[0]): Promise<unknown> => {
      const draft = buildDraft(given)
      await desk.put(registrations, draft)
      return refusalOf(await desk.run(submit, { id: draft.id }))
    }
    expect(await refused({ partnerId: partner.id, company: '' })).toEqual({ code: 'registration.company-missing' })
    expect(await refused({ partnerId: partner.id, products: [] })).toEqual({ code: 'registration.products-missing' })
    expect(await refused({ partnerId: partner.id, products: ['LEDGER', 'TAX'] })).toEqual({ code: 'registration.product-not-authorised', details: { partner: partner.name, products: ['TAX'] } })
    expect(await refused({ partnerId: asleep.id })).toEqual({ code: 'registration.partner-not-active', details: { partner: asleep.name, status: 'suspended' } })
    expect(await refused({ partnerId: partner.id, currency: null })).toEqual({ code: 'registration.amount-incomplete' })
    expect(await refused({ partnerId: partner.id, currency: 'QQQ' })).toEqual({ code: 'registration.currency-unknown', details: { currency: 'QQQ' } })
    expect(refusalOf(await desk.run(submit, { id: nextId() }))).toEqual({ code: 'registration.not-found' })
  },
  'refuses the second registration of one deal by its partner, and says which is there': async (desk) => {
    const partner = await aPartner(desk)
    const [first, again] = [buildRegistration({ partnerId: partner.id, company: 'Kitayama Foods', corporateNumber: '7000012050002' }), buildDraft({ partnerId: partner.id, company: 'Kitayama Foods', corporateNumber: '7000012050002' })]
    await desk.put(registrations, first, again)
    expect(refusalOf(await desk.run(submit, { id: again.id }))).toEqual({ code: 'registration.registered-already', details: { id: first.id, company: 'Kitayama Foods' } })
  },
  'approves at once what is harmless by its terms, and leaves to people what is not': async (desk) => {
    const partner = await aPartner(desk, { tier: 'gold' })
    const account = buildAccount({ partnerId: partner.id })
    await desk.put(accounts, account)
    const autoApproval = { upTo: 2_000_000, currency: 'JPY', tiers: ['gold' as const], knownCustomersOnly: true }
    await desk.put(registrationPolicies, { id: nextId(), name: 'Small', priority: 1, countries: [], products: [], terms: { ...USUAL_TERMS, autoApproval }, state: 'inForce' as const, createdAt: NOW, updatedAt: NOW, rev: 1 })
    const [small, large, stranger] = [buildDraft({ partnerId: partner.id, accountId: account.id }), buildDraft({ partnerId: partner.id, accountId: account.id, amount: 2_000_001, project: 'Second' }), buildDraft({ partnerId: partner.id, project: 'Third' })]
    await desk.put(registrations, { ...small, project: 'First' }, large, stranger)
    expect(valueOf(await desk.run(submit, { id: small.id })).status).toBe('approved')
    expect(valueOf(await desk.run(submit, { id: large.id })).status).toBe('submitted')
    expect(valueOf(await desk.run(submit, { id: stranger.id })).status).toBe('submitted')
    expect(await desk.row(registrations, small.id)).toMatchObject({ decidedBy: null, decidedAt: NOW, protectedFrom: NOW, accountId: account.id, approved: { amount: 1_000_000 } })
    expect(await desk.rows(opportunities)).toMatchObject([{ accountId: account.id, partnerId: partner.id, amount: 1_000_000, stage: 'discovery' }])
  },
  'is open in review for nothing, and while it is returned for what was asked alone': async (desk) => {
    const partner = await aPartner(desk)
    const asked = { fields: ['contactName' as const], note: 'Who decides?', by: 'Ana', at: NOW }
    const [submitted, returned] = [buildRegistration({ partnerId: partner.id }), buildRegistration({ partnerId: partner.id, status: 'actionRequired', asked, reviewDueAt: null, answerDueAt: '2026-12-03T07:00:00.000Z' })]
    await desk.put(registrations, submitted, returned)
    expect(refusalOf(await desk.run(update, { id: submitted.id, edits: [{ field: 'notes', value: 'x' }] }))).toEqual({ code: 'registration.not-editable', details: { status: 'submitted' } })
    expect(refusalOf(await desk.run(submit, { id: returned.id }))).toEqual({ code: 'registration.status-not-reachable', details: { from: 'actionRequired', to: 'submitted', allowed: [] } })
    expect(refusalOf(await desk.run(update, { id: returned.id, edits: [{ field: 'notes', value: 'x' }] }))).toEqual({ code: 'registration.not-editable', details: { status: 'actionRequired' } })
    expect(refusalOf(await desk.run(answer, { id: returned.id, edits: [{ field: 'amount', value: 5 }], note: null }))).toEqual({ code: 'registration.field-not-open', details: { field: 'amount' } })
    valueOf(await desk.run(answer, { id: returned.id, edits: [{ field: 'contactName', value: '青柳 美咲', was: null }], note: 'The buyer.' }))
    expect(await desk.row(registrations, returned.id)).toMatchObject({ status: 'submitted', contactName: '青柳 美咲', asked: null, answerDueAt: null, resubmissionsLeft: 2, reviewDueAt: '2026-11-25T01:00:00.000Z' })
    expect(refusalOf(await desk.run(answer, { id: returned.id, edits: [{ field: 'contactName', value: 'x' }], note: null }))).toEqual({ code: 'registration.status-not-reachable', details: { from: 'submitted', to: 'submitted', allowed: ['inReview', 'actionRequired', 'approved', 'rejected', 'withdrawn'] } })
  },
  'answers only where something was asked': async (desk) => {
    const draft = buildDraft({ partnerId: (await aPartner(desk)).id })
    await desk.put(registrations, draft)
    expect(refusalOf(await desk.run(answer, { id: draft.id, edits: [{ field: 'notes', value: 'x' }], note: null }))).toEqual({ code: 'registration.nothing-asked', details: { status: 'draft' } })
  },
  'edits of an approved one stay within what was approved, or submit it again': async (desk) => {
    const partner = await aPartner(desk)
    const approved = buildApproved({ partnerId: partner.id })
    await desk.put(registrations, approved)
    expect(valueOf(await desk.run(update, { id: approved.id, edits: [{ field: 'amount', value: 1_200_000, was: 1_000_000 }] })).reopened).toBe(false)
    expect(valueOf(await desk.run(update, { id: approved.id, edits: [{ field: 'products', value: ['RISK'], was: ['LEDGER'] }] })).reopened).toBe(true)
    expect(refusalOf(await desk.run(update, { id: approved.id, edits: [{ field: 'company', value: ' ' }] }))).toEqual({ code: 'registration.not-editable', details: { status: 'submitted' } })
  },
  'refuses an edit that another has overtaken, one that leaves no customer, one that takes the amount its currency': async (desk) => {
    const draft = buildDraft({ partnerId: (await aPartner(desk)).id })
    await desk.put(registrations, draft)
    const edit = async (field: 'company' | 'currency', value: string | null, was?: string) => refusalOf(await desk.run(update, { id: draft.id, edits: [{ field, value, ...(was === undefined ? {} : { was }) } as never] }))
    expect(await edit('company', 'Another', 'Nobody')).toEqual({ code: 'registration.stale', details: { field: 'company', yours: 'Another', theirs: draft.company } })
    expect(await edit('company', ' ')).toEqual({ code: 'registration.company-missing' })
    expect(await edit('currency', null)).toEqual({ code: 'registration.amount-incomplete' })
  },
  'is withdrawn once, and submitted again as often as the terms allow': async (desk) => {
    const partner = await aPartner(desk)
    const registration = buildRegistration({ partnerId: partner.id, resubmissionsLeft: 1 })
    await desk.put(registrations, registration)
    valueOf(await desk.run(withdraw, { id: registration.id }))
    expect(await desk.row(registrations, registration.id)).toMatchObject({ status: 'withdrawn', endedAt: NOW, actAt: null, reviewDueAt: null })
    expect(refusalOf(await desk.run(withdraw, { id: registration.id }))).toBe('accepted')
    valueOf(await desk.run(submit, { id: registration.id }))
    expect(await desk.row(registrations, registration.id)).toMatchObject({ status: 'submitted', resubmissionsLeft: 0, receivedAt: NOW, endedAt: null })
    valueOf(await desk.run(withdraw, { id: registration.id }))
    expect(refusalOf(await desk.run(submit, { id: registration.id }))).toEqual({ code: 'registration.no-resubmissions-left' })
    await desk.put(registrations, buildApproved({ id: nextId(), partnerId: partner.id }))
    const closed = buildRegistration({ partnerId: partner.id, status: 'closedLost' })
    await desk.put(registrations, closed)
    expect(refusalOf(await desk.run(withdraw, { id: closed.id }))).toEqual({ code: 'registration.status-not-reachable', details: { from: 'closedLost', to: 'withdrawn', allowed: ['approved'] } })
  },
}
