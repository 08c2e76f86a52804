import { describe, expect, test } from 'vitest'
import { codeColumn } from '#shared/journal/coded-column.ts'
import { locales } from '#shared/locales/locale.ts'
import { loadWords } from '#shared/locales/words.ts'
import { permissions } from '#shared/people/permissions.ts'
import { roles } from '#shared/people/role.ts'
import { actorWords, type HistoryEntry } from '#renderer/journal/describe-entry.ts'
import { nameUnsent } from '#renderer/sync/name-unsent.ts'
import { describeRefused, whoWon, type RecordNames } from '#renderer/sync/refused-command.presenter.ts'
import { fakeBridge, fakeWorkbench } from '../../shell/renderer/fake-bridge.ts'
import { LEAD, OTHER_LEAD, PARTNER, person, refusedCommand, RULE, TERRITORY } from './sync-facts.ts'

const names: RecordNames = {
  record: (kind, id) => (kind === 'lead' && id === LEAD ? 'Acme K.K.' : undefined),
  rule: (id) => (id === RULE ? { name: 'Kanto', territoryId: TERRITORY } : undefined),
}

async function speaker(locale = 'en') {
  const workbench = await fakeWorkbench(
    fakeBridge({ 'partners.names': () => [{ id: PARTNER, code: 'G', name: 'Globex', status: 'active' }], 'territories.tree': () => [{ id: TERRITORY, code: 'JP', name: 'Japan', parentId: null }] }),
    `${locale} light`,
  )
  await new Promise((resolve) => setTimeout(resolve, 0))
  return workbench
}

describe.each(locales)('in %s', (locale) => {
  test('every command that can be refused has a name of its own', async () => {
    const { commands } = (await loadWords(locale)).sync
    const sent = Object.entries(permissions).flatMap(([name, allowed]) => (allowed === 'desk' ? [] : [name]))
    expect(sent.filter((name) => commands[name] === undefined)).toEqual([])
    expect(new Set(sent.map((name) => commands[name])).size).toBe(sent.length)
  })

  test('every role has a name of its own', async () => {
    const words = await loadWords(locale)
    expect(new Set(roles.map((role) => words.sync.roles[role])).size).toBe(roles.length)
  })

  test('a stale edit shows both values, which field, and what was seen', async () => {
    const told = describeRefused(refusedCommand(), names, await speaker(locale))
    expect(told).toMatchObject({ record: 'Acme K.K.', link: { kind: 'lead', id: LEAD }, conflict: { field: 'score', theirs: 65, id: LEAD }, canChange: true, isQuarantined: false })
    expect(told.lines).toEqual([expect.objectContaining({ yours: '80', theirs: '65', saw: '50' })])
    expect(told.why).not.toContain('lead.stale')
  })

  test('a refusal by a rule says its reason with its facts', async () => {
    const workbench = await speaker(locale)
    const told = describeRefused(refusedCommand({ command: 'leads.setStage', input: { id: LEAD, stage: 'new' }, code: 'lead.stage-not-reachable', details: { from: 'working', to: 'new' } }), names, workbench)
    expect(told.why).toContain(workbench.language.words.value.leads.stages.working)
    expect(told.lines[0]?.yours).toBe(workbench.language.words.value.leads.stages.new)
    expect([told.conflict, told.canChange]).toEqual([undefined, false])
  })

  test('a command that broke the server is told as a fault of the program', async () => {
    const workbench = await speaker(locale)
    const told = describeRefused(refusedCommand({ status: 'quarantined', code: 'internal' }), names, workbench)
    expect(told).toMatchObject({ isQuarantined: true, why: workbench.language.words.value.sync.inbox.quarantined, code: 'internal' })
  })
})

