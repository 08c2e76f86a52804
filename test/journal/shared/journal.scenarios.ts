import { expect } from 'vitest'
import { importsContract } from '#shared/imports/imports.contract.ts'
import { batches, batchStates, type BatchState } from '#shared/journal/batch.table.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { journal } from '#shared/journal/journal.table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { offers } from '#shared/leads/offer.table.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { settings } from '#shared/settings/setting.table.ts'
import { settingsContract } from '#shared/settings/settings.contract.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { territoriesContract } from '#shared/territories/territories.contract.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildRule, buildTerritory } from '#test/foundation/builders/build-territory.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { undo, undoPart, openBatch, moveBatch } = journalContract.operations
const batch = { kind: 'import', subject: 'leads', label: 'leads.csv', total: 2, details: { read: 2 } } as const

/** A row but for what every writing of it moves on. */
function content<R extends object>(row: R | undefined): Partial<R> | undefined {
  return row === undefined ? undefined : { ...row, rev: undefined, updatedAt: undefined }
}

async function takeBack(desk: Desk, entry: string): Promise<string> {
  return valueOf(await desk.run(undo, { entry })).entry
}

async function anImport(desk: Desk, state: BatchState = 'running') {
  const { id } = valueOf(await desk.run(openBatch, batch))
  const entry = nextId()
  const rows = [buildLead({ importId: id }), buildLead({ importId: id })]
  const columns = leads.columnNames.filter((name) => !['importId', 'createdAt', 'updatedAt', 'rev'].includes(name))
  await desk.run(importsContract.operations.appendRows, { batchId: id, table: 'leads', columns, rows: rows.map((row) => columns.map((column) => row[column as keyof typeof row])) }, { id: entry, batchId: id })
  const path: Readonly<Record<BatchState, readonly BatchState[]>> = { running: [], done: ['done'], undoing: ['undoing'], undone: ['undoing', 'undone'] }
  for (const next of path[state]) await desk.run(moveBatch, { id, state: next })
  return { id, entry, rows }
}

