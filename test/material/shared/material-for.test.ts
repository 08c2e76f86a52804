import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locales, type Locale } from '#shared/locales/locale.ts'
import type { Material } from '#shared/material/applies-to.ts'
import { languagesFor, materialFor } from '#shared/material/material-for.ts'
import { materialKinds } from '#shared/material/material.ts'
import { partnerStatuses } from '#shared/partners/partner.ts'
import { buildPartner, type Partner } from '#test/foundation/builders/build-partner.ts'
import { buildMaterial, text } from './build-material.ts'

const NOON = '2026-11-22T12:00:00.000Z'
const PDF = { name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'a'.repeat(64) } as const
const pageOf = (materials: readonly Material[], partner: Partial<Partner> = {}, { language = null, now = NOON }: { readonly language?: Locale | null; readonly now?: string } = {}) => materialFor({ partner: buildPartner(partner), materials, territories: [], language, now })
const titles = (...asked: Parameters<typeof pageOf>): readonly string[] => pageOf(...asked).shown.map(({ title }) => title)

describe('the language', () => {
  const all = buildMaterial({ en: text('English'), ja: text('日本語'), es: text('Español') })

  test('is the partner’s own, else English', () => {
    expect(pageOf([all], { languages: ['es-GT', 'en'] })).toMatchObject({ language: 'es', shown: [{ title: 'Español', missing: null }] })
    expect(pageOf([all], { languages: ['pt'] })).toMatchObject({ language: 'en', shown: [{ title: 'English', missing: null }] })
  })

  test('that is missing is said, and another is shown: one that the partner speaks before English', () => {
    const [noJapanese, spanishOnly] = [{ ...all, ja: null }, { ...all, ja: null, en: null }]
    expect(pageOf([noJapanese], { languages: ['ja'] }).shown).toMatchObject([{ title: 'English', language: 'en', missing: 'ja' }])
    expect(pageOf([noJapanese], { languages: ['ja', 'es'] }).shown).toMatchObject([{ title: 'Español', language: 'es', missing: 'ja' }])
    expect(pageOf([spanishOnly], { languages: ['ja'] }).shown).toMatchObject([{ title: 'Español', language: 'es', missing: 'ja' }])
  })

  test('can be another than the partner’s', () => {
    expect(pageOf([all], { languages: ['es'] }, { language: 'ja' })).toMatchObject({ language: 'ja', shown: [{ title: '日本語' }] })
  })

  test('of a file is said by itself', () => {
    const file = { ...all, en: text('English', { file: PDF }) }
    expect(pageOf([file], { languages: ['ja'] }).shown).toMatchObject([{ title: '日本語', language: 'ja', missing: null, file: { language: 'en', name: 'a.pdf' } }])
    expect(pageOf([all], { languages: ['ja'] }).shown).toMatchObject([{ file: null }])
  })

  test('order names each language once, the wanted one first, English before what nobody asked for', () => {
    fc.assert(fc.property(fc.constantFrom(...locales), fc.array(fc.constantFrom('en', 'ja-JP', 'es-GT', 'pt', 'EN-us'), { maxLength: 6 }), (wanted, spoken) => {
      const order = languagesFor(wanted, spoken)
      expect(order.toSorted()).toEqual(locales.toSorted())
      expect(order[0]).toBe(wanted)
      const asked = new Set<string>([wanted, 'en', ...spoken.map((tag) => tag.toLowerCase().slice(0, 2))])
      for (const other of order.filter((each) => !asked.has(each))) expect(order.indexOf('en')).toBeLessThan(order.indexOf(other))
    }))
  })

  test('shown is always the first of the order that is there, and what is missing is told exactly then', () => {
    fc.assert(fc.property(fc.constantFrom(...locales), fc.subarray([...locales], { minLength: 1 }), fc.array(fc.constantFrom('en', 'ja', 'es', 'pt'), { maxLength: 4 }), (wanted, there, spoken) => {
      const material = buildMaterial(Object.fromEntries(locales.map((language) => [language, there.includes(language) ? text(language) : null])))
      const [shown] = pageOf([material], { languages: spoken }, { language: wanted }).shown
      expect(shown?.language).toBe(languagesFor(wanted, spoken).find((language) => there.includes(language)))
      expect(shown?.title).toBe(shown?.language)
      expect(shown?.missing).toBe(there.includes(wanted) ? null : wanted)
    }))
  })
})

