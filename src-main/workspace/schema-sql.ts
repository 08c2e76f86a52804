import type { Column } from '#shared/foundation/column.ts'
import type { Table } from '#shared/foundation/table.ts'

/**
 * Every table's rows have a number of their own besides their id: short to join and to keep in lists, and, being declared,
 * left alone by VACUUM and never given twice (otherwise the search index would come to point at other rows).
 */
export const ROW_NUMBER = '_row'

/** The SQL that creates a table and its indexes as its definition says; migrations are drafted from it and tested against it. */
export function createTableSql(table: Table): readonly string[] {
  const columns = [`"${ROW_NUMBER}" INTEGER PRIMARY KEY AUTOINCREMENT`, ...Object.entries(table.columns).map(([name, column]) => columnSql(name, column))]
  const indexes = Object.entries(table.options.indexes).map(
    ([name, keys]) => `CREATE INDEX "${table.name}_${name}" ON "${table.name}" (${keys.map((key) => `"${key}"`).join(', ')})${onlyWhereFull(table, keys[0])}`,
  )
  return [`CREATE TABLE "${table.name}" (\n  ${columns.join(',\n  ')}\n)`, ...indexes]
}

/** Nobody asks for the rows that have nothing there, and most new rows have nothing there. */
function onlyWhereFull(table: Table, column: string): string {
  return table.columns[column]?.full === false ? ` WHERE "${column}" IS NOT NULL` : ''
}

const sqlTypes: Readonly<Record<Column['kind'], string>> = { text: 'TEXT', integer: 'INTEGER', real: 'REAL', boolean: 'INTEGER', json: 'TEXT' }

function columnSql(name: string, column: Column): string {
  const parts = [`"${name}"`, sqlTypes[column.kind]]
  if (column.full) parts.push('NOT NULL')
  if (name === 'id') parts.push('UNIQUE')
  if (column.defaultValue !== undefined) parts.push(`DEFAULT ${column.defaultValue}`)
  return parts.join(' ')
}
