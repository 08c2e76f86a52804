import type { z } from 'zod'
import { checksumOf } from '#shared/sync/checksum.ts'
import type { digestAnswerSchema, digestSchema } from '#shared/sync/messages.ts'
import type { Central } from '../central.ts'
import { assertOwnClient, type Bearer } from '../people/bearer.ts'
import { readStanding, scopesMark } from '../people/standing.ts'
import { syncedTables } from '../store/synced-tables.ts'
import { openCursor } from './cursor.ts'
import { withinScopes } from './page-sql.ts'

/** Checksums of what the asker should have; none when there is something newer than his cursor. */
export function digest(central: Central, bearer: Bearer, message: z.output<typeof digestSchema>): Promise<z.input<typeof digestAnswerSchema>> {
  assertOwnClient(bearer, message.clientId)
  const cursor = openCursor(central.seal, bearer, message.cursor)
  return central.store.transaction({ tenantId: bearer.tenantId, snapshot: true }, async (session) => {
    const { scopes, version: { epoch, v } } = await readStanding(session, bearer)
    if (cursor.epoch !== epoch || cursor.v !== v || cursor.scopes !== scopesMark(scopes)) return { tables: null }
    const answers: { table: string; rows: number; checksum: string }[] = []
    for (const table of syncedTables) {
      const within = withinScopes(table, scopes, 1)
      const buckets = await session.query<{ bucket: string; rows: number; checksum: string }>(
        `SELECT right("id", 2) AS "bucket", count(*) AS "rows", left(md5(string_agg("id" || ':' || "rev", ',' ORDER BY "id")), 8) AS "checksum" FROM "${table.name}" WHERE ${within.sql} GROUP BY 1`,
        within.values,
      )
      answers.push({ table: table.name, rows: buckets.reduce((sum, { rows }) => sum + rows, 0), checksum: checksumOf(new Map(buckets.map(({ bucket, checksum }) => [bucket, checksum]))) })
    }
    return { tables: answers }
  })
}
