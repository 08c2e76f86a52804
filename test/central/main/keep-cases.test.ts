import { describe, expect, test } from 'vitest'
import { keepCases } from '#central/conflicts/keep-cases.ts'
import { Schedule } from '#central/schedule/schedule.ts'
import { conflictCases } from '#shared/conflicts/conflict-case.table.ts'
import { buildCase, buildClaim, type Case } from '#test/foundation/builders/build-case.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'
import { centralStores, newTenant, quiet, type StoreName } from '#test/foundation/central-stores.ts'

const stores = centralStores()
const LONG_AGO = '2020-01-01T00:00:00.000Z'

describe.each<StoreName>(['PGlite', 'PostgreSQL'])('the schedule on %s', (name) => {
  test('closes a decided case that can be appealed no more, once, whoever looks; leaves alone what can be, and what was', async () => {
    const store = await stores.open(name)
    const tenantId = await newTenant(store)
    const ask = <Row extends object>(sql: string, values: readonly unknown[] = []) => store.transaction({ tenantId }, (session) => session.query<{ [K in keyof Row]: Row[K] }>(sql, values))
    const decided = (at: number, given: Partial<Case>): Case => buildCase({ id: idNumber(at), claims: [buildClaim()], state: 'decided', dueAt: LONG_AGO, ...given })
    for (const row of [decided(0x10, {}), decided(0x20, { dueAt: '2900-01-01T00:00:00.000Z' }), decided(0x30, { state: 'appealed' })]) {
      const values = conflictCases.columnNames.map((column) => (conflictCases.jsonColumns.has(column) ? JSON.stringify(row[column as keyof Case]) : row[column as keyof Case]))
      await ask(`INSERT INTO "conflictCases" (${conflictCases.columnNames.map((column) => `"${column}"`).join(', ')}) VALUES (${values.map((_, at) => `$${at + 1}`).join(', ')})`, values)
    }
    const both = [0, 1].map(() => new Schedule({ store, handlers: keepCases, changed: quiet, log: quiet }))
    await Promise.all(both.map((each) => each.doWhatIsDue()))
    await store.transaction({ as: 'registrar' }, (session) => session.query(`UPDATE "dueWork" SET "dueAt" = "dueAt" - interval '1 hour', "tryAt" = "tryAt" - interval '1 hour'`))
    await Promise.all(both.map((each) => each.doWhatIsDue()))
    const rows = await ask<{ state: string; dueAt: string | null; rev: string }>('SELECT "state", "dueAt", "rev" FROM "conflictCases" ORDER BY "id"')
    expect(rows.map(({ state, dueAt, rev }) => [state, dueAt, Number(rev)])).toEqual([['final', null, 2], ['decided', '2900-01-01T00:00:00.000Z', 1], ['appealed', LONG_AGO, 1]])
    expect(await ask(`SELECT "command", "actorId" FROM "journal"`)).toEqual([{ command: 'conflicts.finalise', actorId: 'schedule' }])
  })
})
