import { expect } from 'vitest'
import { journal } from '#shared/journal/journal.table.ts'
import { selectRows } from '#main/workspace/rows.ts'
import type { FakeCentral } from './fake-central.ts'
import type { SyncDesk } from './sync-desk.ts'

/** What must be true of a connected desk at every instant, whatever has happened to it. */
export function checkDesk(desk: SyncDesk, central: FakeCentral): void {
  const standing = desk.store.standing()
  const { base, live } = desk.replayed()
  if (standing?.cursor != null) expect(base, 'without its pending commands a desk has the server’s rows').toEqual(central.snapshots.get(standing.cursor))
  expect(desk.rows(), 'with them it has what they make of the server’s rows').toEqual(live)
  if (standing?.cursor != null) expect(desk.shadows(), 'it keeps the server’s side of what pending commands wrote, and of nothing else').toEqual(writtenByPending(desk))
  checkOutbox(desk)
}

function writtenByPending(desk: SyncDesk): ReadonlySet<string> {
  const written = new Set<string>()
  for (const { id } of desk.unanswered()) {
    const [entry] = selectRows(desk.db, journal, 'WHERE "id" = ?', id)
    if (entry === undefined) continue
    written.add(`journal ${id}`)
    for (const change of entry.changes) {
      const ids = change.kind === 'remove' ? change.rows.map((row) => String(row[change.columns.indexOf('id')])) : change.ids
      for (const row of ids) written.add(`${change.table} ${row}`)
    }
  }
  return written
}

/** Numbered without gaps, each knowing the one before. */
function checkOutbox(desk: SyncDesk): void {
  const rows = desk.db.prepare('SELECT "seq", "id", "previous" FROM "_outbox" ORDER BY "seq"').all() as { seq: number; id: string; previous: string | null }[]
  for (const [at, row] of rows.entries()) {
    const before = rows[at - 1]
    if (before === undefined) continue
    expect([row.seq, row.previous]).toEqual([before.seq + 1, before.id])
  }
  const last = rows.at(-1)
  if (last !== undefined) expect(desk.store.standing()).toMatchObject({ nextSeq: last.seq + 1, lastId: last.id })
}
