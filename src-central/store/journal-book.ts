import type { JsonValue } from '#shared/foundation/json.ts'
import type { Note } from '#shared/foundation/command.ts'
import { journal, type RecordedChange } from '#shared/journal/journal.table.ts'
import { idRange } from '#shared/journal/recorded-ids.ts'
import { RowBook } from './row-book.ts'
import { columnArrays, quoted } from './rows.ts'
import { EVERYBODY } from './scopes.ts'
import type { Session } from './store.ts'

export interface Entry {
  readonly id: string
  readonly command: string
  readonly version: number
  readonly actorId: string
  readonly actorName: string
  readonly at: string
  readonly batchId: string | null
  readonly input: JsonValue
  readonly changes: readonly RecordedChange[]
  readonly notes: readonly Note[]
  readonly output: JsonValue
  readonly scopes: ReadonlySet<string>
}

interface Answered {
  readonly command: string
  readonly output: JsonValue
}

const columns = ['id', 'command', 'version', 'actorId', 'actorName', 'at', 'batchId', 'input', 'changes', 'notes', 'output', 'firstId', 'lastId'] as const

/**
 * The journal within one transaction: what is in it already, and the entries that are to be written, all at once, after the
 * rows they tell of. Whoever reads the journal must flush it before.
 */
export class JournalBook {
  readonly rows: RowBook
  readonly #session: Session
  readonly #answered = new Map<string, Answered | null>()
  #waiting: Entry[] = []

  constructor(session: Session) {
    this.#session = session
    this.rows = new RowBook(session)
  }

  /** Learns in one question which of these commands the journal has. */
  async learn(ids: readonly string[]): Promise<void> {
    const unknown = ids.filter((id) => !this.#answered.has(id))
    if (unknown.length === 0) return
    for (const id of unknown) this.#answered.set(id, null)
    const rows = await this.#session.query<{ id: string; command: string; output: string | null }>('SELECT "id", "command", "output" FROM "journal" WHERE "id" = ANY($1::text[])', [unknown])
    for (const { id, command, output } of rows) this.#answered.set(id, { command, output: output === null ? null : (JSON.parse(output) as JsonValue) })
  }

  async answered(id: string): Promise<Answered | null> {
    await this.learn([id])
    return this.#answered.get(id) ?? null
  }

  add(entry: Entry): void {
    this.#waiting.push(entry)
    this.#answered.set(entry.id, { command: entry.command, output: entry.output })
  }

  /** After a command was rolled back: what it would have said is not so. */
  forget(id: string): void {
    this.#waiting = this.#waiting.filter((entry) => entry.id !== id)
    this.#answered.set(id, null)
    this.rows.forget()
  }

  /** Lets the waiting entries be seen in this scope alone, whatever rows they passed through on the way. */
  showOnlyIn(scope: string): void {
    this.#waiting = this.#waiting.map((entry) => ({ ...entry, scopes: new Set([scope]) }))
  }

  async flush(): Promise<void> {
    await this.rows.flush()
    if (this.#waiting.length === 0) return
    const entries = this.#waiting
    this.#waiting = []
    const rows = entries.map((entry) => {
      const [firstId, lastId] = idRange(entry.changes)
      return [entry.id, entry.command, entry.version, entry.actorId, entry.actorName, entry.at, entry.batchId, entry.input, entry.changes, entry.notes, entry.output, firstId, lastId]
    })
    const { sql, values } = columnArrays(journal, columns, rows)
    // Arrays of arrays would have to be of one length: the scopes travel as texts.
    const scopes = entries.map(({ scopes }) => `{${[...(scopes.size === 0 ? [EVERYBODY] : scopes)].map((scope) => JSON.stringify(scope)).join(',')}}`)
    await this.#session.query(`INSERT INTO "journal" (${quoted(columns)}, "scopes") SELECT ${quoted(columns)}, "scopes"::text[] FROM ROWS FROM (${sql}, unnest($${columns.length + 1}::text[])) AS given(${quoted(columns)}, "scopes")`, [...values, scopes])
  }
}
