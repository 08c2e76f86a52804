import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '#main/foundation/new-id.ts'
import { tokenFile } from '#main/sync/refresh-token.ts'
import { systemSurroundings } from '#main/sync/serve-sync.ts'
import { syncPort } from '#main/sync/sync-call.ts'
import { SyncLoop } from '#main/sync/sync-loop.ts'
import { createReader, type Reader } from '#main/workspace/reader.ts'
import { createWriter, type Writer } from '#main/workspace/writer.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { Session } from '#shared/people/enrolment.ts'
import { answerCalls } from './own-process.ts'
import type { Lead } from './workload.ts'

// Many desks in one process: each with its file, its writer, its reader and its sync engine, but without threads of its own.

export interface LiveDesksProcess {
  /** Connects desks and waits until each has `rows` leads. */
  open(desks: readonly LiveDeskOptions[], rows: number): Promise<void>
  /** Adds the instant to a lead's notes, by a command given on one desk: a desk that comes late reads all it has missed. */
  give(at: number, leadId: string): Promise<void>
  /** How long each command given on another desk took until this process's desks read it, in milliseconds; those told are forgotten. */
  takeSightings(): Promise<readonly number[]>
}

export interface LiveDeskOptions {
  readonly directory: string
  readonly address: string
  readonly clientId: string
  readonly session: Session
}

/** A clock that all processes of this machine share, in nanoseconds. */
const now = (): bigint => process.hrtime.bigint()
const log = (line: string): void => void process.stderr.write(`${line}\n`)
const reportBug = (id: string, operation: string, error: unknown): void => log(`bug ${id} in ${operation}: ${String(error)}`)

let sightings: number[] = []

class LiveDesk {
  readonly #writer: Writer
  readonly #reader: Reader
  readonly #loop: SyncLoop
  readonly #options: LiveDeskOptions
  /** The latest instant read of each lead. */
  readonly #seen = new Map<string, bigint>()

  constructor(options: LiveDeskOptions) {
    this.#options = options
    this.#writer = createWriter(options.directory, reportBug)
    this.#reader = createReader(options.directory, reportBug)
    this.#loop = new SyncLoop({
      store: syncPort(async (call) => this.#writer.sync(call)),
      keeper: tokenFile(options.directory),
      // A week's comparison is no part of what is measured.
      digest: async () => ({ cursor: null, tables: [] }),
      surroundings: systemSurroundings(),
      touched: (tables) => {
        this.#reader.forget(tables.map((table) => [table, null] as const))
        if (tables.includes('leads')) void this.#look()
      },
      changed: () => undefined,
      log,
    })
  }

  async start(): Promise<void> {
    const { address, clientId, session, directory } = this.#options
    await tokenFile(directory).write(session.refreshToken)
    this.#writer.sync({ method: 'connect', given: [{ address, clientId, person: session.person }, new Date().toISOString()] })
    this.#loop.start()
  }

  async total(): Promise<number> {
    return (await valueOf<{ total: number }>(this.#reader.call('leads.list', { to: 0 }))).total
  }

  async give(leadId: string): Promise<void> {
    const lead = await valueOf<Lead>(this.#reader.call('leads.get', { id: leadId }))
    const instant = now()
    const value = [...instantsIn(lead.notes), instant].join(' ')
    this.#seen.set(leadId, instant)
    const { outcome } = await this.#writer.call({ name: 'leads.update', input: { id: leadId, edits: [{ field: 'notes', value, was: lead.notes }] }, id: newId(), batchId: null })
    if (!outcome.ok) throw new Error(outcome.error.code)
    this.#reader.forget([['leads', [leadId]]])
    this.#loop.nudge()
  }

  /** Reads the list's first window, as a window does that hears of a change. */
  async #look(): Promise<void> {
    const { rows } = await valueOf<{ rows: readonly Lead[] }>(this.#reader.call('leads.list', { from: 0, to: 50 }))
    const read = now()
    for (const { id, notes } of rows) {
      const unread = instantsIn(notes).filter((instant) => instant > (this.#seen.get(id) ?? 0n))
      sightings.push(...unread.map((instant) => Number(read - instant) / 1e6))
      const latest = unread.at(-1)
      if (latest !== undefined) this.#seen.set(id, latest)
    }
  }

  async close(): Promise<void> {
    await this.#loop.close()
    this.#reader.close()
    this.#writer.close()
  }
}

const desks: LiveDesk[] = []

answerCalls<LiveDesksProcess>({
  open: async (given, rows) => {
    for (const options of given) {
      const desk = new LiveDesk(options)
      desks.push(desk)
      await desk.start()
    }
    for (const desk of desks) while ((await desk.total()) < rows) await pause(100)
  },
  give: async (at, leadId) => desks[at]?.give(leadId),
  takeSightings: async () => {
    const taken = sightings
    sightings = []
    return taken
  },
}, async () => {
  await Promise.all(desks.map((desk) => desk.close()))
})

function instantsIn(notes: string | null): readonly bigint[] {
  return notes !== null && /^\d+( \d+)*$/.test(notes) ? notes.split(' ').map(BigInt) : []
}

async function valueOf<T>(asked: Promise<Outcome<unknown>>): Promise<T> {
  const outcome = await asked
  if (!outcome.ok) throw new Error(`${outcome.error.code} ${outcome.error.message}`)
  return outcome.value as T
}
