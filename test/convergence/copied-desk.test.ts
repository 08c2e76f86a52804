import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openShapedPglite } from '#test/foundation/central-stores.ts'
import { Desk } from './desk.ts'
import { Ground } from './ground.ts'
import { Random } from './random.ts'
import { Server } from './server.ts'

async function open(): Promise<{ server: Server; original: Desk; copy: () => Desk }> {
  const store = await openShapedPglite()
  const ground = new Ground()
  const desks: Desk[] = []
  onTestFinished(async () => {
    for (const desk of desks) desk.discard()
    ground.remove()
    await store.close()
  })
  const random = new Random(1)
  const server = new Server(store, random, null)
  await server.open()
  const person = await server.addPerson('channelManager', [])
  const original = new Desk({ name: 'original', directory: join(ground.directory, 'original'), server, newId: random.id, plant: null }, ground.template)
  original.connect(person, await server.enrol(person, random.id()))
  desks.push(original)
  const copy = (): Desk => {
    const made = original.copy('copy', join(ground.directory, 'copy'))
    desks.push(made)
    return made
  }
  return { server, original, copy }
}

test('what is given at a copied desk while it pulls is sent, though its original has used the same number meanwhile', async () => {
  const { server, original, copy: copied } = await open()
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
  const { server, original, copy: copied } = await open()
  await server.administer({ name: 'leads.create', input: { company: 'A', country: 'JP' } })
  await end(original, server)
  const id = original.db.prepare('SELECT "id" FROM "leads"').pluck().get() as string
  const saved = await server.save()
  await server.administer({ name: 'leads.update', input: { id, edits: [{ field: 'city', value: 'Nagoya' }] } })
  original.give('leads.update', { id, edits: [{ field: 'city', value: 'Kyoto', was: null }] })
  original.startRound()
  await settled()
  await answered(original, server, '/sync/v1/push')
  original.crash()

  const copy = copied()
  await server.restore(saved)
  for (const desk of [original, copy]) {
    await end(desk, server)
    expect(desk.db.prepare('SELECT "city" FROM "leads"').pluck().all()).toEqual(['Kyoto'])
    expect(desk.db.prepare('SELECT "id" FROM "_refused"').all()).toEqual([])
  }
})

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

async function answered(desk: Desk, server: Server, path?: string): Promise<void> {
  for (let { waiting } = desk; waiting !== null && (path ?? waiting.path) === waiting.path; waiting = desk.waiting) {
    desk.waiting = null
    waiting.resolve(await server.handle(waiting.path, waiting.body, desk.bearer))
    await settled()
  }
  expect(desk.failure).toBeNull()
}

async function end(desk: Desk, server: Server): Promise<void> {
  desk.startRound()
  await settled()
  await answered(desk, server)
  expect(desk.problem).toBeNull()
}
