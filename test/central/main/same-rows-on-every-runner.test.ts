import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { openForWriting } from '#main/workspace/open.ts'
import { createCommandRunner } from '#main/workspace/run-command.ts'
import { selectRows } from '#main/workspace/rows.ts'
import { JournalBook } from '#central/store/journal-book.ts'
import { decodeRow, quoted, type Row } from '#central/store/rows.ts'
import { runCommand } from '#central/store/run-command.ts'
import { accept, command, insert, many, one, remove, update, type Change, type Command } from '#shared/foundation/command.ts'
import { commandOperation } from '#shared/foundation/operation.ts'
import type { Table } from '#shared/foundation/table.ts'
import { batches } from '#shared/journal/batch.table.ts'
import { journal } from '#shared/journal/journal.table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildRule, buildTerritory } from '#test/foundation/builders/build-territory.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { centralStores, newTenant, type StoreName } from '#test/foundation/central-stores.ts'
import { NOW } from '#test/foundation/desk.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

const anything = { ...commandOperation('Whatever a case needs', z.any(), z.any(), [(input) => input, (input) => input]), name: 'test.anything' }
const compared: readonly Table[] = [partners, territories, territoryRules, leads, batches, journal]

type Step = { readonly changes: readonly Change[]; readonly batch?: true }

function commandFor(changes: readonly Change[]): Command {
  return command(anything, function* () {
    return accept({ done: true, text: '日本 "quoted" \\ {a,b}' }, changes, [{ event: 'test.done', about: 'x', details: { deep: [1, null, 'é'] } }])
  })
}

/** Everything that the steps leave behind on the desk, journal included. */
function onSqlite(steps: readonly Step[], ids: readonly string[]): Record<string, unknown> {
  const db = openForWriting(temporaryWorkspace())
  onTestFinished(() => void db.close())
  const runner = createCommandRunner(db)
  for (const [at, { changes, batch }] of steps.entries()) runner.run(commandFor(changes), { id: ids[at] ?? '', input: { at }, actor: { id: 'a', name: 'Ána' }, now: NOW, batchId: batch === true ? 'b' : null })
  return Object.fromEntries(compared.map((table) => [table.name, selectRows(db, table, 'ORDER BY "id"')]))
}

const stores = centralStores()

async function onCentral(name: StoreName, steps: readonly Step[], ids: readonly string[]): Promise<Record<string, unknown>> {
  const store = await stores.open(name)
  const tenantId = await newTenant(store)
  return store.transaction({ tenantId }, async (session) => {
    const book = new JournalBook(session)
    for (const [at, { changes, batch }] of steps.entries()) await runCommand(book, commandFor(changes), { id: ids[at] ?? '', input: { at }, actor: { id: 'a', name: 'Ána' }, now: NOW, batchId: batch === true ? 'b' : null, scopes: 'all', mayGive: () => true })
    await book.flush()
    const read: [string, unknown][] = []
    for (const table of compared) {
      const rows = await session.query<Row>(`SELECT ${quoted(table.columnNames)} FROM "${table.name}" ORDER BY "id"`)
      read.push([table.name, rows.map((row) => decodeRow(table, row))])
    }
    return Object.fromEntries(read)
  })
}

const [a, b, c] = [buildLead({ company: 'A', latitude: 35.681236, longitude: -0.1 }), buildLead({ company: '', notes: 'line\n\t"x", {y}, NULL, \\' }), buildLead({ company: '株式会社🙂', declinedBy: [nextId(), 'NULL', '{"a"}'] })]
const partner = buildPartner({ absences: [], capacity: 0 })
const columns = ['company', 'city', 'latitude', 'score', 'territoryId', 'declinedBy'] as const
const insertMany = (rows: readonly (typeof a)[]): Change => ({ kind: 'insert', table: leads, columns: leads.columnNames.filter((name) => !['rev', 'createdAt', 'updatedAt'].includes(name)), rows: rows.map((row) => leads.columnNames.filter((name) => !['rev', 'createdAt', 'updatedAt'].includes(name)).map((name) => (row as Row)[name])) })

