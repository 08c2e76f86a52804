import { describe, expect, test } from 'vitest'
import { checklists } from '#shared/onboarding/checklist.table.ts'
import { calendarsContract } from '#shared/calendars/calendars.contract.ts'
import { onboardingContract } from '#shared/onboarding/onboarding.contract.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { trainingContract } from '#shared/training/training.contract.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { openHost, type OpenHost } from '#test/foundation/open-host.ts'

const { draftTemplate, publishTemplate, start, list, get, board, today, calendar, holdings, handOns, deactivate, complete, keep, note, tasksAtOnce } = onboardingContract.operations

async function twoPartners(desk: OpenHost) {
  const template = valueOf(await desk.call(draftTemplate, { name: 'Reseller', readyMade: 'reseller' }))
  valueOf(await desk.call(publishTemplate, { id: template.id }))
  const made = ['Lucio', 'Aoba'].map((name) => desk.call(partnersContract.operations.create, { code: name, name, type: 'reseller', country: 'GT', status: 'approved', languages: ['es'] }))
  const partnerIds = (await Promise.all(made)).map((outcome) => valueOf(outcome).id)
  const { ids } = valueOf(await desk.call(start, { partnerIds, templateId: template.id, startedOn: '2026-11-23', coordinator: 'Aya' }))
  return { ids, partnerIds, template }
}

describe('the host', () => {
  test('says of tasks that wait in several checklists what somebody has seen of each, so that all can be done at once', async () => {
    const desk = await openHost()
    const { ids } = await twoPartners(desk)
    valueOf(await desk.call(note, { checklists: [{ id: ids[0]!, seen: null }], task: 'welcome-call', evidence: { note: 'On Monday' } }))
    const [event] = valueOf(await desk.call(get, { id: ids[0]! })).events
    const found = valueOf(await desk.call(tasksAtOnce, { ids })).find(({ task }) => task === 'welcome-call')
    expect(found?.checklists).toEqual([{ id: ids[0], partnerName: 'Lucio', seen: event?.id }, { id: ids[1], partnerName: 'Aoba', seen: null }])
    expect(valueOf(await desk.call(complete, { checklists: found!.checklists.map(({ id, seen }) => ({ id, seen })), task: 'welcome-call', side: 'vendor' }))).toMatchObject({ done: 2, left: [] })
    expect(valueOf(await desk.call(tasksAtOnce, { ids })).find(({ task }) => task === 'welcome-call')).toBeUndefined()
  })

  test('lists, boards and dates what the log of checklists comes to', async () => {
    const desk = await openHost()
    const { ids, partnerIds } = await twoPartners(desk)
    valueOf(await desk.call(complete, { checklists: [{ id: ids[0]!, seen: null }], task: 'welcome-call', side: 'vendor' }))
    const listed = valueOf(await desk.call(list, { to: 10, sort: [{ field: 'partnerName', direction: 'ascending' }], filter: [{ field: 'partnerType', operator: 'is', values: ['reseller'] }] }))
    expect(listed.rows.map(({ partnerName, percent, stageKey }) => [partnerName, percent, stageKey])).toEqual([['Aoba', 0, 'agree'], ['Lucio', 8, 'agree']])
    expect(valueOf(await desk.call(board, { most: 1 })).map(({ stageKey, count, cards }) => [stageKey, count, cards.length])).toEqual([['agree', 2, 1]])
    const due = valueOf(await desk.call(today, { until: '2026-11-25', coordinator: 'Aya' }))
    expect([due.total, due.rows.map(({ partnerName, task }) => [partnerName, task])]).toEqual([1, [['Aoba', 'welcome-call']]])
    expect(valueOf(await desk.call(today, { until: '2026-11-30' })).total).toBe(5)
    expect(valueOf(await desk.call(today, { until: '2026-11-30', coordinator: 'Ben' })).total).toBe(0)
    expect(valueOf(await desk.call(calendar, { from: '2026-11-25', to: '2026-11-30' })).map(({ dueOn, count, first }) => [dueOn, count, first.map(({ partnerName }) => partnerName)])[0]).toEqual(['2026-11-25', 1, ['Aoba']])
    expect(valueOf(await desk.call(holdings, { partnerId: partnerIds[0]! })).filter(({ count }) => count > 0)).toEqual([{ kind: 'checklists', count: 1, names: ['reseller'] }])
  })

  test('says of both by whom a partner was taken over', async () => {
    const desk = await openHost()
    const create = async (name: string, status: 'approved' | 'active') => valueOf(await desk.call(partnersContract.operations.create, { code: name, name, type: 'reseller', country: 'GT', status })).id
    const [gone, stays] = [await create('Lucio', 'approved'), await create('Aoba', 'active')]
    valueOf(await desk.call(trainingContract.operations.addPerson, { partnerId: gone, name: 'Ana' }))
    const asked = { partnerId: gone, status: 'terminated', reason: 'Merged', leadsTo: 'rules', peopleTo: 'successor' } as const
    expect(refusalOf(await desk.call(deactivate, asked))).toMatchObject({ code: 'partner.still-holds' })
    valueOf(await desk.call(deactivate, { ...asked, successorId: stays }))
    const on: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\d$/)
    expect(valueOf(await desk.call(handOns, { partnerId: gone }))).toEqual([{ direction: 'to', partnerId: stays, name: 'Aoba', on }])
    expect(valueOf(await desk.call(handOns, { partnerId: stays }))).toEqual([{ direction: 'from', partnerId: gone, name: 'Lucio', on }])
    expect(valueOf(await desk.call(trainingContract.operations.people, { partnerId: stays })).map(({ name }) => name)).toEqual(['Ana'])
  })

  test('gives a checklist with its version, its log, and the working days of its partner', async () => {
    const desk = await openHost()
    const { ids: [id = ''], template } = await twoPartners(desk)
    valueOf(await desk.call(complete, { checklists: [{ id, seen: null }], task: 'welcome-call', side: 'vendor' }))
    const found = valueOf(await desk.call(get, { id }))
    expect([found.template.id, found.newer, found.events.map(({ taskKey, kind }) => [taskKey, kind]), found.calendar.week.length]).toEqual([template.id, null, [['welcome-call', 'completed']], 7])
    const later = valueOf(await desk.call(draftTemplate, { name: 'Reseller', basedOn: template.id }))
    valueOf(await desk.call(publishTemplate, { id: later.id }))
    expect(valueOf(await desk.call(get, { id })).newer?.number).toBe(2)
    expect(refusalOf(await desk.call(get, { id: template.id }))).toMatchObject({ code: 'checklist.not-found' })
  })

  test('reckons what is kept of checklists anew', async () => {
    const desk = await openHost()
    await twoPartners(desk)
    expect(valueOf(await desk.call(keep, {}))).toEqual({ changed: 0 })
    const dueOn = async () => valueOf(await desk.call(list, { to: 10 })).rows[0]?.nextDueOn ?? ''
    const before = await dueOn()
    valueOf(await desk.call(calendarsContract.operations.setDay, { code: 'GT', date: before, day: { name: 'Fiesta', works: false } }))
    expect(valueOf(await desk.call(keep, {}))).toEqual({ changed: 2 })
    expect((await dueOn()) > before).toBe(true)
    expect(valueOf(await desk.call(keep, {}))).toEqual({ changed: 0 })
    expect(checklists.options.derived).toContain('nextDueOn')
  })
})
