import { expect } from 'vitest'
import { importsContract } from '#shared/imports/imports.contract.ts'
import { batchStamp } from '#shared/journal/batch-stamp.ts'
import { batches } from '#shared/journal/batch.table.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { journal } from '#shared/journal/journal.table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { buildLead, type Lead } from '#test/foundation/builders/build-lead.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { appendRows } = importsContract.operations
const { openBatch, moveBatch } = journalContract.operations
const columns = leads.columnNames.filter((name) => !['importId', 'createdAt', 'updatedAt', 'rev'].includes(name))

async function anImport(desk: Desk, kind: 'import' | 'assignment' = 'import'): Promise<string> {
  return valueOf(await desk.run(openBatch, { kind, subject: 'leads', label: 'leads.csv', total: 0, details: null })).id
}

const part = (batchId: string, rows: readonly Lead[]) => ({ batchId, table: 'leads' as const, columns: [...columns], rows: rows.map((row) => columns.map((column) => row[column as keyof Lead])) })

export const importsScenarios: Scenarios = {
  'writes a part of an import, each row marked as of it': async (desk) => {
    const batchId = await anImport(desk)
    const rows = [buildLead({ declinedBy: ['x'] }), buildLead({ employees: 4 })]
    const id = nextId()
    expect(valueOf(await desk.run(appendRows, part(batchId, rows), { id, batchId }))).toEqual({ appended: 2 })
    expect(await desk.rows(leads)).toEqual(rows.map((row) => ({ ...row, importId: batchId, createdAt: NOW, updatedAt: NOW })))
    expect((await desk.row(journal, id))?.changes).toEqual([{ kind: 'insert', table: 'leads', ids: rows.map((row) => row.id) }])
  },
  'writes a part once although it is sent twice': async (desk) => {
    const batchId = await anImport(desk)
    const id = nextId()
    for (let time = 0; time < 2; time += 1) await desk.run(appendRows, part(batchId, [buildLead({ id: nextId() })]), { id, batchId })
    expect(await desk.rows(leads)).toHaveLength(1)
  },
  'refuses a part of an import that is none': async (desk) => {
    expect(refusalOf(await desk.run(appendRows, part(nextId(), [buildLead()])))).toEqual({ code: 'import.not-found' })
    expect(refusalOf(await desk.run(appendRows, part(await anImport(desk, 'assignment'), [buildLead()])))).toEqual({ code: 'import.not-found' })
  },
  'refuses a part of an import that has ended or is being undone': async (desk) => {
    for (const state of ['done', 'undoing'] as const) {
      const batchId = await anImport(desk)
      await desk.run(moveBatch, { id: batchId, state })
      expect(refusalOf(await desk.run(appendRows, part(batchId, [buildLead()])))).toEqual({ code: 'import.not-running', details: { state } })
    }
    expect(await desk.rows(leads)).toEqual([])
  },
  'refuses a column the table does not have': async (desk) => {
    const batchId = await anImport(desk)
    expect(refusalOf(await desk.run(appendRows, { batchId, table: 'leads', columns: ['id', 'moon'], rows: [[nextId(), 'full']] }))).toEqual({ code: 'import.column-unknown', details: { column: 'moon' } })
  },
  'opens an import only while no other of its kind runs or has ended since the workspace was read': async (desk) => {
    const open = (basedOn: string) => desk.run(openBatch, { kind: 'import', subject: 'leads', label: 'leads.csv', total: 0, details: null, basedOn })
    const read = batchStamp(await desk.rows(batches))
    const { id } = valueOf(await open(read))
    expect(refusalOf(await open(read))).toEqual({ code: 'import.running', details: { subject: 'leads' } })
    await desk.run(moveBatch, { id, state: 'done' })
    expect(refusalOf(await open(read))).toEqual({ code: 'import.running', details: { subject: 'leads' } })
    expect(refusalOf(await open(batchStamp(await desk.rows(batches))))).toBe('accepted')
  },
}
