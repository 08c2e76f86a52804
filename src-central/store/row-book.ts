import type { AlikeQuestion, Key, Question } from '#shared/foundation/command.ts'
import { indexColumns, type Table } from '#shared/foundation/table.ts'
import { journal } from '#shared/journal/journal.table.ts'
import { keptMatcher } from './kept-matchers.ts'
import { columnArrays, decodeRow, quoted, type Row } from './rows.ts'
import { EVERYBODY, territoryColumn, territoryScope } from './scopes.ts'
import type { Session } from './store.ts'

/** A row as it is within the transaction, written or not. */
interface Held {
  row: Row | undefined
  /** How it differs from what the database has: `again` is one that was removed and put back. */
  state: 'same' | 'new' | 'changed' | 'gone' | 'again'
  readonly changed: Set<string>
  /** How many changes are to be counted in `rev`. */
  times: number
  readonly scopes: readonly string[] | undefined
}

/**
 * The rows of one transaction: what was read of them, and what is to be written, all at once. Whatever is asked is answered
 * as if it had been written already. Whoever reads the database past it must flush it before.
 */
export class RowBook {
  readonly #session: Session
  #tables = new Map<Table, Map<string, Held>>()
  /** The ids that the database has under a key of an index. */
  #keys = new Map<string, readonly string[]>()
  #written = new Map<Table, Set<string>>()
  /** The writings of the rows that the database has under some keys, by id. */
  #writings = new Map<string, ReadonlyMap<string, string>>()

  constructor(session: Session) {
    this.#session = session
  }

  async answer(question: Question): Promise<unknown> {
    // Entries of the journal are written past this book.
    if (question.table === journal) this.#forget(journal)
    if (question.kind === 'alike') return this.#alike(question)
    await this.learn([question])
    return this.known(question)
  }

  /** The answer, if the book has it: `undefined` is also a row that is not there. */
  known(question: Exclude<Question, AlikeQuestion>): unknown {
    const { table } = question
    if (question.kind === 'one') return this.row(table, question.id)
    if (question.index === 'id') return question.keys.map(([id]) => this.row(table, String(id))).filter((row) => row !== undefined)
    return question.keys.flatMap((key) => this.#under(table, question.index, key))
  }

  row(table: Table, id: string): Row | undefined {
    return this.#held(table).get(id)?.row
  }

  /** Whose the row is; who sees a journal entry is written in it. */
  scopesOf(table: Table, id: string): readonly string[] {
    const held = this.#held(table).get(id)
    if (held?.scopes !== undefined) return held.scopes
    const column = territoryColumn(table)
    return [column === null ? EVERYBODY : territoryScope(held?.row?.[column])]
  }

  /** Reads what these questions are about, as few times as can be. */
  async learn(questions: readonly Question[]): Promise<void> {
    const ids = new Map<Table, Set<string>>()
    const keys = new Map<string, { readonly table: Table; readonly index: string; readonly keys: Map<string, Key> }>()
    for (const question of questions) {
      const { table } = question
      if (question.kind === 'alike') continue
      if (question.kind === 'one' || question.index === 'id') {
        const wanted = ids.get(table) ?? new Set()
        ids.set(table, wanted)
        for (const id of question.kind === 'one' ? [question.id] : question.keys.map(([key]) => String(key))) wanted.add(id)
      } else {
        const wanted = keys.get(`${table.name} ${question.index}`) ?? { table, index: question.index, keys: new Map<string, Key>() }
        keys.set(`${table.name} ${question.index}`, wanted)
        for (const key of question.keys) wanted.keys.set(nameOf(table, question.index, key), key)
      }
    }
    for (const [table, wanted] of ids) await this.load(table, [...wanted])
    for (const { table, index, keys: wanted } of keys.values()) await this.#loadUnder(table, index, [...wanted.values()])
  }

  async load(table: Table, ids: readonly string[]): Promise<void> {
    const held = this.#held(table)
    const unknown = ids.filter((id) => !held.has(id))
    if (unknown.length === 0) return
    this.#hold(table, await this.#session.query<Row>(`SELECT ${columnsOf(table)} FROM "${table.name}" WHERE "id" = ANY($1::text[])`, [unknown]))
    for (const id of unknown) if (!held.has(id)) held.set(id, { row: undefined, state: 'same', changed: new Set(), times: 0, scopes: undefined })
  }

  insert(table: Table, id: string, row: Row): void {
    const held = this.#held(table)
    const before = held.get(id)
    if (before?.row !== undefined) throw new Error(`duplicate key: ${table.name} ${id} is there already`)
    held.set(id, { row, state: before?.state === 'gone' ? 'again' : 'new', changed: new Set(), times: 0, scopes: undefined })
    this.#note(table, id)
  }

  update(table: Table, id: string, patch: Row): void {
    const held = this.#held(table).get(id)
    if (held?.row === undefined) throw new Error(`${table.name} ${id} is not there`)
    held.row = { ...held.row, ...patch, rev: Number(held.row['rev']) + 1 }
    for (const name of Object.keys(patch)) held.changed.add(name)
    held.times += 1
    if (held.state === 'same') held.state = 'changed'
    this.#note(table, id)
  }

  remove(table: Table, id: string): void {
    const held = this.#held(table).get(id)
    if (held?.row === undefined) return
    held.row = undefined
    held.state = held.state === 'new' ? 'same' : 'gone'
    this.#note(table, id)
  }

  async flush(): Promise<void> {
    for (const [table, ids] of this.#written) {
      const held = this.#held(table)
      const among = (...states: readonly Held['state'][]): (readonly [string, Held])[] => [...ids].flatMap((id) => {
        const each = held.get(id)
        return each !== undefined && states.includes(each.state) ? [[id, each] as const] : []
      })
      const gone = among('gone', 'again').map(([id]) => id)
      if (gone.length > 0) await this.#session.query(`DELETE FROM "${table.name}" WHERE "id" = ANY($1::text[])`, [gone])
      await this.#insertAll(table, among('new', 'again').flatMap(([, { row }]) => (row === undefined ? [] : [row])))
      await this.#updateAll(table, among('changed').map(([, each]) => each))
      for (const [, each] of among('new', 'changed', 'gone', 'again')) {
        each.state = 'same'
        each.changed.clear()
        each.times = 0
      }
    }
  }

  /** After something was rolled back: nothing that was read or written counts any more. */
  forget(): void {
    this.#tables = new Map()
    this.#keys = new Map()
    this.#written = new Map()
    this.#writings = new Map()
  }

  async #insertAll(table: Table, rows: readonly Row[]): Promise<void> {
    if (rows.length === 0) return
    const names = table.columnNames.filter((name) => table.columns[name]?.full === true || rows.some((row) => row[name] !== null))
    const { sql, values } = columnArrays(table, names, rows.map((row) => names.map((name) => row[name])))
    await this.#session.query(`INSERT INTO "${table.name}" (${quoted(names)}) SELECT * FROM ${sql}`, values)
  }

