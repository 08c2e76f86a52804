import { expect, test } from 'vitest'
import { moveStore } from '#central/operator/move-store.ts'
import { openCentral } from '#central/open-central.ts'
import { runErrand } from '#central/operator/errands.ts'
import { centralStores, openShapedPglite, quiet } from '#test/foundation/central-stores.ts'

const stores = centralStores()

test('all rows go from PGlite to PostgreSQL as they were, guarded as they were, and the chain of the journal holds', async () => {
  const [from, to] = [await openShapedPglite(), await stores.open('PostgreSQL')]
  const opened = await openCentral({ store: from, log: quiet, companyName: 'Lira Financial' })
  await runErrand(opened.central, 'createForm', { name: 'Contact', source: 'Web site', redirect: null, origins: [] }).catch(() => undefined)
  await runErrand(opened.central, 'invite', { name: 'Ana', email: 'ana@lira.example', role: 'channelManager', territories: [] })
  const before = await from.asOwner((session) => session.query<{ n: number }>('SELECT (SELECT count(*)::int FROM "person") AS "n"'))

  const moved = await moveStore(from, to)
  expect(moved.rows).toBeGreaterThan(4)
  expect(await to.asOwner((session) => session.query<{ n: number }>('SELECT (SELECT count(*)::int FROM "person") AS "n"'))).toEqual(before)
  const again = await openCentral({ store: to, log: quiet })
  expect(again.first).toBeNull()
  expect(await runErrand(again.central, 'audit', { head: null })).toMatchObject({ faultCount: 0 })
  const open = await to.asOwner((session) => session.query<{ relname: string }>(`SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relrowsecurity AND NOT c.relforcerowsecurity`))
  const resting = await to.asOwner((session) => session.query<{ tgname: string }>(`SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'D'`))
  expect([open, resting]).toEqual([[], []])

  await expect(moveStore(from, to)).rejects.toMatchObject({ refusal: { code: 'central.not-empty' } })
  await from.close()
})

test('a store without a company is not moved: it is the wrong folder', async () => {
  const [from, to] = [await openShapedPglite(), await stores.open('PostgreSQL')]
  await expect(moveStore(from, to)).rejects.toMatchObject({ refusal: { code: 'central.empty' } })
  await from.close()
})
