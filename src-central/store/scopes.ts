import type { Table } from '#shared/foundation/table.ts'

/** Which rows somebody may see and write: every row, or those that carry one of these. */
export type Scopes = 'all' | readonly string[]

/** The scope of what everybody in the company sees. */
export const EVERYBODY = 'g'

/** The column that says in which territory a row lies; null where the table's rows are everybody's. */
export function territoryColumn(table: Table): string | null {
  return table.options.visibility === 'territory' && table.columnNames.includes('territoryId') ? 'territoryId' : null
}

export function territoryScope(territoryId: unknown): string {
  return typeof territoryId === 'string' ? `t:${territoryId}` : EVERYBODY
}

/** The same in SQL: the database computes a row's scopes, so that nobody can forget them. */
export function scopesSql(table: Table): string {
  const column = territoryColumn(table)
  return column === null ? `ARRAY['${EVERYBODY}']` : `CASE WHEN "${column}" IS NULL THEN ARRAY['${EVERYBODY}'] ELSE ARRAY['t:' || "${column}"] END`
}

export function mayReach(scopes: Scopes, scope: string): boolean {
  return scopes === 'all' || scopes.includes(scope)
}
