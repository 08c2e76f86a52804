import type Database from 'better-sqlite3'
import { digestRows } from '#main/sync/digest-rows.ts'
import { restoreShadowsSql } from '#main/sync/shadow-sql.ts'
import { readLink } from '#main/sync/sync-row.ts'
import type { CompletePull } from '#main/sync/sync-store.ts'
import { sharedRow, syncedTables } from '#main/sync/synced-tables.ts'
import { createCommandRunner, type CommandRunner } from '#main/workspace/run-command.ts'
import type { Command } from '#shared/foundation/command.ts'
import { journal, type RecordedChange } from '#shared/journal/journal.table.ts'
import type { TableDigest } from '#shared/sync/messages.ts'
import { tableNamed } from '#shared/tables.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { filledSql } from './desk-file.ts'
import type { Oracle } from './oracle.ts'
import { reach, visible } from './oracle.ts'
import { must, mustEqual, type Invariant, type Rows } from './violation.ts'

export interface Pending {
  readonly seq: number
  readonly id: string
  readonly previous: string | null
}

interface Base {
  readonly rows: Rows
  readonly reached: ReadonlySet<string> | null
}

const entryVersion = journal.columnNames.indexOf('version')
const leadTerritory = leads.columnNames.indexOf('territoryId')
const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ')

/** What must be true of a desk's file at every instant. */
export class DeskChecks {
  /** What the server had and the person could see, at the last complete pull. */
  base: Base | null = null
  /** The last version, by epoch. */
  cursors = new Map<string, number>()
  /** What had its end and goes again, since the server was put back: the rows hold it already, or what came after it, until the full pull that follows. */
  goingAgain: ReadonlySet<string> = new Set()
  readonly #name: string
  readonly #db: Database.Database
  readonly #commands: ReadonlyMap<string, Command>
  readonly #filled: Database.Statement
  readonly #select: ReadonlyMap<string, Database.Statement>
  readonly #pending: Database.Statement
  readonly #written: Database.Statement
  readonly #runner: CommandRunner
  #checked: { readonly at: number; readonly base: Base | null } | undefined
  #seen: { readonly at: number; readonly rows: Rows } | undefined

  constructor(name: string, db: Database.Database, commands: ReadonlyMap<string, Command>, earlier?: DeskChecks) {
    this.#name = name
    this.#db = db
    this.#commands = commands
    this.#filled = db.prepare(filledSql(syncedTables.map(({ name }) => name))).pluck()
    this.#select = new Map(syncedTables.map((table) => [table.name, db.prepare(`SELECT ${quoted(table.columnNames)} FROM "${table.name}" WHERE ${sharedRow(table)}`).raw()]))
    this.#pending = db.prepare(`SELECT "seq", "id", "previous" FROM "_outbox" WHERE "state" <> 'acked' ORDER BY "seq"`)
    this.#written = db.prepare('SELECT total_changes()').pluck()
    this.#runner = createCommandRunner(db)
    this.base = earlier?.base ?? null
    this.cursors = earlier?.cursors ?? this.cursors
    this.goingAgain = earlier?.goingAgain ?? this.goingAgain
  }

  linked(): void {
    this.base = { rows: new Map(), reached: null }
    this.goingAgain = new Set()
  }

