import { describe, expect, test } from 'vitest'
import { activationGate, type Lacking } from '#shared/onboarding/activation-gate.ts'
import { inOrder } from '#shared/onboarding/ask-checklist.ts'
import { compareTemplates } from '#shared/onboarding/compare-templates.ts'
import { exclusion, holds } from '#shared/onboarding/condition.ts'
import { deriveChecklist } from '#shared/onboarding/derive-checklist.ts'
import { findWhoActs } from '#shared/onboarding/find-who-acts.ts'
import { countHoldings, needsSuccessor } from '#shared/onboarding/hand-on.ts'
import { summariseChecklist } from '#shared/onboarding/summarise-checklist.ts'
import { FOR_EVERYBODY } from '#shared/onboarding/template.ts'
import { whyNotRecorded, type Act } from '#shared/onboarding/why-not-recorded.ts'
import { buildEvent, buildStage, buildTask, checklistFacts, TWO_STAGES } from '#test/foundation/builders/build-checklist.ts'

const traits = checklistFacts().traits
const contact = (name: string, email: string | null) => ({ name, email, phone: null, role: null, primary: false })
const taskOf = (key: string, ...events: Parameters<typeof buildEvent>[]) => {
  const derived = deriveChecklist(checklistFacts({ events: events.map((given) => buildEvent(...given)) }))
  return derived.stages.flatMap(({ tasks }) => tasks).find(({ task }) => task.key === key)!
}

describe('a condition', () => {
  test.each([
    [{ types: ['reseller' as const] }, true], [{ types: ['distributor' as const] }, false], [{ tiers: ['gold' as const, 'silver' as const] }, true], [{ places: ['BZ', 'GT'] }, true], [{ places: ['MX'] }, false],
    [{ languages: ['es'] }, true], [{ languages: ['ja'] }, false], [{ products: ['LIRA-PAY'] }, true], [{ products: ['OTHER'], languages: ['es'] }, false], [{}, true],
  ])('%j of a silver reseller in Guatemala: %s', (condition, expected) => {
    expect(holds({ ...FOR_EVERYBODY, ...condition }, traits)).toBe(expected)
  })
  test('excludes another only where nobody could meet both', () => {
    expect(exclusion({ ...FOR_EVERYBODY, languages: ['ja'] }, { ...FOR_EVERYBODY, languages: ['es'] })).toBeUndefined()
    expect(exclusion({ ...FOR_EVERYBODY, tiers: ['gold'] }, { ...FOR_EVERYBODY, tiers: ['silver'] })).toBe('tiers')
  })
})

test('two versions are compared task by task', () => {
  const [agree, learn] = TWO_STAGES
  const after = [{ ...agree!, tasks: agree!.tasks.map((task) => (task.key === 'contract' ? { ...task, days: 9, required: false } : task)) }, { ...learn!, tasks: [...learn!.tasks.slice(1), buildTask('quiz')] }]
  const { added, removed, changed } = compareTemplates(TWO_STAGES, after)
  expect([added.map(({ key }) => key), removed.map(({ key }) => key), changed.map(({ task, traits: named }) => [task.key, named])]).toEqual([['quiz'], ['course'], [['contract', ['days', 'required']]]])
  expect(compareTemplates(TWO_STAGES, [agree!, buildStage('learn'), { ...learn!, key: 'later' }]).changed.map(({ traits: named }) => named)).toEqual([['stage'], ['stage'], ['stage']])
})

test('the summary says whose turn it is: what is handed in waits for the vendor', () => {
  const of = (...events: Parameters<typeof buildEvent>[]) => summariseChecklist(deriveChecklist(checklistFacts({ events: events.map((given) => buildEvent(...given)) })))
  expect(of()).toMatchObject({ stageKey: 'agree', stagesDone: 0, done: 0, total: 4, percent: 0, waitingFor: 'vendor', nextDueOn: '2026-11-24', actionRequired: 0 })
  expect(of(['call', 'completed'])).toMatchObject({ waitingFor: 'partner', percent: 25, openTasks: [{ task: 'contract', side: 'partner', state: 'pending' }] })
  expect(of(['call', 'completed'], ['contract', 'submitted'])).toMatchObject({ waitingFor: 'vendor', openTasks: [{ task: 'contract', side: 'vendor', state: 'waitingForApproval' }] })
  expect(of(['call', 'completed'], ['contract', 'completed'], ['course', 'completed'])).toMatchObject({ stageKey: 'learn', waitingFor: 'both', percent: 75 })
  expect(of(['call', 'completed'], ['contract', 'completed'], ['course', 'completed'], ['review', 'completed'], ['story', 'completed'])).toMatchObject({ stageKey: null, waitingFor: 'nobody', percent: 100, nextDueOn: null })
  expect(of(['call', 'completed'], ['call', 'revoked', { text: 'No' }])).toMatchObject({ actionRequired: 1, waitingFor: 'vendor' })
})

describe('case 14: whoever a task lies with and cannot act', () => {
  const partnerTask = taskOf('contract')
  test('is said: nobody there, gone, or without an address', () => {
    expect(findWhoActs(partnerTask, [], 'Aya')).toEqual({ name: null, email: null, hindrance: 'noContact' })
    expect(findWhoActs(partnerTask, [contact('Ana', ' ')], 'Aya')).toEqual({ name: 'Ana', email: null, hindrance: 'noAddress' })
    expect(findWhoActs({ ...partnerTask, assignee: 'Eva' }, [contact('Ana', 'ana@a.example')], 'Aya')).toEqual({ name: 'Eva', email: null, hindrance: 'contactGone' })
  })
  test('is the first contact, or whoever was named; the vendor’s own lie with the coordinator', () => {
    const contacts = [contact('Ana', 'ana@a.example'), { ...contact('Eva', 'eva@a.example'), primary: true }]
    expect([findWhoActs(partnerTask, contacts, 'Aya').name, findWhoActs({ ...partnerTask, assignee: 'Ana' }, contacts, 'Aya').name, findWhoActs(taskOf('call'), contacts, 'Aya').name]).toEqual(['Eva', 'Ana', 'Aya'])
  })
})

