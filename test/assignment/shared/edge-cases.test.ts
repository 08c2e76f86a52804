/** Edge cases of lead distribution, by their numbers in the study of the field (part B2). */
import { describe, expect, test } from 'vitest'
import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { explainLead } from '#shared/assignment/explain-lead.ts'
import { leadColumnsOf } from '#shared/assignment/lead-columns.ts'
import { planAssignment } from '#shared/assignment/plan-assignment.ts'
import type { RuleSet } from '#shared/assignment/rule-set.ts'
import { aLead, aPartner, aRule, aTerritory, decisionOf, everyLead, foldCompany, given, knowledge, oneTerritory, partnersOf, plan, readPlan, someLeads, TODAY } from './assignment-builders.ts'

const three = [aPartner('ana'), aPartner('ben'), aPartner('cleo')]
const rota = oneTerritory(aTerritory('all', ['ana', 'ben', 'cleo']), three)

describe('1: batch and single', () => {
  test('several leads at once do not all go to the first lead’s partner', () => {
    expect(partnersOf(rota, someLeads(4))).toEqual(['ana', 'ben', 'cleo', 'ana'])
  })

  test('a lead by itself goes where the batch would have put it', () => {
    const leads = someLeads(4)
    const alone = leads.map((_, only) => readPlan(plan(rota, leads, { only }), leads)[leads[only]!.id])
    expect(alone.map((lead) => lead?.partner)).toEqual(['ana', 'ben', 'cleo', 'ana'])
  })

  test('deciding one lead leaves every other untouched', () => {
    const leads = someLeads(3)
    const outcomes = Object.values(readPlan(plan(rota, leads, { only: 1 }), leads)).map(({ outcome }) => outcome)
    expect(outcomes).toEqual(['untouched', 'assigned', 'untouched'])
  })
})

test('2: a decision says under which version, from which candidates and by which turn it was made', () => {
  const decision = decisionOf(rota, someLeads(2), 1)
  expect(decision.version).toBe(compileRuleSet(rota, knowledge).version)
  expect(decision.candidates.map(({ partnerId, eligible }) => [partnerId, eligible])).toEqual([['ana', true], ['ben', true], ['cleo', true]])
  expect(decision.choice).toEqual({ strategy: 'roundRobin', turnOf: 'ben', tieBreak: null })
})

describe('4: a tie at top priority never ends in no owner', () => {
  const map = (depths: readonly [string | null, string | null]): RuleSet => ({
    today: TODAY,
    partners: three,
    territories: [aTerritory('root', []), aTerritory('north', ['ana'], { parentId: depths[0] }), aTerritory('south', ['ben'], { parentId: depths[1] })],
    rules: [aRule('x', 'south', everyLead, { code: 'B' }), aRule('y', 'north', everyLead, { code: 'A' })],
  })

  test('the deeper territory wins, and the loser’s reason is its depth', () => {
    const decision = decisionOf(map([null, 'root']), someLeads(1))
    expect(decision.partnerId).toBe('ben')
    expect(decision.lost).toEqual([{ id: 'y', code: 'A', priority: 100, territory: { id: 'north', code: 'NORTH' }, because: 'shallowerTerritory' }])
  })

  test('between equals the rule’s code decides, and says so', () => {
    const decision = decisionOf(map(['root', 'root']), someLeads(1))
    expect(decision.partnerId).toBe('ana')
    expect(decision.lost.map(({ because }) => because)).toEqual(['code'])
  })

  test('a lower priority number wins over a deeper territory', () => {
    const { rules, ...rest } = map([null, 'root'])
    const decision = decisionOf({ ...rest, rules: rules.map((rule) => (rule.id === 'y' ? { ...rule, priority: 99 } : rule)) }, someLeads(1))
    expect(decision.partnerId).toBe('ana')
    expect(decision.lost.map(({ because }) => because)).toEqual(['priority'])
  })
})

