import { expect } from 'vitest'
import { accountsContract } from '#shared/accounts/accounts.contract.ts'
import { accounts } from '#shared/accounts/account.table.ts'
import { contacts } from '#shared/accounts/contact.table.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { opportunities } from '#shared/opportunities/opportunity.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildAccount, buildContact, buildOpportunity } from '#test/foundation/builders/build-account.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { idNumber, nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { create, update, addContact, updateContact, removeContact } = accountsContract.operations
const { undo } = journalContract.operations

async function anAccount(desk: Desk, given: Parameters<typeof buildAccount>[0] = {}) {
  const account = buildAccount(given)
  await desk.put(accounts, account)
  return account
}

export const accountsScenarios: Scenarios = {
  'adds an account that everybody sees, with the domain of its web site': async (desk) => {
    const partner = buildPartner()
    await desk.put(partners, partner)
    const { id } = valueOf(await desk.run(create, { name: ' 北山食品株式会社 ', country: 'JP', website: 'https://www.kitayama.co.jp/about', partnerId: partner.id }))
    expect(await desk.rows(accounts)).toEqual([buildAccount({ id, name: '北山食品株式会社', website: 'https://www.kitayama.co.jp/about', domain: 'kitayama.co.jp', partnerId: partner.id, createdAt: NOW, updatedAt: NOW })])
  },
  'refuses an account without a name': async (desk) => {
    expect(refusalOf(await desk.run(create, { name: ' \u3000 ' }))).toEqual({ code: 'account.name-missing' })
    expect(await desk.rows(accounts)).toEqual([])
  },
  'refuses a second account of one corporate number, and takes two of one name': async (desk) => {
    const account = await anAccount(desk, { name: 'アシスト株式会社', corporateNumber: '1180301018771' })
    expect(refusalOf(await desk.run(create, { name: 'Other', corporateNumber: '1180301018771' }))).toEqual({ code: 'account.duplicate', details: { id: account.id, name: account.name } })
    expect(refusalOf(await desk.run(create, { name: 'アシスト株式会社', country: 'JP' }))).toBe('accepted')
  },
  'refuses a partner of record and a parent that are not there': async (desk) => {
    expect(refusalOf(await desk.run(create, { name: 'A', partnerId: nextId() }))).toEqual({ code: 'partner.not-found' })
    expect(refusalOf(await desk.run(create, { name: 'A', parentId: nextId() }))).toEqual({ code: 'account.not-found' })
  },
  'edits fields, and follows name, number and web site with key and domain': async (desk) => {
    const account = await anAccount(desk, { name: 'Old', country: 'MX' })
    await desk.run(update, { id: account.id, edits: [{ field: 'name', value: ' Nuevo ' }, { field: 'website', value: 'https://nuevo.com.mx' }] })
    expect(await desk.row(accounts, account.id)).toEqual({ ...account, name: 'Nuevo', duplicateKey: 'MX:nuevo', website: 'https://nuevo.com.mx', domain: 'nuevo.com.mx', updatedAt: NOW, rev: 2 })
  },
  'refuses to edit away the name, or into another’s number': async (desk) => {
    const account = await anAccount(desk)
    const other = await anAccount(desk, { corporateNumber: '1180301018771' })
    expect(refusalOf(await desk.run(update, { id: account.id, edits: [{ field: 'name', value: ' ' }] }))).toEqual({ code: 'account.name-missing' })
    expect(refusalOf(await desk.run(update, { id: account.id, edits: [{ field: 'corporateNumber', value: '1180301018771' }] }))).toEqual({ code: 'account.duplicate', details: { id: other.id, name: other.name } })
    expect(refusalOf(await desk.run(update, { id: other.id, edits: [{ field: 'city', value: '港区' }] }))).toBe('accepted')
    expect(await desk.row(accounts, account.id)).toEqual(account)
  },
  'refuses an edit of a value that has changed in the meantime, and of an account that is gone': async (desk) => {
    const account = await anAccount(desk, { city: '京都' })
    expect(refusalOf(await desk.run(update, { id: account.id, edits: [{ field: 'city', value: '大阪', was: null }] }))).toEqual({ code: 'account.stale', details: { field: 'city', yours: '大阪', theirs: '京都' } })
    expect(refusalOf(await desk.run(update, { id: nextId(), edits: [{ field: 'city', value: 'x' }] }))).toEqual({ code: 'account.not-found' })
  },
  'refuses to lie below itself, however far above': async (desk) => {
    const group = await anAccount(desk)
    const branch = await anAccount(desk, { parentId: group.id })
    const site = await anAccount(desk, { parentId: branch.id })
    expect(refusalOf(await desk.run(update, { id: group.id, edits: [{ field: 'parentId', value: site.id }] }))).toEqual({ code: 'account.own-ancestor' })
    expect(refusalOf(await desk.run(update, { id: site.id, edits: [{ field: 'parentId', value: group.id }] }))).toBe('accepted')
  },
  'takes a parent that lies in a circle, as an undo could leave it before it was refused': async (desk) => {
    const [one, other, site] = [await anAccount(desk), await anAccount(desk), await anAccount(desk)]
    const below = (id: string, parentId: string | null) => desk.run(update, { id, edits: [{ field: 'parentId', value: parentId }] })
    await below(one.id, other.id)
    const { entry } = valueOf(await below(one.id, null))
    await below(other.id, one.id)
    await desk.run(undo, { entry })
    expect(refusalOf(await below(site.id, one.id))).toBe('accepted')
  },
  'takes a parent whose own parent this desk does not see': async (desk) => {
    const parent = await anAccount(desk, { parentId: nextId() })
    const site = await anAccount(desk)
    expect(refusalOf(await desk.run(update, { id: site.id, edits: [{ field: 'parentId', value: parent.id }] }))).toBe('accepted')
  },
  'is not taken back while others refer to it': async (desk) => {
    const { id, entry } = valueOf(await desk.run(create, { name: 'A' }))
    const { entry: contactEntry } = valueOf(await desk.run(addContact, { accountId: id, name: 'B' }))
    expect(refusalOf(await desk.run(undo, { entry }))).toEqual({ code: 'journal.still-used', details: { table: 'contacts', records: 1 } })
    await desk.run(undo, { entry: contactEntry })
    expect(refusalOf(await desk.run(undo, { entry }))).toBe('accepted')
    expect([await desk.rows(accounts), await desk.rows(contacts)]).toEqual([[], []])
  },

  'adds a contact, seen by whoever sees the account': async (desk) => {
    const account = await anAccount(desk, { territoryId: idNumber(0x20) })
    const { id } = valueOf(await desk.run(addContact, { accountId: account.id, name: ' 青柳 美咲 ', nameEn: 'Misaki Aoyagi', email: 'misaki@kitayama.example' }))
    expect(await desk.rows(contacts)).toEqual([buildContact({ id, accountId: account.id, name: '青柳 美咲', nameEn: 'Misaki Aoyagi', email: 'misaki@kitayama.example', territoryId: idNumber(0x20), createdAt: NOW, updatedAt: NOW })])
  },
  'refuses a contact without a name, or at an account that is gone': async (desk) => {
    const account = await anAccount(desk)
    expect(refusalOf(await desk.run(addContact, { accountId: account.id, name: ' ' }))).toEqual({ code: 'contact.name-missing' })
    expect(refusalOf(await desk.run(addContact, { accountId: nextId(), name: 'A' }))).toEqual({ code: 'account.not-found' })
  },
  'edits a contact, and refuses what cannot be': async (desk) => {
    const contact = buildContact({ accountId: nextId(), role: '部長' })
    await desk.put(contacts, contact)
    expect(refusalOf(await desk.run(updateContact, { id: contact.id, edits: [{ field: 'role', value: '課長', was: '部長' }] }))).toBe('accepted')
    expect(refusalOf(await desk.run(updateContact, { id: contact.id, edits: [{ field: 'name', value: ' ' }] }))).toEqual({ code: 'contact.name-missing' })
    expect(refusalOf(await desk.run(updateContact, { id: contact.id, edits: [{ field: 'role', value: 'x', was: '部長' }] }))).toEqual({ code: 'contact.stale', details: { field: 'role', yours: 'x', theirs: '課長' } })
    expect(refusalOf(await desk.run(updateContact, { id: nextId(), edits: [{ field: 'role', value: 'x' }] }))).toEqual({ code: 'contact.not-found' })
    expect(await desk.row(contacts, contact.id)).toEqual({ ...contact, role: '課長', updatedAt: NOW, rev: 2 })
  },
  'removes a contact, unless an opportunity names them': async (desk) => {
    const account = await anAccount(desk)
    const [named, free] = [buildContact({ accountId: account.id }), buildContact({ accountId: account.id })]
    const business = buildOpportunity({ accountId: account.id, contactId: named.id })
    await desk.put(contacts, named, free)
    await desk.put(opportunities, business)
    expect(refusalOf(await desk.run(removeContact, { id: named.id }))).toEqual({ code: 'contact.in-use', details: { contact: named.name, opportunity: business.name } })
    expect(refusalOf(await desk.run(removeContact, { id: free.id }))).toBe('accepted')
    expect(refusalOf(await desk.run(removeContact, { id: free.id }))).toEqual({ code: 'contact.not-found' })
    expect(await desk.rows(contacts)).toEqual([named])
  },
}
