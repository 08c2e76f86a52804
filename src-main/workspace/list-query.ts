import type Database from 'better-sqlite3'
import { foldText } from '#shared/foundation/fold-text.ts'
import type { ListFilter, ListInput } from '#shared/foundation/list.ts'
import type { Table } from '#shared/foundation/table.ts'
import { decodeRow, quoted } from './rows.ts'
import { escapeLike, searchCondition } from './search-index.ts'

export interface ListField {
  /** An SQL expression over the listed table; never text from outside. */
  readonly sql: string
  /** Compared without regard to case, or as it is. */
  readonly kind: 'text' | 'exact' | 'number'
  /** The table of a tree whose nodes the field names (by `parentId`): whoever asks for a node means all that lies below it too. */
  readonly tree?: string
}

export interface ListSource {
  readonly table: Table
  readonly fields: Readonly<Record<string, ListField>>
  /** What nobody may see yet, or any more: rows of imports that are not done. */
  readonly hidden?: string
  /** Further columns of each row, each an expression. */
  readonly extra?: Readonly<Record<string, string>>
  readonly defaultSort: string
}

export interface ListResult {
  readonly total: number
  readonly version: number
  readonly rows: readonly unknown[]
  readonly groups: readonly { readonly value: string | number | null; readonly count: number }[] | null
}

interface Order {
  readonly rows: Float64Array
  readonly groups: ListResult['groups']
}

const KEPT_ORDERS = 8

/**
 * Lists any table: one query finds the order of the matching rows and is kept while nothing changes,
 * so that a window at any depth is a look-up by row number, not a walk past the rows above it.
 */
export class ListReader {
  readonly #db: Database.Database
  readonly #orders = new Map<string, Order>()
  #version = 0

  constructor(db: Database.Database) {
    this.#db = db
  }

  /** To be called when visible rows have changed: kept orders may be wrong now. */
  forget(): void {
    this.#version += 1
    this.#orders.clear()
  }

  /** How often that has been called. */
  get version(): number {
    return this.#version
  }

  list(source: ListSource, input: ListInput): ListResult {
    return this.#db.transaction(() => {
      let order = this.#order(source, input)
      let rows = this.#window(source, order.rows, input.from, input.to)
      if (rows === undefined) {
        this.forget()
        order = this.#order(source, input)
        rows = this.#window(source, order.rows, input.from, input.to) ?? []
      }
      return { total: order.rows.length, version: this.#version, rows, groups: order.groups }
    })()
  }

  #order(source: ListSource, input: ListInput): Order {
    // The fields are part of the question: what some of them ask is of a day.
    const key = JSON.stringify([source.table.name, source.fields, input.filter, input.search, input.sort, input.group])
    const kept = this.#orders.get(key)
    if (kept !== undefined) return kept
    const where = whereClause(this.#db, source, input)
    const rows = this.#db.prepare(`SELECT "_row" FROM "${source.table.name}" ${where.sql} ORDER BY ${orderBy(source, input)}`).pluck().all(...where.values) as number[]
    const order: Order = { rows: Float64Array.from(rows), groups: this.#groups(source, input, where) }
    if (this.#orders.size >= KEPT_ORDERS) this.#orders.delete(this.#orders.keys().next().value ?? '')
    this.#orders.set(key, order)
    return order
  }

  #groups(source: ListSource, input: ListInput, where: Where): Order['groups'] {
    if (input.group === null) return null
    const field = fieldOf(source, input.group)
    const folded = field.kind === 'text' ? ' COLLATE NOCASE' : ''
    const direction = input.sort.find((sort) => sort.field === input.group)?.direction ?? 'ascending'
    return this.#db
      .prepare(`SELECT min(${field.sql}) AS value, count(*) AS count FROM "${source.table.name}" ${where.sql} GROUP BY ${field.sql}${folded} ORDER BY ${sortTerm(field, direction)}`)
      .all(...where.values) as { value: string | number | null; count: number }[]
  }

  /** @returns nothing when a row has gone since its order was kept */
  #window(source: ListSource, order: Float64Array, from: number, to: number): unknown[] | undefined {
    const wanted = order.subarray(from, Math.max(from, to))
    const extra = Object.entries(source.extra ?? {}).map(([name, expression]) => `, ${expression} AS "${name}"`).join('')
    const select = this.#db.prepare(`SELECT ${quoted(source.table.columnNames)}${extra} FROM "${source.table.name}" WHERE "_row" = ?`)
    const rows = Array.from(wanted, (row) => select.get(row) as Record<string, unknown> | undefined)
    return rows.includes(undefined) ? undefined : rows.map((row) => decodeRow(source.table, row ?? {}))
  }
}

