import { describe, expect, test } from 'vitest'
import type { Store } from '#central/store/store.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { centralApi, type Given } from '#test/foundation/central-api.ts'
import { centralStores } from '#test/foundation/central-stores.ts'

const stores = centralStores()
const territory = (code: string): Given => ({ name: 'territories.create', input: { code, name: code, parentId: null }, id: nextId() })
const lead = (company: string): Given => ({ name: 'leads.create', input: { company, country: 'GT', notes: 'Asked at the fair.' }, id: nextId() })
const converting = (id: string, account: object, id_ = nextId()): Given => ({ name: 'leads.convert', input: { id, account, contact: { name: 'Inés Duarte', email: null, phone: null, role: null }, opportunity: { name: 'Ledger', product: null, amount: null, currency: null, expectedCloseOn: null }, note: null }, id: id_ })
/** The id that a command's first rows get. */
const madeBy = ({ id = '' }: Given, at = 1): string => id.slice(0, 24) + (BigInt(`0x${id.slice(24)}`) + BigInt(at)).toString(16).padStart(12, '0')

/** A lead in a partner's hands, in a territory. */
async function place(store: Store, tenantId: string, id: string, territoryId: string, partnerId: string): Promise<void> {
  await store.transaction({ tenantId }, (session) => session.query(`UPDATE "leads" SET "territoryId" = $2, "partnerId" = $3, "stage" = 'working', "rev" = "rev" + 1 WHERE "id" = $1`, [id, territoryId, partnerId]))
}

describe.each(['PGlite', 'PostgreSQL'] as const)('converting leads on %s', (name) => {
  const open = async () => {
    const api = await centralApi(await stores.open(name))
    const tenantId = await api.newTenant()
    const everywhere = await api.desk(tenantId)
    const [gt, mx, partner, inGt, inMx] = [territory('GT'), territory('MX'), { name: 'partners.create', input: { code: 'P', name: 'Partner', type: 'reseller', country: 'GT', status: 'active' }, id: nextId() }, lead('Muebles Ría'), lead('Umbralith')]
    await everywhere.give(gt, mx, partner, inGt, inMx)
    await place(api.store, tenantId, madeBy(inGt), madeBy(gt), madeBy(partner))
    await place(api.store, tenantId, madeBy(inMx), madeBy(mx), madeBy(partner))
    return { api, tenantId, everywhere, inGt: madeBy(inGt), inMx: madeBy(inMx), gtDesk: await api.desk(tenantId, 'channelManager', [madeBy(gt)]), mxDesk: await api.desk(tenantId, 'channelManager', [madeBy(mx)]) }
  }
  type Desk = Awaited<ReturnType<typeof open>>['everywhere']
  const seen = async (desk: Desk) => {
    await desk.pull()
    return { accounts: desk.ids('accounts'), contacts: desk.ids('contacts'), opportunities: desk.ids('opportunities') }
  }

  test('what a lead becomes reaches exactly the desks that saw the lead', async () => {
    const { everywhere, gtDesk, mxDesk, inGt } = await open()
    const given = converting(inGt, { name: 'Muebles Ría' })
    expect((await gtDesk.give(given)).results).toMatchObject([{ status: 'applied' }])
    const made = { accounts: [madeBy(given, 1)], contacts: [madeBy(given, 2)], opportunities: [madeBy(given, 3)] }
    expect([await seen(everywhere), await seen(gtDesk), await seen(mxDesk)]).toEqual([made, made, { accounts: [], contacts: [], opportunities: [] }])
  })

  test('of two people who convert one lead offline the first counts; the second is told who was first, and nothing is there twice', async () => {
    const { everywhere, gtDesk, inGt } = await open()
    const first = converting(inGt, { name: 'Muebles Ría' })
    await gtDesk.give(first)
    expect((await everywhere.give(converting(inGt, { name: 'Muebles Ria S.A.' }))).results).toMatchObject([{ status: 'refused', code: 'lead.converted-already', details: { by: expect.stringMatching(/./) } }])
    expect((await gtDesk.give(first)).results).toMatchObject([{ status: 'applied' }])
    expect(await seen(everywhere)).toEqual({ accounts: [madeBy(first, 1)], contacts: [madeBy(first, 2)], opportunities: [madeBy(first, 3)] })
  })

  test('nobody converts into an account of territories that are not theirs', async () => {
    const { gtDesk, mxDesk, inGt, inMx } = await open()
    const given = converting(inGt, { name: 'Muebles Ría' })
    await gtDesk.give(given)
    expect((await mxDesk.give(converting(inMx, { id: madeBy(given) }))).results).toMatchObject([{ status: 'refused', code: 'permission.out-of-scope' }])
    expect((await seen(mxDesk)).opportunities).toEqual([])
  })

  test('an account with business in a second territory is everybody’s, and its people; the business stays where it is', async () => {
    const { everywhere, gtDesk, mxDesk, inGt, inMx } = await open()
    const [first, second] = [converting(inGt, { name: 'Muebles Ría' }), nextId()]
    await gtDesk.give(first)
    const joined = converting(inMx, { id: madeBy(first) }, second)
    expect((await everywhere.give(joined)).results).toMatchObject([{ status: 'applied' }])
    expect(await seen(mxDesk)).toEqual({ accounts: [madeBy(first, 1)], contacts: [madeBy(first, 2), madeBy(joined, 1)].toSorted(), opportunities: [madeBy(joined, 2)] })
    expect((await seen(gtDesk)).opportunities).toEqual([madeBy(first, 3)])
  })
})