describe('the day', () => {
  const news = buildMaterial({ validFrom: '2026-11-22', validTo: '2026-11-22' })

  test.each([
    ['Asia/Tokyo', '2026-11-21T14:59:59.999Z', 0],
    ['Asia/Tokyo', '2026-11-21T15:00:00.000Z', 1],
    ['Asia/Tokyo', '2026-11-22T14:59:59.999Z', 1],
    ['Asia/Tokyo', '2026-11-22T15:00:00.000Z', 0],
    ['America/Guatemala', '2026-11-22T05:59:59.999Z', 0],
    ['America/Guatemala', '2026-11-22T06:00:00.000Z', 1],
    ['America/Guatemala', '2026-11-23T05:59:59.999Z', 1],
    ['America/Guatemala', '2026-11-23T06:00:00.000Z', 0],
    // Where the zone is none that is known, Greenwich’s.
    ['Nowhere/Land', '2026-11-22T00:00:00.000Z', 1],
    ['Nowhere/Land', '2026-11-23T00:00:00.000Z', 0],
  ])('begins and ends at midnight in %s (%s)', (timeZone, now, shown) => {
    expect(titles([news], { timeZone }, { now })).toHaveLength(shown)
  })

  test('without limits is any', () => {
    expect(titles([buildMaterial({ validFrom: '2026-11-01' }), buildMaterial({ validTo: '2026-12-01' }), buildMaterial()])).toHaveLength(3)
    expect(titles([buildMaterial({ validFrom: '2026-12-01' }), buildMaterial({ validTo: '2026-11-01' })])).toEqual([])
  })
})

test('drafts and what was withdrawn are nobody’s, nor what says nothing in any language', () => {
  expect(titles([buildMaterial({ state: 'draft' }), buildMaterial({ state: 'withdrawn' }), buildMaterial({ en: null })])).toEqual([])
})

test.each(partnerStatuses)('a partner that is %s looks at material only where it may', (status) => {
  const { open, shown } = pageOf([buildMaterial()], { status })
  expect(open).toBe(['approved', 'onboarding', 'active'].includes(status))
  expect(shown).toHaveLength(open ? 1 : 0)
})

describe('the order', () => {
  test('is news first, what is pinned before the others, then by place, then the latest', () => {
    const named = (title: string, given: Partial<Material>) => buildMaterial({ en: text(title), ...given })
    const materials = [
      named('case', { kind: 'caseStudy', pinned: true }), named('old news', { publishedAt: '2026-01-01T00:00:00.000Z' }), named('news', { publishedAt: '2026-02-01T00:00:00.000Z' }), named('later place', { place: 5, publishedAt: '2026-03-01T00:00:00.000Z' }), named('pinned', { pinned: true, publishedAt: '2025-01-01T00:00:00.000Z' }),
    ]
    expect(titles(materials)).toEqual(['pinned', 'news', 'old news', 'later place', 'case'])
  })

  test('does not depend on how the rows come', () => {
    const pieces = fc.array(fc.record({ kind: fc.constantFrom(...materialKinds), pinned: fc.boolean(), place: fc.nat(3), publishedAt: fc.constantFrom(null, '2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z') }), { minLength: 2, maxLength: 20 })
    fc.assert(fc.property(pieces.chain((given) => fc.tuple(fc.constant(given.map((each) => buildMaterial(each))), fc.array(fc.nat(), { minLength: given.length, maxLength: given.length }))), ([materials, keys]) => {
      const shuffled = materials.map((material, at) => [keys[at]!, material] as const).toSorted(([one], [other]) => one - other).map(([, material]) => material)
      expect(pageOf(shuffled).shown).toEqual(pageOf(materials).shown)
    }))
  })
})
