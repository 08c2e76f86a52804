import { JournalBook } from '#central/store/journal-book.ts'
import { decodeRow, encodeValue, quoted, type Row } from '#central/store/rows.ts'
import { runCommand } from '#central/store/run-command.ts'
import type { Scopes } from '#central/store/scopes.ts'
import type { Store } from '#central/store/store.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import { LOCAL } from '#shared/journal/actors.ts'
import { nextId } from './builders/sequential-id.ts'
import { newTenant } from './central-stores.ts'
import { commandOf, NOW, type Desk } from './desk.ts'

export interface CentralDesk extends Desk {
  readonly tenantId: string
}

/** Commands as the central API runs them, for a tenant of its own. */
export async function centralDesk(store: Store, scopes: Scopes = 'all'): Promise<CentralDesk> {
  const tenantId = await newTenant(store)
  return {
    tenantId,
    put: (table, ...rows) => store.transaction({ tenantId }, async (session) => {
      const sql = `INSERT INTO "${table.name}" (${quoted(table.columnNames)}) VALUES (${table.columnNames.map((_, at) => `$${at + 1}`).join(', ')})`
      for (const row of rows) await session.query(sql, table.columnNames.map((name) => encodeValue(table, name, (row as Row)[name])))
    }),
    run: (operation, input, { id = nextId(), batchId, actor = LOCAL, now = NOW, mayGive = () => true } = {}) => store.transaction({ tenantId }, async (session) => {
      const book = new JournalBook(session)
      const { outcome } = await runCommand(book, commandOf(operation), { id, input: operation.input.parse(input), actor, now, batchId: batchId ?? null, scopes, mayGive })
      await book.flush()
      return (outcome.ok ? { ok: true, value: operation.output.parse(outcome.value) } : outcome) as Outcome<never>
    }),
    row: (table, id) => store.transaction({ tenantId }, async (session) => {
      const [row] = await session.query<Row>(`SELECT ${quoted(table.columnNames)} FROM "${table.name}" WHERE "id" = $1`, [id])
      return row === undefined ? undefined : (decodeRow(table, row) as never)
    }),
    rows: (table) => store.transaction({ tenantId }, async (session) => {
      const rows = await session.query<Row>(`SELECT ${quoted(table.columnNames)} FROM "${table.name}" ORDER BY "id"`)
      return rows.map((row) => decodeRow(table, row)) as never
    }),
  }
}
