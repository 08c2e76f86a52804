import { expect, test } from 'vitest'
import { answered, end, openDesk, settled } from './two-desks.ts'

test('what was answered before a desk had ever pulled goes again when an older copy of the server is put back', async () => {
  const { server, original: desk } = await openDesk()
  const saved = await server.save()
  desk.give('leads.create', { company: 'A', country: 'JP' })
  desk.startRound()
  await settled()
  await answered(desk, server, '/sync/v1/push')
  desk.crash(false)

  await server.restore(saved)
  await end(desk, server)
  expect(desk.checks.unanswered()).toEqual([])
  expect(await server.query('SELECT "company" FROM "leads"')).toEqual([{ company: 'A' }])
})
