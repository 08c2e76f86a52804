import { expect } from 'vitest'
import { accounts } from '#shared/accounts/account.table.ts'
import { contacts } from '#shared/accounts/contact.table.ts'
import type { CommandOperation } from '#shared/foundation/operation.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { journal } from '#shared/journal/journal.table.ts'
import { leadStages } from '#shared/leads/lead.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { offers } from '#shared/leads/offer.table.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildAccount, buildContact, buildOpportunity } from '#test/foundation/builders/build-account.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { idNumber, nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { assignManually, convert, setStage, touch } = leadsContract.operations
const { undo } = journalContract.operations
const TERRITORY = idNumber(0x20)
const OTHER_TERRITORY = idNumber(0x21)
const newOpportunity = { name: 'Ledger for Kitayama', product: 'LEDGER', amount: 1_250_000, currency: 'JPY', expectedCloseOn: '2027-03-31' }
const newContact = { name: '青柳 美咲', email: 'misaki@kitayama.example', phone: '03-0000-0000', role: '部長' }

/** A lead that a partner works on. */
async function workedLead(desk: Desk, given: Parameters<typeof buildLead>[0] = {}) {
  const partner = buildPartner()
  const lead = buildLead({
    company: '北山食品株式会社', companyEn: 'Kitayama Foods', companyKana: 'キタヤマショクヒン', corporateNumber: '1180301018771', website: 'https://kitayama.example/', domain: 'kitayama.example', region: 'JP-13',
    city: '港区', postcode: '1050011', address: '東京都港区芝公園1-1', industry: 'food', employees: 120, language: 'ja', notes: 'Asked at the fair.', stage: 'working', partnerId: partner.id, territoryId: TERRITORY,
    assignmentOrigin: 'rules', assignedAt: NOW, acceptedAt: NOW, firstTouchAt: NOW, score: 70, ...given,
  })
  await desk.put(partners, partner)
  await desk.put(leads, lead)
  return { lead, partner }
}

const allNew = (id: string) => ({ id, account: { name: ' 北山食品株式会社 ' }, contact: newContact, opportunity: newOpportunity, note: 'Wants it before April.' })
const content = <R extends object>(row: R | undefined) => (row === undefined ? undefined : { ...row, rev: undefined, updatedAt: undefined })

async function refusesAll(desk: Desk, operation: CommandOperation, input: object, refusal: object): Promise<void> {
  const before = [await desk.rows(leads), await desk.rows(accounts), await desk.rows(contacts), await desk.rows(opportunities), await desk.rows(offers)]
  expect(refusalOf(await desk.run(operation, input as never))).toEqual(refusal)
  expect([await desk.rows(leads), await desk.rows(accounts), await desk.rows(contacts), await desk.rows(opportunities), await desk.rows(offers)]).toEqual(before)
}

