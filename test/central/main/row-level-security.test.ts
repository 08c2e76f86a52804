import { describe, expect, test } from 'vitest'
import { syncedTables } from '#central/store/synced-tables.ts'
import type { Store } from '#central/store/store.ts'
import { centralStores, newTenant } from '#test/foundation/central-stores.ts'
import { centralDesk } from '#test/foundation/central-runner.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'

const stores = centralStores()
const secret = ['workspaceKey', 'enrolment', 'refreshToken', 'signingKey', 'secret', 'companySignIn', 'spentIdToken', 'form']
const tenantTables = [...syncedTables.map((table) => table.name), 'sync_tenant', 'sync_change', 'sync_client', 'sync_command', 'sync_quarantine', 'person', 'device', 'formSubmission', 'dueWork', 'audit']

describe.each(['PGlite', 'PostgreSQL'] as const)('row-level security on %s', (name) => {
  const count = async (store: Store, tenantId: string | null, table: string): Promise<number> => store.transaction({ tenantId }, async (session) => (await session.query<{ rows: number }>(`SELECT count(*) AS "rows" FROM "${table}"`))[0]?.rows ?? -1)

  test('every table has it, and it binds the owner too', async () => {
    const store = await stores.open(name)
    const tables = await store.asOwner((session) => session.query<{ relname: string; bound: boolean }>(`SELECT relname, relrowsecurity AND relforcerowsecurity AS "bound" FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND relname <> 'centralMigration'`))
    expect(tables.map(({ relname }) => relname).toSorted()).toEqual([...tenantTables, 'tenant', ...secret].toSorted())
    expect(tables.filter(({ bound }) => !bound)).toEqual([])
  })

  test('without a tenant there are no rows; another tenant’s are not there', async () => {
    const store = await stores.open(name)
    const [mine, theirs] = [await centralDesk(store), await newTenant(store)]
    await mine.run(leadsContract.operations.create, { company: 'Canary' })
    expect([await count(store, mine.tenantId, 'leads'), await count(store, mine.tenantId, 'journal'), await count(store, mine.tenantId, 'sync_change')]).toEqual([1, 1, 2])
    for (const table of tenantTables) {
      expect([table, await count(store, null, table)]).toEqual([table, 0])
      if (table !== 'sync_tenant') expect([table, await count(store, theirs, table)]).toEqual([table, 0])
    }
  })

  test('nothing can be written for another tenant, nor taken from it, nor without one', async () => {
    const store = await stores.open(name)
    const [mine, theirs] = [await centralDesk(store), await centralDesk(store)]
    const lead = buildLead()
    await theirs.put(leads, lead)
    const insertion = `INSERT INTO "sync_client" ("tenantId", "clientId", "personId", "programVersion", "seenAt") VALUES ($1, 'c', 'p', '', '')`
    await expect(store.transaction({ tenantId: mine.tenantId }, (session) => session.query(insertion, [theirs.tenantId]))).rejects.toThrow('row-level security')
    await store.transaction({ tenantId: mine.tenantId }, async (session) => {
      await session.query(`UPDATE "leads" SET "company" = 'taken'`)
      await session.query('DELETE FROM "leads"')
    })
    expect((await theirs.row(leads, lead.id))?.company).toBe(lead.company)
    await expect(store.transaction({ tenantId: mine.tenantId }, (session) => session.query(`UPDATE "leads" SET "tenantId" = $1`, [theirs.tenantId]))).resolves.toEqual([])
    await expect(store.transaction({ tenantId: null }, (session) => session.query(`INSERT INTO "sync_client" ("clientId", "personId", "programVersion", "seenAt") VALUES ('c', 'p', '', '')`))).rejects.toThrow(/null value|row-level security/)
  })

  test('the same id in two companies is two rows, and neither hears of the other', async () => {
    const store = await stores.open(name)
    const [mine, theirs] = [await centralDesk(store), await centralDesk(store)]
    const lead = buildLead()
    await theirs.put(leads, lead)
    await mine.put(leads, { ...lead, company: 'Mine' })
    expect([(await mine.row(leads, lead.id))?.company, (await theirs.row(leads, lead.id))?.company]).toEqual(['Mine', lead.company])
  })

  test.each(secret)('the application cannot read %s at all', async (table) => {
    const store = await stores.open(name)
    await expect(count(store, await newTenant(store), table)).rejects.toThrow('permission denied')
  })

  test.each(['leads', 'journal', 'sync_change', 'sync_command'])('the registrar cannot read %s at all', async (table) => {
    const store = await stores.open(name)
    await expect(store.transaction({ as: 'registrar' }, (session) => session.query(`SELECT 1 FROM "${table}"`))).rejects.toThrow('permission denied')
  })

  test('a tenant is a UUID and nothing else', async () => {
    const store = await stores.open(name)
    await expect(store.transaction({ tenantId: `${nextId()}'; RESET ROLE; --` }, async () => 1)).rejects.toThrow('a tenant is named by a UUID')
  })

  test('the roles are bound; one that is not opens no transaction', async () => {
    const store = await stores.open(name)
    const current = await store.transaction({ tenantId: null }, (session) => session.query<{ is: string }>('SELECT current_user::text AS "is"'))
    expect(current).toEqual([{ is: 'workbench_application' }])
    await store.asOwner((session) => session.script('ALTER ROLE workbench_application BYPASSRLS'))
    await expect(store.transaction({ tenantId: null }, async () => 1)).rejects.toThrow('not bound by row-level security')
    await store.asOwner((session) => session.script('ALTER ROLE workbench_application NOBYPASSRLS'))
    await expect(store.transaction({ tenantId: null }, async () => 1)).resolves.toBe(1)
  })

  test('a snapshot writes nothing', async () => {
    const store = await stores.open(name)
    await expect(store.transaction({ tenantId: await newTenant(store), snapshot: true }, (session) => session.query('DELETE FROM "leads"'))).rejects.toThrow('read-only transaction')
  })
})
