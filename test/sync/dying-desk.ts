import { digestRows } from '#main/sync/digest-rows.ts'
import { callSyncStore, syncPort, type SyncPort } from '#main/sync/sync-call.ts'
import { createSyncStore } from '#main/sync/create-sync-store.ts'
import { Outbox } from '#main/sync/outbox.ts'
import { tokenFile } from '#main/sync/refresh-token.ts'
import { systemSurroundings } from '#main/sync/serve-sync.ts'
import { SyncLoop } from '#main/sync/sync-loop.ts'
import { commands } from '#main/capabilities.ts'
import { newId } from '#main/foundation/new-id.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { createCommandRunner } from '#main/workspace/run-command.ts'

/*
 * A desk in a process of its own that is killed at one step of its exchange: `node dying-desk.ts <workspace> <step>`.
 * Steps are numbered through one exchange: after each call of the store, each request and each use of the token. Nothing is
 * written between one step and the next, so that is also before each.
 */
const [directory = '', step = ''] = process.argv.slice(2)
let taken = 0

function reach(): void {
  taken += 1
  if (taken === Number(step)) process.kill(process.pid, 'SIGKILL')
}

async function around<T>(work: () => Promise<T>): Promise<T> {
  const result = await work()
  reach()
  return result
}

const db = openForWriting(directory)
const outbox = new Outbox(db)
const runner = createCommandRunner(db, outbox)
const store = createSyncStore({ db, outbox, runner, commands, newId })
const port: SyncPort = syncPort((call) => around(async () => callSyncStore(store, structuredClone(call), (_, what, error) => {
  throw new Error(`${what}: ${String(error)}`)
})))
const keeper = tokenFile(directory)
const surroundings = systemSurroundings()
const loop = new SyncLoop({
  store: port,
  keeper: { ...keeper, read: () => around(() => keeper.read()), write: (token) => around(() => keeper.write(token)) },
  digest: async () => ({ cursor: store.standing()?.cursor ?? null, tables: digestRows(db) }),
  surroundings: { ...surroundings, fetch: (address, init) => around(() => surroundings.fetch(address, init)) },
  touched: () => undefined,
  changed: () => undefined,
  log: (line) => process.stdout.write(`${line}\n`),
})
await loop.now()
process.stdout.write(`survived ${taken} steps\n`)
process.exit(0)
