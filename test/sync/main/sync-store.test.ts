import { syncedTables } from '#main/sync/synced-tables.ts'
import { describe, expect, test } from 'vitest'
import { unfinishedBatches } from '#main/journal/undo-batch.ts'
import { ownBatch } from '#main/journal/batch-owner.ts'
import { examineSync } from '#main/sync/examine-sync.ts'
import { rescueWorkspace } from '#main/workspace/rescue.ts'
import { restoreBackup } from '#main/workspace/restore.ts'
import { backUpRolling } from '#main/workspace/backup.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { importsContract } from '#shared/imports/imports.contract.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { viewsContract } from '#shared/views/views.contract.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'
import { checkDesk } from '../check-desk.ts'
import { FakeCentral } from '../fake-central.ts'
import { ADDRESS, buildPerson, NOW, SyncDesk } from '../sync-desk.ts'

/** Before an insertion, a change and a removal, of every synced table. */
const TRIGGERS = 3 * syncedTables.length

const { create, update } = leadsContract.operations
const lead = (company: string) => ({ company, country: 'JP' })
const city = (id: string, value: string, was: string | null) => ({ id, edits: [{ field: 'city' as const, value, was }] })
const triggersOf = (desk: SyncDesk): number => desk.db.prepare(`SELECT count(*) FROM sqlite_schema WHERE "type" = 'trigger' AND "name" LIKE '%_shadow_%'`).pluck().get() as number
const isSound = (desk: SyncDesk): boolean => examineSync(desk.db).every(({ ok }) => ok)

/** Two desks that know the same lead. */
async function twoDesks(): Promise<{ central: FakeCentral; one: SyncDesk; other: SyncDesk; id: string }> {
  const central = new FakeCentral()
  const one = new SyncDesk().connect()
  const other = new SyncDesk().connect()
  const { id } = valueOf(one.give(create, lead('Kitayama Foods')))
  for (const desk of [one, other]) await desk.sync(central)
  return { central, one, other, id }
}

describe('a desk that is connected to nothing', () => {
  test('keeps no shadow, no outbox, no trigger', () => {
    const desk = new SyncDesk()
    valueOf(desk.give(create, lead('Kitayama Foods')))
    expect([triggersOf(desk), desk.shadows().size, desk.unanswered().length, isSound(desk), desk.store.standing()]).toEqual([0, 0, 0, true, null])
  })

  test('has triggers from connecting to signing out', () => {
    const desk = new SyncDesk().connect()
    expect(triggersOf(desk)).toBe(TRIGGERS)
    desk.reopen()
    expect([triggersOf(desk), isSound(desk)]).toEqual([TRIGGERS, true])
    desk.db.exec('DROP TRIGGER "leads_shadow_update"')
    expect(isSound(desk)).toBe(false)
    desk.reopen()
    expect(isSound(desk)).toBe(true)
    desk.store.signOut(false)
    expect([triggersOf(desk), isSound(desk)]).toEqual([0, true])
    valueOf(desk.give(create, lead('Kitayama Foods')))
    expect([desk.shadows().size, desk.unanswered().length]).toEqual([0, 0])
  })
})