describe('5: addresses that are missing or written in another way', () => {
  const sapporo: RuleSet = { ...rota, rules: [aRule('sapporo', 'all', { field: 'postcode', in: ['060-0000-064-9999'] })] }
  const outcomeOf = (postcode: string | null) => readPlan(plan(sapporo, [aLead('l', { postcode })]), [aLead('l')])['l']?.outcome

  test.each(['060-0001', '０６０－０００１', '〒0640941', '060 0001'])('%s lies in the range of postcodes', (postcode) => {
    expect(outcomeOf(postcode)).toBe('assigned')
  })

  test.each(['600001', '065-0000', '0600', null])('%s does not', (postcode) => {
    expect(outcomeOf(postcode)).toBe('unroutable')
  })

  test('a lead without a country matches no rule for a country, nor a region’s rule without a region', () => {
    const byPlace: RuleSet = { ...rota, rules: [aRule('england', 'all', { field: 'region', is: ['GB-ENG'] }), aRule('japan', 'all', { field: 'country', is: ['JP'] })] }
    expect(decisionOf(byPlace, [aLead('l')]).cause).toBe('noRule')
    expect(decisionOf(byPlace, [aLead('l', { country: 'GB' })]).cause).toBe('noRule')
    expect(decisionOf(byPlace, [aLead('l', { region: 'GB-ENG' })]).rule?.id).toBe('england')
  })

  test('a region says its country: a rule for a country, however written, matches a lead that only has the region', () => {
    const byPlace: RuleSet = { ...rota, rules: [aRule('japan', 'all', { field: 'country', is: ['JP'] }), aRule('britain', 'all', { field: 'region', is: ['GB'] })] }
    expect(decisionOf(byPlace, [aLead('l', { region: 'JP-13' })]).rule?.id).toBe('japan')
    expect(decisionOf(byPlace, [aLead('l', { region: 'GB-SCT' })]).rule?.id).toBe('britain')
  })
})

describe('7: an approved registration', () => {
  const reserved = (facts = {}) => [aLead('l', { reservedFor: 'zoe', ...facts })]
  const withZoe = (facts = {}): RuleSet => ({ ...rota, partners: [...three, aPartner('zoe', { regions: ['JP'], capacity: 0, ...facts })] })

  test('wins over the map, whatever the map says, and is shown as the reason', () => {
    const decision = decisionOf(withZoe(), reserved({ country: 'GT' }))
    expect(decision).toMatchObject({ partnerId: 'zoe', reservedFor: 'zoe', rule: { id: 'all' }, choice: null })
  })

  test('takes no turn of the rotation', () => {
    expect(partnersOf(withZoe(), [...reserved(), aLead('m'), aLead('n')])).toEqual(['zoe', 'ana', 'ben'])
  })

  test('for a partner that is not active leaves the lead to a person, not to somebody else', () => {
    const decision = decisionOf(withZoe({ status: 'suspended' }), reserved())
    expect(decision).toMatchObject({ partnerId: null, cause: 'reservedPartnerUnavailable' })
    expect(decision.candidates).toMatchObject([{ partnerId: 'zoe', reasons: [{ reason: 'notActive', status: 'suspended' }] }])
  })
})

describe('8: a lead', () => {
  test('from a partner’s own company does not go to that partner', () => {
    expect(partnersOf(rota, [aLead('l', { company: 'ANA Partners Inc.' })])).toEqual(['ben'])
  })

  test('of an existing customer goes to its partner of record, whoever’s turn it is', () => {
    expect(partnersOf(rota, [aLead('l', { reservedFor: 'cleo' }), aLead('m')])).toEqual(['cleo', 'ana'])
  })
})

test('20: a lead that came back may go again to a partner that lost it', () => {
  const onlyAna: RuleSet = { ...rota, territories: [aTerritory('all', ['ana'])] }
  expect(partnersOf(onlyAna, [aLead('l', { stage: 'new', partnerId: null })])).toEqual(['ana'])
})

test('9: of headquarters and buying site, the lead’s own place decides, unless a named account comes first', () => {
  const byPlace: RuleSet = {
    ...rota,
    territories: [aTerritory('tokyo', ['ana']), aTerritory('guatemala', ['ben']), aTerritory('named', ['cleo'])],
    rules: [aRule('gt', 'guatemala', { field: 'country', is: ['GT'] }), aRule('jp', 'tokyo', { field: 'country', is: ['JP'] }), aRule('key', 'named', { field: 'account', is: ['4010001000001'] }, { priority: 1 })],
  }
  expect(partnersOf(byPlace, [aLead('site', { country: 'GT' }), aLead('key', { country: 'GT', corporateNumber: '４０１０００１０００００１' })])).toEqual(['ben', 'cleo'])
})

