import { expect } from 'vitest'
import { accountAliases, accountsApart } from '#shared/accounts/account-pair.table.ts'
import { accounts } from '#shared/accounts/account.table.ts'
import { accountsContract } from '#shared/accounts/accounts.contract.ts'
import { contacts } from '#shared/accounts/contact.table.ts'
import { specialPrices } from '#shared/catalogue/discount.table.ts'
import { conflictCases } from '#shared/conflicts/conflict-case.table.ts'
import { dealsContract } from '#shared/deals/deals.contract.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { opportunitiesContract } from '#shared/opportunities/opportunities.contract.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { quotes } from '#shared/quotes/quote.table.ts'
import { quotesContract } from '#shared/quotes/quotes.contract.ts'
import { buildAccount, buildContact, buildOpportunity, type Account } from '#test/foundation/builders/build-account.ts'
import { buildLead, YESTERDAY } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildQuote, buildSpecialPrice } from '#test/foundation/builders/build-quote.ts'
import { buildDraft, buildRegistration } from '#test/foundation/builders/build-registration.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { create, merge, keepApart, update, addContact } = accountsContract.operations
const { undo } = journalContract.operations

async function twoAccounts(desk: Desk, survivor: Partial<Account> = {}, other: Partial<Account> = {}): Promise<readonly [Account, Account]> {
  const pair = [buildAccount({ name: '北山食品株式会社', ...survivor }), buildAccount({ name: 'Kitayama Foods', ...other })] as const
  await desk.put(accounts, ...pair)
  return pair
}

const both = ([survivor, other]: readonly [Account, Account]) => ({ survivorId: survivor.id, otherId: other.id, fromOther: [] })

/** Something of every kind that points at an account, and what each points at now. */
async function pointingAt(desk: Desk, accountId: string) {
  const partner = buildPartner()
  await desk.put(partners, partner)
  const all = [
    [contacts, buildContact({ accountId })], [opportunities, buildOpportunity({ accountId })], [registrations, buildRegistration({ accountId, partnerId: partner.id, company: 'Kitayama Foods' })],
    [leads, buildLead({ accountId, stage: 'converted' })], [quotes, buildQuote({ accountId })], [specialPrices, buildSpecialPrice({ accountId, product: 'LEDGER', unitPrice: '1' })],
  ] as const
  await desk.put(all[0][0], all[0][1])
  await desk.put(all[1][0], all[1][1])
  await desk.put(all[2][0], all[2][1])
  await desk.put(all[3][0], all[3][1])
  await desk.put(all[4][0], all[4][1])
  await desk.put(all[5][0], all[5][1])
  return async () => {
    const now = await Promise.all([desk.row(contacts, all[0][1].id), desk.row(opportunities, all[1][1].id), desk.row(registrations, all[2][1].id), desk.row(leads, all[3][1].id), desk.row(quotes, all[4][1].id), desk.row(specialPrices, all[5][1].id)])
    return new Set(now.map((row) => row?.accountId))
  }
}

