import { syncedTables } from '#central/store/synced-tables.ts'
import type { Store } from '#central/store/store.ts'
import { quoted } from '#central/store/rows.ts'
import type { Rows } from './violation.ts'

/** The server's rows of one tenant at one instant, asked of the database anew, and who may see which. */
export interface Oracle {
  /** As the desk's SQLite would hold them, by `table id`. */
  readonly rows: Rows
  readonly scopesOf: ReadonlyMap<string, readonly string[]>
  /** Parents by territory. */
  readonly parents: ReadonlyMap<string, string | null>
}

const sql = syncedTables
  .map((table) => `SELECT '${table.name}' AS "tbl", "id", "scopes", json_build_array(${quoted(table.columnNames)})::text AS "row" FROM "${table.name}"`)
  .join(' UNION ALL ')
const territoryParent = syncedTables.find(({ name }) => name === 'territories')?.columnNames.indexOf('parentId') ?? -1

export function askServer(store: Store, tenantId: string): Promise<Oracle> {
  return store.transaction({ tenantId, snapshot: true }, async (session) => {
    const rows = new Map<string, string>()
    const scopesOf = new Map<string, readonly string[]>()
    const parents = new Map<string, string | null>()
    for (const { tbl, id, scopes, row } of await session.query<{ tbl: string; id: string; scopes: string[]; row: string }>(sql)) {
      const values = (JSON.parse(row) as unknown[]).map((value) => (typeof value === 'boolean' ? Number(value) : value))
      rows.set(`${tbl} ${id}`, JSON.stringify(values))
      scopesOf.set(`${tbl} ${id}`, scopes)
      if (tbl === 'territories') parents.set(id, (values[territoryParent] ?? null) as string | null)
    }
    return { rows, scopesOf, parents }
  })
}

/** The territories somebody reaches, worked out without the server's own SQL; null for the whole company. */
export function reach({ parents }: Oracle, territories: readonly string[]): ReadonlySet<string> | null {
  if (territories.length === 0) return null
  const reached = new Set(territories)
  for (let size = -1; size !== reached.size; ) {
    size = reached.size
    for (const [id, parent] of parents) if (parent !== null && reached.has(parent)) reached.add(id)
  }
  return reached
}

export function visible(oracle: Oracle, reached: ReadonlySet<string> | null): Rows {
  if (reached === null) return oracle.rows
  return new Map([...oracle.rows].filter(([key]) => oracle.scopesOf.get(key)?.some((scope) => scope === 'g' || reached.has(scope.slice(2)))))
}
