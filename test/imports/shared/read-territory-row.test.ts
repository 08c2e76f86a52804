import { readTerritoryRow } from '#shared/imports/subjects/read-territory-row.ts'
import { territoryFields, type TerritoryField } from '#shared/imports/subjects/territory-fields.ts'
import type { MappedRow } from '#shared/imports/subjects/import-subject.ts'
import { describe, expect, it } from 'vitest'

type Written = Partial<Record<TerritoryField, string>>

const empty = Object.fromEntries(territoryFields.map(({ name }) => [name, ''])) as MappedRow<TerritoryField>
const partnerIds = new Map([['GT-LUCIO', 'lucio'], ['MX-NORTE', 'norte']])

function read(written: Written) {
  return readTerritoryRow({ ...empty, code: 'A', ...written }, { partnerIds })
}

function territoryOf(written: Written) {
  const reading = read(written)
  return 'territory' in reading ? reading.territory : reading.errors
}

function ruleOf(written: Written) {
  const reading = read(written)
  return 'territory' in reading ? reading.territory.rule : reading.errors
}

describe('a line', () => {
  it('with a code alone is a territory named after it, without demands and without a rule', () => {
    expect(territoryOf({})).toEqual({
      code: 'A', name: 'A', parentCode: null, strategy: null, tieBreak: null, candidates: [], requirements: { certifications: [], minimumTier: null, language: false }, notes: null, rule: null,
    })
  })

  it('names partners by code, with the weight behind the colon or 1', () => {
    expect(territoryOf({ partners: 'GT-LUCIO:3|MX-NORTE' })).toMatchObject({ candidates: [{ partnerId: 'lucio', weight: 3 }, { partnerId: 'norte', weight: 1 }] })
  })

  it('makes one condition of each column, all of which must hold', () => {
    expect(ruleOf({ countries: 'GT|BZ', employeesFrom: '10' })).toMatchObject({ code: null, enabled: true, condition: { all: [{ field: 'country', is: ['GT', 'BZ'] }, { field: 'employees', from: 10, to: null }] } })
  })

  it('takes a written condition as it is, unless columns say more', () => {
    const written = { any: [{ field: 'country', is: ['GT'] }] }
    expect(ruleOf({ condition: JSON.stringify(written) })).toMatchObject({ condition: written })
    expect(ruleOf({ condition: JSON.stringify(written), sources: 'web' })).toMatchObject({ condition: { all: [{ field: 'source', is: ['web'] }, written] } })
  })

  it('with a rule code and no condition has a rule for every lead', () => {
    expect(ruleOf({ ruleCode: 'A-ALL', enabled: 'no' })).toMatchObject({ code: 'A-ALL', condition: { all: [] }, enabled: false })
  })
})

describe('a line is refused', () => {
  it.each<[string, Written, TerritoryField, string, string | null]>([
    ['without a code', { code: '' }, 'code', 'import.value-missing', null],
    ['with a partner the workspace does not know', { partners: 'GT-LUCIO|NOBODY:2' }, 'partners', 'territory.partner-unknown', 'NOBODY'],
    ['with a weight of nought', { partners: 'GT-LUCIO:0' }, 'partners', 'territory.candidates-invalid', 'GT-LUCIO:0'],
    ['with a weight above a thousand', { partners: 'GT-LUCIO:1001' }, 'partners', 'territory.candidates-invalid', 'GT-LUCIO:1001'],
    ['with the same partner twice', { partners: 'GT-LUCIO|GT-LUCIO:2' }, 'partners', 'territory.candidates-invalid', 'GT-LUCIO|GT-LUCIO:2'],
    ['with a priority of nought', { priority: '0' }, 'priority', 'rule.priority-range', '0'],
    ['with a priority of five digits', { priority: '10000' }, 'priority', 'rule.priority-range', '10000'],
    ['that ends before it begins', { effectiveFrom: '2026-02-01', effectiveTo: '2026-01-31' }, 'effectiveTo', 'rule.dates-reversed', '2026-01-31'],
    ['with fewer employees at most than at least', { employeesFrom: '20', employeesTo: '10' }, 'employeesTo', 'rule.employees-reversed', '10'],
    ['with a condition that is not JSON', { condition: 'country = GT' }, 'condition', 'rule.condition-invalid', 'country = GT'],
    ['with a condition on a field leads do not have', { condition: '{"field":"colour","is":["red"]}' }, 'condition', 'rule.condition-invalid', '{"field":"colour","is":["red"]}'],
  ])('%s', (_, written, field, code, value) => {
    expect(read(written)).toEqual({ errors: [{ field, code, value }] })
  })

  it('with everything that is wrong, not only the first', () => {
    const reading = read({ code: '', partners: 'NOBODY', priority: '0', condition: '{' })
    expect('errors' in reading && reading.errors.map(({ field }) => field)).toEqual(['code', 'partners', 'priority', 'condition'])
  })
})
