import { expect, test } from 'vitest'
import { conflictsContract } from '#shared/conflicts/conflicts.contract.ts'
import { dealsContract } from '#shared/deals/deals.contract.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { openHost, type OpenHost } from '#test/foundation/open-host.ts'

const { keep, list } = conflictsContract.operations
const deals = dealsContract.operations

async function approved(desk: OpenHost, code: string, claim: { readonly company: string; readonly website?: string }): Promise<string> {
  const partner = valueOf(await desk.call(partnersContract.operations.create, { code, name: `Partner ${code}`, type: 'reseller', country: 'GT', status: 'active', products: ['LEDGER'] }))
  const { id } = valueOf(await desk.call(deals.saveDraft, { id: null, claim: { ...claim, partnerId: partner.id, products: ['LEDGER'], country: 'GT' } }))
  valueOf(await desk.call(deals.submit, { id }))
  valueOf(await desk.call(deals.approve, { id }))
  return id
}

test('claims that an edit has made claims on one customer come into a case once', async () => {
  const desk = await openHost()
  const one = await approved(desk, 'ONE', { company: 'Banco del Lago', website: 'https://lago.example' })
  const two = await approved(desk, 'TWO', { company: 'Inversiones Atitlán' })
  await approved(desk, 'THREE', { company: 'Aceros del Sur' })
  expect(valueOf(await desk.call(keep, {}))).toMatchObject({ opened: 0, alike: 0 })
  const edited = valueOf(await desk.call(deals.update, { id: two, edits: [{ field: 'company', value: 'BANCO DEL LAGO, S.A.' }, { field: 'website', value: 'https://lago.example' }] }))
  expect(edited.reopened).toBe(true)
  expect(valueOf(await desk.call(list, { to: 0 })).total).toBe(0)
  expect(valueOf(await desk.call(keep, {}))).toMatchObject({ opened: 1 })
  const held = await Promise.all([one, two].map(async (id) => valueOf(await desk.call(deals.get, { id })).caseId))
  expect(held[0]).not.toBeNull()
  expect(held[1]).toBe(held[0])
  expect(valueOf(await desk.call(keep, {}))).toMatchObject({ opened: 0 })
})
