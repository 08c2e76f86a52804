import { describe, expect, test } from 'vitest'
import { capabilities } from '#shared/capabilities.ts'
import { mayGive, permissions } from '#shared/people/permissions.ts'
import { PUSH_LIMITS } from '#shared/sync/messages.ts'
import { roles } from '#shared/people/role.ts'
import { centralApi } from '#test/foundation/central-api.ts'
import { centralStores } from '#test/foundation/central-stores.ts'

const stores = centralStores()
const commands = capabilities.flatMap((capability) => capability.commands.map((command) => command.operation.name))

test('every command is in the table of permissions, and nothing else is', () => {
  expect(Object.keys(permissions).toSorted()).toEqual(commands.toSorted())
})

describe.each(roles)('%s', (role) => {
  test('may give through the API what the table says, and nothing else', async () => {
    const api = await centralApi(await stores.open('PGlite'))
    const desk = await api.desk(await api.newTenant(), role)
    const results: { readonly code: string | null }[] = []
    for (let from = 0; from < commands.length; from += PUSH_LIMITS.commands) {
      const pushed = await desk.give(...commands.slice(from, from + PUSH_LIMITS.commands).map((name) => ({ name, input: {} })))
      expect(pushed.stop).toBeNull()
      results.push(...pushed.results)
    }
    // An empty input is refused as well, but only of those who may give the command.
    const allowed = results.map(({ code }, at) => [commands[at], code !== 'permission.denied'])
    expect(Object.fromEntries(allowed)).toEqual(Object.fromEntries(commands.map((name) => [name, mayGive(role, name)])))
  })
})

test('a role that was taken away counts at once, whatever the access token was given for', async () => {
  const api = await centralApi(await stores.open('PGlite'))
  const desk = await api.desk(await api.newTenant(), 'channelManager')
  const given = { name: 'partners.create', input: { code: 'A', name: 'A', type: 'reseller', country: 'GT' } }
  expect(await desk.give(given)).toMatchObject({ results: [{ status: 'applied' }] })
  await api.store.transaction({ as: 'registrar' }, (session) => session.query(`UPDATE "person" SET "role" = 'viewer' WHERE "id" = $1`, [desk.session.person.userId]))
  expect(await desk.give({ ...given, input: { ...given.input, code: 'B' } })).toMatchObject({ results: [{ status: 'refused', code: 'permission.denied', details: { command: 'partners.create', role: 'viewer' } }] })
})
