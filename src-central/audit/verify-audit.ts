import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Session, Store } from '../store/store.ts'

/**
 * What is wrong with the journal: `altered`: an entry, or the link before it, is not what it was; `removed`: an entry is gone; `gap`: links are gone;
 * `unlinked`: an entry came past the chain; `clock`: the database's clock went back; `head`: the chain does not have the link that was noted elsewhere,
 * so its end was cut or all of it made anew.
 */
const faultKinds = ['altered', 'removed', 'gap', 'unlinked', 'clock', 'head'] as const

export const auditReportSchema = z.object({
  entries: z.int(),
  /** The last link as `number:digest`, to be noted where nobody who can change the database can change it. */
  head: z.string().nullable(),
  /** The first hundred. */
  faults: z.array(z.object({ kind: z.enum(faultKinds), n: z.int().nullable(), entryId: z.string().nullable() })),
  faultCount: z.int(),
})
export type AuditReport = z.infer<typeof auditReportSchema>
export type AuditFault = AuditReport['faults'][number]

export const auditHeadSchema = z.string().regex(/^[1-9]\d{0,15}:[0-9a-f]{64}$/)

interface Link {
  readonly n: number
  readonly entryId: string
  readonly at: number
  readonly digest: string
  /** The entry as texts, null where it is gone. */
  readonly entry: readonly (string | null)[] | null
}

const PAGE = 500
const MOST_FAULTS = 100

/** Reads the whole chain of one tenant, from one snapshot, and reckons each link anew. @param head the last link as it was noted earlier */
export function verifyAudit(store: Store, tenantId: string, head: string | null): Promise<AuditReport> {
  return store.transaction({ tenantId, snapshot: true }, async (session) => {
    const faults: AuditFault[] = []
    let faultCount = 0
    const note = (kind: AuditFault['kind'], n: number | null, entryId: string | null): void => {
      faultCount += 1
      if (faults.length < MOST_FAULTS) faults.push({ kind, n, entryId })
    }
    const [notedAt, notedDigest] = head?.split(':') ?? []
    let headFound = head === null
    let before: Link | null = null
    for (let page = await linksAfter(session, 0); page.length > 0; page = await linksAfter(session, before?.n ?? 0)) {
      for (const link of page) {
        const follows: boolean = link.n === (before?.n ?? 0) + 1
        if (!follows) note('gap', link.n, link.entryId)
        if (link.entry === null) note('removed', link.n, link.entryId)
        else if (follows && link.digest !== digestOf(before?.digest ?? '', link.entry)) note('altered', link.n, link.entryId)
        if (before !== null && link.at < before.at) note('clock', link.n, link.entryId)
        if (link.n === Number(notedAt) && link.digest === notedDigest) headFound = true
        before = link
      }
    }
    const unlinked = await session.query<{ id: string }>('SELECT "id" FROM "journal" j WHERE NOT EXISTS (SELECT 1 FROM "audit" WHERE "entryId" = j."id") ORDER BY "id"')
    for (const { id } of unlinked) note('unlinked', null, id)
    if (!headFound) note('head', Number(notedAt), null)
    return { entries: before?.n ?? 0, head: before === null ? null : `${before.n}:${before.digest}`, faults, faultCount }
  })
}

const kept = ['id', 'command', 'version', 'actorId', 'actorName', 'at', 'batchId', 'input', 'changes', 'notes', 'output', 'firstId', 'lastId']

async function linksAfter(session: Session, n: number): Promise<readonly Link[]> {
  return await session.query<{ [K in keyof Link]: Link[K] }>(
    `SELECT a."n", a."entryId", (extract(epoch FROM a."at") * 1000)::bigint AS "at", a."digest",
       CASE WHEN j."id" IS NULL THEN NULL ELSE json_build_array(${kept.map((column) => `j."${column}"::text`).join(', ')}) END AS "entry"
     FROM "audit" a LEFT JOIN "journal" j ON j."id" = a."entryId" WHERE a."n" > $1 ORDER BY a."n" LIMIT ${PAGE}`, [n])
}

/** As `audit_append` of the database reckons it: each value with its length in bytes before it, so that none can pass for part of another. */
function digestOf(before: string, entry: readonly (string | null)[]): string {
  const text = entry.map((value) => (value === null ? '-' : `${Buffer.byteLength(value)}:${value}`)).join('')
  return createHash('sha256').update(before + text).digest('hex')
}