  /** As they are now; read anew after anything was written. */
  rows(): Rows {
    const at = this.written()
    if (this.#seen?.at !== at) this.#seen = { at, rows: this.#read() }
    return this.#seen.rows
  }

  /** What was written since is none of them. */
  stillAre(rows: Rows): void {
    this.#seen = { at: this.written(), rows }
  }

  /** How many rows were ever written, of all tables. What is rolled back counts. */
  written(): number {
    return this.#written.get() as number
  }

  unanswered(): readonly Pending[] {
    return this.#pending.all() as Pending[]
  }

  ended(): readonly string[] {
    return this.#db.prepare(`SELECT "id" FROM "_outbox" WHERE "state" = 'acked'`).pluck().all() as string[]
  }

  /** @param ended before, of which some wait to be sent again */
  goAgain(ended: readonly string[]): void {
    this.goingAgain = new Set([...this.goingAgain, ...ended].filter((id) => this.isPending(id)))
  }

  isPending(id: string): boolean {
    return this.#db.prepare(`SELECT 1 FROM "_outbox" WHERE "id" = ? AND "state" <> 'acked'`).get(id) !== undefined
  }

  unchanged(invariant: Invariant, after: string, before: Rows): void {
    mustEqual(invariant, `${this.#name} shows something else after ${after}`, this.rows(), before)
  }

  #read(): Rows {
    const rows = new Map<string, string>()
    for (const table of this.#filled.all() as string[]) for (const values of (this.#select.get(table)?.all() ?? []) as unknown[][]) rows.set(`${table} ${String(values[0])}`, JSON.stringify(values))
    return rows
  }

  /** A pull was applied: the commands it ended are in it or refused, and the cursor goes forward. @returns which, and how */
  applied(pull: CompletePull, before: readonly Pending[], oracle: Oracle, territories: readonly string[]): ReadonlyMap<string, 'applied' | 'refused'> {
    const ended = new Map<string, 'applied' | 'refused'>()
    const reached = reach(oracle, territories)
    this.base = { rows: visible(oracle, reached), reached }
    this.goingAgain = new Set()
    const { epoch, v } = JSON.parse(Buffer.from(pull.complete.cursor.split('.')[0] ?? '', 'base64url').toString()) as { epoch: string; v: number }
    const earlier = this.cursors.get(epoch) ?? 0
    must('I4', v >= earlier, () => `${this.#name}’s cursor went from ${earlier} back to ${v}`)
    this.cursors.set(epoch, v)
    const after = new Set(this.unanswered().map(({ id }) => id))
    for (const { id } of before) {
      if (after.has(id)) continue
      const refused = this.#refusal(id)
      must('I9', oracle.rows.has(`journal ${id}`) === !refused, () => `${this.#name} took ${id} for ${refused ? 'refused' : 'applied'}, and the server ${refused ? 'has its effect' : 'does not have its effect'}`)
      if (refused) must('I9', this.#db.prepare('SELECT 1 FROM "_refused" WHERE "id" = ?').get(id) !== undefined, () => `${this.#name}: ${id} was refused and nobody is told`)
      ended.set(id, refused ? 'refused' : 'applied')
    }
    return ended
  }

  /** Where nothing was written since the last time, nothing is different. */
  check(where: string): void {
    if (this.#checked?.at === this.written() && this.#checked.base === this.base) return
    const at = `${this.#name} ${where}`
    const live = this.rows()
    const { base, again } = this.#withoutPending(live)
    if (this.base !== null) {
      mustEqual('I1', `${at}: without its pending commands it does not have the server’s rows`, base, this.base.rows)
      const { reached } = this.base
      for (const [key, row] of base) if (reached !== null && key.startsWith('leads ')) this.#mustLieWithin(at, key, row, reached)
    }
    mustEqual('I2', `${at}: it does not have what the pending commands make of the server’s rows`, live, again)
    this.#checkShadows(at, live, base)
    this.#checkOutbox(at)
    this.#checked = { at: this.written(), base: this.base }
  }

  /** As the desk works it out. */
  digest(): readonly TableDigest[] {
    return digestRows(this.#db)
  }

  #mustLieWithin(at: string, key: string, row: string, reached: ReadonlySet<string>): void {
    const territory = (JSON.parse(row) as unknown[])[leadTerritory]
    must('I3', typeof territory !== 'string' || reached.has(territory), () => `${at}: ${key} lies in ${String(territory)}, out of the person’s reach`)
  }

  #refusal(id: string): boolean {
    const result = this.#db.prepare('SELECT "result" FROM "_outbox" WHERE "id" = ?').pluck().get(id) as string | null | undefined
    return typeof result === 'string' && (JSON.parse(result) as { status: string }).status !== 'applied'
  }

  /** The rows before the pending commands, and with them done again; nothing of it stays. */
  #withoutPending(live: Rows): { base: Rows; again: Rows } {
    const pending = this.#db.prepare(`SELECT * FROM "_outbox" WHERE "state" <> 'acked' ORDER BY "seq"`).all() as { id: string; name: string; input: string; issuedAt: string; batchId: string | null }[]
    const shadowed = this.#db.prepare('SELECT DISTINCT "tbl" FROM "_shadow"').pluck().all() as string[]
    if (pending.length === 0 && shadowed.length === 0) return { base: live, again: live }
    let base: Rows = new Map()
    let again = base
    const undo = new Error('undo')
    const person = readLink(this.#db)?.person
    try {
      this.#db.transaction(() => {
        this.#db.prepare('UPDATE "_sync" SET "capture" = 0').run()
        for (const name of shadowed) for (const statement of restoreShadowsSql(tableNamed(name))) this.#db.prepare(statement).run()
        base = this.rows()
        for (const { id, name, input, issuedAt, batchId } of pending) {
          const command = this.#commands.get(name)
          if (command === undefined) throw new Error(name)
          if (this.goingAgain.has(id)) continue
          try {
            this.#runner.redo(command, { id, input: JSON.parse(input), actor: { id: person?.userId ?? '', name: person?.name ?? '' }, now: issuedAt, batchId })
          } catch {
            // As at apply: it is sent all the same.
          }
        }
        again = withVersionsOf(live, pending, this.rows())
        throw undo
      })()
    } catch (error) {
      if (error !== undo) throw error
    }
    this.stillAre(live)
    return { base, again }
  }

