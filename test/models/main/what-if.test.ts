import { describe, expect, test } from 'vitest'
import { assignmentContract } from '#shared/assignment/assignment.contract.ts'
import { deadlinesContract } from '#shared/deadlines/deadlines.contract.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { modelsContract } from '#shared/models/models.contract.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { territoriesContract } from '#shared/territories/territories.contract.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { openHost, type OpenHost } from '#test/foundation/open-host.ts'

const models = modelsContract.operations
const leads = leadsContract.operations
const { run } = assignmentContract.operations

/** Two partners with a territory and country each; four Spanish and two Mexican leads, all offered by the rules. */
async function aPlacedMap(desk: OpenHost) {
  const partner = async (code: string) => valueOf(await desk.call(partnersContract.operations.create, { code, name: code, type: 'reseller', country: 'ES', status: 'active' })).id
  const [ana, ben] = [await partner('ANA'), await partner('BEN')]
  const territory = async (code: string, partnerId: string) => valueOf(await desk.call(territoriesContract.operations.create, { code, name: code, candidates: [{ partnerId, weight: 1 }] })).id
  const [iberia, america] = [await territory('IBERIA', ana), await territory('AMERICA', ben)]
  const rule = async (code: string, territoryId: string) => valueOf(await desk.call(territoriesContract.operations.createRule, { code, name: code, territoryId, condition: { field: 'country', is: [code] } })).id
  const [spain, mexico] = [await rule('ES', iberia), await rule('MX', america)]
  const lead = async (company: string, country: string) => valueOf(await desk.call(leads.create, { company, country, score: 50 })).id
  const spanish = [await lead('Lira', 'ES'), await lead('Sol', 'ES'), await lead('Mar', 'ES'), await lead('Luz', 'ES')]
  const mexican = [await lead('Azteca', 'MX'), await lead('Maya', 'MX')]
  valueOf(await desk.call(deadlinesContract.operations.createPolicy, { name: 'Accept', kind: 'accept', minutes: 540 }))
  valueOf(await desk.call(run, { scope: 'unassigned' }))
  return { ana, ben, iberia, america, spain, mexico, spanish, mexican }
}

async function aDraft(desk: OpenHost): Promise<string> {
  return valueOf(await desk.call(models.draft, { name: 'Spring' })).id
}

const asked = async (desk: OpenHost, id: string) => valueOf(await desk.call(models.whatIf, { id }))

