import { expect } from 'vitest'
import { accounts } from '#shared/accounts/account.table.ts'
import { contacts } from '#shared/accounts/contact.table.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { opportunitiesContract } from '#shared/opportunities/opportunities.contract.ts'
import { nextOpportunityStages, opportunityStages } from '#shared/opportunities/opportunity.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildAccount, buildContact, buildOpportunity } from '#test/foundation/builders/build-account.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { idNumber, nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { create, update, setStage } = opportunitiesContract.operations
const everythingKnown = { contactId: idNumber(0x41), product: 'LEDGER', amount: 100, currency: 'JPY', expectedCloseOn: '2027-03-31' }

async function anOpportunity(desk: Desk, given: Partial<Parameters<typeof buildOpportunity>[0]> = {}) {
  const account = buildAccount()
  const opportunity = buildOpportunity({ accountId: account.id, ...given })
  await desk.put(accounts, account)
  await desk.put(opportunities, opportunity)
  return opportunity
}

export const opportunitiesScenarios: Scenarios = {
  'adds an opportunity at the first stage, seen by whoever sees its account': async (desk) => {
    const account = buildAccount({ territoryId: idNumber(0x20) })
    const partner = buildPartner()
    const contact = buildContact({ accountId: account.id })
    await desk.put(accounts, account)
    await desk.put(partners, partner)
    await desk.put(contacts, contact)
    const { id } = valueOf(await desk.run(create, { accountId: account.id, name: ' Ledger ', partnerId: partner.id, contactId: contact.id, amount: 12_50, currency: 'EUR' }))
    expect(await desk.rows(opportunities)).toEqual([buildOpportunity({ id, accountId: account.id, name: 'Ledger', partnerId: partner.id, contactId: contact.id, amount: 1250, currency: 'EUR', territoryId: idNumber(0x20), stageSince: NOW, createdAt: NOW, updatedAt: NOW })])
  },
  'refuses one without a name, with an account or a partner that is not there': async (desk) => {
    const account = buildAccount()
    await desk.put(accounts, account)
    expect(refusalOf(await desk.run(create, { accountId: account.id, name: ' ' }))).toEqual({ code: 'opportunity.name-missing' })
    expect(refusalOf(await desk.run(create, { accountId: nextId(), name: 'A' }))).toEqual({ code: 'account.not-found' })
    expect(refusalOf(await desk.run(create, { accountId: account.id, name: 'A', partnerId: nextId() }))).toEqual({ code: 'partner.not-found' })
    expect(await desk.rows(opportunities)).toEqual([])
  },
  'edits fields, and refuses an amount that loses its currency, an unknown currency, a strange contact': async (desk) => {
    const opportunity = await anOpportunity(desk, { amount: 100, currency: 'JPY' })
    const contact = buildContact({ accountId: nextId() })
    await desk.put(contacts, contact)
    expect(refusalOf(await desk.run(update, { id: opportunity.id, edits: [{ field: 'amount', value: 200, was: 100 }] }))).toBe('accepted')
    expect(refusalOf(await desk.run(update, { id: opportunity.id, edits: [{ field: 'currency', value: null }] }))).toEqual({ code: 'opportunity.amount-incomplete', details: { amount: 200, currency: null } })
    expect(refusalOf(await desk.run(update, { id: opportunity.id, edits: [{ field: 'currency', value: 'QQQ' }] }))).toEqual({ code: 'opportunity.currency-unknown', details: { currency: 'QQQ' } })
    expect(refusalOf(await desk.run(update, { id: opportunity.id, edits: [{ field: 'contactId', value: contact.id }] }))).toEqual({ code: 'contact.of-another-account', details: { contact: contact.name } })
    expect(refusalOf(await desk.run(update, { id: opportunity.id, edits: [{ field: 'name', value: ' ' }] }))).toEqual({ code: 'opportunity.name-missing' })
    expect(refusalOf(await desk.run(update, { id: opportunity.id, edits: [{ field: 'amount', value: 1, was: 100 }] }))).toEqual({ code: 'opportunity.stale', details: { field: 'amount', yours: 1, theirs: 200 } })
    expect(refusalOf(await desk.run(update, { id: nextId(), edits: [{ field: 'notes', value: 'x' }] }))).toEqual({ code: 'opportunity.not-found' })
    expect(await desk.row(opportunities, opportunity.id)).toEqual({ ...opportunity, amount: 200, updatedAt: NOW, rev: 2 })
  },
  'refuses to go on from a stage while something it asks for is unknown, and says what': async (desk) => {
    const at = async (given: Parameters<typeof anOpportunity>[1], stage: (typeof opportunityStages)[number]) => refusalOf(await desk.run(setStage, { id: (await anOpportunity(desk, given)).id, stage }))
    expect(await at({ stage: 'discovery' }, 'evaluation')).toEqual({ code: 'opportunity.criteria-unmet', details: { from: 'discovery', unmet: ['contactId'] } })
    expect(await at({ stage: 'evaluation' }, 'proposal')).toEqual({ code: 'opportunity.criteria-unmet', details: { from: 'evaluation', unmet: ['product'] } })
    expect(await at({ stage: 'proposal' }, 'negotiation')).toEqual({ code: 'opportunity.criteria-unmet', details: { from: 'proposal', unmet: ['amount', 'expectedCloseOn'] } })
    expect(await at({ stage: 'proposal' }, 'evaluation')).toBe('accepted')
    expect(await at({ ...everythingKnown, stage: 'negotiation' }, 'won')).toBe('accepted')
  },
  'refuses every stage that does not follow': async (desk) => {
    for (const from of opportunityStages) {
      for (const to of opportunityStages.filter((stage) => stage !== from)) {
        const opportunity = await anOpportunity(desk, { ...everythingKnown, stage: from })
        const refusal = refusalOf(await desk.run(setStage, { id: opportunity.id, stage: to, lostReason: to === 'lost' ? 'price' : null }))
        expect([from, to, refusal]).toEqual([from, to, nextOpportunityStages[from].includes(to) ? 'accepted' : { code: 'opportunity.stage-not-reachable', details: { from, to, allowed: nextOpportunityStages[from] } }])
      }
    }
  },
  'is lost for a reason, which goes when it is taken up again': async (desk) => {
    const opportunity = await anOpportunity(desk, { stage: 'proposal' })
    expect(refusalOf(await desk.run(setStage, { id: opportunity.id, stage: 'lost' }))).toEqual({ code: 'opportunity.lost-reason-missing' })
    await desk.run(setStage, { id: opportunity.id, stage: 'lost', lostReason: 'competitor', note: 'Went with a bank.' })
    expect(await desk.row(opportunities, opportunity.id)).toEqual({ ...opportunity, stage: 'lost', lostReason: 'competitor', lostNote: 'Went with a bank.', stageSince: NOW, closedAt: NOW, updatedAt: NOW, rev: 2 })
    await desk.run(setStage, { id: opportunity.id, stage: 'discovery' })
    expect(await desk.row(opportunities, opportunity.id)).toMatchObject({ stage: 'discovery', lostReason: null, lostNote: null, closedAt: null })
  },
  'takes the stage it is at already for done, and refuses one that is not there': async (desk) => {
    const opportunity = await anOpportunity(desk)
    expect(refusalOf(await desk.run(setStage, { id: opportunity.id, stage: 'discovery' }))).toBe('accepted')
    expect(await desk.row(opportunities, opportunity.id)).toEqual(opportunity)
    expect(refusalOf(await desk.run(setStage, { id: nextId(), stage: 'won' }))).toEqual({ code: 'opportunity.not-found' })
  },
}
