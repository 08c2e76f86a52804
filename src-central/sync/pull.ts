import type { Pull, PullAnswer } from '#shared/sync/messages.ts'
import type { Central } from '../central.ts'
import { ApiError } from '../foundation/api-error.ts'
import { assertOwnClient, type Bearer } from '../people/bearer.ts'
import { readStanding, scopesMark } from '../people/standing.ts'
import type { Scopes } from '../store/scopes.ts'
import type { Session } from '../store/store.ts'
import { syncedTables } from '../store/synced-tables.ts'
import { changesSince } from './changes-since.ts'
import { unappliedResults } from './command-log.ts'
import { openCursor, openToken, sealCursor, sealToken, type PageToken } from './cursor.ts'
import { PageData } from './page-data.ts'
import { countRows, nextRows } from './page-sql.ts'
import type { TenantVersion } from './tenant-version.ts'

export const PAGE_BYTES = 4_000_000
/** After every change of a version. */
const END_OF_VERSION = Number.MAX_SAFE_INTEGER

type Reset = NonNullable<PullAnswer['reset']>
type Position = Pick<PageToken, 'rows' | 'v' | 'n' | 'remaining'>

/**
 * One page of what the asker may see and does not have, all read from one snapshot. A full pull goes through the tables by id
 * and then sends what has changed meanwhile: whatever a page missed, a later page has.
 * @returns the answer as text: the rows are spliced in as the database wrote them
 */
export function pull(central: Central, bearer: Bearer, message: Pull): Promise<string> {
  assertOwnClient(bearer, message.clientId)
  return central.store.transaction({ tenantId: bearer.tenantId, snapshot: true }, async (session) => {
    const { client, scopes, version } = await readStanding(session, bearer)
    const mark = scopesMark(scopes)
    const { reset, position } = message.token === null
      ? await begin(central, session, bearer, message.cursor, version, scopes, mark)
      : { reset: null, position: continued(openToken(central.seal, bearer, message.token), version, mark) }

    const page = new PageData()
    const next = await fill(session, scopes, position, page, message.maximumRows)
    const complete = next === null
      ? { cursor: sealCursor(central.seal, bearer, { epoch: version.epoch, v: version.v, scopes: mark }), ...client, results: client.lastSeq > message.acknowledged ? await unappliedResults(session, bearer.clientId, message.acknowledged) : [] }
      : null
    const token = next === null ? null : sealToken(central.seal, bearer, { epoch: version.epoch, scopes: mark, ...next })
    const head = { requestId: message.requestId, after: message.token, epoch: version.epoch, serverTime: central.clock(), reset, remaining: next?.remaining ?? null, token, complete }
    return `${JSON.stringify(head).slice(0, -1)},"data":${page.toText()}}`
  })
}

async function begin(central: Central, session: Session, bearer: Bearer, cursorText: string | null, version: TenantVersion, scopes: Scopes, mark: string): Promise<{ reset: Reset | null; position: Position }> {
  const cursor = cursorText === null ? null : openCursor(central.seal, bearer, cursorText)
  const reset = reasonToReset(cursor, version, mark)
  if (reset === null && cursor !== null) return { reset: null, position: { rows: null, v: cursor.v, n: END_OF_VERSION, remaining: null } }
  let remaining = 0
  for (const table of syncedTables) remaining += await countRows(session, table, scopes)
  return { reset, position: { rows: { table: 0, after: '' }, v: version.v, n: END_OF_VERSION, remaining } }
}

function reasonToReset(cursor: ReturnType<typeof openCursor> | null, { epoch, v, floor }: TenantVersion, mark: string): Reset | null {
  if (cursor === null) return 'first'
  if (cursor.epoch !== epoch || cursor.v > v) return 'epoch'
  if (cursor.v < floor) return 'floor'
  return cursor.scopes === mark ? null : 'scope'
}

/** What was begun under other circumstances cannot be ended: the desk begins again from its cursor. */
function continued(token: PageToken, { epoch, v, floor }: TenantVersion, mark: string): Position {
  // The changes of the floor's own version are dropped too: a page may have ended amid them.
  const dropped = token.v < floor || (token.v === floor && token.n !== END_OF_VERSION)
  if (token.epoch !== epoch || token.v > v || dropped || token.scopes !== mark) throw new ApiError(409, 'pull.overtaken', 'something has changed since this pull began; begin it again')
  return token
}

/** Fills the page; answers where it ended, or null when nothing is left in this snapshot. */
async function fill(session: Session, scopes: Scopes, position: Position, page: PageData, maximumRows: number): Promise<Position | null> {
  const { v, n } = position
  let { rows, remaining } = position
  while (rows !== null) {
    const table = syncedTables[rows.table]
    if (table === undefined) {
      rows = null
      break
    }
    const room = maximumRows - page.rows
    if (room <= 0 || page.bytes >= PAGE_BYTES) return { rows, v, n, remaining }
    const next = await nextRows(session, table, scopes, rows.after, room, PAGE_BYTES - page.bytes)
    page.put(table, next.columns, next.rows, next.text)
    if (remaining !== null) remaining = Math.max(0, remaining - next.rows)
    rows = next.last === null ? { table: rows.table + 1, after: '' } : { table: rows.table, after: next.last }
  }
  const reached = await changesSince(session, scopes, { v, n }, page, maximumRows)
  return reached === null ? null : { rows: null, ...reached, remaining }
}
