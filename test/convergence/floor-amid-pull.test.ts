import { expect, onTestFinished, test } from 'vitest'
import { compactChanges } from '#central/sync/compact-changes.ts'
import { openShapedPglite } from '#test/foundation/central-stores.ts'
import type { PullAnswer } from '#shared/sync/messages.ts'
import { pgliteDatabase } from './pglite-database.ts'
import { Random } from './random.ts'
import { Server } from './server.ts'

test('a pull whose page ended amid a version is begun again when that version’s changes have been dropped meanwhile', async () => {
  const database = await pgliteDatabase(await openShapedPglite())
  onTestFinished(() => database.close())
  const random = new Random(1)
  const server = new Server(database, random, null)
  await server.open()
  const bearer = await server.enrol(await server.addPerson('channelManager', []), random.id())
  const pull = async (cursor: string | null, token: string | null): Promise<PullAnswer> =>
    (await server.handle('/sync/v1/pull', { clientId: bearer.clientId, cursor, token, maximumRows: 3, requestId: 1, acknowledged: 0 }, bearer)).body as PullAnswer
  const { complete } = await pull(null, null)
  await server.administer(...['A', 'B', 'C', 'D'].map((company) => ({ name: 'leads.create', input: { company, country: 'JP' } })))
  const { token } = await pull(complete?.cursor ?? '', null)
  expect(token).not.toBeNull()

  await database.store.transaction({ tenantId: server.tenantId }, (session) => compactChanges(session, server.tenantId, { upTo: 1, floor: 1 }))
  await expect(pull(complete?.cursor ?? '', token)).rejects.toThrow('409 pull.overtaken')
})
