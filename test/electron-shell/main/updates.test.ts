import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startUpdates, type UpdatesParts } from '#main/electron/updates.ts'
import { refused, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import type { HostEvent } from '#main/operations/data-host.ts'
import { openUpdateMemory } from '#main/updates/update-memory.ts'
import { givenPolicies } from '#test/policies/given-policies.ts'
import { INSTALLER, OUR_KEY, signed, updatesFolder } from '#test/updates/update-server.ts'

const SYNC = { state: 'synced', address: null, person: null, pending: 0, refused: 0, aside: 0, lastSyncAt: null, problem: null, loading: null }
const NEWER = { version: '99.0.0', issuedAt: new Date().toISOString(), expiresAt: new Date(Date.now() + 86_400_000).toISOString() }

function begun(changes: Partial<UpdatesParts> = {}, status: () => Outcome<unknown> = () => succeeded(SYNC)) {
  const userData = dirname(updatesFolder())
  onTestFinished(() => rmSync(userData, { recursive: true, force: true }))
  const launched: string[] = []
  const waiting: { milliseconds: number; run: () => void }[] = []
  let tell: (event: HostEvent) => void = () => undefined
  const updates = startUpdates({
    net: { fetch: async (address) => new Response(String(address).endsWith('.json') ? signed(NEWER) : INSTALLER) },
    dataHost: {
      call: async () => status(),
      onEvent(listener) {
        tell = listener
        return () => undefined
      },
    },
    policies: givenPolicies({ UpdateAddress: 'https://updates.lira.example' }),
    userData,
    platform: 'win32',
    arch: 'x64',
    updateKeys: [OUR_KEY],
    isOurs: async () => true,
    launch: async (installer) => void launched.push(installer),
    after: (milliseconds, run) => void waiting.push({ milliseconds, run }),
    log: () => undefined,
    changed: () => undefined,
    ...changes,
  })
  return { updates, launched, waiting, userData, tell: (event: HostEvent) => tell(event) }
}

describe('updates of the desktop', () => {
  test('are looked for a minute after the start and then every six hours, not at once', async () => {
    const { updates, waiting } = begun()
    expect(waiting.map(({ milliseconds }) => milliseconds)).toEqual([60_000, 60_000])
    expect(updates.status().state).toBe('idle')
    waiting[0]?.run()
    expect(waiting.at(-1)?.milliseconds).toBe(6 * 3_600_000)
    expect(updates.status().state).toBe('checking')
    await expect.poll(() => updates.status().state, { timeout: 30_000 }).toBe('ready')
  })

  test('are launched on Windows when the person says so', async () => {
    const { updates, launched, userData } = begun()
    await updates.check()
    expect([updates.status(), launched]).toEqual([{ state: 'ready', version: '99.0.0', note: null }, []])
    await updates.install()
    expect(launched).toEqual([join(userData, 'updates', 'channel-workbench-1.1.0.exe')])
  })

  test.each(['darwin', 'linux'] as const)('are only announced on %s', async (platform) => {
    const { updates, launched } = begun({ platform, net: { fetch: async () => new Response(signed({ ...NEWER, files: [{ platform, arch: 'x64', name: 'x.deb', bytes: 1, sha512: `${'A'.repeat(86)}==` }] })) } })
    await updates.check()
    await updates.install()
    expect([updates.status(), launched]).toEqual([{ state: 'idle', version: '99.0.0', note: null }, []])
  })

  test('wait for what is unsent, for a job that runs, for a workspace that does not answer, and for the next start', async () => {
    let status: Outcome<unknown> = succeeded({ ...SYNC, pending: 3 })
    const { updates, tell, launched } = begun({}, () => status)
    const note = async () => {
      await updates.check()
      await updates.install()
      return updates.status().note
    }
    expect(await note()).toBe('unsent')
    status = refused('host.stopped', 'x')
    expect(await note()).toBe('working')
    status = succeeded(SYNC)
    tell({ name: 'job.progress', data: { job: 'a', operation: 'imports.run', phase: 'writing', done: 1, total: 2 } })
    expect(await note()).toBe('working')
    tell({ name: 'job.ended', data: { job: 'a', operation: 'imports.run' } })
    updates.end()
    expect(await note()).toBe('ending')
    expect(launched).toEqual([])
  })
})

test('what is known of feeds outlives the program, and a spoilt file is as good as none', () => {
  const file = join(updatesFolder(), 'updates.json')
  const first = openUpdateMemory(file, () => undefined)
  first.seen.write('stable', 12)
  const second = openUpdateMemory(file, () => undefined)
  expect([second.id, second.seen.read('stable'), second.seen.read('beta')]).toEqual([first.id, 12, 0])
})
