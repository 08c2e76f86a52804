import { describe, expect, test } from 'vitest'
import { verifyAudit, type AuditReport } from '#central/audit/verify-audit.ts'
import type { Store } from '#central/store/store.ts'
import { openApi } from '#test/foundation/central-api.ts'
import { centralStores, newTenant } from '#test/foundation/central-stores.ts'

const stores = centralStores()

describe.each(['PGlite', 'PostgreSQL'] as const)('the audit chain on %s', (name) => {
  /** A company with four entries, whose rows can be changed as only the owner of the database can. */
  async function open() {
    const store = await stores.open(name)
    const tenantId = await newTenant(store)
    const desk = await (await openApi(store)).desk(tenantId, 'channelManager')
    const ids: string[] = []
    for (const company of ['Ünal A.Ş.', '坂田製作所', 'Peñalba', 'Kestrel']) ids.push((await desk.give({ name: 'leads.create', input: { company } })).results[0]?.id ?? '')
    const tamper = (sql: string): Promise<void> => store.asOwner(async (session) => {
      await session.script('SET LOCAL session_replication_role = replica')
      await session.query(sql, [tenantId])
    })
    const told = async (head: string | null = null) => (await verifyAudit(store, tenantId, head)).faults.map(({ kind, n, entryId }) => [kind, n, ids.indexOf(entryId ?? '')])
    return { store, tenantId, desk, ids, tamper, told, head: await headOf(store, tenantId) }
  }

  const headOf = async (store: Store, tenantId: string): Promise<string> => (await verifyAudit(store, tenantId, null)).head ?? ''

  test('has every entry; what was noted of it earlier stays true as it grows, and undoing breaks nothing', async () => {
    const { store, tenantId, desk, ids, head } = await open()
    const undone = await desk.give({ name: 'journal.undo', input: { entry: ids[0] } })
    expect(undone.results[0]?.status).toBe('applied')
    const report = await verifyAudit(store, tenantId, head)
    expect(report).toEqual({ entries: 5, head: expect.stringMatching(/^5:[0-9a-f]{64}$/), faults: [], faultCount: 0 } satisfies Record<keyof AuditReport, unknown>)
    expect(head).toMatch(/^4:/)
  })

  test('is of one company: the entries of another are in its own', async () => {
    const [one, two] = [await open(), await open()]
    expect([await one.told(two.head), await two.told()]).toEqual([[['head', 4, -1]], []])
  })

  test.each([
    ['an entry is changed', `UPDATE "journal" SET "input" = '{}' WHERE "tenantId" = $1`],
    ['who it was is changed', `UPDATE "journal" SET "actorName" = 'Somebody else' WHERE "tenantId" = $1`],
    ['an entry is removed', 'DELETE FROM "journal" WHERE "tenantId" = $1'],
    ['a link is changed', `UPDATE "audit" SET "digest" = '' WHERE "tenantId" = $1`],
    ['a link is removed', 'DELETE FROM "audit" WHERE "tenantId" = $1'],
  ])('refuses that %s', async (_, sql) => {
    const { store, tenantId, told } = await open()
    await expect(store.transaction({ tenantId }, (session) => session.query(sql.replace('$1', `'${tenantId}'`)))).rejects.toThrow(/stays as it was|permission denied/)
    expect(await told()).toEqual([])
  })

  test.each(['journal', 'audit'])('refuses that all of %s is emptied, even to the owner of the database', async (table) => {
    const { store, told } = await open()
    await expect(store.asOwner((session) => session.script(`TRUNCATE "${table}"`))).rejects.toThrow(/stays as it was/)
    expect(await told()).toEqual([])
  })

  test.each<[string, string, unknown[]]>([
    ['an entry was altered', `UPDATE "journal" SET "input" = replace("input", '坂田', '坂口') WHERE "tenantId" = $1`, [['altered', 2, 1]]],
    ['an entry was dated back', `UPDATE "journal" SET "at" = '2020-01-01T00:00:00.000Z' WHERE "tenantId" = $1 AND "input" LIKE '%Kestrel%'`, [['altered', 4, 3]]],
    ['an entry was removed', `DELETE FROM "journal" WHERE "tenantId" = $1 AND "input" LIKE '%Peñalba%'`, [['removed', 3, 2]]],
    ['a link was removed with its entry', `WITH gone AS (DELETE FROM "audit" WHERE "tenantId" = $1 AND "n" = 2 RETURNING "entryId") DELETE FROM "journal" WHERE "id" IN (SELECT "entryId" FROM gone)`, [['gap', 3, 2]]],
    ['two entries changed places', `UPDATE "audit" a SET "entryId" = b."entryId" FROM "audit" b WHERE a."tenantId" = $1 AND b."tenantId" = $1 AND (a."n", b."n") IN ((2, 3), (3, 2))`, [['altered', 2, 2], ['altered', 3, 1]]],
    ['an entry came past the chain', `DELETE FROM "audit" WHERE "tenantId" = $1 AND "n" = 4`, [['unlinked', null, 3], ['head', 4, -1]]],
    ['the clock went back', `UPDATE "audit" SET "at" = "at" - interval '1 day' WHERE "tenantId" = $1 AND "n" = 3`, [['clock', 3, 2]]],
    ['the end was cut off', `WITH gone AS (DELETE FROM "audit" WHERE "tenantId" = $1 AND "n" > 2 RETURNING "entryId") DELETE FROM "journal" WHERE "id" IN (SELECT "entryId" FROM gone)`, [['head', 4, -1]]],
    ['everything was emptied', `WITH gone AS (DELETE FROM "audit" WHERE "tenantId" = $1) DELETE FROM "journal" WHERE "tenantId" = $1`, [['head', 4, -1]]],
  ])('tells that %s', async (_, sql, faults) => {
    const { tamper, told, head } = await open()
    await tamper(sql)
    expect(await told(head)).toEqual(faults)
  })

  test('tells that the chain was made anew over other entries', async () => {
    const { store, tenantId, tamper, told, head } = await open()
    await tamper(`UPDATE "journal" SET "input" = '{}' WHERE "tenantId" = $1`)
    await tamper('DELETE FROM "audit" WHERE "tenantId" = $1')
    await store.asOwner((session) => session.query('SELECT audit_append(j) FROM "journal" j WHERE "tenantId" = $1', [tenantId]))
    expect([await told(), await told(head)]).toEqual([[], [['head', 4, -1]]])
  })
})
