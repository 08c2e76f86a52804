/** Edge cases of lead distribution, by their numbers in the study of the field (part B2). */
import { describe, expect, test } from 'vitest'
import { coolDownsOf, type Answer } from '#shared/assignment/cool-down.ts'
import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { explainLead } from '#shared/assignment/explain-lead.ts'
import { outcomes } from '#shared/assignment/assignment-plan.ts'
import { leadColumnsOf } from '#shared/assignment/lead-columns.ts'
import { planAssignment } from '#shared/assignment/plan-assignment.ts'
import { knowledge as worldKnowledge } from '#shared/assignment/knowledge.ts'
import { Realignment } from '#shared/assignment/realignment.ts'
import type { RuleSet } from '#shared/assignment/rule-set.ts'
import { USUAL_TERMS, type DistributionTerms } from '#shared/qualification/distribution-terms.ts'
import { aLead, aPartner, aRule, aTerritory, decisionOf, everyLead, foldCompany, given, knowledge, oneTerritory, partnersOf, plan, readPlan, someLeads, TODAY } from './assignment-builders.ts'

const three = [aPartner('ana'), aPartner('ben'), aPartner('cleo')]
const rota = oneTerritory(aTerritory('all', ['ana', 'ben', 'cleo']), three)

describe('B2.1: batch and single', () => {
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

test('B2.2: a decision says under which version, from which candidates and by which turn it was made', () => {
  const decision = decisionOf(rota, someLeads(2), 1)
  expect(decision.version).toBe(compileRuleSet(rota, knowledge).version)
  expect(decision.candidates.map(({ partnerId, eligible }) => [partnerId, eligible])).toEqual([['ana', true], ['ben', true], ['cleo', true]])
  expect(decision.choice).toEqual({ strategy: 'roundRobin', turnOf: 'ben', tieBreak: null })
})

describe('B2.4: a tie at top priority never ends in no owner', () => {
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

describe('B2.5: addresses that are missing or written in another way', () => {
  const sapporo: RuleSet = { ...rota, rules: [aRule('sapporo', 'all', { field: 'postcode', in: ['060-0000-064-9999'] })] }
  const outcomeOf = (postcode: string | null) => readPlan(plan(sapporo, [aLead('l', { postcode })]), [aLead('l')])['l']?.outcome

  test.each(['060-0001', '０６０－０００１', '〒0640941', '060 0001'])('%s lies in the range of postcodes', (postcode) => {
    expect(outcomeOf(postcode)).toBe('assigned')
  })

  test.each(['600001', '065-0000', '0600', null])('%s does not', (postcode) => {
    expect(outcomeOf(postcode)).toBe('unroutable')
  })

  test.each(['SW1A 1AA', 'ｓｗ１ａ　１ａａ', 'sw1a1aa'])('%s lies among postcodes of letters', (postcode) => {
    const london: RuleSet = { ...rota, rules: [aRule('london', 'all', { field: 'postcode', in: ['SW1A-SW1Z'] })] }
    expect(partnersOf(london, [aLead('l', { postcode })])).toEqual(['ana'])
  })

  test.each([['國際貿易株式会社', '国際貿易'], ['ﾘﾗ株式会社', 'リラ株式会社'], ['Ｌｉｒａ　Ｉｎｃ．', 'LIRA inc.']])('%s is the named account %s: old kanji, width and legal form aside', (company, account) => {
    const named: RuleSet = { ...rota, rules: [aRule('key', 'all', { field: 'account', is: [account] })] }
    const compiled = compileRuleSet(named, worldKnowledge)
    const leads = leadColumnsOf([aLead('l', { company })], worldKnowledge.foldCompany)
    expect(planAssignment(compiled, leads, 'unassigned').outcome[0]).toBe(outcomes.indexOf('assigned'))
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

describe('B2.7: an approved registration', () => {
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

describe('B2.8: a lead', () => {
  test('from a partner’s own company does not go to that partner', () => {
    expect(partnersOf(rota, [aLead('l', { company: 'ANA Partners Inc.' })])).toEqual(['ben'])
  })

  test('of an existing customer goes to its partner of record, whoever’s turn it is', () => {
    expect(partnersOf(rota, [aLead('l', { reservedFor: 'cleo' }), aLead('m')])).toEqual(['cleo', 'ana'])
  })
})

test('B2.20: a lead that came back may go again to a partner that lost it', () => {
  const onlyAna: RuleSet = { ...rota, territories: [aTerritory('all', ['ana'])] }
  expect(partnersOf(onlyAna, [aLead('l', { stage: 'new', partnerId: null })])).toEqual(['ana'])
})

test('B2.9: of headquarters and buying site, the lead’s own place decides, unless a named account comes first', () => {
  const byPlace: RuleSet = {
    ...rota,
    territories: [aTerritory('tokyo', ['ana']), aTerritory('guatemala', ['ben']), aTerritory('named', ['cleo'])],
    rules: [aRule('gt', 'guatemala', { field: 'country', is: ['GT'] }), aRule('jp', 'tokyo', { field: 'country', is: ['JP'] }), aRule('key', 'named', { field: 'account', is: ['4010001000001'] }, { priority: 1 })],
  }
  expect(partnersOf(byPlace, [aLead('site', { country: 'GT' }), aLead('key', { country: 'GT', corporateNumber: '４０１０００１０００００１' })])).toEqual(['ben', 'cleo'])
})

describe('B2.10: a partner that declines everything but the best leads', () => {
  const cooling = { from: TODAY, until: '2026-12-06', declined: 4, answered: 5 }
  const picky = oneTerritory(aTerritory('all', ['ana', 'ben', 'cleo']), [aPartner('ana', { coolDown: cooling }), aPartner('ben'), aPartner('cleo')])

  test('is passed over while it cools down, and told why and until when', () => {
    const decision = decisionOf(picky, someLeads(1))
    expect(decision.partnerId).toBe('ben')
    expect(decision.candidates[0]).toMatchObject({ partnerId: 'ana', eligible: false, reasons: [{ reason: 'coolingDown', until: '2026-12-06', declined: 4, answered: 5 }] })
  })

  test('makes another version of the rules, whose decisions are others', () => {
    expect(compileRuleSet(picky, knowledge).version).not.toBe(compileRuleSet(rota, knowledge).version)
  })

  test('still gets what an approved registration reserves for it', () => {
    expect(partnersOf(picky, [aLead('l', { reservedFor: 'ana' })])).toEqual(['ana'])
  })
})

describe('B2.10: when a cool-down begins and ends', () => {
  const terms: DistributionTerms = { ...USUAL_TERMS, declines: 3, declineShare: 50, declinePeriod: 30, coolDown: 14 }
  const answers = (...days: readonly (readonly [string, boolean])[]): Answer[] => days.map(([date, declined]) => ({ partnerId: 'ana', at: `${date}T10:00:00.000Z`, declined }))
  const on = (today: string, given: readonly Answer[], how = terms) => coolDownsOf(given, how, today).get('ana')
  const three = answers(['2026-11-01', true], ['2026-11-05', true], ['2026-11-08', false], ['2026-11-20', true])

  test('with the decline that makes it too many, for so many days', () => {
    expect(on('2026-11-22', three)).toEqual({ from: '2026-11-20', until: '2026-12-04', declined: 3, answered: 4 })
    expect(on('2026-12-04', three)).toBeDefined()
    expect(on('2026-12-05', three)).toBeUndefined()
  })
  test('not where too few were declined, or too small a share of what was answered', () => {
    expect(on('2026-11-22', three.slice(1))).toBeUndefined()
    expect(on('2026-11-22', [...three, ...answers(...['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12'].map((day) => [day, false] as const))])).toBeUndefined()
  })
  test('not for what was declined before the period', () => {
    expect(on('2026-12-10', answers(['2026-11-01', true], ['2026-11-05', true], ['2026-12-05', true]))).toBeUndefined()
  })
  test('an accepted offer does not end it, another declined one makes it longer', () => {
    expect(on('2026-11-26', [...three, ...answers(['2026-11-24', false])])?.until).toBe('2026-12-04')
    expect(on('2026-11-26', [...three, ...answers(['2026-11-25', true])])).toMatchObject({ until: '2026-12-09', declined: 4 })
  })
  test('never where nobody has asked for it', () => {
    expect(on('2026-11-22', three, USUAL_TERMS)).toBeUndefined()
  })
})

describe('a lead that is held back', () => {
  test.each(['notQualified', 'possibleDuplicate'] as const)('because of %s waits where it is, and the next ones take its turn', (heldBack) => {
    const leads = [aLead('1', { stage: 'new', heldBack }), aLead('2')]
    expect(Object.values(readPlan(plan(rota, leads), leads)).map(({ outcome, partner }) => [outcome, partner])).toEqual([['untouched', null], ['assigned', 'ana']])
  })
  test('is explained by what the rules would say', () => {
    const leads = leadColumnsOf([aLead('1', { heldBack: 'notQualified' })], foldCompany)
    expect(explainLead(compileRuleSet(rota, knowledge), leads, 0).decision.partnerId).toBe('ana')
  })
})

test('B2.10: declining does not bring the next lead sooner: the turn is over', () => {
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

describe('B2.11: capacity', () => {
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

describe('B2.12: a newcomer is not flooded', () => {
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

test('B2.16: rules that are edited meanwhile change nothing of what is kept of a realignment, until it follows them', () => {
  const rules = [aRule('all', 'all', everyLead)]
  const ruleSet = { ...rota, rules }
  const realignment = new Realignment(leadColumnsOf(someLeads(2), foldCompany), ruleSet, knowledge, false)
  rules.pop()
  expect([...realignment.columns.outcome].map((outcome) => outcomes[outcome])).toEqual(['assigned', 'assigned'])
  realignment.follow({ ...ruleSet, rules: [] })
  expect([...realignment.columns.outcome].map((outcome) => outcomes[outcome])).toEqual(['unroutable', 'unroutable'])
})

test('B2.16: a run uses the snapshot it was compiled from', () => {
  const rules = [aRule('all', 'all', everyLead)]
  const compiled = compileRuleSet({ ...rota, rules }, knowledge)
  const leads = leadColumnsOf(someLeads(2), foldCompany)
  const before = planAssignment(compiled, leads, 'unassigned').partner.slice()
  rules.pop()
  expect(planAssignment(compiled, leads, 'unassigned').partner).toEqual(before)
})

describe('B2.17: territories inherit from above', () => {
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

test('B2.18: realignment moves open leads nobody works on, and nothing else', () => {
  const old = (id: string, facts = {}) => given(aLead(id), 'cleo', 'all', { sameVersion: false, ...facts })
  const leads = [old('1'), old('2', { stage: 'closedWon' }), old('3', { stage: 'working' }), old('4', { assignmentOrigin: 'manual' }), old('5', { sameVersion: true })]
  const read = Object.values(readPlan(plan(oneTerritory(aTerritory('all', ['ana']), three), leads, 'all'), leads))
  expect(read.map(({ outcome, partner }) => [outcome, partner])).toEqual([['assigned', 'ana'], ['untouched', null], ['fixed', 'cleo'], ['fixed', 'cleo'], ['kept', 'cleo']])
})

describe('B2.18: a realignment', () => {
  const map = (rules: RuleSet['rules']): RuleSet => ({ today: TODAY, partners: three, territories: [aTerritory('north', ['ana', 'ben']), aTerritory('south', ['cleo'])], rules })
  const before = [aRule('jp', 'north', { field: 'country', is: ['JP'] }), aRule('gt', 'south', { field: 'country', is: ['GT'] })]
  const after = [aRule('jp', 'south', { field: 'country', is: ['JP'] }), aRule('gt', 'south', { field: 'country', is: ['GT'] })]
  const inJapan = (id: string, facts = {}) => given(aLead(id, { country: 'JP' }), 'ben', 'north', { sameVersion: false, ...facts })
  const outcomesOf = (leads: readonly ReturnType<typeof aLead>[], rules = after) => Object.values(readPlan(plan(map(rules), leads, 'realign'), leads)).map(({ outcome, partner }) => [outcome, partner])

  test('moves what is offered and lies elsewhere on the map by now', () => {
    expect(outcomesOf([inJapan('1')])).toEqual([['assigned', 'cleo']])
  })

  test('leaves everything else where it is, in whatever turn the rules would decide it now', () => {
    expect(outcomesOf([inJapan('1'), inJapan('2'), inJapan('3')], before)).toEqual([['kept', 'ben'], ['kept', 'ben'], ['kept', 'ben']])
  })

  test('never touches what is closed, worked on, pinned, held over or given by a person', () => {
    const leads = [inJapan('1', { stage: 'closedWon' }), inJapan('2', { stage: 'converted' }), inJapan('3', { stage: 'opened' }), inJapan('4', { pinReason: 'asked for' }), inJapan('5', { heldOver: true }), inJapan('6', { assignmentOrigin: 'manual' })]
    expect(outcomesOf(leads)).toEqual([['untouched', null], ['untouched', null], ['fixed', 'ben'], ['fixed', 'ben'], ['kept', 'ben'], ['fixed', 'ben']])
  })

  test('moves what its partner may not have any more because the territory names others', () => {
    const { territories: [north, ...rest], ...others } = map(before)
    const leads = [inJapan('1')]
    const read = readPlan(plan({ ...others, territories: [{ ...north!, candidates: [{ partnerId: 'ana', weight: 1 }] }, ...rest] }, leads, 'realign'), leads)
    expect(read['1']).toMatchObject({ outcome: 'assigned', partner: 'ana' })
  })

  test('leaves a registered customer with its partner, whatever the map says', () => {
    expect(outcomesOf([inJapan('1', { reservedFor: 'ben' })])).toEqual([['kept', 'ben']])
  })

  test('takes from nobody what no rule covers any more without saying so: such a lead is unroutable', () => {
    expect(outcomesOf([inJapan('1')], [])).toEqual([['unroutable', null]])
  })
})

describe('B2.19: a manual choice', () => {
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
