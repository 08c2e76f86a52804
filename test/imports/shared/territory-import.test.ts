import { territoryImport } from '#shared/imports/subjects/territory-import.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { describe, expect, it } from 'vitest'
import { NOW, readLines } from '../read-lines.ts'

const partnerIds = new Map([['GT-LUCIO', 'lucio'], ['MX-NORTE', 'norte']])
const facts = { partnerIds, territoryIds: new Map([['WORLD', 'the world']]), ruleCodes: new Set(['TAKEN']) }
const read = (...lines: Readonly<Record<string, string>>[]) => readLines(territoryImport, lines, facts)
const stamps = { importId: null, createdAt: NOW, updatedAt: NOW, rev: 1 }

describe('a line of territories', () => {
  it('becomes a territory with its rule, whole rows of both tables', () => {
    const { rows, errors } = read({
      code: 'GT-BZ', name: 'Guatemala y Belice', parent: 'WORLD', strategy: 'ponderada', tieBreak: 'highestTier', partners: 'GT-LUCIO:3|MX-NORTE', certifications: 'LIRA-SALES', minimumTier: 'gold', languageRequired: 'sí', priority: '20',
      countries: 'GT|Belize', regions: 'GT-01', postcodes: '01|02001-02099', industries: 'Banca', employeesFrom: '10', employeesTo: '500', products: 'LIRA-PAY', sources: 'web', accounts: 'muebles.example', effectiveFrom: '2026-01-01', effectiveTo: '2027-12-31', enabled: 'no',
    })
    expect(errors).toEqual([])
    const [territory] = rows.territories
    expect(territory).toMatchObject({ code: 'GT-BZ', parentId: 'the world', strategy: 'weighted', tieBreak: 'highestTier', candidates: [{ partnerId: 'lucio', weight: 3 }, { partnerId: 'norte', weight: 1 }], requirements: { certifications: ['LIRA-SALES'], minimumTier: 'gold', language: true } })
    expect(rows.territoryRules).toEqual([{
      id: expect.any(String), code: 'GT-BZ-R1', name: 'Guatemala y Belice', territoryId: territory?.['id'], priority: 20, effectiveFrom: '2026-01-01', effectiveTo: '2027-12-31', enabled: false,
      condition: { all: [
        { field: 'country', is: ['GT', 'BZ'] }, { field: 'region', is: ['GT-01'] }, { field: 'postcode', in: ['01', '02001-02099'] }, { field: 'industry', is: ['banking'] }, { field: 'product', is: ['LIRA-PAY'] },
        { field: 'source', is: ['web'] }, { field: 'account', is: ['muebles.example'] }, { field: 'employees', from: 10, to: 500 },
      ] },
    }])
    expect(territories.row.safeParse({ ...territory, ...stamps }).error).toBeUndefined()
    expect(territoryRules.row.safeParse({ ...rows.territoryRules[0], ...stamps }).error).toBeUndefined()
  })

  it('without conditions is a territory without a rule, with a rule code one that catches all', () => {
    const { rows } = read({ code: 'A', name: 'A' }, { code: 'B', name: 'B', ruleCode: 'B-ALL' })
    expect(rows.territories.map(({ strategy, parentId }) => [strategy, parentId])).toEqual([['roundRobin', null], ['roundRobin', null]])
    expect(rows.territoryRules.map(({ code, condition }) => [code, condition])).toEqual([['B-ALL', { all: [] }]])
  })

  it('takes a condition that columns cannot say as JSON', () => {
    const condition = { any: [{ field: 'country', is: ['GT'] }, { none: [{ field: 'source', is: ['web'] }] }] }
    expect(read({ code: 'A', name: 'A', condition: JSON.stringify(condition) }).rows.territoryRules[0]?.['condition']).toEqual(condition)
  })
})

describe('several lines', () => {
  it('of one code add rules to one territory', () => {
    const { rows, errors } = read({ code: 'A', name: 'Alpha', countries: 'GT' }, { code: 'A', name: '', countries: 'BZ' }, { code: 'A', name: 'Alpha', countries: 'HN', ruleName: 'Honduras' })
    expect(errors).toEqual([])
    expect(rows.territories).toHaveLength(1)
    expect(rows.territoryRules.map(({ code, name }) => [code, name])).toEqual([['A-R1', 'Alpha'], ['A-R2', 'Alpha'], ['A-R3', 'Honduras']])
  })

  it('may name a parent before its own line; it is written first', () => {
    const { rows } = read({ code: 'CHILD', name: 'Child', parent: 'PARENT' }, { code: 'GRANDCHILD', name: 'Grandchild', parent: 'CHILD' }, { code: 'PARENT', name: 'Parent' })
    expect(rows.territories.map(({ code }) => code)).toEqual(['PARENT', 'CHILD', 'GRANDCHILD'])
    expect(rows.territories[1]?.['parentId']).toBe(rows.territories[0]?.['id'])
  })

  it('of a territory that the workspace has are duplicates', () => {
    const { duplicates, rows } = read({ code: 'WORLD', name: 'World', countries: 'GT' }, { code: 'WORLD', name: 'World', countries: 'BZ' })
    expect([duplicates, rows.territories, rows.territoryRules]).toEqual([[2, 3], [], []])
  })
})

