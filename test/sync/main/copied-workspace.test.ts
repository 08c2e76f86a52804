import { cpSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { backUpRolling } from '#main/workspace/backup.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { restoreBackup } from '#main/workspace/restore.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { syncContract } from '#shared/sync/sync.contract.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { listeningCentral } from '#test/foundation/listening-central.ts'
import { openHost, type OpenHost } from '#test/foundation/open-host.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

const { create, list, update } = leadsContract.operations
const sync = syncContract.operations

const { api, address } = listeningCentral()

const code = (tenantId: string) => api().code(tenantId, 'channelManager', [], `${tenantId}@example.com`)
const companies = async (host: OpenHost): Promise<readonly string[]> => valueOf(await host.call(list, { to: 100 })).rows.map(({ company }) => company).toSorted()
const give = async (host: OpenHost, company: string) => valueOf(await host.call(create, { company, country: 'JP' }))
const standing = async (host: OpenHost) => valueOf(await host.call(sync.status, {}))

async function connected(): Promise<{ host: OpenHost; tenantId: string }> {
  const tenantId = await api().newTenant()
  const host = await openHost()
  valueOf(await host.call(sync.connect, { address: address(), code: await code(tenantId) }))
  return { host, tenantId }
}

describe('on the real central API, a workspace', () => {
  test('that is put back to an earlier day goes on by itself, and loses nothing', async () => {
    const { host } = await connected()
    const { id } = await give(host, 'Before the copy')
    valueOf(await host.call(sync.now, {}))
    await host.host.close()
    const db = openForWriting(host.directory)
    const backup = backUpRolling(db, host.directory, new Date().toISOString())
    db.close()
    const later = await openHost(host.directory)
    valueOf(await later.call(update, { id, edits: [{ field: 'city', value: 'Osaka', was: null }] }))
    await give(later, 'After the copy')
    valueOf(await later.call(sync.now, {}))
    await later.host.close()
    restoreBackup(host.directory, backup.path, new Date().toISOString())

    const back = await openHost(host.directory)
    await give(back, 'After it was put back')
    expect(valueOf(await back.call(sync.now, {}))).toMatchObject({ state: 'synced', pending: 0, problem: null })
    expect(await companies(back)).toEqual(['After it was put back', 'After the copy', 'Before the copy'])
    expect(back.logged).toEqual([])
  })

  test('and its copy with the same session are both signed out, told so, and drain under names of their own', async () => {
    const { host, tenantId } = await connected()
    await give(host, 'Before the copy')
    valueOf(await host.call(sync.now, {}))
    valueOf(await host.call(sync.pause, { paused: true }))
    await give(host, 'Waiting when it was copied')
    await host.host.close()
    const folder = temporaryWorkspace()
    cpSync(host.directory, folder, { recursive: true })
    const [original, copy] = [await openHost(host.directory), await openHost(folder)]
    await give(original, 'From the original')
    await give(copy, 'From the copy')
    for (const each of [copy, original, copy]) valueOf(await each.call(sync.pause, { paused: false }))
    // However soon or late the copy is noticed, nothing of either is lost meanwhile.
    for (const each of [original, copy, original, copy, original, copy]) {
      if ((await standing(each)).state === 'signedOut') {
        expect((await standing(each)).problem).toMatch(/^(session\.ended|client\.foreign)$/)
        valueOf(await each.call(sync.connect, { address: address(), code: await code(tenantId) }))
      }
      valueOf(await each.call(sync.now, {}))
    }
    for (const each of [original, copy]) {
      expect(await standing(each)).toMatchObject({ state: 'synced', pending: 0, refused: 0 })
      expect(await companies(each)).toEqual(['Before the copy', 'From the copy', 'From the original', 'Waiting when it was copied'])
      expect(each.logged).toEqual([])
    }
  })

  test('that asks for the identity of another is refused, and so is one that is signed out', async () => {
    const tenantId = await api().newTenant()
    const [one, other] = [await api().desk(tenantId), await api().desk(tenantId)]
    await other.give({ name: 'leads.create', input: { company: 'Kitayama Foods', country: 'JP' } })
    const ask = (clientId: string) => one.post('/auth/v1/identity', { clientId })
    expect(await ask(other.clientId)).toMatchObject({ status: 409, body: { error: { code: 'client.foreign' } } })
    expect(await ask(one.clientId)).toMatchObject({ status: 409 })
    const own = '0199a000-0000-7000-8000-00000000abcd'
    expect(await ask(own)).toMatchObject({ status: 200, body: { expiresIn: 600 } })
    // The token from before speaks for a desk that is no more; the session goes on.
    expect(await one.post('/sync/v1/hello', { clientId: one.clientId, programVersion: '' })).toMatchObject({ status: 401 })
    const next = await api().post('/auth/v1/refresh', { refreshToken: one.session.refreshToken })
    expect(next.status).toBe(200)
    const { accessToken, refreshToken } = next.body as { accessToken: string; refreshToken: string }
    expect(await api().post('/sync/v1/hello', { clientId: own, programVersion: '' }, accessToken)).toMatchObject({ status: 200 })
    // Once what it was traded for has been shown, the traded token is in two places.
    expect(await api().post('/auth/v1/refresh', { refreshToken })).toMatchObject({ status: 200 })
    expect(await api().post('/auth/v1/refresh', { refreshToken: one.session.refreshToken })).toMatchObject({ status: 401 })
    expect(await api().post('/auth/v1/identity', { clientId: '0199a000-0000-7000-8000-00000000dcba' }, accessToken)).toMatchObject({ status: 401 })
  })
})