test('10: declining does not bring the next lead sooner: the turn is over', () => {
  const [first, second, third] = someLeads(3)
  const offeredAgain = { ...first!, stage: 'declined' as const, declinedBy: ['ana'] }
  expect(partnersOf(rota, [offeredAgain, given(second!, 'ben', 'all'), third!])).toEqual(['ben', 'ben', 'cleo'])
})

describe('a lead that came back', () => {
  const back = (stage: 'expired' | 'recalled' | 'declined') => [aLead('l', { stage, partnerId: 'ana', territoryId: 'all' })]

  test.each(['expired', 'recalled', 'declined'] as const)('%s, it is offered to the next and not to whoever had it last, who is told why', (stage) => {
    const decision = decisionOf(rota, back(stage))
    expect(decision.partnerId).toBe('ben')
    expect(decision.candidates.map(({ partnerId, reasons }) => [partnerId, reasons])).toEqual([['ana', [{ reason: 'hadItLast' }]], ['ben', []], ['cleo', []]])
  })

  test('finds nobody, visibly, where there is no other candidate', () => {
    const alone = oneTerritory(aTerritory('all', ['ana']), three)
    expect(decisionOf(alone, back('expired'))).toMatchObject({ partnerId: null, cause: 'noneEligible' })
  })

  test('may go again to a partner who had it before the last one, unless that one declined it', () => {
    const two = oneTerritory(aTerritory('all', ['ana', 'ben']), three)
    const again = (declinedBy: readonly string[]) => decisionOf(two, [aLead('l', { stage: 'expired', partnerId: 'ben', declinedBy: [...declinedBy] })]).partnerId
    expect([again([]), again(['ana'])]).toEqual(['ana', null])
  })
})

describe('11: capacity', () => {
  const small = (capacity: number) => oneTerritory(aTerritory('all', ['ana', 'ben']), [aPartner('ana', { capacity }), aPartner('ben')])

  test('counts what this very run has offered, so that a burst does not overrun it', () => {
    expect(partnersOf(small(1), someLeads(4))).toEqual(['ana', 'ben', 'ben', 'ben'])
  })

  test.each(['offered', 'opened', 'accepted', 'working'] as const)('counts leads that are %s', (stage) => {
    const held = given(aLead('a-held'), 'ana', 'all', { stage })
    expect(partnersOf(small(1), [held, aLead('new')])).toEqual(['ana', 'ben'])
  })

  test.each(['closedWon', 'converted', 'duplicate'] as const)('does not count leads that are %s', (stage) => {
    const past = given(aLead('a-past'), 'ben', 'all', { stage, partnerId: 'ana' })
    expect(partnersOf(oneTerritory(aTerritory('all', ['ana']), [aPartner('ana', { capacity: 1 })]), [past, aLead('new')])).toEqual([null, 'ana'])
  })

  test('is not overrun by an old lead that comes back while newer ones are held', () => {
    const leads = [aLead('1-back', { stage: 'recalled' }), given(aLead('2-held'), 'ana', 'all')]
    expect(partnersOf(small(1), leads)).toEqual(['ben', 'ana'])
  })
})

describe('12: a newcomer is not flooded', () => {
  test.each(['roundRobin', 'weighted'] as const)('under %s it gets its share from now on, not the backlog', (strategy) => {
    const history = someLeads(40).map((lead, at) => given(lead, at % 2 === 0 ? 'ana' : 'ben', 'all', { sameVersion: false }))
    const leads = [...history, ...Array.from({ length: 9 }, (_, at) => aLead(`new-${at}`))]
    const after = partnersOf(oneTerritory(aTerritory('all', ['ana', 'ben', 'cleo'], { strategy }), three), leads).slice(40)
    expect(after.slice(0, 3).toSorted()).toEqual(['ana', 'ben', 'cleo'])
    expect(after.filter((partner) => partner === 'cleo')).toHaveLength(3)
  })

  test.each(['roundRobin', 'weighted'] as const)('under %s who returns from absence is not owed the turns it missed', (strategy) => {
    const limited = [aPartner('ana'), aPartner('ben'), aPartner('cleo', { regions: ['JP'] })]
    const leads = [...someLeads(20, { country: 'GT' }), ...Array.from({ length: 6 }, (_, at) => aLead(`tokyo-${at}`, { country: 'JP' }))]
    const after = partnersOf(oneTerritory(aTerritory('all', ['ana', 'ben', 'cleo'], { strategy }), limited), leads).slice(20)
    expect(after.filter((partner) => partner === 'cleo')).toHaveLength(2)
  })
})

