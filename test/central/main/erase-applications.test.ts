import { describe, expect, test } from 'vitest'
import { eraseApplications } from '#central/recruiting/erase-applications.ts'
import { Schedule } from '#central/schedule/schedule.ts'
import { applications } from '#shared/recruiting/application.table.ts'
import { buildApplication } from '#test/foundation/builders/build-application.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'
import { centralStores, newTenant, quiet, type StoreName } from '#test/foundation/central-stores.ts'

const stores = centralStores()

describe.each<StoreName>(['PGlite', 'PostgreSQL'])('the schedule on %s', (name) => {
  test('erases a declined applicant whose retention is over, once, whoever looks; leaves alone what is kept and what was taken up again', async () => {
    const store = await stores.open(name)
    const tenantId = await newTenant(store)
    const ask = <Row extends object>(sql: string, values: readonly unknown[] = []) => store.transaction({ tenantId }, (session) => session.query<{ [K in keyof Row]: Row[K] }>(sql, values))
    const declined = { status: 'declined', decidedAt: '2020-01-01T00:00:00.000Z' } as const
    const over = buildApplication({ ...declined, id: idNumber(0x10), retentionUntil: '2020-07-01T00:00:00.000Z' })
    const kept = buildApplication({ ...declined, id: idNumber(0x20), retentionUntil: '2900-01-01T00:00:00.000Z' })
    const reopened = buildApplication({ id: idNumber(0x30), status: 'vetting', retentionUntil: null })
    for (const row of [over, kept, reopened]) {
      const values = applications.columnNames.map((column) => (applications.jsonColumns.has(column) ? JSON.stringify(row[column as keyof typeof row]) : row[column as keyof typeof row]))
      await ask(`INSERT INTO "applications" (${applications.columnNames.map((column) => `"${column}"`).join(', ')}) VALUES (${values.map((_, at) => `$${at + 1}`).join(', ')})`, values)
    }
    const both = [0, 1].map(() => new Schedule({ store, handlers: eraseApplications, changed: quiet, log: quiet }))
    await Promise.all(both.map((each) => each.doWhatIsDue()))
    await store.transaction({ as: 'registrar' }, (session) => session.query(`UPDATE "dueWork" SET "dueAt" = "dueAt" - interval '1 hour', "tryAt" = "tryAt" - interval '1 hour'`))
    await Promise.all(both.map((each) => each.doWhatIsDue()))
    const rows = await ask<{ company: string; persons: string; rev: string }>('SELECT "company", "persons", "rev" FROM "applications" ORDER BY "id"')
    expect(rows.map(({ company, persons, rev }) => [company, JSON.parse(persons).length, Number(rev)])).toEqual([['', 0, 2], ['Quetzal Sistemas', 1, 1], ['Quetzal Sistemas', 1, 1]])
    const entries = await ask<{ command: string; changes: string }>('SELECT "command", "changes" FROM "journal"')
    expect(entries.map(({ command }) => command)).toEqual(['recruiting.erase'])
    expect(entries[0]?.changes).not.toContain('Quetzal')
  })
})
