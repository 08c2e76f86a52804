import { expect, test } from 'vitest'
import { PUSH_LIMITS } from '#shared/sync/messages.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { FakeHttp } from '../fake-http.ts'
import { LoopDesk } from '../loop-desk.ts'

const QUEUED = 410

test('a long queue goes in batches within the limits, tells how far it is, and goes on where it was cut off', async () => {
  const http = new FakeHttp()
  const one = await new LoopDesk(http).connect()
  for (let given = 0; given < QUEUED; given += 1) valueOf(one.desk.give(leadsContract.operations.create, { company: `Company ${given}`, country: 'JP', notes: given % 100 === 0 ? 'x'.repeat(20_000) : null }))
  expect(one.status().pending).toBe(QUEUED)

  const batches: { readonly commands: number; readonly bytes: number }[] = []
  let cut = 2
  http.fault = (path, body) => {
    if (path !== '/sync/v1/push') return undefined
    const { commands } = body as { commands: unknown[] }
    batches.push({ commands: commands.length, bytes: JSON.stringify(commands).length })
    return batches.length === cut ? 'lost' : undefined
  }
  await one.loop.now()
  expect(one.status()).toMatchObject({ state: 'offline', pending: QUEUED - 200 })
  const told = [...one.told]
  cut = -1
  await one.loop.now()
  expect(one.status()).toMatchObject({ state: 'synced', pending: 0, loading: null })

  for (const { commands, bytes } of batches) {
    expect(commands).toBeLessThanOrEqual(PUSH_LIMITS.commands)
    expect(bytes).toBeLessThanOrEqual(PUSH_LIMITS.bytes + 500_000)
  }
  // The batch whose answer was lost goes once more; nothing else does, and nothing runs twice.
  expect(batches.reduce((sum, { commands }) => sum + commands, 0)).toBe(QUEUED + 200)
  expect([...http.central.runs.values()].every((runs) => runs === 1)).toBe(true)
  expect((await http.central.rows()).get('leads')).toHaveLength(QUEUED)
  expect(new Set(told.flatMap(({ loading }) => (loading?.phase === 'sending' ? [loading.done] : [])))).toEqual(new Set([0, 200]))
  expect(told.every(({ loading }) => loading === null || loading.total === QUEUED)).toBe(true)
}, 60_000)
