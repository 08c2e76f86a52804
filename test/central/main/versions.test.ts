import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { createTenant } from '#central/people/tenants.ts'
import { compactChanges } from '#central/sync/compact-changes.ts'
import type { Session, Store } from '#central/store/store.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { centralStores, newTenant } from '#test/foundation/central-stores.ts'

const stores = centralStores()
const NOW = '2026-11-25T00:00:00.000Z'

const insertLead = (session: Session, id: string, territoryId: string | null = null) =>
  session.query(`INSERT INTO "leads" ("id", "company", "stage", "arrivedAt", "duplicateKey", "declinedBy", "createdAt", "updatedAt", "territoryId") VALUES ($1, 'x', 'new', $2, $1, '[]', $2, $2, $3)`, [id, NOW, territoryId])
const changesOf = (store: Store, tenantId: string) => store.transaction({ tenantId }, (session) => session.query<{ v: number; n: number; tbl: string; pk: string; scopes: string[] }>('SELECT "v", "n", "tbl", "pk", "scopes" FROM "sync_change" ORDER BY "v", "n"'))
const versionOf = (store: Store, tenantId: string) => store.transaction({ tenantId }, async (session) => (await session.query<{ v: number; floor: number }>('SELECT "v", "floor" FROM "sync_tenant"'))[0])

describe.each(['PGlite', 'PostgreSQL'] as const)('versions on %s', (name) => {
  const open = async () => {
    const store = await stores.open(name)
    return { store, tenantId: await newTenant(store) }
  }

  test('one a transaction, whoever writes, and for every row it wrote', async () => {
    const { store, tenantId } = await open()
    const [a, b] = [nextId(), nextId()]
    await store.transaction({ tenantId }, async (session) => {
      await insertLead(session, a)
      await insertLead(session, b, 't1')
    })
    await store.transaction({ tenantId }, (session) => session.query('UPDATE "leads" SET "territoryId" = $2 WHERE "id" = $1', [b, 't2']))
    await store.transaction({ tenantId }, (session) => session.query('DELETE FROM "leads" WHERE "id" = $1', [b]))
    const changes = (await changesOf(store, tenantId)).map(({ v, pk, scopes }) => ({ v, pk, scopes: scopes.toSorted() }))
    expect(changes).toEqual([
      { v: 1, pk: a, scopes: ['g'] },
      { v: 1, pk: b, scopes: ['t:t1'] },
      { v: 2, pk: b, scopes: ['t:t1', 't:t2'] },
      { v: 3, pk: b, scopes: ['t:t2'] },
    ])
    expect(await versionOf(store, tenantId)).toMatchObject({ v: 3 })
  })

  test('a transaction that is rolled back, or reads, takes none', async () => {
    const { store, tenantId } = await open()
    await expect(store.transaction({ tenantId }, async (session) => {
      await insertLead(session, nextId())
      throw new Error('no')
    })).rejects.toThrow('no')
    await store.transaction({ tenantId }, (session) => session.query('SELECT 1'))
    expect(await versionOf(store, tenantId)).toMatchObject({ v: 0 })
  })

  test('what a savepoint took back leaves no trace', async () => {
    const { store, tenantId } = await open()
    const kept = nextId()
    await store.transaction({ tenantId }, async (session) => {
      await session.script('SAVEPOINT s')
      await insertLead(session, nextId())
      await session.script('ROLLBACK TO SAVEPOINT s')
      await insertLead(session, kept)
    })
    expect((await changesOf(store, tenantId)).map(({ v, pk }) => [v, pk])).toEqual([[1, kept]])
  })

  test('rows that the owner of the database writes past everything have one too', async () => {
    const { store, tenantId } = await open()
    await store.asOwner(async (session) => {
      await session.query(`SELECT set_config('app.tenant', $1, true)`, [tenantId])
      await insertLead(session, nextId())
    })
    expect(await versionOf(store, tenantId)).toMatchObject({ v: 1 })
  })

  test('one transaction changes one tenant', async () => {
    const { store, tenantId } = await open()
    const other = await newTenant(store)
    await expect(store.asOwner(async (session) => {
      for (const tenant of [tenantId, other]) {
        await session.query(`SELECT set_config('app.tenant', $1, true)`, [tenant])
        await insertLead(session, nextId())
      }
    })).rejects.toThrow('one transaction changes one tenant')
  })

  test('folding changes together keeps the newest of each row with the scopes of all, and leaves younger ones alone', async () => {
    const { store, tenantId } = await open()
    const [a, b] = [nextId(), nextId()]
    const move = (territoryId: string) => store.transaction({ tenantId }, (session) => session.query('UPDATE "leads" SET "territoryId" = $2 WHERE "id" = $1', [a, territoryId]))
    await store.transaction({ tenantId }, (session) => insertLead(session, a, 't1'))
    await store.transaction({ tenantId }, (session) => insertLead(session, b))
    await move('t2')
    await move('t3')
    await move('t4')
    expect(await store.transaction({ tenantId }, (session) => compactChanges(session, tenantId, { upTo: 4, floor: 0 }))).toBe(2)
    expect((await changesOf(store, tenantId)).map(({ v, pk, scopes }) => [v, pk, scopes.toSorted()])).toEqual([[2, b, ['g']], [4, a, ['t:t1', 't:t2', 't:t3']], [5, a, ['t:t3', 't:t4']]])
    expect(await versionOf(store, tenantId)).toEqual({ v: 5, floor: 0 })
    expect(await store.transaction({ tenantId }, (session) => compactChanges(session, tenantId, { upTo: 4, floor: 2 }))).toBe(1)
    expect(await versionOf(store, tenantId)).toEqual({ v: 5, floor: 2 })
    expect(await store.transaction({ tenantId }, (session) => compactChanges(session, tenantId, { upTo: 99, floor: 99 }))).toBe(2)
    expect(await versionOf(store, tenantId)).toEqual({ v: 5, floor: 5 })
  })
})

