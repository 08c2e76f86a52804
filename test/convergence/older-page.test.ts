import { expect, test } from 'vitest'
import type { Answered } from './server.ts'
import { answered, end, openDesk, settled } from './two-desks.ts'

test('a page that a proxy had kept of the same pull is not taken for the one asked for', async () => {
  const { server, original: desk } = await openDesk()
  const company = (): unknown => desk.db.prepare('SELECT "company" FROM "leads"').pluck().get()
  const rename = (value: string) => server.administer({ name: 'leads.update', input: { id: desk.db.prepare('SELECT "id" FROM "leads"').pluck().get(), edits: [{ field: 'company', value }] } })
  await server.administer({ name: 'leads.create', input: { company: 'first', country: 'JP' } })
  await end(desk, server)
  desk.pageRows = 2
  await rename('second')
  await server.administer({ name: 'partners.create', input: { code: 'A', name: 'A', type: 'reseller', country: 'JP', status: 'active' } })

  desk.startRound()
  await settled()
  const ask = async (): Promise<Answered> => server.handle(desk.waiting?.path ?? '', desk.waiting?.body, desk.bearer)
  const give = async (answer: Answered): Promise<void> => {
    const { waiting } = desk
    desk.waiting = null
    waiting?.resolve(answer)
    await settled()
  }
  const kept = await ask()
  await give(kept)
  await rename('third')
  await give(await ask())
  expect(desk.waiting).not.toBeNull()
  await give(kept)
  expect([desk.running, desk.problem]).toEqual([false, 'sync.garbled'])

  desk.startRound()
  await settled()
  await answered(desk, server)
  expect([desk.problem, company()]).toEqual([null, 'third'])
})
