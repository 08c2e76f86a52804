import { expect, test } from 'vitest'
import type { Desk } from './desk.ts'
import { answered, end, openDesk, settled } from './two-desks.ts'

test('what is given at a copied desk while it pulls is sent, though its original has used the same number meanwhile', async () => {
  const { server, original, copy: copied } = await openDesk()
  const create = (desk: Desk, company: string): string => desk.give('leads.create', { company, country: 'JP' }).id

  create(original, 'Before')
  await end(original, server)
  const copy = copied()
  copy.startRound()
  await settled()
  expect(copy.waiting?.path).toBe('/sync/v1/pull')
  const id = create(copy, 'At the copy')
  create(original, 'At the original')
  await end(original, server)
  await answered(copy, server)

  expect(copy.checks.unanswered().map((pending) => pending.id)).toEqual([id])
  await copy.signInAgain()
  await end(copy, server)
  await end(original, server)
  const companies = (desk: Desk): unknown => desk.db.prepare('SELECT "company" FROM "leads" ORDER BY "company"').pluck().all()
  expect([companies(copy), companies(original)]).toEqual([['At the copy', 'At the original', 'Before'], ['At the copy', 'At the original', 'Before']])
})

test('a refusal from before an older copy of the server was put back counts no more', async () => {
  const { server, original, copy: copied } = await openDesk()
  await server.administer({ name: 'leads.create', input: { company: 'A', country: 'JP' } })
  await end(original, server)
  const id = original.db.prepare('SELECT "id" FROM "leads"').pluck().get() as string
  const saved = await server.save()
  await server.administer({ name: 'leads.update', input: { id, edits: [{ field: 'city', value: 'Nagoya' }] } })
  original.give('leads.update', { id, edits: [{ field: 'city', value: 'Kyoto', was: null }] })
  original.startRound()
  await settled()
  await answered(original, server, '/sync/v1/push')
  original.crash(true)

  const copy = copied()
  await server.restore(saved)
  for (const desk of [original, copy]) {
    await end(desk, server)
    expect(desk.db.prepare('SELECT "city" FROM "leads"').pluck().all()).toEqual(['Kyoto'])
    expect(desk.db.prepare('SELECT "id" FROM "_refused"').all()).toEqual([])
  }
})
