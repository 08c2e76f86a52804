import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '#main/foundation/new-id.ts'
import { openDataHost } from '#main/workspace/data-host.ts'
import { openForWriting } from '#main/workspace/open.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import { materials } from '#shared/material/material.table.ts'
import { materialKinds } from '#shared/material/material.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { buildMaterial, text } from '#test/material/shared/build-material.ts'
import { givenPolicies } from '#test/policies/given-policies.ts'
import type { BenchReport, BenchSizes } from './report.ts'
import { median, percentile } from './statistics.ts'

const PARTNERS = 5_000
const PIECES = 500
const COUNTRIES = ['GT', 'JP', 'DE', 'ES', 'US'] as const
const BODY = 'What a customer should know before anything else. '.repeat(20)
const REPETITIONS = 50
/** What a person does not notice (RAIL): an answer within a tenth of a second. */
const BUDGET_MS = 100

/** The home page of one of five thousand partners, out of five hundred pieces of a page of text each, through the host's threads. */
export async function run({ rows = PARTNERS }: BenchSizes): Promise<BenchReport> {
  const directory = mkdtempSync(join(tmpdir(), 'workbench-bench-'))
  const known = Array.from({ length: rows }, (_, at) => buildPartner({ country: COUNTRIES[at % COUNTRIES.length]!, languages: [['es', 'ja', 'de', 'es', 'en'][at % COUNTRIES.length]!] }))
  const db = openForWriting(directory)
  putRows(db, partners, known)
  putRows(db, materials, Array.from({ length: PIECES }, (_, at) => buildMaterial({ kind: materialKinds[at % materialKinds.length]!, places: at % 3 === 0 ? [] : [COUNTRIES[at % COUNTRIES.length]!], en: text(`Piece ${at}`, { body: BODY }), es: at % 2 === 0 ? text(`Pieza ${at}`, { body: BODY }) : null })))
  db.close()
  const host = await openDataHost({ directory, policies: givenPolicies({}), log: (line) => console.log(line) })
  try {
    const times: number[] = []
    let shown = 0
    for (let at = 0; at < REPETITIONS; at += 1) {
      const before = performance.now()
      const outcome = (await host.call('material.pageOf', { partnerId: known[(at * 97) % known.length]?.id }, { kind: 'window' }, newId())) as Outcome<{ shown: readonly unknown[] }>
      times.push(performance.now() - before)
      if (!outcome.ok) throw new Error(outcome.error.code)
      shown = outcome.value.shown.length
    }
    const late = percentile(times, 0.95)
    return {
      title: `Local material: the home page of one of ${rows.toLocaleString('en')} partners, out of ${PIECES} pieces`,
      rows: [{ name: 'home page, median', value: median(times), unit: 'ms' }, { name: 'home page, 95th percentile', value: late, unit: 'ms' }],
      goals: [{ id: 'material-page', statement: `19 of 20 home pages are answered within ${BUDGET_MS} ms`, measured: `${late.toFixed(1)} ms`, reached: late <= BUDGET_MS }],
      notes: [`asked through the host’s threads, ${REPETITIONS} times, of another partner each time; the last page has ${shown} pieces of about ${BODY.length} characters.`],
    }
  } finally {
    await host.close()
    rmSync(directory, { recursive: true, force: true })
  }
}
