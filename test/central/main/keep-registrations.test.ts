import { describe, expect, test } from 'vitest'
import { keepRegistrations } from '#central/deals/keep-registrations.ts'
import { Schedule } from '#central/schedule/schedule.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { buildApproved } from '#test/foundation/builders/build-registration.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'
import { centralStores, newTenant, quiet, type StoreName } from '#test/foundation/central-stores.ts'

const stores = centralStores()

describe.each<StoreName>(['PGlite', 'PostgreSQL'])('the schedule on %s', (name) => {
  test('ends a window that is over, once, whoever looks and however late; leaves alone what runs, and what waits for a quote', async () => {
    const store = await stores.open(name)
    const tenantId = await newTenant(store)
    const ask = <Row extends object>(sql: string, values: readonly unknown[] = []) => store.transaction({ tenantId }, (session) => session.query<{ [K in keyof Row]: Row[K] }>(sql, values))
    const over = buildApproved({ id: idNumber(0x10), partnerId: idNumber(1) }, '2020-01-01T00:00:00.000Z')
    const running = buildApproved({ id: idNumber(0x20), partnerId: idNumber(1) }, '2900-01-01T00:00:00.000Z')
    const quoted = buildApproved({ id: idNumber(0x30), partnerId: idNumber(1), quoteSentAt: '2020-02-01T00:00:00.000Z' }, '2020-01-01T00:00:00.000Z')
    for (const row of [over, running, quoted]) {
      const values = registrations.columnNames.map((column) => (registrations.jsonColumns.has(column) && row[column as keyof typeof row] !== null ? JSON.stringify(row[column as keyof typeof row]) : row[column as keyof typeof row]))
      await ask(`INSERT INTO "registrations" (${registrations.columnNames.map((column) => `"${column}"`).join(', ')}) VALUES (${values.map((_, at) => `$${at + 1}`).join(', ')})`, values)
    }
    const both = [0, 1].map(() => new Schedule({ store, handlers: keepRegistrations, changed: quiet, log: quiet }))
    await Promise.all(both.map((each) => each.doWhatIsDue()))
    await store.transaction({ as: 'registrar' }, (session) => session.query(`UPDATE "dueWork" SET "dueAt" = "dueAt" - interval '1 hour', "tryAt" = "tryAt" - interval '1 hour'`))
    await Promise.all(both.map((each) => each.doWhatIsDue()))
    const rows = await ask<{ status: string; endReason: string | null; endedAt: string | null; rev: string }>('SELECT "status", "endReason", "endedAt", "rev" FROM "registrations" ORDER BY "id"')
    expect(rows.map(({ status, endReason, endedAt, rev }) => [status, endReason, endedAt, Number(rev)])).toEqual([
      ['expired', 'window', over.protectedUntil, 2],
      ['approved', null, null, 1],
      ['approved', null, null, 1],
    ])
    expect(await ask(`SELECT "command", "actorId" FROM "journal"`)).toEqual([{ command: 'deals.takeSteps', actorId: 'schedule' }])
  })
})
