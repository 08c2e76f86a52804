import { describe, expect, test } from 'vitest'
import { valueOf } from '#test/foundation/desk.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { FakeCentral } from '../fake-central.ts'
import { SyncDesk } from '../sync-desk.ts'

const { create, update } = leadsContract.operations

describe('two desks', () => {
  test('agree once both have pushed and pulled', async () => {
    const central = new FakeCentral()
    const one = new SyncDesk().connect()
    const other = new SyncDesk().connect()
    const { id } = valueOf(one.give(create, { company: 'Kitayama Foods', country: 'JP' }))
    await one.sync(central)
    await other.sync(central)
    expect(other.rows()).toEqual(one.rows())
    expect(valueOf(other.give(update, { id, edits: [{ field: 'city', value: 'Osaka', was: null }] }))).toBeDefined()
    await other.sync(central)
    await one.sync(central)
    expect(one.rows()).toEqual(other.rows())
    expect(one.rows()).toEqual(await central.rows())
    expect([one.shadows().size, one.unanswered().length, other.shadows().size]).toEqual([0, 0, 0])
  })
})
