import { describe, expect, test } from 'vitest'
import { conversionOf, draftOf, NEW, NOBODY, proposedAccount, proposedContact, type AccountMatch } from '#renderer/leads/conversion-draft.ts'
import { buildAccount, buildContact } from '#test/foundation/builders/build-account.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'

const lead = buildLead({ company: 'Kitayama Foods', country: 'JP', product: 'LEDGER', contactName: 'Aoyagi Misaki', contactEmail: 'misaki@kitayama.example', contactPhone: '+81300000000' })
const match = (verdict: AccountMatch['verdict']): AccountMatch => ({ account: buildAccount(), score: 0.9, verdict, evidence: [] })

describe('what is proposed for a conversion', () => {
  test('is everything new, with what the lead says, in the currency of its country', () => {
    expect(draftOf(lead)).toMatchObject({ account: NEW, accountName: 'Kitayama Foods', contact: NEW, contactName: 'Aoyagi Misaki', opportunity: NEW, name: 'Kitayama Foods – LEDGER', product: 'LEDGER', amount: null, currency: 'JPY' })
    expect(draftOf(buildLead({ contactName: null })).contact).toBe(NOBODY)
  })

  test('is the account that is surely the same, and never one that is only likely', () => {
    const same = match('same')
    expect(proposedAccount([same, match('likely')])).toBe(same.account.id)
    expect(proposedAccount([match('likely'), match('look')])).toBe(NEW)
  })

  test('is the contact of the lead’s address, else of its name, whichever part comes first and in whatever width', () => {
    const [byMail, byName, other] = [buildContact({ accountId: 'a', name: '青柳', email: 'Misaki@Kitayama.example' }), buildContact({ accountId: 'a', name: '青柳 美咲', nameEn: 'Ｍｉｓａｋｉ AOYAGI' }), buildContact({ accountId: 'a' })]
    expect(proposedContact(lead, [other, byName, byMail])).toBe(byMail.id)
    expect(proposedContact(lead, [other, byName])).toBe(byName.id)
    expect(proposedContact(lead, [other])).toBe(NEW)
    expect(proposedContact({ contactName: null, contactEmail: null }, [other])).toBe(NOBODY)
  })
})

describe('what is given to the command', () => {
  test('holds amounts in the smallest units of their currency, and nothing of what was left empty', () => {
    expect(conversionOf('id', { ...draftOf(lead), amount: 1250.5, currency: 'EUR', note: ' ' }, lead)).toEqual({
      id: 'id', account: { name: 'Kitayama Foods' }, contact: { name: 'Aoyagi Misaki', email: 'misaki@kitayama.example', phone: '+81300000000', role: null },
      opportunity: { name: 'Kitayama Foods – LEDGER', product: 'LEDGER', amount: 125_050, currency: 'EUR', expectedCloseOn: null }, note: null,
    })
    expect(conversionOf('id', { ...draftOf(lead), amount: 1250, currency: 'JPY' }, lead).opportunity).toMatchObject({ amount: 1250, currency: 'JPY' })
  })

  test('names what was chosen by its id', () => {
    expect(conversionOf('id', { ...draftOf(lead), account: 'a', contact: NOBODY, opportunity: 'o', note: ' Call in May. ' }, lead)).toEqual({ id: 'id', account: { id: 'a' }, contact: null, opportunity: { id: 'o' }, note: 'Call in May.' })
  })
})
