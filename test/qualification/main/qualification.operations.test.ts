import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assignmentContract } from '#shared/assignment/assignment.contract.ts'
import { importsContract } from '#shared/imports/imports.contract.ts'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { qualificationContract } from '#shared/qualification/qualification.contract.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { openHost, type OpenHost } from '#test/foundation/open-host.ts'

const { createCriterion, updateCriterion, setTerms, preview, rescore, explain, tryOut } = qualificationContract.operations
const large = { name: 'Large', kind: 'points', condition: { field: 'employees', from: 100, to: null }, points: 60, enabled: true } as const

async function withThreeLeads(): Promise<OpenHost & { readonly batchId: string }> {
  const open = await openHost()
  valueOf(await open.call(createCriterion, large))
  valueOf(await open.call(setTerms, { edits: [{ field: 'threshold', value: 50 }] }))
  const path = join(open.directory, 'leads.csv')
  writeFileSync(path, 'company,country,employees,score\nSmall,GT,12,\nBig,GT,1200,\nScored before,GT,1200,40\n')
  open.host.grantFile({ token: 'the-file-token', path, access: 'read' })
  const report = valueOf(await open.call(importsContract.operations.run, { file: 'the-file-token', subject: 'leads' }))
  return { ...open, batchId: report.batchId ?? '' }
}

async function leadNamed({ call }: OpenHost, company: string) {
  const { rows } = valueOf(await call(leadsContract.operations.list, { filter: [{ field: 'company', operator: 'is', values: [company] }], from: 0, to: 1 }))
  const [lead] = rows
  if (lead === undefined) throw new Error(`no lead ${company}`)
  return lead
}

test('an import is scored when it has ended, a score of the file stands, and the import is still taken back as a whole', async () => {
  const open = await withThreeLeads()
  expect(await leadNamed(open, 'Small')).toMatchObject({ score: 0, qualifies: false })
  expect(await leadNamed(open, 'Big')).toMatchObject({ score: 60, qualifies: true })
  expect(await leadNamed(open, 'Scored before')).toMatchObject({ score: 40, scoringId: null, qualifies: false })
  valueOf(await open.call(journalContract.operations.undoBatch, { id: open.batchId }))
  expect(valueOf(await open.call(leadsContract.operations.summary, {})).total).toBe(0)
})

test('says what criteria would change before they are saved, and afterwards does just that', async () => {
  const open = await withThreeLeads()
  const [criterion] = valueOf(await open.call(qualificationContract.operations.criteria, {}))
  const effect = valueOf(await open.call(preview, { criteria: [{ ...large, id: criterion?.id ?? '', condition: { field: 'employees', from: 10, to: 99 } }], threshold: 50 }))
  expect(effect).toMatchObject({ leads: 3, given: 1, rescored: 2, qualify: 1, wouldQualify: 1, newly: 1, noMore: 1 })
  expect([effect.now[6], effect.then[6], effect.then[0]]).toEqual([1, 1, 1])
  expect((await leadNamed(open, 'Big')).score, 'nothing was written').toBe(60)
  await open.call(updateCriterion, { id: criterion?.id ?? '', edits: [{ field: 'condition', value: { field: 'employees', from: 10, to: 99 } }] })
  expect(valueOf(await open.call(rescore, {}))).toEqual({ changed: 2 })
  expect([(await leadNamed(open, 'Small')).score, (await leadNamed(open, 'Big')).score, (await leadNamed(open, 'Scored before')).score]).toEqual([60, 0, 40])
})

test('tells of a lead where its score comes from, and tries criteria on it that are not saved', async () => {
  const open = await withThreeLeads()
  const [big, before] = [await leadNamed(open, 'Big'), await leadNamed(open, 'Scored before')]
  expect(valueOf(await open.call(explain, { leadId: big.id }))).toMatchObject({ score: 60, origin: 'criteria', qualifies: true, scoring: { sum: 60, criteria: [{ name: 'Large', outcome: 'held' }] }, heldBack: null })
  expect(valueOf(await open.call(explain, { leadId: before.id }))).toMatchObject({ score: 40, origin: 'given', givenAt: null, scoring: { score: 60 } })
  expect(valueOf(await open.call(tryOut, { leadId: big.id, criteria: [{ ...large, id: 'new', points: 10 }], threshold: 50 }))).toMatchObject({ scoring: { score: 10 }, qualifies: false })
})

test('the inbox tells what waits and what for; offering one lead takes it out', async () => {
  const open = await withThreeLeads()
  const waiting = async () => valueOf(await open.call(leadsContract.operations.inbox, {})).items.map(({ reason, lead }) => [reason, lead.company])
  expect(await waiting()).toEqual([['toQualify', 'Scored before'], ['toQualify', 'Small']])
  const small = await leadNamed(open, 'Small')
  valueOf(await open.call(leadsContract.operations.setStage, { id: small.id, stage: 'qualified' }))
  expect(valueOf(await open.call(assignmentContract.operations.offer, { ids: [small.id] }))).toMatchObject({ offered: 0, unroutable: 1 })
  expect(await waiting()).toEqual([['unroutable', 'Small'], ['toQualify', 'Scored before']])
  expect(valueOf(await open.call(leadsContract.operations.inbox, { reason: 'unroutable', most: 0 }))).toMatchObject({ total: 2, counts: { unroutable: 1, toQualify: 1 }, items: [] })
})
