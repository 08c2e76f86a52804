import { expect } from 'vitest'
import { accounts } from '#shared/accounts/account.table.ts'
import { specialPrices } from '#shared/catalogue/discount.table.ts'
import { catalogueContract } from '#shared/catalogue/catalogue.contract.ts'
import { products } from '#shared/catalogue/product.table.ts'
import { buildAccount } from '#test/foundation/builders/build-account.ts'
import { buildProduct } from '#test/foundation/builders/build-quote.ts'
import { idNumber, nextId } from '#test/foundation/builders/sequential-id.ts'
import { NOW, refusalOf, valueOf, type Desk } from '#test/foundation/desk.ts'
import type { Scenarios } from '#test/foundation/on-every-runner.ts'

const { requestSpecialPrice, decideSpecialPrice, withdrawSpecialPrice } = catalogueContract.operations

const approver = { id: idNumber(0xb1), name: 'Bea' }

async function anAccount(desk: Desk) {
  const account = buildAccount({ territoryId: idNumber(0x20) })
  await desk.put(accounts, account)
  await desk.put(products, buildProduct({ code: 'LEDGER' }))
  return { accountId: account.id, product: 'LEDGER', currency: 'JPY', unitPrice: '800', validFrom: '2026-11-01', reason: '大口' }
}

export const specialPriceScenarios: Scenarios = {
  'is asked for with a reason, seen by whoever sees the account, and granted by somebody': async (desk) => {
    const asked = await anAccount(desk)
    const { id } = valueOf(await desk.run(requestSpecialPrice, { ...asked, maximumQuantity: '10' }))
    expect(await desk.row(specialPrices, id)).toMatchObject({ state: 'requested', territoryId: idNumber(0x20), soldQuantity: '0', stacks: false, partnerId: null })
    expect((await desk.row(specialPrices, id))?.code).toMatch(/^SPA-[0-9A-F]{6}$/)
    valueOf(await desk.run(decideSpecialPrice, { id, grant: true, note: 'once' }, { actor: approver }))
    expect(await desk.row(specialPrices, id)).toMatchObject({ state: 'approved', decidedAt: NOW, decisionNote: 'once' })
    expect(refusalOf(await desk.run(decideSpecialPrice, { id, grant: false }))).toEqual({ code: 'special-price.decided', details: { state: 'approved' } })
    expect(refusalOf(await desk.run(withdrawSpecialPrice, { id }))).toEqual({ code: 'special-price.decided', details: { state: 'approved' } })
  },
  'is not decided by who asked for it': async (desk) => {
    const { id } = valueOf(await desk.run(requestSpecialPrice, await anAccount(desk), { actor: approver }))
    for (const grant of [true, false]) expect(refusalOf(await desk.run(decideSpecialPrice, { id, grant }, { actor: approver }))).toEqual({ code: 'special-price.own-request' })
    expect((await desk.row(specialPrices, id))?.state).toBe('requested')
  },
  'is declined or taken back': async (desk) => {
    const asked = await anAccount(desk)
    const [one, other] = [valueOf(await desk.run(requestSpecialPrice, asked)).id, valueOf(await desk.run(requestSpecialPrice, asked)).id]
    valueOf(await desk.run(decideSpecialPrice, { id: one, grant: false }, { actor: approver }))
    valueOf(await desk.run(withdrawSpecialPrice, { id: other }))
    expect([(await desk.row(specialPrices, one))?.state, (await desk.row(specialPrices, other))?.state]).toEqual(['declined', 'withdrawn'])
    expect(refusalOf(await desk.run(decideSpecialPrice, { id: nextId(), grant: true }))).toEqual({ code: 'special-price.not-found' })
    expect(refusalOf(await desk.run(withdrawSpecialPrice, { id: nextId() }))).toEqual({ code: 'special-price.not-found' })
  },
  'is not asked for without what it is about': async (desk) => {
    const asked = await anAccount(desk)
    const refused = async (given: object) => refusalOf(await desk.run(requestSpecialPrice, { ...asked, ...given }))
    expect(await refused({ accountId: nextId() })).toEqual({ code: 'account.not-found' })
    expect(await refused({ partnerId: nextId() })).toEqual({ code: 'partner.not-found' })
    expect(await refused({ product: 'NOTHING' })).toEqual({ code: 'product.not-found', details: { product: 'NOTHING' } })
    expect(await refused({ currency: 'QQQ' })).toEqual({ code: 'special-price.currency-unknown', details: { currency: 'QQQ' } })
    expect(await refused({ reason: ' ' })).toEqual({ code: 'special-price.reason-missing' })
    expect(await refused({ validTo: '2026-10-31' })).toEqual({ code: 'special-price.dates-reversed' })
    expect(await refused({ unitPrice: '-1' })).toEqual({ code: 'special-price.price-negative', details: { value: '-1' } })
    expect(await desk.rows(specialPrices)).toEqual([])
  },
}