describe('what a draft would do', () => {
  test('is told against today, and is what happens after its activation', async () => {
    const desk = await openHost()
    const { ana, ben, iberia, america, spain, spanish } = await aPlacedMap(desk)
    const [first = '', second = '', third = ''] = spanish
    valueOf(await desk.call(leads.setStage, { id: first, stage: 'accepted' }))
    valueOf(await desk.call(leads.pin, { ids: [second], reason: 'The customer asked for them' }))
    valueOf(await desk.call(leads.assignManually, { ids: [third], partnerId: ana, reason: 'They know each other', until: null }))
    const modelId = await aDraft(desk)
    expect(await asked(desk, modelId)).toMatchObject({ leads: 6, moved: 0, rehomed: 0, orphaned: 0, heldOver: 0, moves: [], isWhole: true })

    valueOf(await desk.call(models.changeRule, { modelId, id: spain, edits: [{ field: 'territoryId', value: america }] }))
    const effects = await asked(desk, modelId)
    expect(effects).toMatchObject({ leads: 6, moved: 1, rehomed: 1, orphaned: 0, routed: 0, heldOver: 1, pinned: 1, byHand: 1, moveCount: 1, isWhole: false })
    expect(effects.moves).toEqual([{ from: { territoryId: iberia, partnerId: ana }, to: { territoryId: america, partnerId: ben }, leads: 1, leadIds: [spanish[3]] }])
    expect(effects.partners).toMatchObject([{ id: ana, today: 4, after: 3, lost: 1, gained: 0, scoreToday: 200, scoreAfter: 150, dueToday: 3, dueAfter: 2 }, { id: ben, today: 2, after: 3, gained: 1, scoreAfter: 150, dueToday: 2, dueAfter: 3 }])
    expect(effects.territories).toMatchObject([{ id: america, today: 2, after: 3 }, { id: iberia, lost: 1 }].toSorted((one, other) => (one.id < other.id ? -1 : 1)))

    valueOf(await desk.call(models.activate, { id: modelId }))
    const { summary } = valueOf(await desk.call(run, { scope: 'realign' }))
    expect(summary).toMatchObject({ moved: 1, unroutable: 0 })
    expect((await Promise.all(spanish.map(async (id) => valueOf(await desk.call(leads.get, { id }))))).map(({ partnerId, territoryId }) => [partnerId, territoryId])).toEqual([[ana, iberia], [ana, iberia], [ana, iberia], [ben, america]])
  })

  test('leads that find nobody any more are told, and those that find somebody at last', async () => {
    const desk = await openHost()
    const { mexico, iberia, spain } = await aPlacedMap(desk)
    const { id: waiting } = valueOf(await desk.call(leads.create, { company: 'Quetzal', country: 'GT' }))
    const modelId = await aDraft(desk)
    valueOf(await desk.call(models.removeRule, { modelId, id: mexico }))
    valueOf(await desk.call(models.changeRule, { modelId, id: spain, edits: [{ field: 'condition', value: { field: 'country', is: ['ES', 'GT'] } }] }))
    const effects = await asked(desk, modelId)
    expect(effects).toMatchObject({ moved: 0, orphaned: 2, routed: 1, unroutable: 0 })
    expect(effects.moves).toMatchObject([{ to: { territoryId: null, partnerId: null }, leads: 2 }, { from: { territoryId: null, partnerId: null }, to: { territoryId: iberia }, leadIds: [waiting] }])
  })

  test('what is held over stays: offers too where the model says so, until its last day', async () => {
    const desk = await openHost()
    const { america, spain } = await aPlacedMap(desk)
    const modelId = await aDraft(desk)
    valueOf(await desk.call(models.changeRule, { modelId, id: spain, edits: [{ field: 'territoryId', value: america }] }))
    expect(await asked(desk, modelId)).toMatchObject({ moved: 4, heldOver: 0 })
    valueOf(await desk.call(models.update, { id: modelId, edits: [{ field: 'holdOver', value: 'held' }] }))
    expect(await asked(desk, modelId)).toMatchObject({ moved: 0, heldOver: 4 })
    valueOf(await desk.call(models.update, { id: modelId, edits: [{ field: 'holdOverUntil', value: '2020-01-01' }] }))
    expect(await asked(desk, modelId)).toMatchObject({ moved: 4, heldOver: 0 })
    valueOf(await desk.call(models.update, { id: modelId, edits: [{ field: 'holdOverUntil', value: null }] }))
    valueOf(await desk.call(models.activate, { id: modelId }))
    expect(valueOf(await desk.call(run, { scope: 'realign' })).summary).toMatchObject({ moved: 0, kept: 6 })
    valueOf(await desk.call(models.update, { id: modelId, edits: [{ field: 'holdOverUntil', value: '2020-01-01' }] }))
    expect(valueOf(await desk.call(run, { scope: 'realign' })).summary).toMatchObject({ moved: 4 })
  })

  test('is reckoned anew when leads have changed since, and bit by bit when only the draft has', async () => {
    const desk = await openHost()
    const { spain, spanish } = await aPlacedMap(desk)
    const modelId = await aDraft(desk)
    const priority = async (value: number) => {
      valueOf(await desk.call(models.changeRule, { modelId, id: spain, edits: [{ field: 'priority', value }] }))
      return (await asked(desk, modelId)).isWhole
    }
    expect([await priority(5), await priority(6), await priority(7)]).toEqual([true, false, false])
    valueOf(await desk.call(leads.setStage, { id: spanish[0] ?? '', stage: 'accepted' }))
    expect([await priority(8), await priority(9)]).toEqual([true, false])
  })

  test('is refused for a model that is not there', async () => {
    const desk = await openHost()
    for (const operation of [models.whatIf, models.tree]) expect(refusalOf(await desk.call(operation, { id: '01900000-0000-7000-8000-000000000000' }))).toEqual({ code: 'model.not-found' })
  })
})