export const accountMergeScenarios: Scenarios = {
  'takes the survivor’s values, else the other’s, and the number that either has': async (desk) => {
    const pair = await twoAccounts(desk, { city: 'Tokyo', country: 'JP', notes: 'Buys in March' }, { city: 'Osaka', country: 'JP', postcode: '530-0001', corporateNumber: '1180301018771', website: 'https://kitayama.example', domain: 'kitayama.example', notes: 'Asks for terms' })
    valueOf(await desk.run(merge, both(pair)))
    expect(await desk.row(accounts, pair[0].id)).toMatchObject({
      name: '北山食品株式会社', city: 'Tokyo', postcode: null, website: 'https://kitayama.example', domain: 'kitayama.example', corporateNumber: '1180301018771', duplicateKey: '#1180301018771', notes: 'Buys in March\n\nAsks for terms', mergedInto: null,
    })
    expect(await desk.row(accounts, pair[1].id)).toMatchObject({ mergedInto: pair[0].id })
  },
  'brings all that points at it, and brings it back when that is undone': async (desk) => {
    const pair = await twoAccounts(desk)
    const pointed = await pointingAt(desk, pair[1].id)
    const before = await desk.rows(accounts)
    const { entry } = valueOf(await desk.run(merge, both(pair)))
    expect(await pointed()).toEqual(new Set([pair[0].id]))
    valueOf(await desk.run(undo, { entry }))
    expect(await pointed()).toEqual(new Set([pair[1].id]))
    expect((await desk.rows(accounts)).map((row) => ({ ...row, rev: 1, updatedAt: YESTERDAY }))).toEqual(before)
    expect(await desk.rows(accountAliases)).toEqual([])
  },
  'leaves a quote that the customer has as it was sent': async (desk) => {
    const pair = await twoAccounts(desk)
    const quote = buildQuote({ accountId: pair[1].id, status: 'sent' })
    await desk.put(quotes, quote)
    valueOf(await desk.run(merge, both(pair)))
    expect((await desk.row(quotes, quote.id))?.accountId).toBe(pair[1].id)
  },
  'whoever means the account that went, not knowing, means the one that stayed': async (desk) => {
    const pair = await twoAccounts(desk)
    valueOf(await desk.run(merge, both(pair)))
    const { id } = valueOf(await desk.run(opportunitiesContract.operations.create, { name: 'Ledger', accountId: pair[1].id }))
    expect((await desk.row(opportunities, id))?.accountId).toBe(pair[0].id)
    const contact = valueOf(await desk.run(addContact, { accountId: pair[1].id, name: 'Aoyagi' }))
    expect((await desk.row(contacts, contact.id))?.accountId).toBe(pair[0].id)
    expect(refusalOf(await desk.run(update, { id: pair[1].id, edits: [{ field: 'city', value: 'Kobe' }] }))).toMatchObject({ code: 'account.merged-already', details: { name: 'Kitayama Foods', into: '北山食品株式会社' } })
  },
  'an account that was merged and stays for another passes on what it took': async (desk) => {
    const [first, second] = await twoAccounts(desk)
    const third = buildAccount({ name: 'KITAYAMA' })
    await desk.put(accounts, third)
    valueOf(await desk.run(merge, both([second, third])))
    valueOf(await desk.run(merge, both([first, second])))
    expect((await desk.row(accounts, third.id))?.mergedInto).toBe(first.id)
    expect((await desk.rows(accountAliases)).map(({ name, accountId }) => [name, accountId]).toSorted()).toEqual([['KITAYAMA', first.id], ['Kitayama Foods', first.id]])
  },
  'lies below nobody who lies below it: what was above it is above what it became': async (desk) => {
    const top = buildAccount({ name: 'Holding' })
    const above = buildAccount({ name: 'Kitayama Foods', parentId: top.id })
    const between = buildAccount({ name: 'Kitayama East', parentId: above.id })
    const below = buildAccount({ name: '北山食品', parentId: between.id })
    await desk.put(accounts, top, above, between, below)
    valueOf(await desk.run(merge, both([below, above])))
    expect((await desk.row(accounts, below.id))?.parentId).toBe(top.id)
    expect((await desk.row(accounts, between.id))?.parentId).toBe(below.id)
  },
  'lies in the other’s group where it lay in none, unless that is its own': async (desk) => {
    const top = buildAccount({ name: 'Holding' })
    await desk.put(accounts, top)
    const pair = await twoAccounts(desk, {}, { parentId: top.id })
    valueOf(await desk.run(merge, both(pair)))
    expect((await desk.row(accounts, pair[0].id))?.parentId).toBe(top.id)
    const own = buildAccount({ name: 'HOLDING', parentId: pair[0].id })
    await desk.put(accounts, own)
    valueOf(await desk.run(merge, both([top, own])))
    expect((await desk.row(accounts, top.id))?.parentId).toBeNull()
  },
  'two partners’ claims on what turns out to be one customer open a case': async (desk) => {
    const [one, two] = [buildPartner({ name: 'Aoba' }), buildPartner({ name: 'Lucio' })]
    await desk.put(partners, one, two)
    const pair = await twoAccounts(desk)
    const claims = [buildRegistration({ partnerId: one.id, company: '北山食品株式会社', accountId: pair[0].id }), buildRegistration({ partnerId: two.id, company: 'Comercial Volcán', accountId: pair[1].id })] as const
    await desk.put(registrations, ...claims)
    const { caseId } = valueOf(await desk.run(merge, both(pair)))
    expect((await desk.rows(conflictCases)).map(({ id, accountId, claims: contested }) => [id, accountId, contested.map((claim) => claim.id).toSorted()])).toEqual([[caseId, pair[0].id, claims.map(({ id }) => id).toSorted()]])
    expect((await desk.rows(registrations)).map((claim) => [claim.caseId, claim.accountId])).toEqual([[caseId, pair[0].id], [caseId, pair[0].id]])
  },
  'the name that went is known from then on: a claim under it contests one of the account': async (desk) => {
    const [one, two] = [buildPartner({ name: 'Aoba', products: ['LEDGER'] }), buildPartner({ name: 'Lucio', products: ['LEDGER'] })]
    await desk.put(partners, one, two)
    const pair = await twoAccounts(desk, {}, { name: 'Comercial Volcán, S.A.' })
    await desk.put(registrations, buildRegistration({ partnerId: one.id, company: '北山食品株式会社', accountId: pair[0].id, products: ['LEDGER'] }))
    const claim = async (): Promise<string | null | undefined> => {
      const draft = buildDraft({ partnerId: two.id, company: 'COMERCIAL VOLCAN', products: ['LEDGER'] })
      await desk.put(registrations, draft)
      valueOf(await desk.run(dealsContract.operations.submit, { id: draft.id }))
      return (await desk.row(registrations, draft.id))?.caseId
    }
    expect(await claim()).toBeNull()
    valueOf(await desk.run(merge, both(pair)))
    await desk.run(dealsContract.operations.withdraw, { id: (await desk.rows(registrations)).at(-1)!.id })
    expect(await claim()).not.toBeNull()
  },
  'is everybody’s where the two lay in two territories, its people with it': async (desk) => {
    const pair = await twoAccounts(desk, { territoryId: 'north' }, { territoryId: 'south' })
    await desk.put(contacts, buildContact({ accountId: pair[0].id, territoryId: 'north' }), buildContact({ accountId: pair[1].id, territoryId: 'south' }))
    valueOf(await desk.run(merge, both(pair)))
    expect((await desk.row(accounts, pair[0].id))?.territoryId).toBeNull()
    expect((await desk.rows(contacts)).map(({ territoryId }) => territoryId)).toEqual([null, null])
  },
  'refuses two corporate numbers, itself, what is not there, and what was merged already': async (desk) => {
    const pair = await twoAccounts(desk, { corporateNumber: '1180301018771' }, { corporateNumber: '7000012050002' })
    expect(refusalOf(await desk.run(merge, both(pair)))).toEqual({ code: 'account.merge-numbers-differ', details: { name: pair[0].name, other: pair[1].name } })
    expect(refusalOf(await desk.run(merge, both([pair[0], pair[0]])))).toEqual({ code: 'account.merge-with-itself' })
    expect(refusalOf(await desk.run(keepApart, { accountId: pair[0].id, otherId: pair[0].id }))).toEqual({ code: 'account.merge-with-itself' })
    const gone = nextId()
    expect(refusalOf(await desk.run(merge, { ...both(pair), otherId: gone }))).toEqual({ code: 'account.not-found', details: { id: gone } })
    expect(refusalOf(await desk.run(keepApart, { accountId: pair[0].id, otherId: gone }))).toEqual({ code: 'account.not-found', details: { id: gone } })
    const third = buildAccount({ name: 'KITAYAMA' })
    await desk.put(accounts, third)
    valueOf(await desk.run(merge, both([pair[0], third])))
    for (const again of [desk.run(merge, both([pair[1], third])), desk.run(keepApart, { accountId: pair[1].id, otherId: third.id })]) expect(refusalOf(await again)).toMatchObject({ code: 'account.merged-already', details: { intoId: pair[0].id } })
  },
  'keeps two apart once, whoever says so in whichever order': async (desk) => {
    const pair = await twoAccounts(desk)
    valueOf(await desk.run(keepApart, { accountId: pair[1].id, otherId: pair[0].id }))
    valueOf(await desk.run(keepApart, { accountId: pair[0].id, otherId: pair[1].id }))
    expect((await desk.rows(accountsApart)).map(({ accountId, otherId }) => [accountId, otherId])).toEqual([[pair[0].id, pair[1].id]])
  },
  'once taken back it is not brought back, but merged anew: neither goes in a circle': async (desk) => {
    const pair = await twoAccounts(desk)
    const { entry } = valueOf(await desk.run(merge, both(pair)))
    const back = valueOf(await desk.run(undo, { entry }))
    valueOf(await desk.run(merge, both([pair[1], pair[0]])))
    expect(refusalOf(await desk.run(undo, { entry: back.entry }))).toMatchObject({ code: 'journal.binding' })
    expect((await desk.rows(accounts)).map(({ mergedInto }) => mergedInto)).toEqual([pair[1].id, null])
  },
  'business is added with the account that went, and a contact of it who went along': async (desk) => {
    const pair = await twoAccounts(desk)
    const contact = buildContact({ accountId: pair[1].id })
    await desk.put(contacts, contact)
    valueOf(await desk.run(merge, both(pair)))
    const { id } = valueOf(await desk.run(opportunitiesContract.operations.create, { name: 'Ledger', accountId: pair[1].id, contactId: contact.id }))
    expect(await desk.row(opportunities, id)).toMatchObject({ accountId: pair[0].id, contactId: contact.id })
  },
  'an account that is put below the one that went lies below the one that stayed, and never below itself': async (desk) => {
    const pair = await twoAccounts(desk)
    const branch = buildAccount({ name: 'Kitayama East' })
    await desk.put(accounts, branch)
    valueOf(await desk.run(merge, both(pair)))
    const below = async (id: string) => refusalOf(await desk.run(update, { id, edits: [{ field: 'parentId', value: pair[1].id }] }))
    expect(await below(branch.id)).toBe('accepted')
    expect((await desk.row(accounts, branch.id))?.parentId).toBe(pair[0].id)
    expect(await below(pair[0].id)).toEqual({ code: 'account.own-ancestor' })
    const { id } = valueOf(await desk.run(create, { name: 'Kitayama West', parentId: pair[1].id }))
    expect((await desk.row(accounts, id))?.parentId).toBe(pair[0].id)
  },
  'a name that went means nobody of another corporate number': async (desk) => {
    const [one, two] = [buildPartner({ name: 'Aoba', products: ['LEDGER'] }), buildPartner({ name: 'Lucio', products: ['LEDGER'] })]
    await desk.put(partners, one, two)
    const pair = await twoAccounts(desk, { corporateNumber: '1180301018771' }, { name: 'Comercial Volcán, S.A.' })
    await desk.put(registrations, buildRegistration({ partnerId: one.id, company: '北山食品株式会社', accountId: pair[0].id, products: ['LEDGER'] }))
    valueOf(await desk.run(merge, both(pair)))
    const draft = buildDraft({ partnerId: two.id, company: 'COMERCIAL VOLCAN', corporateNumber: '7000012050002', products: ['LEDGER'] })
    await desk.put(registrations, draft)
    valueOf(await desk.run(dealsContract.operations.submit, { id: draft.id }))
    expect((await desk.row(registrations, draft.id))?.caseId).toBeNull()
  },
  'a revision or a copy of a quote that was sent is the account’s that stayed': async (desk) => {
    const pair = await twoAccounts(desk)
    const contact = buildContact({ accountId: pair[1].id })
    const quote = buildQuote({ accountId: pair[1].id, contactId: contact.id, status: 'sent' })
    await desk.put(contacts, contact)
    await desk.put(quotes, quote)
    valueOf(await desk.run(merge, both(pair)))
    for (const made of [await desk.run(quotesContract.operations.revise, { id: quote.id }), await desk.run(quotesContract.operations.clone, { id: quote.id })]) {
      const { id } = valueOf(made)
      expect((await desk.row(quotes, id))?.accountId).toBe(pair[0].id)
    }
  },
}