export const convertLeadScenarios: Scenarios = {
  'makes account, contact and opportunity of the lead in one step, and points from it to them': async (desk) => {
    const { lead, partner } = await workedLead(desk)
    const id = nextId()
    const made = valueOf(await desk.run(convert, allNew(lead.id), { id }))
    expect(await desk.rows(accounts)).toEqual([buildAccount({
      id: made.accountId, name: '北山食品株式会社', nameEn: 'Kitayama Foods', nameKana: 'キタヤマショクヒン', corporateNumber: '1180301018771', website: 'https://kitayama.example/', domain: 'kitayama.example', region: 'JP-13',
      city: '港区', postcode: '1050011', address: '東京都港区芝公園1-1', industry: 'food', employees: 120, partnerId: partner.id, territoryId: TERRITORY, createdAt: NOW, updatedAt: NOW,
    })])
    expect(await desk.rows(contacts)).toEqual([buildContact({ id: made.contactId!, accountId: made.accountId, ...newContact, language: 'ja', territoryId: TERRITORY, createdAt: NOW, updatedAt: NOW })])
    expect(await desk.rows(opportunities)).toEqual([buildOpportunity({
      id: made.opportunityId, accountId: made.accountId, contactId: made.contactId, ...newOpportunity, partnerId: partner.id, leadId: lead.id, territoryId: TERRITORY,
      notes: 'Asked at the fair.\n\nWants it before April.', createdAt: NOW, updatedAt: NOW,
    })])
    expect(await desk.row(leads, lead.id)).toMatchObject({ stage: 'converted', partnerId: partner.id, accountId: made.accountId, opportunityId: made.opportunityId, convertedAt: NOW, notes: 'Asked at the fair.', rev: 2 })
    expect(await desk.rows(offers)).toMatchObject([{ leadId: lead.id, partnerId: partner.id, outcome: 'converted', firstTouchAt: NOW }])
    expect((await desk.row(journal, id))?.notes.map(({ event, about }) => [event, about])).toEqual([
      ['lead.converted', lead.id], ['account.took-lead', made.accountId], ['opportunity.took-lead', made.opportunityId], ['contact.took-lead', made.contactId],
    ])
  },
  'answers the same conversion again, and makes nothing twice': async (desk) => {
    const { lead } = await workedLead(desk)
    const id = nextId()
    const first = await desk.run(convert, allNew(lead.id), { id })
    expect(await desk.run(convert, allNew(lead.id), { id })).toEqual(first)
    expect([(await desk.rows(accounts)).length, (await desk.rows(contacts)).length, (await desk.rows(opportunities)).length]).toEqual([1, 1, 1])
  },
  'refuses a second conversion by somebody else, naming who was first, and makes nothing': async (desk) => {
    const { lead } = await workedLead(desk)
    await desk.run(convert, allNew(lead.id))
    const first = await desk.row(leads, lead.id)
    await refusesAll(desk, convert, allNew(lead.id), { code: 'lead.converted-already', details: { by: first?.convertedBy ?? null, at: NOW } })
  },
  'takes account, contact and opportunity that are there, and writes over none of their notes': async (desk) => {
    const { lead, partner } = await workedLead(desk)
    const account = buildAccount({ notes: 'Pays late.' })
    const contact = buildContact({ accountId: account.id })
    const opportunity = buildOpportunity({ accountId: account.id, notes: 'Since spring.', stage: 'evaluation' })
    await desk.put(accounts, account)
    await desk.put(contacts, contact)
    await desk.put(opportunities, opportunity)
    const made = valueOf(await desk.run(convert, { id: lead.id, account: { id: account.id }, contact: { id: contact.id }, opportunity: { id: opportunity.id }, note: null }))
    expect(made).toMatchObject({ accountId: account.id, contactId: contact.id, opportunityId: opportunity.id })
    expect(await desk.rows(accounts)).toEqual([{ ...account, partnerId: partner.id, updatedAt: NOW, rev: 2 }])
    expect(await desk.rows(contacts)).toEqual([contact])
    expect(await desk.rows(opportunities)).toEqual([{ ...opportunity, contactId: contact.id, partnerId: partner.id, leadId: lead.id, notes: 'Since spring.\n\nAsked at the fair.', updatedAt: NOW, rev: 2 }])
  },
  'leaves an account its partner of record': async (desk) => {
    const { lead } = await workedLead(desk)
    const account = buildAccount({ partnerId: idNumber(0x30) })
    await desk.put(accounts, account)
    await desk.run(convert, { ...allNew(lead.id), account: { id: account.id }, contact: null })
    expect(await desk.row(accounts, account.id)).toEqual(account)
  },
  'shows an account with business in a second territory to everybody, and its people too': async (desk) => {
    const { lead } = await workedLead(desk)
    const account = buildAccount({ territoryId: OTHER_TERRITORY })
    const contact = buildContact({ accountId: account.id, territoryId: OTHER_TERRITORY })
    await desk.put(accounts, account)
    await desk.put(contacts, contact)
    const made = valueOf(await desk.run(convert, { ...allNew(lead.id), account: { id: account.id } }))
    expect((await desk.row(accounts, account.id))?.territoryId).toBeNull()
    expect((await desk.rows(contacts)).map(({ territoryId }) => territoryId)).toEqual([null, null])
    expect((await desk.row(opportunities, made.opportunityId))?.territoryId).toBe(TERRITORY)
  },
  'keeps an account in its territory while all business with it lies there': async (desk) => {
    const { lead } = await workedLead(desk)
    const account = buildAccount({ territoryId: TERRITORY, partnerId: idNumber(0x30) })
    await desk.put(accounts, account)
    const made = valueOf(await desk.run(convert, { ...allNew(lead.id), account: { id: account.id } }))
    expect(await desk.row(accounts, account.id)).toEqual(account)
    expect((await desk.row(contacts, made.contactId!))?.territoryId).toBe(TERRITORY)
  },
  'B2.9: of several sites the lead’s own decides, wherever the headquarters are': async (desk) => {
    const headquarters = buildAccount({ name: 'Toyo KK', country: 'JP', city: '東京', territoryId: OTHER_TERRITORY })
    await desk.put(accounts, headquarters)
    const { lead } = await workedLead(desk, { company: 'Toyo Guatemala', corporateNumber: null, country: 'GT', region: 'GT-01', city: 'Guatemala', postcode: null, address: 'Zona 10', domain: 'toyo.example' })
    const made = valueOf(await desk.run(convert, { ...allNew(lead.id), account: { name: 'Toyo Guatemala' }, contact: null }))
    expect(await desk.row(accounts, made.accountId)).toMatchObject({ country: 'GT', region: 'GT-01', city: 'Guatemala', address: 'Zona 10', territoryId: TERRITORY, parentId: null })
    expect(await desk.row(opportunities, made.opportunityId)).toMatchObject({ territoryId: TERRITORY, accountId: made.accountId })
    expect(await desk.row(accounts, headquarters.id)).toEqual(headquarters)
  },
  'B2.15: a partner who was in touch before keeps the credit when the lead goes to another, and the notes go along': async (desk) => {
    const { lead, partner: first } = await workedLead(desk, { stage: 'accepted', firstTouchAt: null })
    const second = buildPartner()
    await desk.put(partners, second)
    await desk.run(touch, { id: lead.id, way: 'call', note: 'Spoke to the buyer.' })
    await desk.run(assignManually, { ids: [lead.id], partnerId: second.id, reason: 'Customer asked for them', until: null })
    expect(await desk.rows(offers)).toMatchObject([{ partnerId: first.id, outcome: 'replaced', firstTouchAt: NOW }])
    expect(await desk.row(leads, lead.id)).toMatchObject({ partnerId: second.id, notes: 'Asked at the fair.', firstTouchAt: null })
    await desk.run(setStage, { id: lead.id, stage: 'working' })
    const made = valueOf(await desk.run(convert, allNew(lead.id)))
    expect(await desk.row(opportunities, made.opportunityId)).toMatchObject({ partnerId: second.id, influencedBy: [first.id], notes: 'Asked at the fair.\n\nWants it before April.' })
  },

  'is taken back as a whole: nothing of it is left, and the lead is worked on as before': async (desk) => {
    const { lead } = await workedLead(desk)
    const { entry } = valueOf(await desk.run(convert, allNew(lead.id)))
    valueOf(await desk.run(undo, { entry }))
    expect(content(await desk.row(leads, lead.id))).toEqual(content(lead))
    expect([await desk.rows(accounts), await desk.rows(contacts), await desk.rows(opportunities), await desk.rows(offers)]).toEqual([[], [], [], []])
  },
  'is taken back where it was joined to what was there, which is as it was': async (desk) => {
    const { lead } = await workedLead(desk)
    const account = buildAccount({ territoryId: OTHER_TERRITORY })
    await desk.put(accounts, account)
    const { entry } = valueOf(await desk.run(convert, { ...allNew(lead.id), account: { id: account.id } }))
    valueOf(await desk.run(undo, { entry }))
    expect(content(await desk.row(accounts, account.id))).toEqual(content(account))
    expect([await desk.rows(contacts), await desk.rows(opportunities)]).toEqual([[], []])
  },
  'is not taken back once the account has other business': async (desk) => {
    const { lead } = await workedLead(desk)
    const made = valueOf(await desk.run(convert, allNew(lead.id)))
    await desk.put(opportunities, buildOpportunity({ accountId: made.accountId }))
    await refusesAll(desk, undo, { entry: made.entry }, { code: 'journal.still-used', details: { table: 'opportunities', records: 1 } })
  },

  'refuses a lead that is not there': async (desk) => {
    await refusesAll(desk, convert, allNew(nextId()), { code: 'lead.not-found' })
  },
  'refuses a lead at every stage but the one where a partner works on it': async (desk) => {
    for (const stage of leadStages.filter((each) => each !== 'working' && each !== 'converted')) {
      const { lead } = await workedLead(desk, { stage, corporateNumber: null })
      await refusesAll(desk, convert, allNew(lead.id), { code: 'lead.not-worked', details: { stage } })
    }
  },
  'refuses a lead that nobody has': async (desk) => {
    const { lead } = await workedLead(desk, { partnerId: null })
    await refusesAll(desk, convert, allNew(lead.id), { code: 'lead.not-worked', details: { stage: 'working' } })
  },
  'refuses an account that is gone, or that this desk does not see': async (desk) => {
    const { lead } = await workedLead(desk)
    await refusesAll(desk, convert, { ...allNew(lead.id), account: { id: nextId() } }, { code: 'account.not-found' })
  },
  'refuses a new account of a number that an account has': async (desk) => {
    const { lead } = await workedLead(desk)
    const twin = buildAccount({ name: 'Kitayama Shokuhin', corporateNumber: lead.corporateNumber })
    await desk.put(accounts, twin)
    await refusesAll(desk, convert, allNew(lead.id), { code: 'account.duplicate', details: { id: twin.id, name: twin.name } })
  },
  'takes a new account of a name that an account has: a name alone decides nothing': async (desk) => {
    const { lead } = await workedLead(desk, { company: 'アシスト株式会社', corporateNumber: null })
    await desk.put(accounts, buildAccount({ name: 'アシスト株式会社' }))
    expect(refusalOf(await desk.run(convert, { ...allNew(lead.id), account: { name: 'アシスト株式会社' } }))).toBe('accepted')
    expect(await desk.rows(accounts)).toHaveLength(2)
  },
  'refuses names that are only spaces': async (desk) => {
    const { lead } = await workedLead(desk)
    await refusesAll(desk, convert, { ...allNew(lead.id), account: { name: ' ' } }, { code: 'account.name-missing' })
    await refusesAll(desk, convert, { ...allNew(lead.id), contact: { ...newContact, name: ' \u3000' } }, { code: 'contact.name-missing' })
    await refusesAll(desk, convert, { ...allNew(lead.id), opportunity: { ...newOpportunity, name: ' ' } }, { code: 'opportunity.name-missing' })
  },
  'refuses a contact that is gone, or of another account': async (desk) => {
    const { lead } = await workedLead(desk)
    const account = buildAccount()
    const elsewhere = buildContact({ accountId: nextId() })
    await desk.put(accounts, account)
    await desk.put(contacts, elsewhere)
    await refusesAll(desk, convert, { ...allNew(lead.id), account: { id: account.id }, contact: { id: nextId() } }, { code: 'contact.not-found' })
    await refusesAll(desk, convert, { ...allNew(lead.id), account: { id: account.id }, contact: { id: elsewhere.id } }, { code: 'contact.of-another-account', details: { contact: elsewhere.name } })
  },
  'refuses an opportunity that is gone, of another account, closed, or another partner’s': async (desk) => {
    const { lead } = await workedLead(desk)
    const account = buildAccount()
    const elsewhere = buildOpportunity({ accountId: nextId() })
    const won = buildOpportunity({ accountId: account.id, stage: 'won' })
    const theirs = buildOpportunity({ accountId: account.id, partnerId: idNumber(0x31) })
    await desk.put(accounts, account)
    await desk.put(opportunities, elsewhere, won, theirs)
    const into = (id: string) => ({ ...allNew(lead.id), account: { id: account.id }, opportunity: { id } })
    await refusesAll(desk, convert, into(nextId()), { code: 'opportunity.not-found' })
    await refusesAll(desk, convert, into(elsewhere.id), { code: 'opportunity.of-another-account', details: { opportunity: elsewhere.name } })
    await refusesAll(desk, convert, into(won.id), { code: 'opportunity.closed', details: { opportunity: won.name, stage: 'won' } })
    await refusesAll(desk, convert, into(theirs.id), { code: 'opportunity.of-another-partner', details: { opportunity: theirs.name } })
  },
  'refuses an amount without its currency, and a currency that there is not': async (desk) => {
    const { lead } = await workedLead(desk)
    await refusesAll(desk, convert, { ...allNew(lead.id), opportunity: { ...newOpportunity, currency: null } }, { code: 'opportunity.amount-incomplete', details: { amount: 1_250_000, currency: null } })
    await refusesAll(desk, convert, { ...allNew(lead.id), opportunity: { ...newOpportunity, currency: 'XXX' } }, { code: 'opportunity.currency-unknown', details: { currency: 'XXX' } })
  },
  'is the only way to the stage of converted leads': async (desk) => {
    const { lead } = await workedLead(desk)
    await refusesAll(desk, setStage, { id: lead.id, stage: 'converted' }, { code: 'lead.convert-into-what' })
  },
}
