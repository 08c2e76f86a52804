import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readCard, writeCardFile } from '#main/workspace/key-card.ts'
import { openRescuable } from '#main/workspace/rescuable-host.ts'
import { cardBeside, keyOfCopy } from '#main/workspace/unlock.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { syncContract } from '#shared/sync/sync.contract.ts'
import { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { givenKeyring } from '#test/foundation/given-keyring.ts'
import { listeningCentral } from '#test/foundation/listening-central.ts'
import { openHost } from '#test/foundation/open-host.ts'
import { runCli } from '#test/foundation/run-cli.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'
import { givenPolicies } from '#test/policies/given-policies.ts'

const { create, summary } = leadsContract.operations
const sync = syncContract.operations
const { api, address } = listeningCentral()
const asked = { kind: 'window' } as const

test('row 87: a lost keyring costs one sign-in, by the same person alone, and no unsent work', async () => {
  const tenantId = await api().newTenant()
  const directory = temporaryWorkspace()
  const keyring = givenKeyring()
  const desk = await openHost(directory, { keyring })
  expect(readCard(directory)?.key).toMatch(/^[0-9a-f]{64}$/)
  valueOf(await desk.call(sync.connect, { address: address(), code: await api().code(tenantId, 'channelManager', [], 'ana@lira.example') }))
  expect(readCard(directory)).toMatchObject({ key: null, kept: { address: address() } })
  valueOf(await desk.call(sync.pause, { paused: true }))
  valueOf(await desk.call(create, { company: 'Not sent yet' }))
  await desk.host.close()

  keyring.kept.clear()
  rmSync(join(directory, 'central-session'))
  const host = await openRescuable({ directory, keyring, policies: givenPolicies({}), log: () => undefined })
  onTestFinished(() => host.close())
  expect(await host.call(summary.name, {}, asked)).toMatchObject({ ok: false, error: { code: 'workspace.locked' } })
  expect(await host.call('rescue.mend', {}, asked)).toMatchObject({ ok: false, error: { code: 'workspace.locked' } })
  const stranger = await api().code(tenantId, 'channelManager', [], 'bea@lira.example')
  expect(await host.call('rescue.unlock', { code: stranger }, asked)).toMatchObject({ ok: false })
  expect(await host.call('rescue.unlock', { code: 'nothing-like-it' }, asked)).toMatchObject({ ok: false, error: { code: 'enrolment.code-invalid' } })
  const again = await api().code(tenantId, 'channelManager', [], 'ana@lira.example')
  expect(await host.call('rescue.unlock', { code: again }, asked)).toMatchObject({ ok: true, value: { refusal: null } })
  expect(keyring.kept.size).toBe(1)
  expect(await host.call(sync.status.name, {}, asked)).toMatchObject({ value: { pending: 1 } })
  expect(await host.call(sync.pause.name, { paused: false }, asked)).toMatchObject({ ok: true, value: { state: 'synced', pending: 0 } })
})

test('row 87: a copy’s key is had back without signing out the desk that was copied, nor the one on this computer', async () => {
  const tenantId = await api().newTenant()
  const [keyring, folder] = [givenKeyring(), temporaryWorkspace()]
  const [ana, bea] = [await openHost(temporaryWorkspace(), { keyring }), await openHost(temporaryWorkspace(), { keyring })]
  for (const [desk, email] of [[ana, 'ana@lira.example'], [bea, 'bea@lira.example']] as const) valueOf(await desk.call(sync.connect, { address: address(), code: await api().code(tenantId, 'channelManager', [], email) }))
  valueOf(await ana.call(create, { company: 'In the copy' }))
  const { path } = valueOf(await ana.call(workspaceContract.operations.backUp, {}))
  const [copy, card] = [join(folder, 'ana.db'), readCard(ana.directory)]
  copyFileSync(path, copy)
  writeCardFile(cardBeside(copy), card!)
  await bea.host.close()

  const unlock = async (email: string) => runCli(['unlock', await api().code(tenantId, 'channelManager', [], email), '--copy', copy, '--workspace', bea.directory])
  expect((await unlock('bea@lira.example')).error).toContain('workspace-key.unknown')
  expect(await unlock('ana@lira.example')).toMatchObject({ exit: 0, error: '' })
  expect(await keyOfCopy(copy, bea.directory, givenKeyring(false))).toBe(keyring.kept.get(card!.id))
  const again = await openHost(bea.directory, { keyring })
  for (const desk of [ana, again]) expect(valueOf(await desk.call(sync.now, {}))).toMatchObject({ state: 'synced', problem: null })
})

test('row 87: a key that found no keyring at first leaves the disk when there is one', async () => {
  const keyring = givenKeyring(false)
  const desk = await openHost(temporaryWorkspace(), { keyring })
  valueOf(await desk.call(sync.connect, { address: address(), code: await api().code(await api().newTenant(), 'channelManager') }))
  expect(readCard(desk.directory)).toMatchObject({ key: expect.stringMatching(/^[0-9a-f]{64}$/) as string, kept: { address: address() } })
  await desk.host.close()
  keyring.isThere = true
  const again = await openHost(desk.directory, { keyring })
  valueOf(await again.call(sync.now, {}))
  expect(readCard(desk.directory)).toMatchObject({ key: null, kept: { address: address() } })
  expect(keyring.kept.size).toBe(1)
})

test('a key is kept for its person alone, and another company has none of it', async () => {
  const [tenant, other] = [await api().newTenant(), await api().newTenant()]
  const desk = await openHost(temporaryWorkspace(), { keyring: givenKeyring() })
  valueOf(await desk.call(sync.connect, { address: address(), code: await api().code(tenant, 'channelManager') }))
  const id = readCard(desk.directory)?.id ?? ''
  for (const stranger of [tenant, other]) {
    const { body } = await api().post('/auth/v1/enrol', { code: await api().code(stranger, 'administrator'), deviceName: 'x', clientId: crypto.randomUUID().replace(/^(.{14})4/, '$17') }) as { body: { accessToken: string } }
    const answer = await fetch(`${address()}/keys/v1/recover`, { method: 'POST', headers: { authorization: `Bearer ${body.accessToken}`, 'content-type': 'application/json', 'x-workbench-protocol': '1' }, body: JSON.stringify({ workspaceId: id }) })
    expect([answer.status, ((await answer.json()) as { error?: { code?: string } }).error?.code ?? '']).toEqual([404, 'workspace-key.unknown'])
  }
  expect(refusalOf(await desk.call(sync.now, {}))).toBe('accepted')
})
