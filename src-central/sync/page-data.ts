import type { Table } from '#shared/foundation/table.ts'

/** The rows of a page, gathered by table, and written out as the text of `data`. */
export class PageData {
  readonly #puts = new Map<Table, string[]>()
  readonly #removes = new Map<Table, string[]>()
  rows = 0
  bytes = 0

  /** @param text rows as the database wrote them, `[[…],[…]]` */
  put(table: Table, rows: number, text: string | null): void {
    if (text === null) return
    add(this.#puts, table, text.slice(1, -1))
    this.rows += rows
    this.bytes += text.length
  }

  remove(table: Table, ids: readonly string[]): void {
    for (const id of ids) add(this.#removes, table, id)
    this.rows += ids.length
  }

  toText(): string {
    const tables = [...new Set([...this.#puts.keys(), ...this.#removes.keys()])]
    const parts = tables.map((table) => {
      const head = JSON.stringify({ table: table.name, columns: table.columnNames }).slice(0, -1)
      return `${head},"put":[${(this.#puts.get(table) ?? []).join(',')}],"remove":${JSON.stringify(this.#removes.get(table) ?? [])}}`
    })
    return `[${parts.join(',')}]`
  }
}

function add(into: Map<Table, string[]>, table: Table, text: string): void {
  const held = into.get(table)
  if (held === undefined) into.set(table, [text])
  else held.push(text)
}
