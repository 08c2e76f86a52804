import { describe, expect, it } from 'vitest'
import { ruleSentence, valueChanges } from '#renderer/territories/condition.presenter.ts'
import type { Workbench } from '#renderer/shell/workbench.ts'
import { createFormats } from '#renderer/shell/formats.ts'
import type { Locale } from '#shared/locales/locale.ts'
import { loadWords } from '#shared/locales/words.ts'
import type { ConditionNode } from '#shared/territories/condition.ts'

async function sentence(node: ConditionNode, locale: Locale = 'en'): Promise<string> {
  const language = { locale: { value: locale }, words: { value: await loadWords(locale) }, formats: { value: createFormats(locale) } }
  const places = { region: (code: string) => code, industry: (key: string) => key }
  return ruleSentence(node, 'Kantō', { language, places } as unknown as Pick<Workbench, 'language' | 'places'>)
}

const country: ConditionNode = { field: 'country', is: ['GT', 'BZ'] }
const employees: ConditionNode = { field: 'employees', from: 50, to: null }

describe('a rule as a sentence', () => {
  it('joins what must all hold, in three languages', async () => {
    const node = { all: [country, employees] }
    expect(await sentence(node)).toBe('A lead falls to Kantō when the country is Guatemala or Belize and it has at least 50 employees.')
    expect(await sentence(node, 'ja')).toBe('「Kantō」に入るリード: 国がグアテマラまたはベリーズ、かつ従業員数が 50 人以上。')
    expect(await sentence(node, 'es')).toBe('Un cliente potencial entra en Kantō cuando el país es Guatemala o Belice y tiene al menos 50 empleados.')
  })

  it('ends with three dots, not four, while a condition names nothing yet', async () => {
    const unfinished: ConditionNode = { all: [{ field: 'country', is: [] }] }
    expect(await sentence(unfinished)).toBe('A lead falls to Kantō when the country is …')
    expect(await sentence({ all: [employees, ...unfinished.all] }, 'es')).toMatch(/[^.…]…$/u)
  })

  it('sets a group of another kind in brackets, one of its own kind not', async () => {
    expect(await sentence({ all: [employees, { any: [country, { field: 'product', is: ['P'] }] }] })).toContain('employees and (the country is Guatemala or Belize or the product is P).')
    expect(await sentence({ all: [employees, { all: [country] }] })).toContain('employees and the country is Guatemala or Belize.')
  })

  it('says what must not hold', async () => {
    expect(await sentence({ all: [employees, { none: [country] }] })).toContain('and it does not hold that the country is Guatemala or Belize.')
    expect(await sentence({ none: [country, employees] })).toContain('it does not hold that (the country is Guatemala or Belize or it has at least 50 employees).')
  })

  it('tells a postcode’s beginning from a range', async () => {
    expect(await sentence({ field: 'postcode', in: ['060', '0600000-0649999', '10-115'] })).toContain('060…, 0600000–0649999, or 10-115…')
  })

  it('counts what is too long to read', async () => {
    expect(await sentence({ field: 'account', is: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'] })).toContain('a, b, c, d, e, f, or 3 more')
  })

  it('says so where every lead, or none, falls to the territory', async () => {
    expect(await sentence({ all: [] })).toBe('Every lead falls to Kantō.')
    expect(await sentence({ any: [] })).toBe('No lead falls to Kantō.')
    expect(await sentence({ all: [country, { any: [] }] })).toBe('No lead falls to Kantō.')
    expect(await sentence({ none: [{ any: [] }] })).toBe('Every lead falls to Kantō.')
    expect(await sentence({ all: [country, { all: [] }] })).toContain('when the country is Guatemala or Belize.')
  })
})

describe('what changes in a condition', () => {
  it('is the values that come and go, where it asks for the same things', () => {
    expect(valueChanges({ all: [country, employees] }, { all: [{ field: 'country', is: ['GT', 'SV'] }, employees] })).toEqual([{ field: 'country', gained: ['SV'], lost: ['BZ'] }])
    expect(valueChanges({ all: [country] }, { all: [country] })).toEqual([])
  })

  it('cannot be said in values where it is built otherwise', () => {
    expect(valueChanges({ all: [country] }, { any: [country] })).toBeUndefined()
    expect(valueChanges({ all: [country] }, { all: [country, employees] })).toBeUndefined()
    expect(valueChanges(country, { all: [country] })).toBeUndefined()
    expect(valueChanges(country, { field: 'region', is: ['GT'] })).toBeUndefined()
    expect(valueChanges(employees, { ...employees, from: 60 })).toBeUndefined()
  })
})
