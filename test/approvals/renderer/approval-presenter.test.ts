import { expect, test } from 'vitest'
import { changeText, triggerTexts } from '#renderer/quotes/approvals/approval.presenter.ts'
import { createFormats } from '#renderer/shell/formats.ts'
import { words } from '#shared/locales/en/index.ts'

const formats = createFormats('en')
const fact = (value: string | null, name: string | null = null) => ({ subject: 's', name, value, amount: '0' })
const texts = (trigger: Parameters<typeof triggerTexts>[0]) => triggerTexts(trigger, 'USD', words, formats)

test('says of every fact how far it goes, and of what cannot be told that somebody has to look', () => {
  expect(texts({ measure: 'lineDiscount', threshold: '15', facts: [fact('20.5', 'Ledger'), fact(null, 'Suite')] })).toEqual(['Ledger: 20.5% off the list price, more than 15%', 'Suite: Discount on a product cannot be told, so somebody has to look'])
  expect(texts({ measure: 'margin', threshold: '20', facts: [fact('12')] })).toEqual(['margin 12%, less than 20%'])
  expect(texts({ measure: 'total', threshold: '1000', facts: [fact('1200.5')] })).toEqual(['$1,200.50, more than $1,000.00'])
  expect(texts({ measure: 'total', threshold: null, facts: [fact('1200.5')] })).toEqual(['Total cannot be told, so somebody has to look'])
  expect(texts({ measure: 'ownText', threshold: '0', facts: [fact('1', 'You may cancel.')] })).toEqual(['“You may cancel.”'])
})

test('says values of changes as people write them', () => {
  const text = (field: Parameters<typeof changeText>[0]['field'], value: string | null) => changeText({ field }, value, 'USD', words, formats)
  expect([text('total', '1200.5'), text('quantity', '3'), text('taxMode', 'inclusive'), text('taxRate', '8'), text('validUntil', '2026-12-31'), text('text', null)]).toEqual(['$1,200.50', '3', 'with tax', '8%', 'Dec 31, 2026', '–'])
})
