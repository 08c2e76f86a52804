import type Database from 'better-sqlite3'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { leadIndexOf } from '#main/matching/lead-index.ts'
import { openForReading, openForWriting } from '#main/workspace/open.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { buildLead, type Lead } from '#test/foundation/builders/build-lead.ts'
import type { Desk } from '#test/foundation/desk.ts'
import { sqliteDesk } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

const { update, merge, keepApart } = leadsContract.operations

let desk: Desk
let reader: Database.Database

beforeEach(() => {
  const directory = temporaryWorkspace()
  const writer = openForWriting(directory)
  reader = openForReading(directory)
  desk = sqliteDesk(writer)
  onTestFinished(() => {
    reader.close()
    writer.close()
  })
})

async function leadsOf(...given: readonly Partial<Lead>[]): Promise<Lead[]> {
  const made = given.map((facts) => buildLead(facts))
  await desk.put(leads, ...made, ...Array.from({ length: 40 }, (_, at) => buildLead({ company: `Comercial ${['Norte', 'Sur', 'Volcán', 'Maya'][at % 4]} ${at}`, country: 'GT' })))
  return made
}
const like = ({ id }: Lead) => leadIndexOf(reader).likeOf(id).map(({ row, likeness }) => [row.id, likeness.verdict])
const pairs = () => {
  for (;;) {
    const found = leadIndexOf(reader).pairs(0, 200)
    if (found.searched === found.of) return found.pairs.map(({ one, other }) => [one.id, other.id])
  }
}

test('finds one company under names of two scripts, by the name in kana and in Latin letters', async () => {
  const [one, two] = await leadsOf({ company: 'リラ・フィナンシャル株式会社', companyEn: 'Lira Financial', domain: 'lira.example', country: null }, { company: 'LIRA FINANCIAL Inc.', domain: 'lira.example', country: null })
  expect(like(one!)).toEqual([[two!.id, 'same']])
  expect(like(two!)).toEqual([[one!.id, 'same']])
})

test('finds by the telephone and the mail of the person who asked, however written, and says so', async () => {
  const [one, two] = await leadsOf({ company: 'Aceros del Sur', contactPhone: '+502 2333-4455', contactEmail: 'Ventas@gmail.com', country: 'GT' }, { company: 'ADS Guatemala', contactPhone: '００５０２ ２３３３４４５５', contactEmail: 'ventas@gmail.com', country: 'GT' })
  const [found] = leadIndexOf(reader).likeOf(one!.id)
  expect(found?.row.id).toBe(two!.id)
  expect(found?.likeness.evidence.flatMap((evidence) => (evidence.kind === 'contact' ? [evidence.how] : []))).toEqual(['email', 'phone'])
})

test('tells nothing of a telephone that many leads have', async () => {
  const [one] = await leadsOf(...['Roble', 'Ceiba', 'Pino', 'Caoba', 'Encino', 'Cedro'].map((company) => ({ company, contactPhone: '+502 2000 1000', country: 'GT' })))
  expect(like(one!)).toEqual([])
})

test('goes through all pairs, leaves out those kept apart, and follows what is edited and merged', async () => {
  const [one, two, three] = await leadsOf({ company: 'Café Maya, S.A.', domain: 'maya.example', country: 'GT' }, { company: 'Cafe Maya', domain: 'maya.example', country: 'GT' }, { company: 'Otra empresa', country: 'GT' })
  expect(pairs()).toEqual([[one!.id, two!.id]])
  await desk.run(keepApart, { leadId: one!.id, otherId: two!.id })
  expect(pairs()).toEqual([])
  expect(like(one!)).toEqual([])
  await desk.run(update, { id: three!.id, edits: [{ field: 'company', value: 'CAFÉ MAYA' }, { field: 'website', value: 'https://maya.example' }] })
  expect(pairs()).toEqual(expect.arrayContaining([[one!.id, three!.id], [two!.id, three!.id]]))
  await desk.run(merge, { survivorId: one!.id, otherId: three!.id, fromOther: [] })
  expect(pairs(), 'a lead that was merged away is in no pair').toEqual([])
})

test('finds nothing of what is not there', () => {
  expect(leadIndexOf(reader).likeOf('01990000-0000-7000-8000-000000000099')).toEqual([])
})
