import { expect, test } from 'vitest'
import { registrationWords } from '#renderer/quotes/quote-registration.presenter.ts'
import { createFormats } from '#renderer/shell/formats.ts'
import { words as en } from '#shared/locales/en/index.ts'
import { words as es } from '#shared/locales/es/index.ts'
import { words as ja } from '#shared/locales/ja/index.ts'
import { registrationGoneReasons } from '#shared/quotes/quote-registration.ts'

const formats = createFormats('en')
const deal = { code: '北山', products: null, percent: '7', from: '2026-11-21', to: '2027-02-19' }

test('what a registered deal pays and until when, in each language', () => {
  expect([en, ja, es].map((words) => registrationWords({ deal, gone: null }, words, formats))).toEqual(['7% margin, until Feb 19, 2027', '割引 7%、Feb 19, 2027まで', 'margen del 7\u00a0%, hasta el Feb 19, 2027'])
  expect(registrationWords({ deal: { ...deal, to: null }, gone: null }, en, formats)).toBe('7% margin; its window waits')
  for (const words of [en, ja, es]) for (const gone of registrationGoneReasons) expect(registrationWords({ deal: null, gone }, words, formats)).toContain(words.quoteCourse.gone[gone])
})
