import { describe, expect, test } from 'vitest'
import { systemSurroundings } from '#main/sync/serve-sync.ts'
import { openDataHost } from '#main/workspace/data-host.ts'
import { importsContract } from '#shared/imports/imports.contract.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { policiesContract } from '#shared/policies/policies.contract.ts'
import { settingsContract } from '#shared/settings/settings.contract.ts'
import { syncContract } from '#shared/sync/sync.contract.ts'
import { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { listeningCentral } from '#test/foundation/listening-central.ts'
import { openHost } from '#test/foundation/open-host.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'
import { givenPolicies } from '#test/policies/given-policies.ts'

describe('the workspace under policies', () => {
  test('refuses by them whoever asks, and does the rest', async () => {
    const desk = await openHost(temporaryWorkspace(), { policies: givenPolicies({ ExportAllowed: false, BackupAllowed: false, Language: 'ja' }) })
    for (const kind of ['window', 'browser', 'command-line'] as const) {
      expect(refusalOf(await desk.host.call('imports.export', { subject: 'leads', format: 'csv' }, { kind }))).toEqual({ code: 'policy.export-off' })
      expect(refusalOf(await desk.host.call('workspace.backUp', {}, { kind }))).toEqual({ code: 'policy.backup-off' })
    }
    expect(refusalOf(await desk.call(settingsContract.operations.set, { name: 'language', value: 'es' }))).toEqual({ code: 'policy.language-fixed' })
    expect(valueOf(await desk.call(leadsContract.operations.create, { company: 'Lira' }))).toHaveProperty('id')
  })

  test('says what is set, and follows a change without a new start', async () => {
    const policies = givenPolicies({ ExportAllowed: false, Colour: 'red' })
    const desk = await openHost(temporaryWorkspace(), { policies })
    expect(valueOf(await desk.call(policiesContract.operations.standing, {}))).toEqual({
      policies: [{ name: 'ExportAllowed', value: false, origin: 'machine' }],
      problems: [{ problem: 'unknown', place: 'the machine', name: 'Colour' }],
      places: ['the machine'],
    })
    policies.set({})
    await desk.event('policies.changed')
    expect(valueOf(await desk.call(importsContract.operations.export, { subject: 'leads', format: 'csv' }))).toMatchObject({ rows: 0 })
    expect(valueOf(await desk.call(policiesContract.operations.standing, {})).policies).toEqual([])
  })

  test('connects to the company’s central API and to no other, before anything is sent', async () => {
    const desk = await openHost(temporaryWorkspace(), { policies: givenPolicies({ CentralAddress: 'https://central.lira.example' }) })
    expect(refusalOf(await desk.call(syncContract.operations.connect, { address: 'http://127.0.0.1:1', code: 'ABCD-EFGH' }))).toEqual({ code: 'policy.other-address', details: { address: 'https://central.lira.example' } })
  })

  const central = listeningCentral()

  test('works no longer without its central API than the company allows, loses nothing, and goes on when it is heard again', async () => {
    let later = 0
    let isCutOff = false
    const system = systemSurroundings()
    const surroundings = {
      ...system,
      now: () => new Date(Date.now() + later).toISOString(),
      fetch: (...asked: Parameters<typeof system.fetch>) => (isCutOff ? Promise.reject(new TypeError('fetch failed')) : system.fetch(...asked)),
    }
    const desk = await openHost(temporaryWorkspace(), { policies: givenPolicies({ OfflineDays: 30 }), surroundings })
    const code = await central.api().code(await central.api().newTenant(), 'administrator')
    valueOf(await desk.call(syncContract.operations.connect, { address: central.address(), code }))
    isCutOff = true
    valueOf(await desk.call(leadsContract.operations.create, { company: 'Lira' }))
    later = 30 * 86_400_000
    for (const operation of ['leads.list', 'leads.create', 'imports.export', 'workspace.backUp']) expect([operation, refusalOf(await desk.host.call(operation, {}, { kind: 'window' }))]).toEqual([operation, { code: 'policy.offline-too-long', details: { days: 30 } }])
    expect(valueOf(await desk.call(syncContract.operations.status, {})).pending).toBe(1)
    isCutOff = false
    expect(valueOf(await desk.call(syncContract.operations.now, {}))).toMatchObject({ state: 'synced', pending: 0 })
    expect(valueOf(await desk.call(leadsContract.operations.list, { to: 10 })).rows).toMatchObject([{ company: 'Lira' }])
  })

  test('exchanges nothing more with a central API once the company has set another, and keeps what is unsent', async () => {
    const policies = givenPolicies({})
    const desk = await openHost(temporaryWorkspace(), { policies })
    const code = await central.api().code(await central.api().newTenant(), 'administrator')
    valueOf(await desk.call(syncContract.operations.connect, { address: central.address(), code }))
    policies.set({ CentralAddress: 'https://central.lira.example' })
    valueOf(await desk.call(leadsContract.operations.create, { company: 'Lira' }))
    expect(refusalOf(await desk.call(syncContract.operations.now, {}))).toMatchObject({ code: 'policy.other-address' })
    const status = async () => valueOf(await desk.call(syncContract.operations.status, {}))
    await expect.poll(status, { timeout: 20_000 }).toMatchObject({ state: 'offline', pending: 1, problem: 'policy.other-address' })
  })

  test('is not opened where the company demands what this version cannot do', async () => {
    await expect(openDataHost({ directory: temporaryWorkspace(), log: () => undefined, policies: givenPolicies({ EncryptionRequired: true }) })).rejects.toMatchObject({ refusal: { code: 'policy.keyring-missing' } })
  })

  test('backs up where copies are allowed', async () => {
    const desk = await openHost(temporaryWorkspace(), { policies: givenPolicies({ BackupAllowed: true }) })
    expect(valueOf(await desk.call(workspaceContract.operations.backUp, {})).bytes).toBeGreaterThan(0)
  })
})
