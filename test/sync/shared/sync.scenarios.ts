import { expect } from 'vitest'
import { leads } from '#shared/leads/lead.table.ts'
import { syncContract } from '#shared/sync/sync.contract.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { adopt } = syncContract.operations
const valuesOf = (row: object): unknown[] => leads.columnNames.map((column) => (row as Record<string, unknown>)[column])
const adoption = (...rows: readonly object[]) => ({ table: 'leads', columns: [...leads.columnNames], rows: rows.map(valuesOf) as never })

export const syncScenarios: Scenarios = {
  'are taken in as they are, with their counts of changes': async (desk) => {
    const lead = buildLead({ rev: 7, declinedBy: [nextId()], latitude: 35.68 })
    expect(valueOf(await desk.run(adopt, adoption(lead)))).toEqual({ adopted: 1 })
    expect(await desk.row(leads, lead.id)).toMatchObject({ ...lead })
  },
  'stay out where a row of that id is there, also of the same bringing': async (desk) => {
    const there = buildLead()
    await desk.put(leads, there)
    const other = buildLead()
    expect(valueOf(await desk.run(adopt, adoption({ ...there, company: 'Other' }, other, { ...other, company: 'Twice' })))).toEqual({ adopted: 1 })
    expect((await desk.row(leads, there.id))?.company).toBe(there.company)
    expect((await desk.row(leads, other.id))?.company).toBe(other.company)
  },
  'are refused that belong to no shared table, or do not fit it': async (desk) => {
    const lead = buildLead()
    for (const table of ['views', 'settings', '_outbox', '__proto__', 'sqlite_schema']) expect(refusalOf(await desk.run(adopt, { ...adoption(lead), table }))).toMatchObject({ code: 'sync.table-unknown' })
    expect(refusalOf(await desk.run(adopt, { table: 'leads', columns: ['id', 'company"'], rows: [] }))).toMatchObject({ code: 'sync.column-unknown' })
    for (const wrong of [{ ...lead, stage: 'nonsense' }, { ...lead, company: null }, { ...lead, employees: '3' }, { ...lead, id: null }]) {
      expect(refusalOf(await desk.run(adopt, adoption(buildLead(), wrong)))).toMatchObject({ code: 'sync.row-invalid' })
    }
    expect(refusalOf(await desk.run(adopt, { ...adoption(), rows: [[lead.id]] }))).toMatchObject({ code: 'sync.row-invalid' })
    expect(await desk.rows(leads)).toEqual([])
  },
}