export const journalScenarios: Scenarios = {
  'keeps of a command who, when, with what, what it changed, and what it answered': async (desk) => {
    const lead = buildLead({ city: '東京' })
    await desk.put(leads, lead)
    const id = nextId()
    const input = { id: lead.id, edits: [{ field: 'city' as const, value: '大阪', was: '東京' }] }
    await desk.run(leadsContract.operations.update, input, { id })
    expect(await desk.rows(journal)).toEqual([{
      id, command: 'leads.update', version: 1, actorId: 'local', actorName: '', at: NOW, batchId: null, input,
      changes: [{ kind: 'update', table: 'leads', columns: ['city'], ids: [lead.id], before: [{ all: '東京' }], after: [{ all: '大阪' }] }],
      notes: [{ event: 'lead.edited', about: lead.id }], output: { entry: id }, firstId: lead.id, lastId: lead.id, undoneBy: null, rev: 1,
    }])
  },
  'keeps nothing of a refused command': async (desk) => {
    await desk.run(leadsContract.operations.create, { company: ' ' })
    expect(await desk.rows(journal)).toEqual([])
  },

  'takes back an edit, restoring what was': async (desk) => {
    const lead = buildLead({ city: '東京', notes: 'kept' })
    await desk.put(leads, lead)
    const { entry } = valueOf(await desk.run(leadsContract.operations.update, { id: lead.id, edits: [{ field: 'city', value: null }, { field: 'employees', value: 5 }] }))
    const id = nextId()
    expect(valueOf(await desk.run(undo, { entry }, { id }))).toEqual({ entry: id, undone: 1 })
    expect(content(await desk.row(leads, lead.id))).toEqual(content(lead))
    expect((await desk.row(journal, entry))?.undoneBy).toBe(id)
  },
  'takes back the making of a record': async (desk) => {
    const { entry, id } = valueOf(await desk.run(leadsContract.operations.create, { company: 'Lira' }))
    await takeBack(desk, entry)
    expect(await desk.row(leads, id)).toBeUndefined()
  },
  'takes back a removal, with all that went with it': async (desk) => {
    const territory = buildTerritory({ rev: 4, candidates: [{ partnerId: nextId(), weight: 2 }], notes: null })
    const rules = [buildRule({ territoryId: territory.id, enabled: false }), buildRule({ territoryId: territory.id, condition: { any: [{ field: 'country', is: ['MX'] }] } })]
    await desk.put(territories, territory)
    await desk.put(territoryRules, ...rules)
    const { entry } = valueOf(await desk.run(territoriesContract.operations.remove, { id: territory.id }))
    await takeBack(desk, entry)
    expect(await desk.rows(territories)).toEqual([territory])
    expect(await desk.rows(territoryRules)).toEqual(rules)
  },
  'takes back a change of many records at once': async (desk) => {
    const partner = buildPartner()
    const three = [buildLead({ stage: 'new' }), buildLead({ stage: 'unroutable', ruleId: nextId() }), buildLead({ stage: 'opened', partnerId: nextId(), assignmentOrigin: 'rules' })]
    await desk.put(partners, partner)
    await desk.put(leads, ...three)
    const { entry } = valueOf(await desk.run(leadsContract.operations.assignManually, { ids: three.map(({ id }) => id), partnerId: partner.id, reason: 'x', until: null }))
    expect(await desk.rows(offers), 'the third was with somebody, whose offer has ended').toHaveLength(1)
    expect(valueOf(await desk.run(undo, { entry })).undone).toBe(4)
    expect((await desk.rows(leads)).map(content)).toEqual(three.map(content))
    expect(await desk.rows(offers)).toEqual([])
  },
  'takes back a change of a boolean and of a list': async (desk) => {
    const rule = buildRule({ territoryId: nextId() })
    const partner = buildPartner({ products: ['suite'], absences: [{ from: '2026-12-01', to: null, reason: 'x' }] })
    await desk.put(territories, buildTerritory({ id: rule.territoryId }))
    await desk.put(territoryRules, rule)
    await desk.put(partners, partner)
    const first = valueOf(await desk.run(territoriesContract.operations.updateRule, { id: rule.id, edits: [{ field: 'enabled', value: false }] }))
    const second = valueOf(await desk.run(partnersContract.operations.update, { id: partner.id, edits: [{ field: 'products', value: [] }, { field: 'absences', value: [] }] }))
    await takeBack(desk, first.entry)
    await takeBack(desk, second.entry)
    expect(content(await desk.row(territoryRules, rule.id))).toEqual(content(rule))
    expect(content(await desk.row(partners, partner.id))).toEqual(content(partner))
  },

  'takes back an undo: the change is there again, and can be taken back again': async (desk) => {
    const lead = buildLead({ city: '東京' })
    await desk.put(leads, lead)
    const { entry } = valueOf(await desk.run(leadsContract.operations.update, { id: lead.id, edits: [{ field: 'city', value: '大阪' }] }))
    const undone = await takeBack(desk, entry)
    await takeBack(desk, undone)
    expect(await desk.row(leads, lead.id)).toMatchObject({ city: '大阪' })
    expect((await desk.row(journal, entry))?.undoneBy).toBeNull()
    await takeBack(desk, entry)
    expect(await desk.row(leads, lead.id)).toMatchObject({ city: '東京' })
  },
  'makes a record, takes it back, makes it again, takes it back again': async (desk) => {
    const { entry, id } = valueOf(await desk.run(leadsContract.operations.create, { company: 'Lira', employees: 3 }))
    const made = await desk.row(leads, id)
    const undone = await takeBack(desk, entry)
    await takeBack(desk, undone)
    expect(await desk.row(leads, id)).toEqual(made)
    await takeBack(desk, entry)
    expect(await desk.row(leads, id)).toBeUndefined()
  },
  'removes again a record that had been edited before it was removed and brought back': async (desk) => {
    const territory = buildTerritory({ rev: 3 })
    await desk.put(territories, territory)
    const { entry } = valueOf(await desk.run(territoriesContract.operations.remove, { id: territory.id }))
    const undone = await takeBack(desk, entry)
    await takeBack(desk, undone)
    expect(await desk.rows(territories)).toEqual([])
  },
  'takes back a row of changes to one record, the latest first, down to its making': async (desk) => {
    const { entry, id } = valueOf(await desk.run(leadsContract.operations.create, { company: 'Lira' }))
    const edits = []
    for (const city of ['東京', '大阪', '札幌']) edits.push(valueOf(await desk.run(leadsContract.operations.update, { id, edits: [{ field: 'city', value: city }] })).entry)
    for (const edit of edits.toReversed()) await takeBack(desk, edit)
    await takeBack(desk, entry)
    expect(await desk.rows(leads)).toEqual([])
  },

  'refuses to take back an edit of a field that was edited since': async (desk) => {
    const lead = buildLead({ city: '東京' })
    await desk.put(leads, lead)
    const { entry } = valueOf(await desk.run(leadsContract.operations.update, { id: lead.id, edits: [{ field: 'city', value: '大阪' }] }))
    await desk.run(leadsContract.operations.update, { id: lead.id, edits: [{ field: 'city', value: '札幌' }] })
    expect(refusalOf(await desk.run(undo, { entry }))).toEqual({ code: 'journal.changed-since', details: { table: 'leads', id: lead.id } })
    expect(await desk.row(leads, lead.id)).toMatchObject({ city: '札幌' })
  },
  'takes back an edit although another field was edited since': async (desk) => {
    const lead = buildLead()
    await desk.put(leads, lead)
    const { entry } = valueOf(await desk.run(leadsContract.operations.update, { id: lead.id, edits: [{ field: 'contactPhone', value: '03-1234' }] }))
    await desk.run(leadsContract.operations.update, { id: lead.id, edits: [{ field: 'company', value: 'Renamed' }] })
    await takeBack(desk, entry)
    expect(await desk.row(leads, lead.id)).toMatchObject({ company: 'Renamed', contactPhone: null })
  },
  'refuses to take back an edit of a record that is gone': async (desk) => {
    const territory = buildTerritory()
    await desk.put(territories, territory)
    const { entry } = valueOf(await desk.run(territoriesContract.operations.update, { id: territory.id, edits: [{ field: 'notes', value: 'x' }] }))
    await desk.run(territoriesContract.operations.remove, { id: territory.id })
    expect(refusalOf(await desk.run(undo, { entry }))).toEqual({ code: 'journal.changed-since', details: { table: 'territories', id: territory.id } })
  },
  'refuses to take back the making of a record that was edited since': async (desk) => {
    const { entry, id } = valueOf(await desk.run(leadsContract.operations.create, { company: 'Lira' }))
    await desk.run(leadsContract.operations.update, { id, edits: [{ field: 'city', value: '東京' }] })
    expect(refusalOf(await desk.run(undo, { entry }))).toEqual({ code: 'journal.changed-since', details: { table: 'leads', id } })
  },
  'refuses to take back the making of a partner that has been given leads': async (desk) => {
    const { entry, id } = valueOf(await desk.run(partnersContract.operations.create, { code: 'P', name: 'P', type: 'reseller', country: 'JP', status: 'active' }))
    const lead = buildLead()
    await desk.put(leads, lead)
    await desk.run(leadsContract.operations.assignManually, { ids: [lead.id], partnerId: id, reason: 'x', until: null })
    expect(refusalOf(await desk.run(undo, { entry }))).toEqual({ code: 'journal.still-used', details: { table: 'leads', records: 1 } })
    expect(await desk.row(partners, id)).toBeDefined()
  },
  'refuses to take back the making of a territory that others, rules or leads lie in': async (desk) => {
    for (const put of [
      (id: string) => desk.put(territories, buildTerritory({ parentId: id })),
      (id: string) => desk.put(territoryRules, buildRule({ territoryId: id })),
      (id: string) => desk.put(leads, buildLead({ territoryId: id })),
    ]) {
      const { entry, id } = valueOf(await desk.run(territoriesContract.operations.create, { code: nextId(), name: 'x' }))
      await put(id)
      expect(refusalOf(await desk.run(undo, { entry }))).toMatchObject({ code: 'journal.still-used' })
    }
  },
  'refuses to take back all of a change of many when one of them was changed since': async (desk) => {
    const partner = buildPartner()
    const both = [buildLead(), buildLead()]
    await desk.put(partners, partner)
    await desk.put(leads, ...both)
    const { entry } = valueOf(await desk.run(leadsContract.operations.assignManually, { ids: both.map(({ id }) => id), partnerId: partner.id, reason: 'x', until: null }))
    await desk.run(leadsContract.operations.setStage, { id: both[1]?.id ?? '', stage: 'opened' })
    expect(refusalOf(await desk.run(undo, { entry }))).toEqual({ code: 'journal.changed-since', details: { table: 'leads', id: both[1]?.id } })
    expect((await desk.rows(leads)).map(({ partnerId }) => partnerId)).toEqual([partner.id, partner.id])
  },
  'refuses to take back what was taken back already': async (desk) => {
    const { entry } = valueOf(await desk.run(leadsContract.operations.create, { company: 'Lira' }))
    await takeBack(desk, entry)
    expect(refusalOf(await desk.run(undo, { entry }))).toEqual({ code: 'journal.undone-already' })
  },
  'refuses to take back what is not in the journal': async (desk) => {
    expect(refusalOf(await desk.run(undo, { entry: nextId() }))).toEqual({ code: 'journal.not-found' })
  },

  'refuses to take back a part of an import, or its states, one by one': async (desk) => {
    const { entry } = await anImport(desk, 'done')
    expect(refusalOf(await desk.run(undo, { entry }))).toEqual({ code: 'journal.part-of-batch' })
    for (const { id, command } of await desk.rows(journal)) {
      if (command.startsWith('journal.')) expect(refusalOf(await desk.run(undo, { entry: id }))).toEqual({ code: 'journal.part-of-batch' })
    }
    expect(await desk.rows(leads)).toHaveLength(2)
  },
  'opens a batch that is running': async (desk) => {
    const { id } = valueOf(await desk.run(openBatch, batch))
    expect(await desk.rows(batches)).toEqual([{ ...batch, id, state: 'running', startedAt: NOW, finishedAt: null, rev: 1 }])
  },
  'ends a batch with what came of it': async (desk) => {
    const { id } = valueOf(await desk.run(openBatch, batch))
    expect(valueOf(await desk.run(moveBatch, { id, state: 'done', total: 1, details: { read: 3 } }))).toEqual({ id })
    expect(await desk.row(batches, id)).toEqual({ ...batch, id, state: 'done', total: 1, details: { read: 3 }, startedAt: NOW, finishedAt: NOW, rev: 2 })
  },
  'refuses every state of a batch that does not follow': async (desk) => {
    const reached: string[] = []
    for (const from of batchStates) {
      for (const to of batchStates) {
        const { id } = await anImport(desk, from)
        const refusal = refusalOf(await desk.run(moveBatch, { id, state: to }))
        if (refusal === 'accepted') reached.push(`${from} ${to}`)
        else expect(refusal).toEqual({ code: 'batch.state-not-reachable', details: { from, to } })
      }
    }
    expect(reached).toEqual(['running done', 'running undoing', 'done undoing', 'undoing done', 'undoing undone'])
  },
  'refuses to move a batch that is not there': async (desk) => {
    expect(refusalOf(await desk.run(moveBatch, { id: nextId(), state: 'done' }))).toEqual({ code: 'batch.not-found' })
  },
  'takes back a part of an import that is being undone': async (desk) => {
    const { id, entry } = await anImport(desk, 'undoing')
    expect(valueOf(await desk.run(undoPart, { entry }, { batchId: id }))).toEqual({ undone: 2 })
    expect(await desk.rows(leads)).toEqual([])
    expect(refusalOf(await desk.run(undoPart, { entry }, { batchId: id }))).toEqual({ code: 'journal.undone-already' })
  },
  'takes back of a run what nobody has changed since, and leaves the rest': async (desk) => {
    const { id: runId } = valueOf(await desk.run(openBatch, { ...batch, kind: 'assignment' }))
    const [first, second, third] = [buildLead(), buildLead(), buildLead()]
    const partner = buildPartner()
    await desk.put(leads, first, second, third)
    await desk.put(partners, partner)
    const entry = nextId()
    await desk.run(leadsContract.operations.assignManually, { ids: [first.id, second.id, third.id], partnerId: partner.id, reason: 'x', until: null }, { id: entry, batchId: runId })
    await desk.run(leadsContract.operations.setStage, { id: second.id, stage: 'accepted' })
    await desk.run(moveBatch, { id: runId, state: 'undoing' })
    expect(valueOf(await desk.run(undoPart, { entry }, { batchId: runId }))).toEqual({ undone: 2 })
    expect((await desk.rows(leads)).map(({ stage, partnerId }) => [stage, partnerId])).toEqual([['new', null], ['accepted', partner.id], ['new', null]])
  },
  'takes back of a run what would not come to lie below itself, and leaves the rest': async (desk) => {
    const { id: runId } = valueOf(await desk.run(openBatch, batch))
    const [top, one, other] = [buildTerritory(), buildTerritory(), buildTerritory()]
    await desk.put(territories, top, { ...one, parentId: top.id }, { ...other, parentId: top.id })
    const entries = [nextId(), nextId()]
    const move = (id: string, parentId: string | null, options?: object) => desk.run(territoriesContract.operations.update, { id, edits: [{ field: 'parentId', value: parentId }] }, options)
    valueOf(await move(one.id, null, { id: entries[0], batchId: runId }))
    valueOf(await move(other.id, null, { id: entries[1], batchId: runId }))
    valueOf(await move(top.id, one.id))
    valueOf(await desk.run(moveBatch, { id: runId, state: 'undoing' }))
    const undone: number[] = []
    for (const entry of entries) undone.push(valueOf(await desk.run(undoPart, { entry }, { batchId: runId })).undone)
    expect(undone).toEqual([0, 1])
    expect((await desk.rows(territories)).map(({ id, parentId }) => [id, parentId])).toEqual([[top.id, one.id], [one.id, null], [other.id, top.id]])
  },
  'refuses to take back a part of a batch that is not being undone, or of none': async (desk) => {
    const { entry } = await anImport(desk, 'done')
    expect(refusalOf(await desk.run(undoPart, { entry }))).toEqual({ code: 'batch.state-not-reachable' })
    const single = valueOf(await desk.run(leadsContract.operations.create, { company: 'Lira' }))
    expect(refusalOf(await desk.run(undoPart, { entry: single.entry }))).toEqual({ code: 'journal.not-found' })
    expect(refusalOf(await desk.run(undoPart, { entry: nextId() }))).toEqual({ code: 'journal.not-found' })
  },
}

/** Of rows that never leave the desk. */
export const journalOnTheDeskScenarios: Scenarios = {
  'takes back a setting, which has no id of its own making': async (desk) => {
    const first = nextId()
    const second = nextId()
    await desk.run(settingsContract.operations.set, { name: 'theme', value: 'dark' }, { id: first })
    await desk.run(settingsContract.operations.set, { name: 'theme', value: 'light' }, { id: second })
    await takeBack(desk, second)
    expect((await desk.row(settings, 'theme'))?.value).toBe('dark')
    await takeBack(desk, first)
    expect(await desk.rows(settings)).toEqual([])
  },
}
