import { expect, test } from 'vitest'
import { createAlphabet, setColumns } from '#shared/assignment/alphabet.ts'
import { compileCondition, createProbe, holds, literalsOf } from '#shared/assignment/compile-condition.ts'
import { packPostcode } from '#shared/assignment/pack-postcode.ts'
import type { ConditionNode } from '#shared/territories/condition.ts'
import { foldCompany } from './assignment-builders.ts'

interface Asked extends Partial<Record<(typeof setColumns)[number], string>> {
  readonly employees?: number
  readonly postcode?: string
}

function asks(condition: ConditionNode, lead: Asked): boolean {
  const alphabet = createAlphabet(foldCompany)
  const compiled = compileCondition(condition, alphabet)
  const probe = createProbe()
  for (const [at, column] of setColumns.entries()) probe.codes[at] = alphabet[column].encode(lead[column] ?? '')
  probe.employees = lead.employees ?? -1
  probe.postcode = packPostcode(lead.postcode ?? '')
  return holds(compiled, probe)
}

const guatemala: ConditionNode = { field: 'country', is: ['GT'] }
const fromWeb: ConditionNode = { field: 'source', is: ['web'] }

test.each<[string, ConditionNode, Asked, boolean]>([
  ['an empty "all" holds for every lead', { all: [] }, {}, true],
  ['an empty "any" holds for none', { any: [] }, {}, false],
  ['"all" needs every part', { all: [guatemala, fromWeb] }, { country: 'GT' }, false],
  ['"any" needs one part', { any: [guatemala, fromWeb] }, { country: 'GT' }, true],
  ['"none" refuses a lead of which one part is true', { none: [guatemala, fromWeb] }, { country: 'GT', source: 'fair' }, false],
  ['"none" takes a lead of which no part is true', { none: [guatemala, fromWeb] }, { country: 'MX', source: 'fair' }, true],
  ['"none" of an "all" takes a lead of which one part is false', { none: [{ all: [guatemala, fromWeb] }] }, { country: 'GT' }, true],
  ['"none" of "none" is "any"', { none: [{ none: [guatemala, fromWeb] }] }, { source: 'web' }, true],
  ['a country among the regions stands for all of them', { field: 'region', is: ['GB'] }, { country: 'GB', region: 'GB-ENG' }, true],
  ['a region does not stand for its country', { field: 'region', is: ['GB-ENG'] }, { country: 'GB', region: 'GB-SCT' }, false],
  ['industries are compared without width and case', { field: 'industry', is: ['Ｂanking'] }, { industry: 'BANKING' }, true],
  ['countries are compared exactly', guatemala, { country: 'gt' }, false],
  ['both ends of a number of employees count', { field: 'employees', from: 10, to: 20 }, { employees: 20 }, true],
  ['an open end has no limit', { field: 'employees', from: 10, to: null }, { employees: 1_000_000 }, true],
  ['an unknown number of employees lies in no range', { field: 'employees', from: null, to: null }, {}, false],
  ['a postcode may lie in any of the entries', { field: 'postcode', in: ['100', '060'] }, { postcode: '060-0001' }, true],
])('%s', (_, condition, lead, expected) => {
  expect(asks(condition, lead)).toBe(expected)
})

test('a named account is found by the number it was given', () => {
  const alphabet = createAlphabet(foldCompany)
  const compiled = compileCondition({ field: 'account', is: ['lira.example', 'Ana KK'] }, alphabet)
  const known = alphabet.accounts.encode('Ana KK')
  const other = alphabet.accounts.encode('Ben Ltd')
  expect([[known], [other], []].map((accounts) => holds(compiled, { ...createProbe(), accounts: () => accounts }))).toEqual([true, false, false])
})

test('a missing value is in no set, even where a rule names the empty text', () => {
  expect(asks({ field: 'source', is: ['', 'web'] }, {})).toBe(false)
})

test('the single tests of a condition are all there, negated where "none" stands above', () => {
  const compiled = compileCondition({ all: [guatemala, { none: [fromWeb, { any: [guatemala] }] }] }, createAlphabet(foldCompany))
  expect(literalsOf(compiled).map(({ negated }) => negated)).toEqual([false, true, true])
})