  #checkShadows(at: string, live: Rows, base: Rows): void {
    const shadows = this.#db.prepare(`SELECT "tbl" || ' ' || "pk" FROM "_shadow"`).pluck().all() as string[]
    const written = this.#writtenByPending(live, base)
    // Commands that go again after a restore have no shadows: the full pull that comes next needs none.
    const expected = readLink(this.#db)?.cursor === null ? shadows.filter((key) => written.has(key)) : [...written]
    mustEqual('I11', `${at}: its shadows are not those of what pending commands wrote`, new Map(shadows.map((key) => [key, ''])), new Map(expected.map((key) => [key, ''])))
  }

  #writtenByPending(live: Rows, base: Rows): ReadonlySet<string> {
    const written = new Set<string>()
    for (const { id } of this.unanswered()) {
      // What the server has done already, for another desk that goes by this one’s identity, is not done again here.
      if (!live.has(`journal ${id}`) || base.has(`journal ${id}`)) continue
      written.add(`journal ${id}`)
      const changes = JSON.parse(this.#db.prepare('SELECT "changes" FROM "journal" WHERE "id" = ?').pluck().get(id) as string) as readonly RecordedChange[]
      for (const change of changes) {
        const ids = change.kind === 'remove' ? change.rows.map((row) => String(row[change.columns.indexOf('id')])) : change.ids
        for (const row of ids) written.add(`${change.table} ${row}`)
      }
    }
    return written
  }

  /** Numbered without gaps, each knowing the one before. */
  #checkOutbox(at: string): void {
    must('I13', this.#db.prepare(`SELECT 1 FROM "_outbox" WHERE "seq" < 1 AND "state" <> 'acked'`).get() === undefined, () => `${at}: what an earlier identity had sent is not at an end`)
    const rows = this.#db.prepare('SELECT "seq", "id", "previous" FROM "_outbox" WHERE "seq" > 0 ORDER BY "seq"').all() as Pending[]
    for (const [position, row] of rows.entries()) {
      const before = rows[position - 1]
      must('I13', before === undefined || (row.seq === before.seq + 1 && row.previous === before.id), () => `${at}: ${row.seq} does not follow ${before?.seq ?? 0} in the outbox`)
    }
    const last = rows.at(-1)
    const link = readLink(this.#db)
    must('I13', last === undefined || (link?.nextSeq === last.seq + 1 && link.lastId === last.id), () => `${at}: the outbox ends at ${last?.seq ?? 0}, and the next number is ${link?.nextSeq ?? 0}`)
  }
}

/** What was given before an upgrade is done again under the command’s new number. */
function withVersionsOf(live: Rows, pending: readonly { readonly id: string }[], again: Rows): Rows {
  const same = new Map(again)
  for (const { id } of pending) {
    const [was, is] = [live, again].map((rows) => rows.get(`journal ${id}`))
    if (was === undefined || is === undefined) continue
    const { [entryVersion]: version } = JSON.parse(was) as unknown[]
    same.set(`journal ${id}`, JSON.stringify((JSON.parse(is) as unknown[]).with(entryVersion, version)))
  }
  return same
}