test('names the record by what is here, by the command itself, or not at all when it is gone', async () => {
  const workbench = await speaker()
  const tell = (more: Parameters<typeof refusedCommand>[0]) => describeRefused(refusedCommand(more), names, workbench)
  expect(tell({ command: 'leads.assignManually', input: { ids: [LEAD, OTHER_LEAD], partnerId: PARTNER, reason: 'r', until: null }, code: 'lead.closed', details: null })).toMatchObject({ record: 'Acme K.K. and 1 more' })
  expect(tell({ command: 'partners.update', input: { id: PARTNER, edits: [] } })).toMatchObject({ record: 'Globex', link: { kind: 'partner', id: PARTNER } })
  expect(tell({ command: 'territories.updateRule', input: { id: RULE, edits: [] } })).toMatchObject({ record: 'Kanto', link: { kind: 'territory', id: TERRITORY } })
  expect(tell({ command: 'leads.create', input: { company: 'Initech' } })).toMatchObject({ record: 'Initech', link: undefined })
  expect(tell({ input: { id: OTHER_LEAD, edits: [] } })).toMatchObject({ what: 'Edit a lead', record: '', link: undefined })
  expect(tell({ command: 'journal.undo', input: { entry: LEAD }, code: 'journal.changed-since' })).toMatchObject({ what: 'Undo a change', record: '', link: undefined })
})

test('what a future version sends is shown, if not understood', async () => {
  const told = describeRefused(refusedCommand({ command: 'deals.register', input: ['?'], code: 'deal.exclusive', details: null }), names, await speaker())
  expect(told).toMatchObject({ what: 'A change', record: '', lines: [], canChange: false })
  expect(told.why).toContain('deal.exclusive')
})

describe('who won', () => {
  const entry = (actorName: string, after: number): HistoryEntry => ({
    id: 'e', command: 'leads.update', actorId: actorName, actorName, at: '2026-11-22T10:00:00.000Z', batchId: null, undoneBy: null, notes: [],
    changes: [{ kind: 'update', table: 'leads', columns: ['city', 'score'], ids: [OTHER_LEAD, LEAD], before: [codeColumn(['a', 'b']), codeColumn([1, 2])] as never, after: [codeColumn(['c', 'd']), codeColumn([1, after])] as never }],
  })
  const conflict = { field: 'score', theirs: 65, id: LEAD }

  test('is whoever gave the value that stands', () => {
    expect(whoWon([entry('Ken', 99), entry('Mei', 65)], conflict)).toEqual({ name: 'Mei', at: '2026-11-22T10:00:00.000Z' })
  })

  test('is nobody by name when the history does not tell', () => {
    expect(whoWon([], conflict)).toBeUndefined()
    expect(whoWon([entry('', 65)], conflict)).toBeUndefined()
    expect(whoWon([entry('Mei', 64)], conflict)).toBeUndefined()
  })
})

test('the history says who made a change, and “you” for one’s own', async () => {
  const words = await loadWords('en')
  expect(actorWords({ actorId: 'another', actorName: 'Mei' }, person, words)).toBe('Mei')
  expect(actorWords({ actorId: person.userId, actorName: person.name }, person, words)).toBe('you')
  expect(actorWords({ actorId: 'a namesake', actorName: person.name }, person, words)).toBe(person.name)
  expect(actorWords({ actorId: 'local', actorName: '' }, person, words)).toBe('')
  expect(actorWords({ actorId: 'local', actorName: '' }, null, words)).toBe('')
  expect(actorWords({ actorId: 'form:1', actorName: 'Contact' }, person, words)).toBe('Web form “Contact”')
  expect(actorWords({ actorId: 'schedule', actorName: 'Schedule' }, person, words)).toBe('the schedule')
})

test('unsent commands are named once each, the most frequent first', async () => {
  const words = await loadWords('en')
  expect(nameUnsent([refusedCommand({ command: 'leads.create', input: { company: 'Initech' } }), refusedCommand(), refusedCommand()], words, ({ ids, name }) => (ids.includes(LEAD) ? 'Acme K.K.' : name))).toEqual([{ text: 'Edit a lead: Acme K.K. ×2', count: 2 }, { text: 'Add a lead: Initech', count: 1 }])
})