describe('a territory is refused', () => {
  it.each([
    ['code', '', 'import.value-missing', null],
    ['parent', 'NARNIA', 'territory.parent-unknown', 'NARNIA'],
    ['strategy', 'by mood', 'import.choice-unknown', 'by mood'],
    ['tieBreak', 'coin', 'import.choice-unknown', 'coin'],
    ['partners', 'GT-LUCIO|GT-NOBODY:2', 'territory.partner-unknown', 'GT-NOBODY'],
    ['partners', 'GT-LUCIO:0', 'territory.candidates-invalid', 'GT-LUCIO:0'],
    ['partners', 'GT-LUCIO:1|GT-LUCIO:2', 'territory.candidates-invalid', 'GT-LUCIO:1|GT-LUCIO:2'],
    ['minimumTier', 'bronze', 'import.choice-unknown', 'bronze'],
    ['languageRequired', 'perhaps', 'import.choice-unknown', 'perhaps'],
    ['priority', '0', 'rule.priority-range', '0'],
    ['countries', 'GT|Atlantis', 'import.country-unknown', 'Atlantis'],
    ['regions', 'Mordor', 'import.region-unknown', 'Mordor'],
    ['employeesTo', '5', 'rule.employees-reversed', '5'],
    ['effectiveTo', '2025-12-31', 'rule.dates-reversed', '2025-12-31'],
    ['effectiveFrom', 'soon', 'import.date-invalid', 'soon'],
    ['enabled', 'perhaps', 'import.choice-unknown', 'perhaps'],
    ['condition', '{"field":"country"}', 'rule.condition-invalid', '{"field":"country"}'],
    ['condition', 'GT', 'rule.condition-invalid', 'GT'],
    ['ruleCode', 'TAKEN', 'rule.code-taken', 'TAKEN'],
  ])('for its %s %j', (field, value, code, shown) => {
    const { errors } = read({ code: 'A', name: 'A', employeesFrom: '10', effectiveFrom: '2026-01-01', [field]: value })
    expect(errors).toEqual([{ line: 2, column: field, field, code, value: shown }])
  })

  it('when it lies below itself, with all that lies below it', () => {
    const { rows, errors } = read({ code: 'A', name: 'A', parent: 'B' }, { code: 'B', name: 'B', parent: 'A' }, { code: 'C', name: 'C', parent: 'B' }, { code: 'A', name: 'A', countries: 'GT' })
    expect(rows.territories).toEqual([])
    expect(errors.map(({ line, code }) => [line, code]).toSorted()).toEqual([[2, 'territory.own-ancestor'], [3, 'territory.own-ancestor'], [4, 'territory.parent-refused'], [5, 'territory.first-row-refused']])
  })

  it('when its parent is, and when its first line is', () => {
    const { rows, errors } = read({ code: 'A', name: 'A', strategy: 'by mood' }, { code: 'A', name: 'A', countries: 'GT' }, { code: 'B', name: 'B', parent: 'A' }, { code: 'C', name: 'C' })
    expect(rows.territories.map(({ code }) => code)).toEqual(['C'])
    expect(errors.map(({ line, code }) => [line, code])).toEqual([[2, 'import.choice-unknown'], [3, 'territory.first-row-refused'], [4, 'territory.parent-refused']])
  })

  it('when a further line says something else of it', () => {
    const { rows, errors } = read({ code: 'A', name: 'A', strategy: 'nearest' }, { code: 'A', name: 'A', strategy: 'weighted', countries: 'GT' })
    expect(errors).toEqual([{ line: 3, column: 'strategy', field: 'strategy', code: 'territory.rows-differ', value: 'weighted' }])
    expect([rows.territories.length, rows.territoryRules.length]).toEqual([1, 0])
  })

  it('rule by rule: a bad second rule leaves the territory and its first one', () => {
    const { rows, errors } = read({ code: 'A', name: 'A', countries: 'GT' }, { code: 'A', name: 'A', countries: 'Atlantis' }, { code: 'A', name: 'A', countries: 'BZ', ruleCode: 'A-R1' })
    expect(errors.map(({ line, code }) => [line, code])).toEqual([[3, 'import.country-unknown'], [4, 'rule.code-taken']])
    expect(rows.territoryRules.map(({ code }) => code)).toEqual(['A-R1'])
  })
})
