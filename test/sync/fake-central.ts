import { commandOf, type Desk } from '#test/foundation/desk.ts'
import { memoryDesk } from '#test/foundation/memory-runner.ts'
import type { Table } from '#shared/foundation/table.ts'
import { syncedTables } from '#main/sync/synced-tables.ts'
import { registry } from '#main/capabilities.ts'
import type { CommandResult, Pull, PullAnswer, Push, PushAnswer, SentCommand } from '#shared/sync/messages.ts'

type Row = Readonly<Record<string, unknown>>
interface Client {
  lastSeq: number
  lastId: string | null
  readonly results: CommandResult[]
}
interface Saved {
  readonly rows: readonly (readonly [string, readonly Row[]])[]
  readonly clients: ReadonlyMap<string, Client>
}

/** A central API in memory: the same commands on maps, rows by version. Told apart from the real one by nothing a desk can see. */
export class FakeCentral {
  epoch = 'first'
  pageRows = 1000
  /** Commands that break it. */
  readonly poison = new Set<string>()
  /** How often each command was run. */
  readonly runs = new Map<string, number>()
  readonly snapshots = new Map<string, ReadonlyMap<string, readonly Row[]>>()
  #desk: Desk = memoryDesk()
  #version = 0
  #versions = new Map<string, number>()
  #known = new Map<string, string>()
  #clients = new Map<string, Client>()

  async push({ clientId, commands }: Pick<Push, 'clientId' | 'commands'>): Promise<PushAnswer> {
    const client = this.#client(clientId)
    const results: CommandResult[] = []
    let stop: PushAnswer['stop'] = null
    for (const command of commands) {
      const earlier = client.results[command.seq - 1]
      if (earlier !== undefined && earlier.id === command.id) results.push(earlier)
      else if (command.seq > client.lastSeq + 1) stop = { seq: command.seq, reason: 'gap', retryAfterMs: null }
      else if (earlier !== undefined || command.previous !== client.lastId) stop = { seq: command.seq, reason: 'forked', retryAfterMs: null }
      else results.push(await this.#run(client, command))
      if (stop !== null) break
    }
    return { epoch: this.epoch, serverTime: '2026-11-25T00:00:00.000Z', lastSeq: client.lastSeq, results, stop }
  }

  async pull({ clientId, cursor, token, requestId, acknowledged }: Pick<Pull, 'clientId' | 'cursor' | 'token' | 'requestId' | 'acknowledged'>): Promise<PullAnswer> {
    const [epoch, at] = cursor?.split(' ') ?? []
    const reset = cursor === null ? 'first' : epoch === this.epoch ? null : 'epoch'
    const from = token === null ? (reset === null ? Number(at) : 0) : Number(token)
    const changed = [...this.#versions].filter(([, version]) => version > from).sort(([, a], [, b]) => a - b)
    let page = changed.slice(0, this.pageRows)
    // Rows of one version are one transaction: a page never ends within it.
    page = changed.filter(([, version]) => version <= (page.at(-1)?.[1] ?? 0))
    const last = page.length === changed.length
    const data = await this.#data(page.map(([key]) => key))
    const client = this.#client(clientId)
    if (last) this.snapshots.set(`${this.epoch} ${this.#version}`, await this.rows())
    return {
      requestId,
      epoch: this.epoch,
      serverTime: '2026-11-25T00:00:00.000Z',
      reset: token === null ? reset : null,
      data,
      remaining: changed.length - page.length,
      token: last ? null : String(page.at(-1)?.[1]),
      complete: last ? { cursor: `${this.epoch} ${this.#version}`, lastSeq: client.lastSeq, results: client.results.slice(acknowledged).filter(({ status }) => status !== 'applied') } : null,
    }
  }

  lastSeqOf(clientId: string): number {
    return this.#clients.get(clientId)?.lastSeq ?? 0
  }

  async rows(): Promise<ReadonlyMap<string, readonly Row[]>> {
    const all = new Map<string, readonly Row[]>()
    for (const table of syncedTables) all.set(table.name, (await this.#desk.rows(table)) as readonly Row[])
    return all
  }

  async save(): Promise<Saved> {
    return { rows: [...(await this.rows())], clients: structuredClone(this.#clients) }
  }

  /** Puts an older state back, as somebody would from a backup. */
  async restore(saved: Saved, epoch: string): Promise<void> {
    this.epoch = epoch
    this.#desk = memoryDesk()
    this.#clients = structuredClone(saved.clients) as Map<string, Client>
    this.#versions = new Map()
    this.#known = new Map()
    for (const [name, rows] of saved.rows) await this.#desk.put(tableOf(name), ...rows)
    await this.#noteChanges()
  }

  #client(id: string): Client {
    let client = this.#clients.get(id)
    if (client === undefined) this.#clients.set(id, (client = { lastSeq: 0, lastId: null, results: [] }))
    return client
  }

  async #run(client: Client, { seq, id, name, input, batchId }: SentCommand): Promise<CommandResult> {
    this.runs.set(id, (this.runs.get(id) ?? 0) + 1)
    const result: CommandResult = { seq, id, status: 'applied', code: null, message: null, details: null }
    const operation = registry.get(name)
    if (operation?.kind !== 'command') throw new Error(`no command ${name}`)
    commandOf(operation)
    try {
      if (this.poison.has(id)) throw new Error('poison')
      const outcome = await this.#desk.run(operation, input, { id, ...(batchId === null ? {} : { batchId }) })
      if (!outcome.ok) Object.assign(result, { status: 'refused', code: outcome.error.code, message: outcome.error.message, details: outcome.error.details ?? null })
    } catch {
      Object.assign(result, { status: 'quarantined', code: 'internal', message: 'broke' })
    }
    client.lastSeq = seq
    client.lastId = id
    client.results.push(result)
    await this.#noteChanges()
    return result
  }

  async #noteChanges(): Promise<void> {
    const now = new Map<string, string>()
    for (const [name, rows] of await this.rows()) for (const row of rows) now.set(`${name} ${String(row['id'])}`, JSON.stringify(row))
    const changed = [...new Set([...now.keys(), ...this.#known.keys()])].filter((key) => now.get(key) !== this.#known.get(key))
    if (changed.length > 0) this.#version += 1
    for (const key of changed) this.#versions.set(key, this.#version)
    this.#known = now
  }

  async #data(keys: readonly string[]): Promise<PullAnswer['data']> {
    return Promise.all(syncedTables.map(async (table) => {
      const rows = new Map((await this.#desk.rows(table)).map((row) => [String((row as Row)['id']), row as Row]))
      const ids = keys.filter((key) => key.startsWith(`${table.name} `)).map((key) => key.slice(table.name.length + 1))
      return {
        table: table.name,
        columns: [...table.columnNames],
        put: ids.filter((id) => rows.has(id)).map((id) => table.columnNames.map((column) => onTheWire(table, column, rows.get(id)?.[column]))),
        remove: ids.filter((id) => !rows.has(id)),
      }
    }))
  }
}

function onTheWire(table: Table, column: string, value: unknown): string | number | boolean | null {
  if (value === undefined || value === null) return table.jsonColumns.has(column) && table.columns[column]?.full === true ? 'null' : null
  return table.jsonColumns.has(column) ? JSON.stringify(value) : (value as string | number | boolean)
}

function tableOf(name: string): Table {
  const table = syncedTables.find((each) => each.name === name)
  if (table === undefined) throw new Error(`no table ${name}`)
  return table
}