test('the tree of a draft shows every territory and rule as it will be, what is changed beside what is live', async () => {
  const desk = await openHost()
  const { iberia, america, spain, mexico } = await aPlacedMap(desk)
  const modelId = await aDraft(desk)
  valueOf(await desk.call(models.changeTerritory, { modelId, id: iberia, edits: [{ field: 'name', value: 'Peninsula' }] }))
  valueOf(await desk.call(models.removeRule, { modelId, id: mexico }))
  const { id: added } = valueOf(await desk.call(models.addTerritory, { modelId, territory: { code: 'GT', name: 'Guatemala', parentId: america } }))
  const tree = valueOf(await desk.call(models.tree, { id: modelId }))
  expect(tree.territories.map(({ row, mark, live, openLeads }) => [row.id, row.name, mark.kind, live?.name, openLeads])).toEqual([[iberia, 'Peninsula', 'changed', 'IBERIA', 4], [america, 'AMERICA', 'same', undefined, 2], [added, 'Guatemala', 'added', undefined, 0]])
  expect(tree.rules.map(({ row, mark }) => [row.id, mark.kind])).toEqual([[spain, 'same'], [mexico, 'removed']])
  expect(tree.problems).toEqual([])
  valueOf(await desk.call(territoriesContract.operations.update, { id: iberia, edits: [{ field: 'name', value: 'Hispania' }] }))
  expect(valueOf(await desk.call(models.tree, { id: modelId })).problems).toMatchObject([{ code: 'model.edit-stale', subject: 'territory', subjectId: iberia, name: 'Peninsula', details: { fields: ['name'] } }])
})

test('models are listed with the active one first, and the archived one shows what it was', async () => {
  const desk = await openHost()
  const { spain, iberia } = await aPlacedMap(desk)
  const modelId = await aDraft(desk)
  valueOf(await desk.call(models.changeRule, { modelId, id: spain, edits: [{ field: 'priority', value: 7 }] }))
  const { archived } = valueOf(await desk.call(models.activate, { id: modelId }))
  const draft = await aDraft(desk)
  expect(valueOf(await desk.call(models.list, {})).map(({ id, state, edits }) => [id, state, edits])).toEqual([[modelId, 'active', 0], [draft, 'draft', 0], [archived, 'archived', 0]])
  const was = valueOf(await desk.call(models.tree, { id: archived }))
  expect(was.rules.find(({ row }) => row.id === spain)).toMatchObject({ row: { priority: 100, territoryId: iberia }, mark: { kind: 'same' } })
  expect(was.problems).toEqual([])
})

test('a model whose day has come is made active on a desk that works alone', async () => {
  const desk = await openHost()
  const { spain, iberia } = await aPlacedMap(desk)
  const [due, later, heldUp] = [await aDraft(desk), await aDraft(desk), await aDraft(desk)]
  for (const [at, modelId] of [due, later, heldUp].entries()) valueOf(await desk.call(models.changeRule, { modelId, id: spain, edits: [{ field: 'priority', value: 10 + at }] }))
  valueOf(await desk.call(models.schedule, { id: due, on: '2020-01-01' }))
  valueOf(await desk.call(models.schedule, { id: later, on: '2999-01-01' }))
  valueOf(await desk.call(models.schedule, { id: heldUp, on: '2020-01-02' }))
  expect(valueOf(await desk.call(models.keep, {}))).toEqual({ activated: 1, heldUp: 1 })
  expect(valueOf(await desk.call(models.list, {})).map(({ id, state, heldUpBy }) => [id, state, heldUpBy]).slice(0, 3)).toEqual([[due, 'active', null], [heldUp, 'draft', 'model.edit-stale'], [later, 'scheduled', null]])
  expect(valueOf(await desk.call(territoriesContract.operations.rules, { territoryId: iberia }))).toMatchObject([{ priority: 10 }])
})

test('coverage is told of a draft and of the live map', async () => {
  const desk = await openHost()
  const { mexico, ana } = await aPlacedMap(desk)
  const modelId = await aDraft(desk)
  valueOf(await desk.call(models.removeRule, { modelId, id: mexico }))
  expect(valueOf(await desk.call(models.coverage, {})).gaps).toEqual([])
  expect(valueOf(await desk.call(models.coverage, { id: modelId })).gaps).toEqual([{ country: 'MX', region: null, kind: 'none', openLeads: 2, partners: 0 }])
  valueOf(await desk.call(partnersContract.operations.setStatus, { id: ana, status: 'suspended' }))
  expect(valueOf(await desk.call(models.coverage, { id: modelId })).idleCandidates).toMatchObject([{ partnerId: ana, status: 'suspended' }])
})