  /** Rows of which the same columns have changed go in one statement. */
  async #updateAll(table: Table, changed: readonly Held[]): Promise<void> {
    const groups = Map.groupBy(changed, (held) => [...held.changed].toSorted().join(' '))
    for (const group of groups.values()) {
      const columns = [...(group[0]?.changed ?? [])]
      const { sql, values } = columnArrays(table, ['id', ...columns, 'rev'], group.map(({ row, times }) => [row?.['id'], ...columns.map((name) => row?.[name]), times]))
      const names = ['id', ...columns, 'times'].map((name) => `new_${name}`)
      const assignments = columns.map((name) => `"${name}" = given."new_${name}", `).join('')
      await this.#session.query(`UPDATE "${table.name}" t SET ${assignments}"rev" = t."rev" + given."new_times" FROM ${sql} AS given(${quoted(names)}) WHERE t."id" = given."new_id"`, values)
    }
  }

  async #loadUnder(table: Table, index: string, wanted: readonly Key[]): Promise<void> {
    const keys = wanted.filter((key) => !this.#keys.has(nameOf(table, index, key)))
    if (keys.length === 0) return
    const columns = indexColumns(table, index)
    const together = keys.length > 1 && keys.every((key) => key.length === 1 && key[0] !== null)
    for (const part of together ? [keys] : keys.map((key) => [key])) {
      const { sql, values } = together ? anyKey(columns[0], part) : oneKey(columns, part[0] ?? [])
      const rows = await this.#session.query<Row>(`SELECT ${columnsOf(table)} FROM "${table.name}"${sql}`, values)
      for (const key of part) this.#keys.set(nameOf(table, index, key), rows.filter((row) => isUnder(row, columns, key)).map((row) => String(row['id'])))
      this.#hold(table, rows)
    }
  }

  /** Matched with what the process keeps for the tenant: only what is not known as it is, is read. */
  async #alike({ table, index, keys, companyOf, company, sharedDomains }: AlikeQuestion): Promise<unknown> {
    const matcher = await keptMatcher(this.#session, `${table.name} ${index} ${JSON.stringify(keys)}`)
    const now = await this.#writingsUnder(table, index, keys)
    const missing = (): readonly string[] => matcher.outdated(now).filter((id) => !this.#held(table).has(id))
    // Another transaction may bring the matcher to its own rows while this one reads.
    for (let ids = missing(); ids.length > 0; ids = missing()) await this.load(table, ids)
    matcher.keepUp(now, (id) => companyOf(this.row(table, id) as never))
    return matcher.find(company, { sharedDomains })
  }

  async #writingsUnder(table: Table, index: string, keys: readonly Key[]): Promise<ReadonlyMap<string, string>> {
    const columns = indexColumns(table, index)
    const name = `${table.name} ${index} ${JSON.stringify(keys)}`
    const known = this.#writings.get(name)
    const { sql, values } = anyKey(columns[0], keys)
    const there = known ?? new Map((await this.#session.query<Row>(`SELECT "id", "rev", "updatedAt" FROM "${table.name}"${sql}`, values)).map((row) => [String(row['id']), writingOf(row)]))
    this.#writings.set(name, there)
    const now = new Map(there)
    for (const id of this.#written.get(table) ?? []) {
      const row = this.row(table, id)
      if (row !== undefined && keys.some((key) => isUnder(row, columns, key))) now.set(id, writingOf(row))
      else now.delete(id)
    }
    return now
  }

  /** Sorted here: asked to sort, the database may read a whole tenant by the primary key rather than a few rows by the index. */
  #under(table: Table, index: string, key: Key): readonly Row[] {
    const columns = indexColumns(table, index)
    const ids = new Set([...(this.#keys.get(nameOf(table, index, key)) ?? []), ...(this.#written.get(table) ?? [])])
    const rows = [...ids].map((id) => this.row(table, id)).filter((row): row is Row => row !== undefined && isUnder(row, columns, key))
    return rows.toSorted((a, b) => (String(a['id']) < String(b['id']) ? -1 : 1))
  }

  #hold(table: Table, rows: readonly Row[]): void {
    const held = this.#held(table)
    for (const given of rows) {
      const { scopes, ...row } = given
      const id = String(row['id'])
      if (!held.has(id)) held.set(id, { row: decodeRow(table, row), state: 'same', changed: new Set(), times: 0, scopes: scopes as readonly string[] | undefined })
    }
  }

  #held(table: Table): Map<string, Held> {
    let held = this.#tables.get(table)
    if (held === undefined) this.#tables.set(table, (held = new Map()))
    return held
  }

  #note(table: Table, id: string): void {
    const written = this.#written.get(table)
    if (written === undefined) this.#written.set(table, new Set([id]))
    else written.add(id)
  }

  #forget(table: Table): void {
    this.#tables.delete(table)
    this.#written.delete(table)
    for (const name of this.#keys.keys()) if (name.startsWith(`${table.name} `)) this.#keys.delete(name)
  }
}

