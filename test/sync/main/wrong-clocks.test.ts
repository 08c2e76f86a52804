import { describe, expect, test } from 'vitest'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { FakeHttp } from '../fake-http.ts'
import { LoopDesk } from '../loop-desk.ts'
import { NOW, SyncDesk } from '../sync-desk.ts'

const { create, update } = leadsContract.operations
const DAY = 86_400_000
const at = (milliseconds: number): string => new Date(Date.parse(NOW) + milliseconds).toISOString()

/** A desk whose wall clock is as far off as it is told to be. */
async function deskAt(http: FakeHttp, clock: { off: number }): Promise<LoopDesk> {
  const desk = new SyncDesk()
  desk.now = () => at(clock.off)
  const loopDesk = await new LoopDesk(http, desk, { now: () => at(clock.off) }).connect()
  return loopDesk
}

describe('a desk whose clock is wrong', () => {
  test('by two years wins nothing by it: the order of arrival decides, and both values are kept', async () => {
    const http = new FakeHttp()
    const right = await deskAt(http, { off: 0 })
    const ahead = await deskAt(http, { off: 730 * DAY })
    http.accessTokens.add('access-1')
    const { id } = valueOf(right.desk.give(create, { company: 'Kitayama Foods', country: 'JP', city: 'Kobe' }))
    await right.loop.now()
    await ahead.loop.now()
    valueOf(ahead.desk.give(update, { id, edits: [{ field: 'city', value: 'From the future', was: 'Kobe' }] }))
    valueOf(right.desk.give(update, { id, edits: [{ field: 'city', value: 'Osaka', was: 'Kobe' }] }))
    await right.loop.now()
    await ahead.loop.now()
    for (const { desk } of [right, ahead]) expect(desk.rows().get('leads')).toMatchObject([{ city: 'Osaka' }])
    expect(ahead.status()).toMatchObject({ state: 'refused', refused: 1, pending: 0 })
    expect(ahead.desk.db.prepare('SELECT "code", "details" FROM "_refused"').get()).toEqual({ code: 'lead.stale', details: JSON.stringify({ field: 'city', yours: 'From the future', theirs: 'Osaka' }) })
  })

  test.each([['back two hours', -DAY / 12], ['on by four hundred days', 400 * DAY], ['back to 1970', -Date.parse(NOW)]])('that jumps %s neither renews, signs out, waits nor hurries', async (_, jump) => {
    const http = new FakeHttp()
    const clock = { off: 0 }
    const one = await deskAt(http, clock)
    await one.clock.pass(10_000)
    const [asked, renewed] = [http.asked.length, http.count('/auth/v1/refresh')]
    clock.off = jump
    await one.clock.pass(10_000)
    expect(http.asked.length - asked).toBeLessThanOrEqual(1)
    valueOf(one.desk.give(create, { company: 'After the jump', country: 'JP' }))
    one.loop.nudge()
    await one.clock.pass(200)
    expect(one.status()).toMatchObject({ state: 'synced', pending: 0, problem: null })
    expect(http.count('/auth/v1/refresh')).toBe(renewed)
  })

  test('waits out its back-off by the time that has passed, not by what the clock says', async () => {
    const http = new FakeHttp()
    const clock = { off: 0 }
    const one = await deskAt(http, clock)
    one.random = 0.999
    http.fault = () => new TypeError('fetch failed')
    await one.loop.now()
    const asked = http.asked.length
    clock.off = 10 * DAY
    await one.clock.pass(900)
    expect(http.asked.length).toBe(asked)
    await one.clock.pass(200)
    expect(http.asked.length).toBeGreaterThan(asked)
  })
})
