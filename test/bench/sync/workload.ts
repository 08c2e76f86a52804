import { createHash } from 'node:crypto'
import { newId } from '#main/foundation/new-id.ts'
import { sharedRow, syncedTables } from '#main/sync/synced-tables.ts'
import { openForReading, openForWriting } from '#main/workspace/open.ts'
import { quoted, selectRows } from '#main/workspace/rows.ts'
import { indexSomeRows } from '#main/workspace/search-index.ts'
import type { RowOf, Table } from '#shared/foundation/table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildRule, buildTerritory } from '#test/foundation/builders/build-territory.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { COLUMNS, englishRows, japaneseRows } from '../generated-leads.ts'

export type Lead = RowOf<typeof leads>

/** One field of one lead gets another value: what a person does offline, and what each peer is given to do. */
export interface Edit {
  readonly id: string
  readonly value: string
  readonly was: string | null
}

/** The facts of a company, before the journal: what two ends must have alike whoever wrote them. */
const facts: readonly Table[] = [partners, territories, territoryRules, leads]
/** Of every hundred rows, one each is a partner, a territory and a rule. */
const SHARE = 100

/** Fills a new workspace with rows that nobody journaled: half of the leads are Japanese, half of them are with a partner; all are indexed for search. */
export function fillWorkspace(directory: string, rows: number): void {
  const db = openForWriting(directory)
  const others = Math.max(1, Math.floor(rows / SHARE))
  const leadCount = rows - 3 * others
  const sellers = Array.from({ length: others }, (_, at) => buildPartner({ id: newId(), code: `P${at}`, name: `Partner ${at}`, city: 'Osaka', languages: ['ja', 'en'], products: ['core'] }))
  const areas = Array.from({ length: others }, (_, at) => buildTerritory({ id: newId(), code: `T${at}`, name: `Territory ${at}`, candidates: [{ partnerId: sellers[at]?.id ?? '', weight: 1 }] }))
  putRows(db, partners, sellers)
  putRows(db, territories, areas)
  putRows(db, territoryRules, areas.map(({ id }, at) => buildRule({ id: newId(), territoryId: id, code: `R${at}`, condition: { all: [{ field: 'country', is: ['JP', 'US'] }] } })))
  putRows(db, leads, [...japaneseRows(Math.ceil(leadCount / 2)), ...englishRows(Math.floor(leadCount / 2))].map((row) => {
    const cell = (name: string): string | null => row[COLUMNS.indexOf(name)] || null
    const employees = Number(cell('employees'))
    const place = employees % 2 === 0 ? { stage: 'offered' as const, partnerId: sellers[employees % others]?.id ?? null, territoryId: areas[employees % others]?.id ?? null, assignmentOrigin: 'rules' as const } : {}
    return buildLead({
      id: newId(), company: cell('company') ?? '', companyEn: cell('company_en'), companyKana: cell('kana'), country: cell('country'), region: cell('region'), city: cell('city'), address: cell('address'),
      postcode: cell('postcode'), industry: cell('industry'), employees, website: cell('website'), contactEmail: cell('email'), notes: cell('notes'), ...place,
    })
  }))
  for (const table of [partners, territories, leads]) while (indexSomeRows(db, table)) continue
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

export function readLeads(directory: string): readonly Lead[] {
  return reading(directory, (db) => selectRows(db, leads, 'ORDER BY "id"'))
}

/** The first leads get another city, each its own. */
export function editsOf(some: readonly Pick<Lead, 'id' | 'city'>[]): readonly Edit[] {
  return some.map(({ id, city }, at) => ({ id, value: `City ${at}`, was: city }))
}

/** Equal for two workspaces whose facts are equal in every column but the instants that a server stamps. */
export function factsChecksum(directory: string): string {
  return reading(directory, (db) => {
    const hash = createHash('sha256')
    for (const table of facts) {
      const columns = table.columnNames.filter((name) => name !== 'createdAt' && name !== 'updatedAt')
      for (const row of db.prepare(`SELECT ${quoted(columns)} FROM "${table.name}" ORDER BY "id"`).raw().iterate()) hash.update(JSON.stringify(row))
    }
    return hash.digest('hex')
  })
}

/** What a desk shares, in the words of the central API's digest: rows and checksum of each table. */
export function deskDigest(directory: string): readonly { readonly table: string; readonly rows: number; readonly checksum: string }[] {
  return reading(directory, (db) => syncedTables.map((table) => {
    const buckets = new Map<string, string[]>()
    let rows = 0
    for (const [id, rev] of db.prepare(`SELECT "id", "rev" FROM "${table.name}" WHERE ${sharedRow(table)} ORDER BY "id"`).raw().iterate() as IterableIterator<[string, number]>) {
      const bucket = id.slice(-2)
      const held = buckets.get(bucket)
      if (held === undefined) buckets.set(bucket, [`${id}:${rev}`])
      else held.push(`${id}:${rev}`)
      rows += 1
    }
    const checksumOf = (bucket: readonly string[] | undefined): string => (bucket === undefined ? '00000000' : createHash('md5').update(bucket.join(',')).digest('hex').slice(0, 8))
    return { table: table.name, rows, checksum: Array.from({ length: 256 }, (_, at) => checksumOf(buckets.get(at.toString(16).padStart(2, '0')))).join('') }
  }))
}

function reading<T>(directory: string, read: (db: ReturnType<typeof openForReading>) => T): T {
  const db = openForReading(directory)
  try {
    return read(db)
  } finally {
    db.close()
  }
}
