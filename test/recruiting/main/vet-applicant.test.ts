import { describe, expect, test } from 'vitest'
import { accountsContract } from '#shared/accounts/accounts.contract.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { recruitingContract } from '#shared/recruiting/recruiting.contract.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { openHost } from '#test/foundation/open-host.ts'

const { apply, vet, createProfile, decline, keep, get, list } = recruitingContract.operations

describe('vetting on the desk', () => {
  test('finds the partner, the customer and the earlier application that an applicant is, under another way of writing it, and keeps in step', async () => {
    const desk = await openHost()
    const partner = valueOf(await desk.call(partnersContract.operations.create, { code: 'KITA', name: '北山食品株式会社', type: 'reseller', country: 'JP', domain: 'kitayama.example' }))
    const account = valueOf(await desk.call(accountsContract.operations.create, { name: '北山食品株式会社', country: 'JP', corporateNumber: '1180301018771' }))
    const earlier = valueOf(await desk.call(apply, { company: '北山食品(株)', source: 'inbound', country: 'JP', corporateNumber: '1180301018771' }))
    const { id } = valueOf(await desk.call(apply, { company: '(株)北山食品', source: 'inbound', country: 'JP', website: 'https://kitayama.example', corporateNumber: '1180301018771' }))
    const twins = async () => valueOf(await desk.call(vet, { id })).findings.flatMap(({ check, twins: alike }) => alike.map((twin) => [check, twin.id]))
    expect(await twins()).toEqual([['partner', partner.id], ['application', earlier.id], ['customer', account.id]])
    const { retentionUntil } = valueOf(await desk.call(decline, { id: earlier.id, reason: 'duplicate', retentionDays: 0 }))
    expect(retentionUntil <= new Date().toISOString()).toBe(true)
    expect(valueOf(await desk.call(keep, {}))).toEqual({ erased: 1 })
    expect(valueOf(await desk.call(keep, {}))).toEqual({ erased: 0 })
    expect(await twins()).toEqual([['partner', partner.id], ['customer', account.id]])
    expect(valueOf(await desk.call(list, { filter: [{ field: 'status', operator: 'is', values: ['declined'] }], to: 10 })).rows.map((row) => [row.id, row.company])).toEqual([[earlier.id, '']])
    expect(valueOf(await desk.call(get, { id: earlier.id }))).toMatchObject({ company: '', status: 'declined' })
  })

  test('measures by every profile in force, the chosen one first', async () => {
    const desk = await openHost()
    const profile = async (name: string, country: string, state: 'inForce' | 'off' = 'inForce') => valueOf(await desk.call(createProfile, { name, state, criteria: [{ kind: 'country', any: [country], weight: 10, required: true }] })).id
    const [spain, mexico] = [await profile('Spain', 'ES'), await profile('Mexico', 'MX')]
    await profile('Off', 'ES', 'off')
    const { id } = valueOf(await desk.call(apply, { company: 'A', source: 'inbound', country: 'ES' }))
    expect(valueOf(await desk.call(vet, { id })).fits.map((fit) => [fit.profileId, fit.percent, fit.fits])).toEqual([[spain, 100, true], [mexico, 0, false]])
    const held = valueOf(await desk.call(apply, { company: 'B', source: 'inbound', country: 'ES', profileId: mexico }))
    expect(valueOf(await desk.call(vet, { id: held.id })).fits.map((fit) => fit.profileId)).toEqual([mexico, spain])
    expect(refusalOf(await desk.call(vet, { id: spain }))).toMatchObject({ code: 'application.not-found' })
  })
})