describe('the rotation goes on', () => {
  test.each(['opened', 'closedLost', 'converted'] as const)('from leads that are %s by now', (stage) => {
    expect(partnersOf(rota, [given(aLead('1'), 'ana', 'all', { stage }), aLead('2')])[1]).toBe('ben')
  })

  test('under a new version of the rules', () => {
    expect(partnersOf(rota, [given(aLead('1'), 'ana', 'all', { sameVersion: false }), aLead('2')])).toEqual(['ana', 'ben'])
  })

  test('past a manual choice, which is nobody’s turn', () => {
    expect(partnersOf(rota, [aLead('1', { stage: 'offered', partnerId: 'ana', territoryId: 'all', assignmentOrigin: 'manual' }), aLead('2')])).toEqual(['ana', 'ana'])
  })
})

test('16: a run uses the snapshot it was compiled from', () => {
  const rules = [aRule('all', 'all', everyLead)]
  const compiled = compileRuleSet({ ...rota, rules }, knowledge)
  const leads = leadColumnsOf(someLeads(2), foldCompany)
  const before = planAssignment(compiled, leads, 'unassigned').partner.slice()
  rules.pop()
  expect(planAssignment(compiled, leads, 'unassigned').partner).toEqual(before)
})

describe('17: territories inherit from above', () => {
  const family: RuleSet = {
    today: TODAY,
    partners: [aPartner('ana', { tier: 'gold' }), aPartner('ben')],
    territories: [aTerritory('central', ['ana', 'ben'], { requirements: { certifications: [], minimumTier: 'silver', language: false } }), aTerritory('belize', [], { parentId: 'central' }), aTerritory('lonely', [])],
    rules: [aRule('bz', 'belize', { field: 'country', is: ['BZ'] }), aRule('other', 'lonely', { field: 'country', is: ['AQ'] })],
  }

  test('a territory without candidates uses those of the nearest ancestor that has some, under both territories’ demands', () => {
    const decision = decisionOf(family, [aLead('l', { country: 'BZ' })])
    expect(decision).toMatchObject({ partnerId: 'ana', territory: { id: 'belize' }, candidatesFrom: { id: 'central' } })
    expect(decision.candidates[1]?.reasons).toEqual([{ reason: 'tierTooLow', tier: 'registered', minimum: 'silver' }])
  })

  test('where nobody above has candidates either, the lead is shown as unroutable', () => {
    expect(decisionOf(family, [aLead('l', { country: 'AQ' })])).toMatchObject({ partnerId: null, cause: 'noCandidates' })
  })
})

test('18: realignment moves open leads nobody works on, and nothing else', () => {
  const old = (id: string, facts = {}) => given(aLead(id), 'cleo', 'all', { sameVersion: false, ...facts })
  const leads = [old('1'), old('2', { stage: 'closedWon' }), old('3', { stage: 'working' }), old('4', { assignmentOrigin: 'manual' }), old('5', { sameVersion: true })]
  const read = Object.values(readPlan(plan(oneTerritory(aTerritory('all', ['ana']), three), leads, 'all'), leads))
  expect(read.map(({ outcome, partner }) => [outcome, partner])).toEqual([['assigned', 'ana'], ['untouched', null], ['fixed', 'cleo'], ['fixed', 'cleo'], ['kept', 'cleo']])
})

describe('19: a manual choice', () => {
  const chosen = (manualUntil: string | null) => aLead('l', { stage: 'offered', partnerId: 'cleo', assignmentOrigin: 'manual', manualUntil })

  test.each([null, TODAY, '2027-01-01'])('stands until %s', (until) => {
    expect(partnersOf(rota, [chosen(until)], 'all')).toEqual(['cleo'])
  })

  test('ends with its date: the rules decide again', () => {
    expect(partnersOf(rota, [chosen('2026-11-21')])).toEqual(['ana'])
  })

  test('is explained by what the rules would have said', () => {
    const leads = leadColumnsOf([chosen(null)], foldCompany)
    expect(explainLead(compileRuleSet(rota, knowledge), leads, 0).decision.partnerId).toBe('ana')
  })
})