describe('commands of a connected desk', () => {
  test('wait in their order, each knowing the one before; what is one’s own stays', () => {
    const desk = new SyncDesk().connect()
    const given = [valueOf(desk.give(create, lead('A'))), valueOf(desk.give(create, lead('B')))]
    valueOf(desk.give(viewsContract.operations.save, { list: 'leads', name: 'Mine', state: {} }))
    expect(refusalOf(desk.give(create, lead('A')))).toMatchObject({ code: 'lead.duplicate' })
    expect(desk.unanswered()).toEqual([{ seq: 1, id: given[0]?.entry, previous: null }, { seq: 2, id: given[1]?.entry, previous: given[0]?.entry }])
    expect(desk.store.nextBatch({ commands: 1, bytes: 1_000_000 }).commands).toMatchObject([{ seq: 1, name: 'leads.create', version: 1, issuedAt: NOW, input: lead('A') }])
    expect(desk.store.nextBatch({ commands: 200, bytes: 1 }).commands).toHaveLength(1)
  })

  test('are in the name of who is signed in', () => {
    const person = buildPerson()
    const desk = new SyncDesk().connect(person)
    const { entry } = valueOf(desk.give(create, lead('A')))
    expect(desk.db.prepare('SELECT "actorId", "actorName" FROM "journal" WHERE "id" = ?').get(entry)).toEqual({ actorId: person.userId, actorName: person.name })
  })

  test('undo what is one’s own without telling anybody', async () => {
    const central = new FakeCentral()
    const desk = new SyncDesk().connect()
    await desk.sync(central)
    const view = nextId()
    valueOf(desk.give(viewsContract.operations.save, { list: 'leads', name: 'Mine', state: {} }, null, view))
    valueOf(desk.give(journalContract.operations.undo, { entry: view }))
    expect([desk.unanswered().length, desk.shadows().size]).toEqual([0, 0])
    desk.store.forgetCursor()
    await desk.sync(central)
    expect(desk.db.prepare('SELECT count(*) FROM "journal"').pluck().get()).toBe(2)
  })
})