interface Where {
  readonly sql: string
  readonly values: readonly (string | number)[]
}

function whereClause(db: Database.Database, source: ListSource, input: ListInput): Where {
  const parts: Where[] = input.filter.map((filter) => condition(fieldOf(source, filter.field), filter))
  const search = input.search.trim()
  if (search !== '') parts.push(searchCondition(db, source.table, search))
  if (source.hidden !== undefined) parts.push({ sql: source.hidden, values: [] })
  if (parts.length === 0) return { sql: '', values: [] }
  return { sql: `WHERE ${parts.map((part) => `(${part.sql})`).join(' AND ')}`, values: parts.flatMap((part) => part.values) }
}

function fieldOf(source: ListSource, name: string): ListField {
  const field = source.fields[name]
  if (field === undefined) throw new Error(`list of ${source.table.name} has no field ${name}`)
  return field
}

function condition(field: ListField, filter: ListFilter): Where {
  const { operator } = filter
  const values = filter.values.map((value) => (typeof value === 'boolean' ? Number(value) : value))
  const expression = field.kind === 'text' ? `${field.sql} COLLATE NOCASE` : field.sql
  const [first = ''] = values
  switch (operator) {
    case 'is':
      return { sql: values.length === 0 ? '1' : `${expression} IN (${oneOf(field, values.length)})`, values }
    case 'isNot':
      return { sql: values.length === 0 ? '1' : `${expression} IS NULL OR ${expression} NOT IN (${oneOf(field, values.length)})`, values }
    case 'contains':
      return { sql: `fold_text(coalesce(${field.sql}, '')) LIKE ? ESCAPE '\\'`, values: [`%${escapeLike(foldText(String(first)))}%`] }
    case 'startsWith':
      return { sql: `fold_text(coalesce(${field.sql}, '')) LIKE ? ESCAPE '\\'`, values: [`${escapeLike(foldText(String(first)))}%`] }
    case 'atLeast':
      return { sql: `${field.sql} >= ?`, values: [first] }
    case 'atMost':
      return { sql: `${field.sql} <= ?`, values: [first] }
    case 'isEmpty':
      return { sql: `coalesce(${field.sql}, '') = ''`, values: [] }
    case 'isNotEmpty':
      return { sql: `coalesce(${field.sql}, '') <> ''`, values: [] }
  }
}

/** So many values; of a tree also the nodes below them, even where it is bent into a circle. */
function oneOf({ tree }: ListField, count: number): string {
  if (tree === undefined) return Array.from({ length: count }, () => '?').join(', ')
  return `WITH RECURSIVE "below"("id") AS (VALUES ${Array.from({ length: count }, () => '(?)').join(', ')} UNION SELECT node."id" FROM "${tree}" AS node JOIN "below" ON node."parentId" = "below"."id") SELECT "id" FROM "below"`
}

function orderBy(source: ListSource, input: ListInput): string {
  const sorts = input.group === null || input.sort.some((sort) => sort.field === input.group)
    ? input.sort.toSorted((a, b) => Number(b.field === input.group) - Number(a.field === input.group))
    : [{ field: input.group, direction: 'ascending' as const }, ...input.sort]
  const terms = sorts.map((sort) => sortTerm(fieldOf(source, sort.field), sort.direction))
  return [...terms, source.defaultSort].join(', ')
}

/** Empty values last, whichever way the column is sorted. */
function sortTerm(field: ListField, direction: 'ascending' | 'descending'): string {
  const folded = field.kind === 'text' ? ' COLLATE NOCASE' : ''
  return `${field.sql} IS NULL, ${field.sql}${folded} ${direction === 'ascending' ? 'ASC' : 'DESC'}`
}
