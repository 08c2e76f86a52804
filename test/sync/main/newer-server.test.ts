import { describe, expect, test } from 'vitest'
import { digestRows } from '#main/sync/digest-rows.ts'
import { examineSync } from '#main/sync/examine-sync.ts'
import { AT_REST, syncStatus } from '#main/sync/sync-status.ts'
import { unpark } from '#main/sync/unpark.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { defineTable, text, type Table } from '#shared/foundation/table.ts'
import type { PulledTable, PullAnswer } from '#shared/sync/messages.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { checkDesk } from '../check-desk.ts'
import { FakeCentral } from '../fake-central.ts'
import { NOW, SyncDesk } from '../sync-desk.ts'

const { create, update } = leadsContract.operations

/** What a newer server sends: leads have a mood, and there are deals. */
class NewerCentral extends FakeCentral {
  override async pull(asked: Parameters<FakeCentral['pull']>[0]): Promise<PullAnswer> {
    const answer = await super.pull(asked)
    const data = answer.data.map((part) => (part.table === 'leads' ? { ...part, columns: [...part.columns, 'mood'], put: part.put.map((row) => [...row, `mood of ${String(row[part.columns.indexOf('company')])}`]) } : part))
    return { ...answer, data: [...data, { table: 'deals', columns: ['id', 'name'], put: [['01990000-0000-7000-8000-0000000000d1', 'A deal']], remove: [] }] }
  }
}

/** For this server a company may be nameless, which for this program it may not. */
class LaxCentral extends FakeCentral {
  nameless = new Set<string>()

  override async pull(asked: Parameters<FakeCentral['pull']>[0]): Promise<PullAnswer> {
    const answer = await super.pull(asked)
    const emptied = ({ columns, put }: PulledTable): PulledTable['put'] => put.map((row) => (this.nameless.has(String(row[columns.indexOf('id')])) ? row.map((value, at) => (columns[at] === 'company' ? null : value)) : row))
    return { ...answer, data: answer.data.map((part) => (part.table === 'leads' ? { ...part, put: emptied(part) } : part)) }
  }
}

/** The same tables in a later program. */
const deals = defineTable('deals', { name: text().notNull() }, { indexes: {}, visibility: 'everyone' })
const laterLeads: Table = { ...leads, columnNames: [...leads.columnNames, 'mood'] }

describe('a desk that is older than its server', () => {
  test('keeps what it does not know, and has it after the update without fetching, under unsent work', async () => {
    const central = new NewerCentral()
    const one = new SyncDesk().connect()
    const { id } = valueOf(one.give(create, { company: 'Kitayama Foods', country: 'JP' }))
    await one.sync(central)
    checkDesk(one, central)
    valueOf(one.give(update, { id, edits: [{ field: 'city', value: 'Osaka' }] }))
    await one.pull(central)
    expect(one.rows().get('leads')).toMatchObject([{ company: 'Kitayama Foods', city: 'Osaka' }])

    one.db.exec('ALTER TABLE "leads" ADD COLUMN "mood" TEXT')
    one.db.exec('CREATE TABLE "deals" ("_row" INTEGER PRIMARY KEY AUTOINCREMENT, "id" TEXT NOT NULL UNIQUE, "name" TEXT NOT NULL, "rev" INTEGER NOT NULL DEFAULT 1)')
    one.db.prepare('UPDATE "_sync" SET "capture" = 0').run()
    unpark(one.db, [laterLeads, deals])
    one.db.prepare('UPDATE "_sync" SET "capture" = 1').run()
    expect(one.db.prepare('SELECT "mood", "city" FROM "leads"').get()).toEqual({ mood: 'mood of Kitayama Foods', city: 'Osaka' })
    expect(one.db.prepare(`SELECT "row" ->> '$.mood' FROM "_shadow" WHERE "tbl" = 'leads'`).pluck().get()).toBe('mood of Kitayama Foods')
    expect(one.db.prepare('SELECT "name" FROM "deals"').pluck().all()).toEqual(['A deal'])
    expect(one.db.prepare('SELECT count(*) FROM "_parked"').pluck().get()).toBe(0)
    expect(one.pending()).toBe(1)
  })

  test('keeps a row aside that does not fit, shows that it does, and has the other 499; a row that fits again takes its place', async () => {
    const central = new LaxCentral()
    const [one, two] = [new SyncDesk().connect(), new SyncDesk().connect()]
    const ids = Array.from({ length: 500 }, (_, at) => valueOf(one.give(create, { company: `Company ${at}`, country: 'JP' })).id)
    await one.sync(central)
    const [poisoned = ''] = ids
    central.nameless.add(poisoned)
    await two.sync(central)
    const standing = () => ({ leads: two.rows().get('leads')?.length, aside: syncStatus(two.db, AT_REST).aside, found: examineSync(two.db).find(({ check }) => check === 'sync-aside')?.ok })
    expect(standing()).toEqual({ leads: 499, aside: 1, found: false })
    expect(two.db.prepare('SELECT "pk" FROM "_parked"').pluck().all()).toEqual([poisoned])
    expect(digestRows(two.db)).toEqual(digestRows(one.db))

    two.reopen()
    unpark(two.db)
    expect(standing()).toEqual({ leads: 499, aside: 1, found: false })

    central.nameless.clear()
    valueOf(one.give(update, { id: poisoned, edits: [{ field: 'city', value: 'Osaka' }] }))
    await one.sync(central)
    await two.sync(central)
    expect(standing()).toEqual({ leads: 500, aside: 0, found: true })
    expect(two.rows().get('leads')).toEqual(one.rows().get('leads'))

    central.nameless.add(poisoned)
    valueOf(one.give(update, { id: poisoned, edits: [{ field: 'city', value: 'Kobe' }] }))
    await one.sync(central)
    await two.sync(central)
    expect(standing()).toEqual({ leads: 499, aside: 1, found: false })
  })

  test('forgets what it kept of a row that is gone', async () => {
    const central = new NewerCentral()
    const one = new SyncDesk().connect()
    valueOf(one.give(create, { company: 'Kitayama Foods', country: 'JP' }))
    await one.sync(central)
    const begun = one.store.beginPull()
    const answer = await central.pull({ ...begun, token: null })
    const [lead] = one.rows().get('leads') ?? []
    one.store.stage(begun.requestId, [{ table: 'leads', columns: ['id'], put: [], remove: [String(lead?.['id'])] }, { table: 'deals', columns: ['id'], put: [], remove: ['01990000-0000-7000-8000-0000000000d1'] }])
    if (answer.complete === null) throw new Error('one page')
    one.store.apply({ requestId: begun.requestId, reset: null, epoch: answer.epoch, complete: answer.complete, now: NOW })
    expect(one.db.prepare('SELECT count(*) FROM "_parked"').pluck().get()).toBe(0)
  })
})
