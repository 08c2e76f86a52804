import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { buildApp } from '#central/http/app.ts'
import { push } from '#central/sync/push.ts'
import { commandRegistry } from '#central/sync/command-registry.ts'
import { command, refuseRetired } from '#shared/foundation/command.ts'
import { commandOperation, retiredOperation } from '#shared/foundation/operation.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { commandOf } from '#test/foundation/desk.ts'
import { centralApi, type CentralApi } from '#test/foundation/central-api.ts'
import { centralStores } from '#test/foundation/central-stores.ts'

const stores = centralStores()
const { create } = leadsContract.operations

/** Today's server: a lead says its company otherwise than the desk's program does, and partners are no longer made one by one. */
const today = { ...commandOperation('Makes a lead', z.strictObject({ companyName: z.string(), country: z.string() }), create.output, [(input) => {
  const { company, country } = z.strictObject({ company: z.string(), country: z.string() }).parse(input)
  return { companyName: company, country }
}]), name: create.name }
const registry = new Map(commandRegistry)
  .set(create.name, command(today, ({ companyName, country }, context) => commandOf(create).run({ company: companyName, country } as never, context) as never))
  .set('partners.create', refuseRetired({ ...retiredOperation('Made a partner', 1), name: 'partners.create' }))

let api: CentralApi
beforeAll(async () => {
  api = await centralApi(await stores.open('PGlite'))
})

describe('a desk that is older than its server', () => {
  test('sends what it has as it was given; what is not done any more is refused in a word', async () => {
    const desk = await api.desk(await api.newTenant())
    const commands = desk.next({ name: create.name, input: { company: 'Kitayama Foods', country: 'JP' } }, { name: 'partners.create', input: { code: 'A', anything: [] } }, { name: create.name, input: { company: 1 } })
    const central = { ...api.opened.central, registry }
    const bearer = await api.opened.tokens.read(desk.session.accessToken)
    const answer = await push(central, bearer, { protocol: 1, clientId: desk.clientId, epoch: null, programVersion: 'old', commands })
    expect(answer.results.map(({ status, code }) => [status, code])).toEqual([['applied', null], ['refused', 'command.retired'], ['refused', 'input.invalid']])
    await desk.pull()
    expect([...(desk.rows.get('leads')?.values() ?? [])]).toMatchObject([{ company: 'Kitayama Foods' }])

    // The update: the same desk with the rest of its outbox, in the new program.
    const after = await push(central, bearer, { protocol: 1, clientId: desk.clientId, epoch: null, programVersion: 'new', commands: desk.next({ name: create.name, input: { company: 'Minami Foods', country: 'JP' } }, { name: create.name, version: 2, input: { companyName: 'Higashi Foods', country: 'JP' } }) })
    expect(after.results.map(({ status }) => status)).toEqual(['applied', 'applied'])
    await desk.pull()
    expect([...(desk.rows.get('leads')?.values() ?? [])].map(({ company }) => company)).toEqual(['Kitayama Foods', 'Minami Foods', 'Higashi Foods'])
  })

  test('may send what it has even where it is given nothing any more, and is told to update', async () => {
    const desk = await api.desk(await api.newTenant())
    const { central, tokens } = api.opened
    const app = await buildApp({ central, tokens, trustedProxies: [], protocols: { newest: 3, oldestServed: 2, oldestDrained: 1 } })
    const ask = async (path: string, payload: object) => {
      const answer = await app.inject({ method: 'POST', url: path, payload: { clientId: desk.clientId, ...payload }, headers: { authorization: `Bearer ${desk.session.accessToken}` } })
      return { status: answer.statusCode, body: answer.json<{ error?: { code: string; message: string; details: unknown } }>() }
    }
    const pull = (protocol: number) => ask('/sync/v1/pull', { protocol, cursor: null, token: null, requestId: 1, acknowledged: 0 })
    expect(await ask('/sync/v1/push', { protocol: 1, epoch: null, programVersion: 'old', commands: desk.next({ name: create.name, input: { company: 'Kitayama Foods' } }) })).toMatchObject({ status: 200, body: { results: [{ status: 'applied' }] } })
    expect(await pull(1)).toMatchObject({ status: 426, body: { error: { code: 'protocol.unsupported', message: expect.stringContaining('update it') as string, details: { oldest: 2, newest: 3 } } } })
    expect(await pull(2)).toMatchObject({ status: 200 })
    expect(await ask('/sync/v1/push', { protocol: 0, commands: [] })).toMatchObject({ status: 426 })
    await app.close()
  })
})
