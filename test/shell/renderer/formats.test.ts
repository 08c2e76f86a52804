import { expect, test } from 'vitest'
import { createFormats } from '#renderer/shell/formats.ts'

const now = Date.parse('2026-11-22T12:00:00Z')

test('says how long ago, in the largest unit that is full', () => {
  const { ago } = createFormats('en')
  expect(ago('2026-11-22T11:59:40Z', now)).toBe('this minute')
  expect(ago('2026-11-22T11:15:00Z', now)).toBe('45 minutes ago')
  expect(ago('2026-11-20T12:00:00Z', now)).toBe('2 days ago')
  expect(createFormats('ja').ago('2026-11-22T09:00:00Z', now)).toBe('3 時間前')
})

test('says a local date as it is, whatever the desk’s zone', () => {
  expect(createFormats('es').date('2027-03-31')).toBe('31 mar 2027')
  expect(createFormats('ja').date('2027-03-31')).toBe('2027/03/31')
})

test('names countries and languages, and leaves codes that are none as they are', () => {
  const formats = createFormats('es')
  expect([formats.country('GT'), formats.country('not a code'), formats.language('ja'), formats.language('?')]).toEqual(['Guatemala', 'not a code', 'japonés', '?'])
})

test('says sizes in a unit that reads well', () => {
  const { bytes } = createFormats('en')
  expect([bytes(0), bytes(1_500), bytes(12_400_000)]).toEqual(['0 byte', '1.5 kB', '12.4 MB'])
})

test('orders names as the language does', () => {
  expect(['Zaire', 'Åland', 'Andorra'].toSorted(createFormats('en').compare)).toEqual(['Åland', 'Andorra', 'Zaire'])
})
