import { expect, onTestFinished } from 'vitest'
import { Desk } from './desk.ts'
import { Ground } from './ground.ts'
import { Random } from './random.ts'
import { Server } from './server.ts'
import { SqliteDatabase } from './sqlite-database.ts'

/** A server with a desk, and the way to a copy of it. */
export async function openDesk(): Promise<{ server: Server; original: Desk; copy: () => Desk }> {
  const database = await SqliteDatabase.open()
  const ground = new Ground()
  const desks: Desk[] = []
  onTestFinished(async () => {
    for (const desk of desks) desk.stop()
    ground.remove()
    await database.close()
  })
  const random = new Random(1)
  const server = new Server(database, random, null)
  await server.open()
  const person = await server.addPerson('channelManager', [])
  const original = new Desk({ name: 'original', file: ground.takeFile(), server, newId: random.id, plant: null })
  original.connect(person, await server.enrol(person, random.id()))
  desks.push(original)
  const copy = (): Desk => {
    const made = original.copy('copy', ground.takeFile())
    desks.push(made)
    return made
  }
  return { server, original, copy }
}

export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

export async function answered(desk: Desk, server: Server, path?: string): Promise<void> {
  for (let { waiting } = desk; waiting !== null && (path ?? waiting.path) === waiting.path; waiting = desk.waiting) {
    desk.waiting = null
    waiting.resolve(await server.handle(waiting.path, waiting.body, desk.bearer))
    await settled()
  }
  expect(desk.failure).toBeNull()
}

/** A round in which nothing goes wrong. */
export async function end(desk: Desk, server: Server): Promise<void> {
  desk.startRound()
  await settled()
  await answered(desk, server)
  expect(desk.problem).toBeNull()
}
