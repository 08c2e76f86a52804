import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importsContract, type ImportSubject } from '#shared/imports/imports.contract.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { territoriesContract } from '#shared/territories/territories.contract.ts'
import { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { openHost, type OpenHost } from '#test/foundation/open-host.ts'

const { undo, undoBatch } = journalContract.operations

/** Imports a file of this text. @returns the batch's id */
async function imported({ host, directory, call }: OpenHost, subject: ImportSubject, ...lines: readonly string[]): Promise<string> {
  const path = join(directory, `${subject}.csv`)
  writeFileSync(path, lines.join('\n'))
  host.grantFile({ token: subject, path, access: 'read' })
  const report = valueOf(await call(importsContract.operations.run, { file: subject, subject }))
  expect(report).toMatchObject({ imported: lines.length - 1, refused: 0 })
  return report.batchId ?? ''
}

async function references({ call }: OpenHost): Promise<unknown> {
  return valueOf(await call(workspaceContract.operations.doctor, {})).findings.find(({ check }) => check === 'references')
}

test('an import of partners is not taken back while a lead is held by one of them, and is after that was taken back', async () => {
  const desk = await openHost()
  const id = await imported(desk, 'partners', 'Code,Name,Type,Country,Status', 'P1,One,reseller,ES,active', 'P2,Two,reseller,ES,active')
  const [partner] = valueOf(await desk.call(partnersContract.operations.list, { to: 1 })).rows
  const lead = valueOf(await desk.call(leadsContract.operations.create, { company: 'Lira' }))
  const { entry } = valueOf(await desk.call(leadsContract.operations.assignManually, { ids: [lead.id], partnerId: partner?.id ?? '', reason: 'x', until: null }))
  expect(refusalOf(await desk.call(undoBatch, { id }))).toEqual({ code: 'batch.still-used', details: { table: 'leads', records: 1 } })
  expect(valueOf(await desk.call(partnersContract.operations.list, { to: 5 })).total).toBe(2)
  expect(valueOf(await desk.call(journalContract.operations.batches, {}))).toMatchObject([{ state: 'done' }])
  valueOf(await desk.call(undo, { entry }))
  expect(valueOf(await desk.call(undoBatch, { id }))).toEqual({ undone: 2 })
  expect(await references(desk)).toMatchObject({ ok: true })
})

test('an import of territories is not taken back while a rule of a person’s own points at one of them; its own rules do not count', async () => {
  const desk = await openHost()
  await imported(desk, 'partners', 'Code,Name,Type,Country,Status', 'P1,One,reseller,ES,active')
  const id = await imported(desk, 'territories', 'Territory code,Territory name,Parent code,Rule code,Rule name,Priority,Countries,Partner codes', 'T1,One,,R1,Spain,10,ES,P1', 'T2,Two,T1,R2,Mexico,20,MX,P1')
  const territory = valueOf(await desk.call(territoriesContract.operations.tree, {})).find(({ code }) => code === 'T2')
  const { entry } = valueOf(await desk.call(territoriesContract.operations.createRule, { code: 'MINE', name: 'Mine', territoryId: territory?.id ?? '', condition: { all: [] } }))
  expect(refusalOf(await desk.call(undoBatch, { id }))).toEqual({ code: 'batch.still-used', details: { table: 'territoryRules', records: 1 } })
  valueOf(await desk.call(undo, { entry }))
  valueOf(await desk.call(undoBatch, { id }))
  expect(valueOf(await desk.call(territoriesContract.operations.tree, {}))).toEqual([])
  expect(await references(desk)).toMatchObject({ ok: true })
})
