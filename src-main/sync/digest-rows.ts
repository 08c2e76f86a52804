import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { Table } from '#shared/foundation/table.ts'
import { checksumOf } from '#shared/sync/checksum.ts'
import type { TableDigest } from '#shared/sync/messages.ts'
import { sharedRow, syncedTables } from './synced-tables.ts'

/** Checksums of the server's rows as this desk has them, kept aside or not, without what pending commands have made of them. */
export function digestRows(db: Database.Database): TableDigest[] {
  return syncedTables.map((table) => digestOf(db, table))
}

function digestOf(db: Database.Database, table: Table): TableDigest {
  const shadows = `FROM "_shadow" WHERE "tbl" = '${table.name}'`
  const rows = db.prepare(`SELECT "id", "rev" FROM "${table.name}" WHERE ${sharedRow(table)} AND "id" NOT IN (SELECT "pk" ${shadows})
    UNION ALL SELECT "pk", "row" ->> '$.rev' ${shadows} AND "row" IS NOT NULL
    UNION ALL SELECT "pk", "row" ->> '$.rev' FROM "_parked" WHERE "tbl" = '${table.name}' AND "row" ->> '$.id' IS NOT NULL ORDER BY 1`).raw().iterate() as IterableIterator<[string, number]>
  const buckets = new Map<string, string[]>()
  let count = 0
  for (const [id, rev] of rows) {
    const entry = `${id}:${rev}`
    const bucket = buckets.get(id.slice(-2))
    if (bucket === undefined) buckets.set(id.slice(-2), [entry])
    else bucket.push(entry)
    count += 1
  }
  const sums = new Map([...buckets].map(([bucket, entries]) => [bucket, createHash('md5').update(entries.join(',')).digest('hex').slice(0, 8)]))
  return { table: table.name, rows: count, checksum: checksumOf(sums) }
}
