import { describe, expect, test } from 'vitest'
import { permissions } from '#shared/people/permissions.ts'
import { roles, type Role } from '#shared/people/role.ts'
import type { AppCommand } from '#renderer/shell/commands.ts'
import { fakeBridge, fakeWorkbench } from '../../shell/renderer/fake-bridge.ts'
import { person, syncStatus } from './sync-facts.ts'

async function at(role: Role | null) {
  const workbench = await fakeWorkbench(fakeBridge({ 'sync.status': () => (role === null ? syncStatus({ state: 'local', person: null, address: null }) : syncStatus({ person: { ...person, role } })) }))
  await expect.poll(() => workbench.sync.status.value).toBeDefined()
  return workbench
}

describe('what the window offers', () => {
  test('everything, on a desk that is connected to nothing', async () => {
    const { rights } = await at(null)
    for (const command of Object.keys(permissions)) expect([command, rights.may(command), rights.whyNot(command)]).toEqual([command, true, undefined])
  })

  test.each(roles)('to a %s: just what the table of permissions allows, and why not the rest', async (role) => {
    const { rights } = await at(role)
    for (const [command, allowed] of Object.entries(permissions)) {
      const may = allowed === 'desk' || allowed.includes(role)
      expect([command, rights.may(command)]).toEqual([command, may])
      expect(rights.whyNot(command) === undefined).toBe(may)
      expect(rights.whyReadOnly(command) === undefined).toBe(may)
    }
  })

  test('says the role in the reason', async () => {
    const { rights } = await at('viewer')
    expect(rights.whyNot('leads.create')).toBe('Your role (Viewer) may not do this.')
    expect(rights.whyReadOnly('leads.update')).toBe('Your role (Viewer) may read this, but not change it.')
  })

  test('in the palette and by keys: no command that would be refused', async () => {
    const offered: readonly AppCommand[] = [
      { id: 'a', title: () => 'a', section: 'leads', gives: 'leads.create', run: () => undefined },
      { id: 'b', title: () => 'b', section: 'leads', gives: 'leads.assignManually', run: () => undefined },
      { id: 'c', title: () => 'c', section: 'leads', run: () => undefined },
    ]
    for (const [role, ids] of [['viewer', ['c']], ['approver', ['a', 'c']], ['channelManager', ['a', 'b', 'c']]] as const) {
      const { commands } = await at(role)
      commands.add(offered)
      expect(commands.available.value.map(({ id }) => id)).toEqual(ids)
    }
  })
})
