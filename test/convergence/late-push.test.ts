import { expect, onTestFinished, test } from 'vitest'
import { openShapedPglite } from '#test/foundation/central-stores.ts'
import { pgliteDatabase } from './pglite-database.ts'
import { Random } from './random.ts'
import { Server } from './server.ts'

test('a push that was on its way while an older copy of the server was put back is not carried out', async () => {
  const store = await openShapedPglite()
  onTestFinished(() => store.close())
  const random = new Random(1)
  const server = new Server(await pgliteDatabase(store), random, null)
  await server.open()
  const bearer = await server.enrol(await server.addPerson('channelManager', []), random.id())
  const [version] = await server.query<{ epoch: string }>('SELECT "epoch" FROM "sync_tenant"')
  const command = { seq: 1, id: random.id(), previous: null, name: 'leads.create', version: 1, input: { company: 'A', country: 'JP' }, issuedAt: '', batchId: null }
  const push = { clientId: bearer.clientId, epoch: version?.epoch ?? '', programVersion: 'test', commands: [command] }

  await server.restore(await server.save())
  expect((await server.handle('/sync/v1/push', push, bearer)).body).toMatchObject({ lastSeq: 0, results: [], stop: { seq: 1, reason: 'gap' } })
  expect(await server.query('SELECT "id" FROM "leads"')).toEqual([])
})
