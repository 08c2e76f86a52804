import { describe, expect, test } from 'vitest'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { centralApi } from '#test/foundation/central-api.ts'
import { centralStores } from '#test/foundation/central-stores.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { memoryDesk } from '#test/foundation/memory-runner.ts'

const { undo } = journalContract.operations
const stores = centralStores()

describe('what somebody’s role does not allow', () => {
  test('that person may not take back either, nor bring back by taking back an undo', async () => {
    const desk = memoryDesk()
    const lead = buildLead()
    await desk.put(leads, lead)
    const mayGive = (command: string): boolean => command !== 'leads.update'
    const denied = { code: 'permission.denied', details: { command: 'leads.update' } }
    const { entry } = valueOf(await desk.run(leadsContract.operations.update, { id: lead.id, edits: [{ field: 'city', value: 'Cobán' }] }))
    expect(refusalOf(await desk.run(undo, { entry }, { mayGive }))).toEqual(denied)
    const { entry: undone } = valueOf(await desk.run(undo, { entry }))
    expect(refusalOf(await desk.run(undo, { entry: undone }, { mayGive }))).toEqual(denied)
    const { entry: again } = valueOf(await desk.run(undo, { entry: undone }))
    expect(refusalOf(await desk.run(undo, { entry: again }, { mayGive }))).toEqual(denied)
    expect((await desk.row(leads, lead.id))?.city).toBe('Cobán')
  })

  test('the central API does not take back for that person', async () => {
    const api = await centralApi(await stores.open('PGlite'))
    const tenantId = await api.newTenant()
    const [ana, luis, boss] = [await api.desk(tenantId, 'onboardingCoordinator'), await api.desk(tenantId, 'channelManager'), await api.desk(tenantId, 'administrator')]
    const draft = { id: nextId(), name: 'engagement.draft', input: { name: 'Spring', basedOn: null } }
    expect((await luis.give(draft)).results).toMatchObject([{ status: 'applied' }])
    const undoing = { name: 'journal.undo', input: { entry: draft.id } }
    expect((await ana.give(undoing)).results).toMatchObject([{ status: 'refused', code: 'permission.denied', details: { command: 'engagement.draft' } }])
    const taken = { ...undoing, id: nextId() }
    expect((await boss.give(taken)).results).toMatchObject([{ status: 'applied' }])
    expect((await ana.give({ name: 'journal.undo', input: { entry: taken.id } })).results).toMatchObject([{ status: 'refused', code: 'permission.denied' }])
  })
})
