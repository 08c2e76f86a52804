import type { Table } from '#shared/foundation/table.ts'

interface Part {
  readonly table: Table
  readonly columns: readonly string[]
  readonly put: string[]
  readonly remove: string[]
}

/** The rows of a page, gathered by table and columns, and written out as the text of `data`. */
export class PageData {
  readonly #parts = new Map<string, Part>()
  rows = 0
  bytes = 0

  /** @param text rows as the database wrote them, `[[…],[…]]` */
  put(table: Table, columns: readonly string[], rows: number, text: string | null): void {
    if (text === null) return
    this.#part(table, columns).put.push(text.slice(1, -1))
    this.rows += rows
    this.bytes += text.length
  }

  remove(table: Table, ids: readonly string[]): void {
    if (ids.length > 0) this.#part(table, table.columnNames).remove.push(...ids)
    this.rows += ids.length
  }

  toText(): string {
    const parts = [...this.#parts.values()].map(({ table, columns, put, remove }) => {
      const head = JSON.stringify({ table: table.name, columns }).slice(0, -1)
      return `${head},"put":[${put.join(',')}],"remove":${JSON.stringify(remove)}}`
    })
    return `[${parts.join(',')}]`
  }

  #part(table: Table, columns: readonly string[]): Part {
    const key = `${table.name} ${columns.join(' ')}`
    let part = this.#parts.get(key)
    if (part === undefined) this.#parts.set(key, (part = { table, columns, put: [], remove: [] }))
    return part
  }
}
