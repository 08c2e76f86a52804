import { describe, expect, test } from 'vitest'
import { materialFieldText, reasonWords, territoryWords, titleIn } from '#renderer/material/material.presenter.ts'
import { createFormats } from '#renderer/shell/formats.ts'
import { words } from '#shared/locales/en/index.ts'
import { buildMaterial, text } from '../shared/build-material.ts'

const territories = [{ id: 't', code: 'LATAM', name: 'Latin America', parentId: null }]
const speaker = {
  language: { words: { value: words }, formats: { value: createFormats('en') } },
  names: { territories: { value: territories }, territory: (id: string) => territories.find((each) => each.id === id)?.name ?? '…' },
  places: { region: (code: string) => (code === 'JP-13' ? 'Tokyo' : code) },
} as unknown as Parameters<typeof materialFieldText>[2]

test('a piece is called as it is in the present language, else by the first title that there is', () => {
  const material = buildMaterial({ en: null, ja: text('新機能'), es: text('Novedad') })
  expect([titleIn(material, 'es'), titleIn(material, 'en'), titleIn(buildMaterial({ en: null }), 'en')]).toEqual(['Novedad', '新機能', ''])
})

describe('fields in words', () => {
  test.each([
    ['missing', 'ja es', 'Japanese and Spanish'],
    ['missing', '', 'None'],
    ['places', ['GT', 'JP-13'], 'Guatemala and Tokyo'],
    ['kind', 'faq', 'Questions and objections'],
    ['tiers', ['gold'], 'Gold'],
    ['pinned', false, 'No'],
    ['validFrom', '2026-12-01', 'Dec 1, 2026'],
    ['ja', { title: '新機能' }, '新機能'],
    ['territoryId', null, ''],
  ])('%s %j', (field, value, expected) => {
    expect(materialFieldText(field, value, speaker)).toBe(expected)
  })
})

test('a territory that is gone is said to be, not shown as one that is on its way', () => {
  expect(territoryWords('t', speaker)).toBe('Latin America')
  expect(territoryWords('gone', speaker)).toBe('A territory that is gone: nobody sees this')
})

test('why a piece is shown names what of the partner it meets', () => {
  expect(reasonWords({ kind: 'everybody', value: '' }, speaker)).toBe('For every partner')
  expect(reasonWords({ kind: 'place', value: 'JP-13' }, speaker)).toBe('Place: Tokyo')
  expect(reasonWords({ kind: 'territory', value: 't' }, speaker)).toBe('Territory: Latin America')
  expect(reasonWords({ kind: 'type', value: 'broker' }, speaker)).toContain('Type: ')
  expect(reasonWords({ kind: 'tier', value: 'gold' }, speaker)).toBe('Tier: Gold')
  expect(reasonWords({ kind: 'product', value: 'LIRA-PAY' }, speaker)).toBe('Product: LIRA-PAY')
})