const cases: Readonly<Record<string, readonly Step[]>> = {
  'rows of every kind of column': [{ changes: [insert(leads, a), insert(partners, partner), insert(territories, buildTerritory()), insert(territoryRules, buildRule({ territoryId: 't1', enabled: false }))] }],
  'many rows at once, in a batch and not': [{ changes: [insertMany([a, b])] }, { changes: [insertMany([c])], batch: true }],
  'stamps given and not given': [{ changes: [insert(leads, { ...a, createdAt: '2020-01-01T00:00:00.000Z', updatedAt: '2020-01-02T00:00:00.000Z' }), update(leads, a.id, { updatedAt: '2021-01-01T00:00:00.000Z' }), update(leads, a.id, { city: 'X' })] }],
  'values of many rows, coded': [{ changes: [insertMany([a, b, c]), { kind: 'update', table: leads, columns, ids: [c.id, a.id, b.id], rows: [['C', null, 1e-7, 5, 't1', []], ['A2', '', -0.5, null, null, ['x']], ['B', 'é', 1234567.125, 100, 't1', []]] }] }],
  'the same row twice in one change': [{ changes: [insertMany([a]), { kind: 'update', table: leads, columns: ['city'], ids: [a.id, a.id], rows: [['one'], ['two']] }] }],
  'a column that is written and read in one change: the id of another': [{ changes: [insertMany([a, b]), update(leads, a.id, { partnerId: b.id })] }],
  'removing, also what is not there and what is named twice': [{ changes: [insertMany([a, b, c])] }, { changes: [remove(leads, c.id, a.id, nextId(), c.id)] }],
  'an update of nothing': [{ changes: [insertMany([a]), { kind: 'update', table: leads, columns: ['city'], ids: [], rows: [] }, update(leads, a.id, {})] }],
  'undefined where a value may be left out': [{ changes: [insert(leads, { ...a, city: undefined, score: undefined })] }, { changes: [{ kind: 'update', table: leads, columns: ['city', 'score'], ids: [a.id], rows: [[undefined, undefined]] }] }],
  'null in a JSON column that must be full, and in one that may be empty': [{ changes: [insert(batches, { id: nextId(), kind: 'import', state: 'running', subject: 's', label: 'l', total: 0, details: null, startedAt: NOW })] }],
}

describe.each(['PGlite', 'PostgreSQL'] as const)('%s leaves behind what the desk does:', (name) => {
  test.each(Object.entries(cases))('%s', async (_, steps) => {
    const ids = steps.map(() => nextId())
    expect(await onCentral(name, steps, ids)).toEqual(onSqlite(steps, ids))
  })

  test('what was asked by several keys, in the order of the keys', async () => {
    const rows = [buildLead({ duplicateKey: 'k1' }), buildLead({ duplicateKey: 'k2' }), buildLead({ duplicateKey: 'k1' }), buildLead({ duplicateKey: 'k3', territoryId: null })]
    const asked: unknown[] = []
    const asking = command(anything, function* () {
      asked.push(yield* many(leads, 'byDuplicateKey', ['k2'], ['k1'], ['none'], ['k2']), yield* many(leads, 'byTerritory', [null]), yield* many(leads, 'byPartner', [null, 'new']), yield* many(leads, 'byDuplicateKey', []), yield* one(leads, rows[1]?.id ?? ''), yield* one(leads, nextId()))
      return accept(null, [])
    })
    const call = { id: nextId(), input: {}, actor: { id: 'a', name: '' }, now: NOW, batchId: null, scopes: 'all' as const, mayGive: () => true }
    const db = openForWriting(temporaryWorkspace())
    onTestFinished(() => void db.close())
    createCommandRunner(db).run(commandFor(rows.map((row) => insert(leads, row))), { ...call, id: nextId() })
    createCommandRunner(db).run(asking, call)
    const onDesk = asked.splice(0)
    const store = await stores.open(name)
    await store.transaction({ tenantId: await newTenant(store) }, async (session) => {
      const book = new JournalBook(session)
      await runCommand(book, commandFor(rows.map((row) => insert(leads, row))), { ...call, id: nextId() })
      await runCommand(book, asking, call)
    })
    expect(asked).toEqual(onDesk)
  })

  test('a change of a row that is not there is refused, not broken', async () => {
    const store = await stores.open(name)
    const running = store.transaction({ tenantId: await newTenant(store) }, (session) => runCommand(new JournalBook(session), commandFor([update(leads, nextId(), { city: 'x' })]), { id: nextId(), input: {}, actor: { id: 'a', name: '' }, now: NOW, batchId: null, scopes: 'all', mayGive: () => true }))
    await expect(running).rejects.toMatchObject({ refusal: { code: 'command.row-missing' } })
  })
})
