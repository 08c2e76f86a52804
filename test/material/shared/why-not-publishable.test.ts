import { expect, test } from 'vitest'
import { readyMadeProcess } from '#shared/material/ready-made/ready-made-process.ts'
import { whyNotPublishable } from '#shared/material/why-not-publishable.ts'
import { text } from './build-material.ts'

const nothing = { en: null, ja: null, es: null }
const question = { kind: 'question', title: 'How long?', text: 'Six weeks.', criteria: [] } as const

test('what is there in any language has to be complete', () => {
  expect(whyNotPublishable({ kind: 'news', ...nothing })?.code).toBe('material.nothing-written')
  expect(whyNotPublishable({ kind: 'news', ...nothing, en: text('News') })).toBeNull()
  expect(whyNotPublishable({ kind: 'news', ...nothing, en: text('News'), es: text('Novedad', { body: '' }) })).toMatchObject({ code: 'material.body-missing', details: { language: 'es', title: 'Novedad' } })
  expect(whyNotPublishable({ kind: 'collateral', ...nothing, en: text('Sheet', { body: '', file: { name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: '' } }) })).toBeNull()
})

test('questions have answers, phases have exit criteria', () => {
  expect(whyNotPublishable({ kind: 'faq', ...nothing, en: text('FAQ', { body: '', parts: [question] }) })).toBeNull()
  expect(whyNotPublishable({ kind: 'faq', ...nothing, en: text('FAQ', { parts: [question, { ...question, title: 'Why?', text: '' }] }) })).toMatchObject({ code: 'material.reply-missing', details: { title: 'Why?' } })
  expect(whyNotPublishable({ kind: 'salesProcess', ...readyMadeProcess })).toBeNull()
  expect(whyNotPublishable({ kind: 'salesProcess', ...readyMadeProcess, ja: { ...readyMadeProcess.ja, parts: readyMadeProcess.ja.parts.map((part) => ({ ...part, criteria: [] })) } })).toMatchObject({ code: 'material.criteria-missing', details: { language: 'ja', title: '見極め' } })
})

test('the ready-made process has the same phases with as many criteria in each language', () => {
  const shape = ({ parts }: (typeof readyMadeProcess)['en']) => parts.map(({ criteria }) => criteria.length)
  expect(shape(readyMadeProcess.ja)).toEqual(shape(readyMadeProcess.en))
  expect(shape(readyMadeProcess.es)).toEqual(shape(readyMadeProcess.en))
})
