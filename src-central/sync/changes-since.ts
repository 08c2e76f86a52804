import type { Scopes } from '../store/scopes.ts'
import type { Session } from '../store/store.ts'
import { syncedTables } from '../store/synced-tables.ts'
import type { PageData } from './page-data.ts'
import { rowsById } from './page-sql.ts'

export interface ChangePosition {
  readonly v: number
  readonly n: number
}

interface ChangedRow extends ChangePosition {
  readonly tbl: string
  readonly pk: string
}

const FIRST_STEP = 250
const STEP_BYTES = 2_000_000

/**
 * Puts on the page the present state of every row that changed after a position: rows the asker may see as they are, the
 * others as removed. Goes in steps, so that rows of many bytes end the page early.
 * @returns where the page ended, or null when there are no more changes
 */
export async function changesSince(session: Session, scopes: Scopes, from: ChangePosition, page: PageData, maximumRows: number): Promise<ChangePosition | null> {
  const sent = new Set<string>()
  let position = from
  let step = FIRST_STEP
  while (page.rows < maximumRows && page.bytes < STEP_BYTES) {
    const limit = Math.min(step, maximumRows - page.rows)
    const changes = await nextChanges(session, scopes, position, limit)
    await putPresent(session, scopes, changes.filter(({ tbl, pk }) => !sent.has(`${tbl} ${pk}`)), page)
    for (const { tbl, pk } of changes) sent.add(`${tbl} ${pk}`)
    if (changes.length < limit) return null
    position = changes.at(-1) ?? position
    step *= 2
  }
  const [more] = await nextChanges(session, scopes, position, 1)
  return more === undefined ? null : { v: position.v, n: position.n }
}

function nextChanges(session: Session, scopes: Scopes, { v, n }: ChangePosition, limit: number): Promise<readonly ChangedRow[]> {
  const within = scopes === 'all' ? '' : 'AND "scopes" && $4::text[]'
  return session.query<ChangedRow>(`SELECT "v", "n", "tbl", "pk" FROM "sync_change" WHERE ("v", "n") > ($1, $2) ${within} ORDER BY "v", "n" LIMIT $3`, [v, n, limit, ...(scopes === 'all' ? [] : [scopes])])
}

async function putPresent(session: Session, scopes: Scopes, changes: readonly ChangedRow[], page: PageData): Promise<void> {
  for (const table of syncedTables) {
    const ids = [...new Set(changes.filter(({ tbl }) => tbl === table.name).map(({ pk }) => pk))]
    if (ids.length === 0) continue
    const present = await rowsById(session, table, scopes, ids)
    page.put(table, table.columnNames, present.rows, present.text)
    const there = new Set(present.ids)
    page.remove(table, ids.filter((id) => !there.has(id)))
  }
}
