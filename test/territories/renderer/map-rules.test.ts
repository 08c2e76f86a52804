import { describe, expect, it } from 'vitest'
import type { ConditionNode } from '#shared/territories/condition.ts'
import { freeRuleCode, givePlaces } from '#renderer/territories/map/give-places.ts'
import { holdingOf, holdsIn, rankRules } from '#renderer/territories/map/place-holder.ts'
import { bordersOf, groupsOf, looksOf } from '#renderer/territories/map/territory-groups.ts'
import type { Rule } from '#renderer/territories/rule-draft.ts'

const TODAY = '2026-11-26'
const countries = (...is: string[]): ConditionNode => ({ all: [{ field: 'country', is }] })
const regions = (...is: string[]): ConditionNode => ({ all: [{ field: 'region', is }] })
const rule = (code: string, territoryId: string, condition: ConditionNode, more: Partial<Rule> = {}) => ({ id: code, code, name: code, territoryId, priority: 100, condition, effectiveFrom: null, effectiveTo: null, enabled: true, ...more }) as unknown as Rule
const territory = (id: string, parentId: string | null) => ({ id, parentId })
const tree = [territory('world', null), territory('emea', 'world'), territory('fr', 'emea'), territory('idf', 'fr'), territory('benelux', 'emea'), territory('apac', 'world')]
const inFrance = { country: 'FR', region: null }
const compare = (a: string, b: string) => (a < b ? -1 : 1)

describe('who gets a lead of a place', () => {
  it('knows where a condition holds for every lead, for some and for none', () => {
    expect(holdsIn(countries('FR', 'MC'), inFrance)).toBe(true)
    expect(holdsIn(regions('FR-IDF'), inFrance)).toBeUndefined()
    expect(holdsIn(regions('FR-IDF'), { country: 'FR', region: 'FR-IDF' })).toBe(true)
    expect(holdsIn(regions('FR'), inFrance)).toBe(true)
    expect(holdsIn(regions('DE-BY'), inFrance)).toBe(false)
    expect(holdsIn({ all: [{ field: 'country', is: ['FR'] }, { field: 'industry', is: ['bank'] }] }, inFrance)).toBeUndefined()
    expect(holdsIn({ all: [{ field: 'country', is: ['DE'] }, { field: 'industry', is: ['bank'] }] }, inFrance)).toBe(false)
    expect(holdsIn({ none: [{ field: 'country', is: ['DE'] }] }, inFrance)).toBe(true)
    expect(holdsIn({ all: [] }, inFrance)).toBe(true)
    expect(holdsIn({ any: [] }, inFrance)).toBe(false)
  })

  it('is the lowest priority, then the deeper territory, then the code; what rests does not count', () => {
    const win = (...rules: Rule[]) => holdingOf(inFrance, rankRules(rules, tree, TODAY)).rule?.code
    expect(win(rule('A', 'world', countries('FR')), rule('B', 'fr', countries('FR')))).toBe('B')
    expect(win(rule('A', 'world', countries('FR'), { priority: 5 }), rule('B', 'fr', countries('FR')))).toBe('A')
    expect(win(rule('B', 'fr', countries('FR')), rule('A', 'benelux', countries('FR')))).toBe('A')
    expect(win(rule('A', 'fr', countries('FR'), { enabled: false }))).toBeUndefined()
    expect(win(rule('A', 'fr', countries('FR'), { effectiveFrom: '2026-11-27' }))).toBeUndefined()
  })

  it('tells an overlap, and who takes a part before', () => {
    const holding = holdingOf(inFrance, rankRules([rule('A', 'fr', countries('FR')), rule('B', 'benelux', countries('FR', 'BE')), rule('C', 'idf', regions('FR-IDF')), rule('D', 'emea', regions('FR-BRE'))], tree, TODAY))
    expect([holding.rule?.code, holding.tied.map(({ code }) => code), holding.before.map(({ code }) => code)]).toEqual(['A', ['B'], ['C']])
  })
})

describe('giving places to a territory', () => {
  const give = (codes: string[], to: string, ...rules: Rule[]) => givePlaces('country', codes, to, rules, tree)

  it('takes them from the rule that has them, and adds them to the territory’s own', () => {
    const from = rule('A', 'benelux', countries('BE', 'NL', 'LU'))
    const own = rule('B', 'fr', countries('FR'))
    expect(give(['LU'], 'fr', from, own)).toEqual([
      { kind: 'change', rule: own, loses: false, codes: ['LU'], condition: countries('FR', 'LU') },
      { kind: 'change', rule: from, loses: true, codes: ['LU'], condition: countries('BE', 'NL') },
    ])
  })

  it('removes a rule that has nothing left, and makes one where the territory has none', () => {
    const from = rule('A', 'benelux', countries('LU'))
    expect(give(['LU'], 'fr', from, rule('B', 'fr', regions('FR-IDF')))).toEqual([{ kind: 'add', codes: ['LU'], condition: countries('LU') }, { kind: 'remove', rule: from }])
  })

  it('leaves alone what lies above, what asks for more, and what is as it should be', () => {
    const above = rule('A', 'emea', countries('FR', 'LU'))
    const asksMore = rule('B', 'benelux', { all: [{ field: 'country', is: ['LU'] }, { field: 'industry', is: ['bank'] }] })
    const own = rule('C', 'fr', countries('FR', 'LU'))
    expect(give(['LU'], 'fr', above, asksMore, own)).toEqual([])
  })
})

it('codes a new rule by its territory, past those that are there', () => {
  expect(freeRuleCode({ code: 'FR' }, [rule('FR-R1', 'fr', countries('FR')), rule('FR-R2', 'fr', countries('MC'))])).toBe('FR-R3')
})

describe('what is told apart by colour', () => {
  it('is what lies right below the territory shown, each with all that lies in it', () => {
    const { of, parts, partOf } = groupsOf('world', tree, compare)
    expect([of, parts]).toEqual(['world', ['apac', 'emea']])
    expect([partOf.get('idf'), partOf.get('world')]).toEqual([1, -1])
    expect(groupsOf('emea', tree, compare).partOf.get('apac')).toBeUndefined()
  })

  it('goes past a top that has no sisters, and shows a leaf beside its own', () => {
    expect(groupsOf(null, tree, compare).of).toBe('world')
    expect(groupsOf('idf', tree, compare).parts).toEqual(['idf'])
    expect(groupsOf('benelux', tree, compare).parts).toEqual(['benelux', 'fr'])
    expect(groupsOf('gone', tree, compare).of).toBe('world')
  })

  it('looks different for 32 parts', () => {
    expect(new Set(looksOf(Array.from({ length: 32 }, () => new Set<number>())).map((look) => JSON.stringify(look))).size).toBe(32)
  })

  it('has other colours where parts border on each other', () => {
    const countries = [{ code: 'FR', beside: ['BE'] }, { code: 'BE', beside: ['FR', 'DE'] }, { code: 'DE', beside: ['BE'] }]
    const beside = bordersOf(new Map([['FR', 0], ['BE', 8], ['DE', 8]]), countries, 9)
    expect([[...beside[0]!], [...beside[8]!]]).toEqual([[8], [0]])
    const looks = looksOf(beside)
    expect(looks[8]!.colour).not.toBe(looks[0]!.colour)
  })
})