describe('applying a pull', () => {
  test('does the pending commands again on the server’s rows', async () => {
    const { central, one, other, id } = await twoDesks()
    valueOf(one.give(update, { id, edits: [{ field: 'industry', value: 'food' }] }))
    valueOf(other.give(update, city(id, 'Osaka', null)))
    await other.sync(central)
    await one.pull(central)
    expect(one.rows().get('leads')).toMatchObject([{ city: 'Osaka', industry: 'food', rev: 3 }])
    checkDesk(one, central)
    expect(one.shadows().has(`leads ${id}`)).toBe(true)
  })

  test('takes back here what the server refused, and keeps it for the person', async () => {
    const { central, one, other, id } = await twoDesks()
    valueOf(one.give(update, city(id, 'Osaka', null)))
    const { entry } = valueOf(other.give(update, city(id, 'Kyoto', null)))
    await one.sync(central)
    await other.push(central)
    expect(other.rows().get('leads')).toMatchObject([{ city: 'Kyoto' }])
    await other.pull(central)
    expect(other.rows().get('leads')).toMatchObject([{ city: 'Osaka' }])
    expect(other.store.refusedCommand(entry)).toMatchObject({ command: 'leads.update', status: 'refused', code: 'lead.stale', input: city(id, 'Kyoto', null) })
    expect([other.store.drop(entry), other.store.drop(entry), other.store.refusedCommand(entry)]).toEqual([true, false, null])
  })

  test('keeps a command for the server that cannot be done here any more', async () => {
    const { central, one, other, id } = await twoDesks()
    valueOf(one.give(update, city(id, 'Osaka', null)))
    valueOf(other.give(update, city(id, 'Kyoto', null)))
    await one.sync(central)
    await other.pull(central)
    expect(other.rows().get('leads')).toMatchObject([{ city: 'Osaka' }])
    expect(other.unanswered()).toHaveLength(1)
    checkDesk(other, central)
  })

  test('puts rows in beside pending commands that have nothing to do with them, and one that has asked about them is done again', async () => {
    const { central, one, other } = await twoDesks()
    const partner = { code: 'P', name: 'Partner', type: 'reseller', country: 'JP' } as const
    const { partnersContract } = await import('#shared/partners/partners.contract.ts')
    valueOf(one.give(create, lead('Minami Foods')))
    const rowOf = () => one.db.prepare(`SELECT "_row" FROM "leads" WHERE "company" = 'Minami Foods'`).pluck().get()
    const row = rowOf()
    valueOf(other.give(partnersContract.operations.create, partner))
    await other.sync(central)
    await one.pull(central)
    expect(rowOf()).toBe(row)
    checkDesk(one, central)
    valueOf(other.give(create, lead('Minami Foods')))
    await other.sync(central)
    await one.pull(central)
    expect(one.rows().get('leads')?.filter((each) => each['company'] === 'Minami Foods')).toHaveLength(1)
    checkDesk(one, central)
    await one.sync(central)
    expect(one.rows()).toEqual(await central.rows())
  })

  test('leaves rows and their numbers alone where nothing is new', async () => {
    const { central, one } = await twoDesks()
    const numbers = () => one.db.prepare('SELECT "_row" FROM "leads"').all()
    const before = numbers()
    expect(await one.pull(central)).toEqual([])
    one.store.forgetCursor()
    await one.pull(central)
    expect(numbers()).toEqual(before)
  })

  test('brings a removed row back under its number when its removal was refused', async () => {
    const { central, one } = await twoDesks()
    const number = one.db.prepare('SELECT "_row" FROM "leads"').pluck().get()
    const [entry] = one.db.prepare('SELECT "id" FROM "journal"').pluck().all() as string[]
    const { entry: undo } = valueOf(one.give(journalContract.operations.undo, { entry: entry ?? '' }))
    expect(one.rows().get('leads')).toEqual([])
    central.poison.add(undo)
    await one.sync(central)
    expect(one.db.prepare('SELECT "_row" FROM "leads"').pluck().all()).toEqual([number])
    expect(one.store.refusedCommand(undo)).toMatchObject({ status: 'quarantined', code: 'internal' })
  })

  test('drops an answer to another question than the last', async () => {
    const { central, one, other, id } = await twoDesks()
    valueOf(other.give(update, city(id, 'Osaka', null)))
    await other.sync(central)
    const begun = one.store.beginPull()
    const late = await central.pull({ ...begun, token: null })
    one.store.beginPull()
    expect(one.store.stage(begun.requestId, late.data)).toBe(false)
    if (late.complete === null) throw new Error('one page')
    expect(one.store.apply({ requestId: begun.requestId, reset: null, epoch: late.epoch, complete: late.complete, now: NOW })).toEqual([])
    expect(one.rows().get('leads')).toMatchObject([{ city: null }])
    checkDesk(one, central)
  })

  test('takes of a newer server what it knows, and sends back no more than was edited', async () => {
    const { central, one, id } = await twoDesks()
    const begun = one.store.beginPull()
    const answer = await central.pull({ ...begun, cursor: null, token: null })
    const newer = answer.data.map((part) => (part.table === 'leads' ? { ...part, columns: [...part.columns, 'temperature'], put: part.put.map((row) => [...row, 'hot']) } : part))
    one.store.stage(begun.requestId, [...newer, { table: 'moods', columns: ['id'], put: [['01990000-0000-7000-8000-000000000009']], remove: [] }])
    if (answer.complete === null) throw new Error('one page')
    one.store.apply({ requestId: begun.requestId, reset: 'first', epoch: answer.epoch, complete: answer.complete, now: NOW })
    expect(one.rows().get('leads')).toEqual((await central.rows()).get('leads'))
    valueOf(one.give(update, city(id, 'Osaka', null)))
    expect(one.store.nextBatch({ commands: 9, bytes: 9_000 }).commands).toMatchObject([{ input: { id, edits: [{ field: 'city', value: 'Osaka', was: null }] } }])
  })

  test('shows nothing of a pull that a crash cut off, and begins it again', async () => {
    const { central, one, other } = await twoDesks()
    for (let at = 0; at < 5; at += 1) valueOf(other.give(create, lead(`Company ${at}`)))
    await other.sync(central)
    central.pageRows = 2
    const begun = one.store.beginPull()
    one.store.stage(begun.requestId, (await central.pull({ ...begun, token: null })).data)
    one.reopen()
    expect(one.rows().get('leads')).toHaveLength(1)
    await one.pull(central)
    expect(one.rows()).toEqual(await central.rows())
  })

  test('under a new identity sends nothing again, but everything to a server that was put back to a day before it', async () => {
    const { central, one } = await twoDesks()
    const { entry } = valueOf(one.give(create, lead('Minami Foods')))
    await one.sync(central)
    const sent = one.db.prepare('SELECT "id" FROM "_outbox" ORDER BY "seq"').pluck().all()
    one.store.takeNewIdentity(nextId())
    valueOf(one.give(create, lead('Not sent')))
    const next = () => one.store.nextBatch({ commands: 200, bytes: 1_000_000 }).commands
    expect(next().map(({ seq, previous }) => [seq, previous])).toEqual([[1, null]])
    expect(isSound(one)).toBe(true)

    expect(one.store.requeueAfter(0, nextId())).toBe(true)
    expect(next().map(({ id }) => id).slice(0, -1)).toEqual(sent)
    expect(sent).toContain(entry)
    expect(next().map(({ seq, previous }, at) => [seq, previous === (next()[at - 1]?.id ?? null)])).toEqual(sent.concat('').map((_, at) => [at + 1, true]))
    expect(isSound(one)).toBe(true)
  })

  test('after a pull that the disk had no room for, does again what hangs on the rows of the next', async () => {
    const { central, one, other, id } = await twoDesks()
    const shown = (): unknown => one.rows().get('leads')?.find((row) => row['id'] === id)?.['city']
    valueOf(one.give(update, city(id, 'Osaka', null)))
    valueOf(other.give(update, city(id, 'Kyoto', null)))
    await other.sync(central)
    await one.pull(central)
    expect(shown(), 'it cannot be done here as it is').toBe('Kyoto')
    one.reopen()

    valueOf(other.give(create, lead('Minami Foods')))
    await other.sync(central)
    const { redo } = one.runner
    one.runner.redo = () => {
      throw new RefusedError('disk.full', 'no space is left on the disk')
    }
    await expect(one.pull(central)).rejects.toMatchObject({ refusal: { code: 'disk.full' } })
    one.runner.redo = redo

    valueOf(other.give(update, { id, edits: [{ field: 'city', value: null, was: 'Kyoto' }] }))
    await other.sync(central)
    await one.pull(central)
    expect(shown()).toBe('Osaka')
    expect(one.replayed().live).toEqual(one.rows())
  })

  test('numbers anew what goes again, whatever gaps the refused ones leave: some numbers go up and some go down', async () => {
    const { central, one, other } = await twoDesks()
    one.store.takeNewIdentity(nextId())
    for (const company of ['Nishi', 'Higashi']) valueOf(other.give(create, lead(company)))
    await other.sync(central)
    for (const company of ['Nishi', 'Higashi']) valueOf(one.give(create, lead(company)))
    await one.sync(central)
    const waiting = [valueOf(one.give(create, lead('Not sent'))), valueOf(one.give(create, lead('Not sent either')))].map(({ entry }) => entry)
    expect(one.unanswered().map(({ seq }) => seq)).toEqual([3, 4])

    expect(one.store.requeueAfter(0, nextId())).toBe(true)
    expect(one.unanswered().map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect(one.unanswered().slice(1).map(({ id }) => id)).toEqual(waiting)
    expect(isSound(one)).toBe(true)
  })

  test('keeps answered commands a fortnight', async () => {
    const { central, one } = await twoDesks()
    const kept = (): unknown => one.db.prepare('SELECT count(*) FROM "_outbox"').pluck().get()
    expect(kept()).toBe(1)
    one.db.prepare('UPDATE "_outbox" SET "ackedAt" = ?').run('2026-11-09T00:00:00.000Z')
    valueOf(one.give(create, lead('Minami Foods')))
    await one.sync(central)
    expect(kept()).toBe(1)
    expect(isSound(one)).toBe(true)
  })
})

describe('batches', () => {
  test('of another desk are left to it, and their rows are not seen', async () => {
    const central = new FakeCentral()
    const one = new SyncDesk().connect()
    const other = new SyncDesk().connect()
    const input = ownBatch('journal.openBatch', { kind: 'import', subject: 'leads', label: 'x', total: 1, details: {} }, one.store.standing()?.clientId ?? null)
    const { id: batchId } = valueOf(one.give(journalContract.operations.openBatch, input as never))
    valueOf(one.give(importsContract.operations.appendRows, { batchId, table: 'leads', columns: ['id', 'company', 'stage', 'arrivedAt', 'duplicateKey', 'declinedBy'], rows: [[nextId(), 'Imported', 'new', NOW, 'imported', []]] }, batchId))
    for (const desk of [one, other]) await desk.sync(central)
    expect(other.rows().get('leads')).toHaveLength(1)
    expect([unfinishedBatches(one.db).length, unfinishedBatches(other.db).length]).toEqual([1, 0])
    expect(one.store.obstacles().running).toBe(true)
  })
})

describe('the workspace file', () => {
  test('is saved from damage with what no server has', async () => {
    const { central, one, id } = await twoDesks()
    valueOf(one.give(update, city(id, 'Osaka', null)))
    const { entry } = valueOf(one.give(create, lead('Minami Foods')))
    central.poison.add(entry)
    await one.push(central)
    await one.pull(central)
    valueOf(one.give(create, lead('Never sent')))
    one.db.close()
    expect(rescueWorkspace(one.directory, 'now').salvaged).toMatchObject({ _sync: 1, _refused: 1 })
    one.open()
    expect([one.pending(), isSound(one), triggersOf(one), one.store.refusedCommand(entry)?.code]).toEqual([1, true, TRIGGERS, 'internal'])
    await one.sync(central)
    expect(one.rows()).toEqual(await central.rows())
    expect(one.rows().get('leads')).toHaveLength(2)
  })

  test('put back from a copy is told from its later self, and agrees under another identity', async () => {
    const { central, one, id } = await twoDesks()
    const backup = backUpRolling(one.db, one.directory, NOW)
    valueOf(one.give(update, city(id, 'Osaka', null)))
    await one.sync(central)
    one.db.close()
    restoreBackup(one.directory, backup.path, NOW)
    one.open()
    valueOf(one.give(create, lead('After the copy')))
    const { clientId, commands } = one.store.nextBatch({ commands: 200, bytes: 1_000_000 })
    expect((await central.push({ clientId, commands: [...commands] })).stop).toMatchObject({ reason: 'forked' })
    one.store.takeNewIdentity(nextId())
    await one.sync(central)
    expect(one.rows()).toEqual(await central.rows())
    expect(one.rows().get('leads')).toHaveLength(2)
  })

  test('brings what it had before it was connected, in commands of 2,000 rows', async () => {
    const desk = new SyncDesk(temporaryWorkspace())
    const { id: batchId } = valueOf(desk.give(journalContract.operations.openBatch, { kind: 'import', subject: 'leads', label: 'x', total: 4500, details: {} }))
    for (let part = 0; part < 9; part += 1) {
      const rows = Array.from({ length: 500 }, (_, at) => [nextId(), `Company ${part} ${at}`, 'new', NOW, `company ${part} ${at}`, []])
      valueOf(desk.give(importsContract.operations.appendRows, { batchId, table: 'leads', columns: ['id', 'company', 'stage', 'arrivedAt', 'duplicateKey', 'declinedBy'], rows }, batchId))
    }
    valueOf(desk.give(journalContract.operations.moveBatch, { id: batchId, state: 'done' }))
    const before = desk.rows()
    expect(desk.store.connect({ address: ADDRESS, clientId: nextId(), person: buildPerson() }, NOW)).toBe(4500 + 1 + 11)
    expect(desk.unanswered()).toHaveLength(3 + 1 + 1)
    const sizes = desk.db.prepare(`SELECT json_array_length("input", '$.rows') FROM "_outbox" WHERE "input" ->> '$.table' = 'leads'`).pluck().all()
    expect(sizes).toEqual([2000, 2000, 500])
    const central = new FakeCentral()
    await desk.pull(central)
    expect(desk.rows().get('leads')).toEqual(before.get('leads'))
  })
})
