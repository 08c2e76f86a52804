import type Database from 'better-sqlite3'
import type { Finding } from '../workspace/doctor.ts'
import { shadowTriggers } from './shadow-sql.ts'
import { countAside } from './stage-page.ts'
import { readLink } from './sync-row.ts'
import { syncedTables } from './synced-tables.ts'

/** Whether what sync keeps fits together; on a desk that is connected to nothing, that there is nothing. */
export function examineSync(db: Database.Database): readonly Finding[] {
  const link = readLink(db)
  const count = (sql: string): number => db.prepare(sql).pluck().get() as number
  const triggers = count(`SELECT count(*) FROM sqlite_schema WHERE "type" = 'trigger' AND instr("name", '_shadow_') > 0`)
  const wanted = link === undefined ? 0 : syncedTables.reduce((sum, table) => sum + shadowTriggers(table).length, 0)
  const open = count(`SELECT count(*) FROM "_outbox" WHERE "state" <> 'acked'`)
  const broken = count('SELECT count(*) FROM "_outbox" AS o WHERE EXISTS (SELECT 1 FROM "_outbox" AS b WHERE b."seq" > 0 AND b."seq" < o."seq") AND NOT EXISTS (SELECT 1 FROM "_outbox" AS b WHERE b."seq" = o."seq" - 1 AND b."id" = o."previous")')
  const last = count('SELECT coalesce(max("seq"), 0) FROM "_outbox"')
  const aside = countAside(db)
  const refused = count('SELECT count(*) FROM "_refused"')
  return [
    { check: 'sync-triggers', ok: triggers === wanted, detail: `${triggers} of ${wanted}` },
    { check: 'sync-outbox', ok: broken === 0 && (link === undefined ? open === 0 : last < link.nextSeq), detail: link === undefined ? 'not connected' : `${open} commands to be answered, ${broken} out of line` },
    ...(link === undefined ? [] : [{ check: 'sync-compared', ok: true, detail: `${link.comparedAt ?? 'not yet'}${link.differing === null ? '' : `: rows of ${link.differing} were not as the central API has them, all were fetched anew`}` }]),
    { check: 'sync-aside', ok: aside === 0, detail: `${aside} rows of the central API do not fit this version` },
    { check: 'sync-refused', ok: true, detail: `${refused} commands wait for a person` },
  ]
}
