import { expect, test } from 'vitest'
import { loadWords } from '#shared/locales/words.ts'
import { cadenceText, careFieldText, figureLines, reachedText, signText, type CareFile } from '#renderer/care/care.presenter.ts'
import { createFormats } from '#renderer/shell/formats.ts'
import { NO_FIGURES } from '#test/foundation/builders/build-care.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'

const w = await loadWords('en')
const formats = createFormats('en')
const care: NonNullable<CareFile['care']> = { id: 'c', partnerId: 'p', everyDays: null, pausedReason: null, pausedUntil: null, lastOn: '2026-11-18', lastHeldOn: '2026-11-18', mood: 'good', dueOn: '2026-11-25', importId: null, createdAt: '', updatedAt: '', rev: 1 }
const fileOf = (given: Partial<typeof care> | null): CareFile => ({ partner: buildPartner(), care: given === null ? null : { ...care, ...given }, terms: { checkInDays: 7, darkDays: 60, fiscalStart: 1 }, checkIns: [], reviews: [], notes: [], plans: [] })

test.each([
  [null, 'as the company: every 7 days'],
  [{}, 'as the company: every 7 days · next on Nov 25, 2026'],
  [{ everyDays: 1 }, 'every day · next on Nov 25, 2026'],
  [{ pausedReason: 'Moves', dueOn: null }, 'Paused: Moves'],
  [{ pausedReason: 'Moves', pausedUntil: '2026-12-24' }, 'Paused until Dec 24, 2026: Moves'],
] as const)('says how often a partner is checked in with: %j', (given, said) => {
  expect(cadenceText(fileOf(given), '2026-11-20', w, formats)).toBe(said)
})

test('tells the last sign of life, and when there was none', () => {
  expect(signText('quote', '2026-09-20', w, formats)).toBe('Quote, Sep 20, 2026')
  expect(signText(null, null, w, formats)).toBe('Nothing was ever heard of it')
})

test('shows amounts of each currency apart', () => {
  const lines = new Map(figureLines({ ...NO_FIGURES, wonDeals: 2, won: [{ currency: 'JPY', amount: 5000 }, { currency: 'USD', amount: 12_000 }], agreements: ['NDA'] }, w, formats))
  expect(lines.get('Deals won')).toBe('2 (¥5,000 and $120.00)')
  expect(lines.get('Open opportunities')).toBe('0')
  expect(lines.get('Agreements to be accepted')).toBe('NDA')
})

test('says what of a goal was reached, or that nobody counts it', () => {
  const goal = { title: 'x', measure: 'registrations' as const, dueOn: '2027-06-30' }
  expect(reachedText({ ...goal, target: 20, reached: 1200 }, w, formats)).toBe('1,200 of 20')
  expect(reachedText({ ...goal, target: null, reached: 3 }, w, formats)).toBe('3')
  expect(reachedText({ ...goal, target: 3, reached: null }, w, formats)).toBe('not counted')
})

test('names the fields of the table in words', () => {
  expect(['careState', 'mood', 'planState', 'dueOn', 'openSteps', 'country', 'pausedReason'].map((field, at) => careFieldText(field, ['first', 'poor', 'locked', '2026-11-25', 0, 'GT', null][at], w, formats))).toEqual(['Never yet', 'Poor', 'Locked for approval', 'Nov 25, 2026', '', 'Guatemala', ''])
})
