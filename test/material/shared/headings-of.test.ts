import { expect, test } from 'vitest'
import { headingsOf } from '#shared/material/headings-of.ts'
import { text } from './build-material.ts'

test('material is found by its titles, questions and phases in any language, each kept once', () => {
  const part = (title: string) => ({ kind: 'question' as const, title, text: 'secret', criteria: [] })
  expect(headingsOf({ en: text('Lira Pay', { parts: [part('How long?')] }), ja: null, es: text('Lira Pay', { parts: [part('¿Cuánto tarda?')] }) })).toBe('Lira Pay\nHow long?\n¿Cuánto tarda?')
})
