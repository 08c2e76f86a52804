import type { Column } from '#shared/foundation/column.ts'
import type { Table } from '#shared/foundation/table.ts'
import { journal } from '#shared/journal/journal.table.ts'
import { EVERYBODY, scopesSql } from './scopes.ts'
import { ROLES } from './store.ts'

/** The tenant of the transaction; null where none was said, and then no row is there. */
export const CURRENT_TENANT = `nullif(current_setting('app.tenant', true), '')::uuid`

/** Text is compared byte by byte, as SQLite does: both must put rows in the same order. */
export const sqlTypes: Readonly<Record<Column['kind'], string>> = { text: 'text', integer: 'bigint', real: 'double precision', boolean: 'boolean', json: 'text' }

/** The SQL that creates a synced table: its columns, the indexes by tenant, row-level security, and the capture of changes. */
export function createTableSql(table: Table): string {
  const columns = [
    `"tenantId" uuid NOT NULL DEFAULT ${CURRENT_TENANT}`,
    // A journal entry is seen by whoever saw a row it changed, which the runner alone knows.
    table === journal ? `"scopes" text[] NOT NULL DEFAULT ARRAY['${EVERYBODY}']` : `"scopes" text[] NOT NULL GENERATED ALWAYS AS (${scopesSql(table)}) STORED`,
    ...Object.entries(table.columns).map(([name, column]) => columnSql(name, column)),
    'PRIMARY KEY ("tenantId", "id")',
  ]
  const indexes = Object.entries(table.options.indexes).map(([name, keys]) => `CREATE INDEX "${table.name}_${name}" ON "${table.name}" ("tenantId", ${keys.map((key) => `"${key}"`).join(', ')});`)
  return [
    `CREATE TABLE "${table.name}" (\n  ${columns.join(',\n  ')}\n);`,
    ...indexes,
    ...tenantSecuritySql(table.name, 'SELECT, INSERT, UPDATE, DELETE'),
    `CREATE CONSTRAINT TRIGGER "${table.name}_capture" AFTER INSERT OR UPDATE OR DELETE ON "${table.name}" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION sync_capture();`,
  ].join('\n')
}

/** Nobody sees another tenant's rows, the table's owner neither. */
export function tenantSecuritySql(name: string, rights: string): readonly string[] {
  return [
    `ALTER TABLE "${name}" ENABLE ROW LEVEL SECURITY;`,
    `ALTER TABLE "${name}" FORCE ROW LEVEL SECURITY;`,
    `CREATE POLICY "tenant" ON "${name}" USING ("tenantId" = ${CURRENT_TENANT}) WITH CHECK ("tenantId" = ${CURRENT_TENANT});`,
    `GRANT ${rights} ON "${name}" TO ${ROLES.application};`,
  ]
}

function columnSql(name: string, column: Column): string {
  const type = sqlTypes[column.kind]
  const parts = [`"${name}" ${type}${type === 'text' ? ' COLLATE "C"' : ''}`]
  if (column.full) parts.push('NOT NULL')
  if (column.defaultValue !== undefined) parts.push(`DEFAULT ${column.defaultValue}`)
  return parts.join(' ')
}
