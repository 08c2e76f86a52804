import { digestAnswerSchema, type TableDigest } from '#shared/sync/messages.ts'
import type { RowComparison } from '#shared/sync/sync.contract.ts'
import type { CentralSession } from './central-session.ts'
import type { SyncPort } from './sync-call.ts'
import type { SyncRow } from './sync-row.ts'

export interface OwnDigest {
  /** The pull that the rows are of. */
  readonly cursor: string | null
  readonly tables: readonly TableDigest[]
}

interface ComparisonPorts {
  readonly store: SyncPort
  readonly session: Pick<CentralSession, 'call'>
  readonly digest: () => Promise<OwnDigest>
  readonly signal: AbortSignal
  readonly now: () => string
  readonly log: (line: string) => void
}

const WEEK = 7 * 86_400_000

/** A wrong clock makes it sooner or later, and nothing else. */
export function comparisonIsDue({ comparedAt, cursor }: Pick<SyncRow, 'comparedAt' | 'cursor'>, now: string): boolean {
  return cursor !== null && comparedAt !== null && Date.parse(now) - Date.parse(comparedAt) > WEEK
}

/** Compares the desk's rows with the server's. Where they differ, which no fault that we know of brings about, all are fetched anew. */
export async function compareRows({ store, session, digest, signal, now, log }: ComparisonPorts): Promise<RowComparison> {
  const own = await digest()
  const clientId = (await store.standing())?.clientId
  if (own.cursor === null || clientId === undefined) return { compared: false, differing: [] }
  const { tables } = await session.call('/sync/v1/digest', { clientId, cursor: own.cursor }, digestAnswerSchema, signal)
  if (tables === null) return { compared: false, differing: [] }
  const theirs = new Map(tables.map((table) => [table.table, table]))
  const differing = own.tables.filter(({ table, rows, checksum }) => {
    const other = theirs.get(table)
    return other !== undefined && (other.rows !== rows || other.checksum !== checksum)
  }).map(({ table }) => table)
  if (differing.length > 0) {
    log(`sync: rows of ${differing.join(', ')} are not as the central API has them; all rows are fetched anew`)
    await store.forgetCursor()
  }
  await store.noteComparison(now(), differing)
  return { compared: true, differing }
}
