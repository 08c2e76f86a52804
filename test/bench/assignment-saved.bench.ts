import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '#main/foundation/new-id.ts'
import { openDataHost } from '#main/workspace/data-host.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { encodeValue, quoted } from '#main/workspace/rows.ts'
import { leadColumnNames } from '#shared/assignment/lead-columns.ts'
import type { Table } from '#shared/foundation/table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { generateLeads, generateRuleSet } from './assignment/generate-workload.ts'
import type { BenchReport } from './report.ts'

/** A tenth of what the goal names, so that a whole run of the benchmarks stays short. */
const LEADS = 100_000
const RULES = 1_000
const GOAL = 1.3

type Db = ReturnType<typeof openForWriting>
type Row = Readonly<Record<string, unknown>>

/** P2: leads and rules in the workspace → assigned → saved, crash-safe and undoable, against reading and writing the same columns raw. */
export async function run(): Promise<BenchReport> {
  const folder = mkdtempSync(join(tmpdir(), 'workbench-bench-'))
  try {
    const directory = join(folder, 'workspace')
    fill(directory)
    cpSync(directory, join(folder, 'raw'), { recursive: true })
    const floor = readAndWriteRaw(join(folder, 'raw'))
    const host = await openDataHost({ directory, log: (line) => console.log(line) })
    try {
      const began = performance.now()
      const outcome = await host.call('assignment.run', { scope: 'unassigned' }, { kind: 'command-line' }, newId())
      const saved = performance.now() - began
      if (!outcome.ok) throw new Error(`${outcome.error.code} ${outcome.error.message}`)
      const { summary } = outcome.value as { summary: { assigned: number; unroutable: number } }
      if (summary.assigned + summary.unroutable !== LEADS) throw new Error(`decided ${summary.assigned + summary.unroutable} of ${LEADS}`)
      return {
        title: `Assignment of ${LEADS.toLocaleString('en')} leads by ${RULES.toLocaleString('en')} rules, from the workspace and back`,
        rows: [
          { name: 'raw: the same columns read as arrays, four written by row number in one transaction', value: floor, unit: 'ms' },
          { name: 'assigned, explained, journaled and saved', value: saved, unit: 'ms', ratio: saved / floor, ratioMeaning: 'of raw' },
        ],
        goals: [{ id: 'P2', statement: `SQLite → assigned → saved within ${GOAL}× of reading and writing raw`, measured: `${(saved / floor).toFixed(2)}×, ${Math.round(saved)} ms against ${Math.round(floor)} ms`, reached: saved <= floor * GOAL }],
        notes: [
          'the goal is for 1,000,000 leads and 10,000 rules; this is a tenth of it, one round of each',
          'the run is many small commands that explain each decision and can be taken back, beside the window’s own calls; the raw writing is nothing of the kind',
        ],
      }
    } finally {
      await host.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function fill(directory: string): void {
  const db = openForWriting(directory)
  const ruleSet = generateRuleSet(RULES, 'full')
  db.transaction(() => {
    const put = (table: Table) => inserter(db, table)
    ruleSet.partners.forEach(put(partners))
    ruleSet.territories.forEach(put(territories))
    ruleSet.rules.forEach(put(territoryRules))
    generateLeads(LEADS, put(leads))
  })()
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}

/** Columns that nobody gave are empty, or as empty as they may be. */
function inserter(db: Db, table: Table): (row: object) => void {
  const columns = Object.entries(table.columns).filter(([name]) => name !== 'rev')
  const statement = db.prepare(`INSERT INTO "${table.name}" (${quoted(columns.map(([name]) => name))}) VALUES (${columns.map(() => '?').join(', ')})`)
  const emptiest = { text: '', integer: 0, real: 0, boolean: 0, json: '[]' } as const
  return (row) => {
    statement.run(columns.map(([name, { full, kind }]) => {
      const value = (row as Row)[name]
      return value === undefined && full ? emptiest[kind] : encodeValue(table, name, value)
    }))
  }
}

function readAndWriteRaw(directory: string): number {
  const db = openForWriting(directory)
  try {
    const columns = leadColumnNames.filter((name) => leads.columnNames.includes(name))
    const began = performance.now()
    const rows: number[] = []
    for (const row of db.prepare(`SELECT "_row", ${quoted(columns)} FROM "leads"`).raw().iterate() as IterableIterator<unknown[]>) rows.push(row[0] as number)
    const write = db.prepare('UPDATE "leads" SET "partnerId" = ?, "territoryId" = ?, "ruleId" = ?, "stage" = ? WHERE "_row" = ?')
    db.transaction(() => {
      for (const row of rows) write.run('partner-1', 'territory-1', 'rule-1', 'offered', row)
    })()
    return performance.now() - began
  } finally {
    db.close()
  }
}