test('no reader misses a version while eight write at once', async () => {
  const store = await stores.open('PostgreSQL')
  const tenantId = await newTenant(store)
  const written: string[] = []
  const seen: string[] = []
  let position = 0
  let writing = true
  const read = async (): Promise<void> => {
    const rows = await store.transaction({ tenantId, snapshot: true }, async (session) => {
      const [version] = await session.query<{ v: number }>('SELECT "v" FROM "sync_tenant"')
      const rows = await session.query<{ pk: string }>('SELECT "pk" FROM "sync_change" WHERE "v" > $1 AND "v" <= $2', [position, version?.v])
      position = version?.v ?? position
      return rows
    })
    seen.push(...rows.map(({ pk }) => pk))
  }
  const poller = (async () => {
    while (writing) {
      await read()
      await pause(1)
    }
  })()
  const end = performance.now() + 1_500
  await Promise.all(Array.from({ length: 8 }, async () => {
    while (performance.now() < end) {
      const id = nextId()
      await store.transaction({ tenantId }, async (session) => {
        await insertLead(session, id)
        await pause(Math.random() * 6)
        written.push(id)
      })
    }
  }))
  writing = false
  await poller
  await read()
  expect(written.length).toBeGreaterThan(100)
  expect(seen.toSorted()).toEqual(written.toSorted())
})

test('a company’s epoch is its own', async () => {
  const store = await stores.open('PGlite')
  const epochs = await store.transaction({ as: 'registrar' }, async (session) => {
    const tenants = [await createTenant(session, 'A', NOW), await createTenant(session, 'B', NOW)]
    return session.query<{ epoch: string }>('SELECT "epoch" FROM "sync_tenant" WHERE "tenantId" = ANY($1::uuid[])', [tenants.map(({ id }) => id)])
  })
  expect(new Set(epochs.map(({ epoch }) => epoch)).size).toBe(2)
})