function columnsOf(table: Table): string {
  return `${quoted(table.columnNames)}${table === journal ? ', "scopes"' : ''}`
}

function nameOf(table: Table, index: string, key: Key): string {
  return `${table.name} ${index} ${JSON.stringify(key)}`
}

/** What tells two writings of a row apart. */
function writingOf(row: Row): string {
  return `${String(row['rev'])} ${String(row['updatedAt'])}`
}

function isUnder(row: Row, columns: readonly string[], key: Key): boolean {
  return key.every((value, at) => row[columns[at] ?? ''] === value)
}

function oneKey(columns: readonly string[], key: Key): { readonly sql: string; readonly values: readonly unknown[] } {
  let place = 0
  const where = key.map((value, at) => `"${columns[at] ?? ''}" ${value === null ? 'IS NULL' : `= $${(place += 1)}`}`).join(' AND ')
  return { sql: where === '' ? '' : ` WHERE ${where}`, values: key.filter((value) => value !== null) }
}

function anyKey(column: string, keys: readonly Key[]): { readonly sql: string; readonly values: readonly unknown[] } {
  const type = typeof keys[0]?.[0] === 'number' ? 'bigint' : 'text'
  return { sql: ` WHERE "${column}" = ANY($1::${type}[])`, values: [keys.map(([value]) => value)] }
}