describe('the gate', () => {
  const everything: Parameters<typeof buildEvent>[] = [['call', 'completed'], ['contract', 'completed'], ['course', 'completed'], ['review', 'completed']]
  const gateOf = (events: Parameters<typeof buildEvent>[], status: 'onboarding' | 'applicant' = 'onboarding', contacts = [contact('Ana', 'ana@a.example')], lacking: Lacking = { agreements: [], certifications: [] }) =>
    activationGate(deriveChecklist(checklistFacts({ events: events.map((given) => buildEvent(...given)) })), { status, contacts }, lacking).filter(({ met }) => !met).map(({ requirement }) => requirement)

  test('is met when every stage is done, the agreement accepted, somebody reachable and the partner approved', () => {
    expect(gateOf(everything)).toEqual([])
  })
  test('says each thing that is not so', () => {
    const named = { en: 'NDA', ja: '秘密保持契約', es: 'Confidencialidad' }
    expect(gateOf(everything, 'onboarding', undefined, { agreements: [named], certifications: [] })).toEqual(['agreements'])
    expect(gateOf(everything, 'onboarding', undefined, { agreements: [], certifications: [named] })).toEqual(['certifications'])
    expect(gateOf(everything.slice(0, 3))).toEqual(['stages'])
    expect(gateOf([['call', 'completed'], ['contract', 'skipped', { text: 'No' }], ...everything.slice(2)])).toEqual(['agreements'])
    expect(gateOf([...everything, ['course', 'revoked', { text: 'No' }]])).toEqual(['stages', 'revocations'])
    expect(gateOf(everything, 'applicant', [contact('Ana', null)])).toEqual(['reachable', 'status'])
  })
})

describe('what is put on record', () => {
  const act = (kind: Act['kind'], given: Partial<Act> = {}): Act => ({ kind, text: null, evidence: null, seen: null, ...given })
  const evidence = (given: object) => ({ note: null, address: null, agreementVersion: null, agreementLanguage: null, person: null, validUntil: null, ...given })

  test.each([
    ['completed', 'course', {}, 'task.blocked'], ['skipped', 'call', { text: '  ' }, 'task.reason-missing'], ['skipped', 'call', { text: 'Known' }, undefined], ['revoked', 'call', { text: 'No' }, 'task.nothing-to-revoke'], ['approved', 'call', {}, 'task.not-waiting'],
  ] as const)('%s of “%s”: %j gives %s', (kind, key, given, expected) => {
    expect(whyNotRecorded(taskOf(key), act(kind, given), 'running')).toBe(expected)
  })
  test('an agreement needs the version and the language that were accepted', () => {
    const contract = taskOf('contract', ['call', 'completed'])
    expect(whyNotRecorded(contract, act('submitted', { evidence: evidence({ agreementVersion: '2.1' }) }), 'running')).toBe('task.evidence-missing')
    expect(whyNotRecorded(contract, act('submitted', { evidence: evidence({ agreementVersion: '2.1', agreementLanguage: 'es' }) }), 'running')).toBeUndefined()
  })
  test('nobody approves what was never handed in, whatever they say they have seen, nor what lacks its evidence', () => {
    const noted = taskOf('contract', ['call', 'completed'], ['contract', 'noted'])
    expect(whyNotRecorded(noted, act('approved'), 'running')).toBe('task.not-waiting')
    const skipped = taskOf('contract', ['call', 'completed'], ['contract', 'skipped'])
    expect(whyNotRecorded(skipped, act('approved'), 'running')).toBe('task.evidence-missing')
  })
  test('what is done is not done again by somebody who knows it, and is kept from somebody who does not', () => {
    const done = taskOf('call', ['call', 'completed'])
    expect(whyNotRecorded(done, act('completed', { seen: done.last }), 'running')).toBe('task.done-already')
    expect(whyNotRecorded(done, act('completed'), 'running')).toBeUndefined()
    expect(whyNotRecorded(done, act('skipped', { text: 'No', seen: done.last }), 'running')).toBe('task.done-already')
    expect(whyNotRecorded(done, act('revoked', { text: 'No', seen: done.last }), 'activated')).toBeUndefined()
    expect(whyNotRecorded(done, act('skipped', { text: 'No' }), 'activated')).toBe('checklist.not-running')
    expect(whyNotRecorded(done, act('noted'), 'closed')).toBe('checklist.not-running')
  })
})

test('a log is in the order of its numbers, and of two desks that gave the same one the earlier id comes first', () => {
  expect([{ number: 2, id: 'b' }, { number: 10, id: 'a' }, { number: 2, id: 'a' }].sort(inOrder).map(({ number, id }) => `${number}${id}`)).toEqual(['2a', '2b', '10a'])
})

test('deals and customers need somebody who takes them over; leads, quotes, checklists and plans do not', () => {
  const nothing = { leads: [], registrations: [], opportunities: [], quotes: [], accounts: [], checklists: [], plans: [] }
  const some = [{}] as never
  expect((['leads', 'registrations', 'opportunities', 'quotes', 'accounts', 'checklists', 'plans'] as const).filter((kind) => needsSuccessor({ ...nothing, [kind]: some }))).toEqual(['registrations', 'opportunities', 'accounts'])
  expect(countHoldings({ ...nothing, quotes: some })).toEqual({ leads: 0, registrations: 0, opportunities: 0, quotes: 1, accounts: 0, checklists: 0, plans: 0 })
})
