import { describe, expect, test } from 'vitest'
import { accept, command, insert, refuse } from '#shared/foundation/command.ts'
import { commandOperation } from '#shared/foundation/operation.ts'
import { z } from 'zod'
import { openCentral } from '#central/open-central.ts'
import type { Store } from '#central/store/store.ts'
import { commandRegistry } from '#central/sync/command-registry.ts'
import { push } from '#central/sync/push.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { centralApi, type Given, type RemoteDesk } from '#test/foundation/central-api.ts'
import { centralStores, quiet, type StoreName } from '#test/foundation/central-stores.ts'

const stores = centralStores()
const partner = (code: string, more: Partial<Given> = {}): Given => ({ name: 'partners.create', input: { code, name: `Partner ${code}`, type: 'reseller', country: 'GT' }, ...more })
const statuses = (answer: { results: readonly { status: string }[] }): string[] => answer.results.map(({ status }) => status)

describe.each(['PGlite', 'PostgreSQL'] as const)('push on %s', (name: StoreName) => {
  const open = async () => {
    const api = await centralApi(await stores.open(name))
    const tenantId = await api.newTenant()
    return { api, tenantId, desk: await api.desk(tenantId) }
  }
  const journalOf = (store: Store, tenantId: string) => store.transaction({ tenantId }, (session) => session.query<{ id: string; actorName: string; at: string }>('SELECT "id", "actorName", "at" FROM "journal" ORDER BY "id"'))
  const partnersOf = (store: Store, tenantId: string) => store.transaction({ tenantId }, (session) => session.query<{ code: string; rev: number }>('SELECT "code", "rev" FROM "partners" ORDER BY "code"'))

  test('applies commands in order, as the person, at the server’s time', async () => {
    const { api, tenantId, desk } = await open()
    const commands = desk.next(partner('A'), partner('B'))
    const answer = await desk.send(commands)
    expect(answer).toMatchObject({ lastSeq: 2, stop: null, results: [{ seq: 1, id: commands[0]?.id, status: 'applied', code: null }, { seq: 2, status: 'applied' }] })
    expect(await journalOf(api.store, tenantId)).toEqual(commands.map(({ id }) => ({ id, actorName: 'A channelManager', at: api.clock.now.toISOString() })))
  })

  test('tells a command that comes again what it was told, and runs it no second time', async () => {
    const { api, tenantId, desk } = await open()
    const commands = desk.next(partner('A'), partner('A'))
    const first = await desk.send(commands)
    expect(statuses(first)).toEqual(['applied', 'refused'])
    expect(await desk.send(commands)).toEqual({ ...first, serverTime: expect.any(String) })
    expect(await desk.send([...commands, ...desk.next(partner('B'))])).toMatchObject({ lastSeq: 3, results: [{ seq: 1 }, { seq: 2, code: 'partner.code-taken' }, { seq: 3, status: 'applied' }] })
    expect(await partnersOf(api.store, tenantId)).toHaveLength(2)
  })

  test('fifty times the same at once have one effect', async () => {
    const { api, tenantId, desk } = await open()
    const commands = desk.next(partner('A'))
    const answers = await Promise.all(Array.from({ length: 50 }, () => desk.send(commands)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer.results))).size).toBe(1)
    expect(await partnersOf(api.store, tenantId)).toEqual([{ code: 'A', rev: 1 }])
  })

  test('a refusal by a rule writes nothing, takes its number, and lets the next through', async () => {
    const { desk } = await open()
    const answer = await desk.give(partner('A'), partner('A'), partner(''), partner('B'))
    expect(answer.results.map(({ status, code, details }) => ({ status, code, details }))).toEqual([
      { status: 'applied', code: null, details: null },
      { status: 'refused', code: 'partner.code-taken', details: { id: expect.any(String), name: 'Partner A' } },
      { status: 'refused', code: 'partner.code-missing', details: null },
      { status: 'applied', code: null, details: null },
    ])
    expect(answer.lastSeq).toBe(4)
  })

  test.each<[string, unknown]>([
    ['of another shape', { code: 'A' }],
    ['with columns that are not for giving', { code: 'A', name: 'A', type: 'reseller', country: 'GT', tenantId: nextId(), rev: 7 }],
    ['no object', 'partner'],
    ['a NUL character', { code: 'A\u0000', name: 'A', type: 'reseller', country: 'GT' }],
    ['half a surrogate pair', { code: 'A', name: '\ud83d', type: 'reseller', country: 'GT' }],
  ])('an input %s is refused', async (_, input) => {
    const { desk } = await open()
    expect(await desk.give({ name: 'partners.create', input }, partner('B'))).toMatchObject({ stop: null, results: [{ status: 'refused', code: 'input.invalid' }, { status: 'applied' }] })
  })

  test('stops at a gap, and says where it is', async () => {
    const { desk } = await open()
    const [, second, third] = desk.next(partner('A'), partner('B'), partner('C'))
    if (second === undefined || third === undefined) throw new Error('no commands')
    expect(await desk.send([second, third])).toMatchObject({ lastSeq: 0, results: [], stop: { seq: 2, reason: 'gap', retryAfterMs: null } })
  })

  test('tells a copied desk from its original, which goes on', async () => {
    const { desk } = await open()
    await desk.give(partner('A'))
    const fork = { seq: 2, id: nextId(), previous: desk.previous, name: 'partners.create', version: 1, input: partner('B').input as never, issuedAt: '', batchId: null }
    expect(statuses(await desk.give(partner('C')))).toEqual(['applied'])
    expect(await desk.send([fork])).toMatchObject({ lastSeq: 2, results: [], stop: { seq: 2, reason: 'forked' } })
    expect(await desk.send([{ ...fork, seq: 3 }])).toMatchObject({ stop: { seq: 3, reason: 'forked' } })
    expect(await desk.send([{ ...fork, seq: 1, previous: null }])).toMatchObject({ stop: { seq: 1, reason: 'forked' } })
    expect(statuses(await desk.give(partner('D')))).toEqual(['applied'])
  })

  test('a first command does not follow another', async () => {
    const { desk } = await open()
    desk.previous = nextId()
    expect(await desk.give(partner('A'))).toMatchObject({ stop: { seq: 1, reason: 'forked' } })
  })

  test('a command that comes again from the copy under a new identity keeps its answer', async () => {
    const { api, tenantId, desk } = await open()
    const code = await api.code(tenantId, 'channelManager', [], 'same@example.com')
    const again = await api.code(tenantId, 'channelManager', [], 'same@example.com')
    const enrol = async (code: string): Promise<RemoteDesk> => {
      const clientId = nextId()
      const { body } = await api.post('/auth/v1/enrol', { code, deviceName: '', clientId })
      return Object.assign(desk, { clientId, session: body, sequence: 0, previous: null })
    }
    const original = await enrol(code)
    const given = [partner('A', { id: nextId() }), partner('A', { id: nextId() })]
    expect(statuses(await original.give(...given))).toEqual(['applied', 'refused'])
    const copy = await enrol(again)
    expect((await copy.give(...given, partner('B'))).results).toMatchObject([{ seq: 1, status: 'applied' }, { seq: 2, status: 'refused', code: 'partner.code-taken' }, { seq: 3, status: 'applied' }])
    expect(await partnersOf(api.store, tenantId)).toEqual([{ code: 'A', rev: 1 }, { code: 'B', rev: 1 }])
  })

  test('an id that is taken by another command, or another person, or has another input, is refused', async () => {
    const { api, tenantId, desk } = await open()
    const id = nextId()
    await desk.give(partner('A', { id }))
    expect(await desk.give({ name: 'leads.create', input: { company: 'X' }, id }, partner('C', { id }))).toMatchObject({ results: [{ code: 'command.id-taken' }, { code: 'command.id-taken' }] })
    const other = await api.desk(tenantId)
    expect(await other.give(partner('A', { id }))).toMatchObject({ results: [{ status: 'refused', code: 'command.id-taken' }] })
  })

  test('never skips what it does not know yet', async () => {
    const { desk } = await open()
    expect(await desk.give(partner('A'), { name: 'deals.create', input: {} }, partner('B'))).toMatchObject({ lastSeq: 1, results: [{ seq: 1 }], stop: { seq: 2, reason: 'unsupported', retryAfterMs: null } })
    desk.sequence = 1
    desk.previous = null
    const fresh = await open()
    expect(await fresh.desk.give(partner('A', { version: 2 }))).toMatchObject({ lastSeq: 0, stop: { seq: 1, reason: 'unsupported' } })
  })

  test('takes nothing for another desk', async () => {
    const { desk } = await open()
    expect(await desk.post('/sync/v1/push', { clientId: nextId(), epoch: null, programVersion: '', commands: [] })).toMatchObject({ status: 403, body: { error: { code: 'client.foreign' } } })
  })

  test('at most 200 commands at once', async () => {
    const { desk } = await open()
    const commands = desk.next(...Array.from({ length: 201 }, (_, at) => partner(`P${at}`)))
    expect(await desk.post('/sync/v1/push', { clientId: desk.clientId, epoch: null, programVersion: '', commands })).toMatchObject({ status: 400 })
    expect(await desk.send(commands.slice(0, 200))).toMatchObject({ lastSeq: 200, stop: null })
  })

  describe('when something breaks', () => {
    const breaking = async (fault: (sql: string, count: number) => Error | undefined, log = quiet) => {
      const { api, tenantId, desk } = await open()
      let count = 0
      const store: Store = {
        ...api.store,
        transaction: (options, work) => api.store.transaction(options, (session) => work({
          script: session.script,
          query: async (sql, values) => {
            const error = fault(sql, (count += 1))
            if (error !== undefined) {
              // As PostgreSQL does it: after an error the transaction is good for nothing but going back.
              await session.query('SELECT 1 / 0').catch(() => undefined)
              throw error
            }
            return session.query(sql, values)
          },
        })),
      }
      const bad = { ...commandOperation('Breaks', z.any(), z.any()), name: 'partners.setStatus' }
      const central = { ...api.opened.central, store, log, registry: new Map([...commandRegistry, ['partners.setStatus', command(bad, function* (input: { how: string }) {
        const row = insert(partners, buildPartner({ code: 'half' }))
        if (input.how === 'throws') throw new TypeError('poison')
        if (input.how === 'twice') return accept(null, [row, row])
        if (input.how === 'refuses') return refuse('partner.no', 'no')
        return accept(null, [row])
      })]]) }
      const { person } = desk.session
      const bearer = { tenantId, personId: person.userId, deviceId: JSON.parse(Buffer.from(desk.session.accessToken.split('.')[1] ?? '', 'base64url').toString()).did as string, clientId: desk.clientId }
      return { api, tenantId, desk, give: (...given: Given[]) => push(central, bearer, { protocol: 1, clientId: desk.clientId, epoch: null, programVersion: '9.9', commands: desk.next(...given) }), central, bearer }
    }
    const databaseError = (code: string): Error => Object.assign(new Error(`fault ${code}`), { code })
    const bad = (how: string): Given => ({ name: 'partners.setStatus', input: { how } })

    test.each(['throws', 'twice'])('a command that %s is set aside with its input and stack; the others count', async (how) => {
      const { api, tenantId, give } = await breaking(() => undefined)
      expect(await give(partner('A'), bad(how), partner('B'))).toMatchObject({ lastSeq: 3, stop: null, results: [{ status: 'applied' }, { status: 'quarantined', code: 'internal' }, { status: 'applied' }] })
      expect((await partnersOf(api.store, tenantId)).map(({ code }) => code)).toEqual(['A', 'B'])
      expect(await journalOf(api.store, tenantId)).toHaveLength(2)
      const kept = await api.store.transaction({ tenantId }, (session) => session.query('SELECT "seq", "input", "attempts", "programVersion", "stack" FROM "sync_quarantine"'))
      expect(kept).toEqual([{ seq: 2, input: JSON.stringify({ how }), attempts: 3, programVersion: '9.9', stack: expect.stringContaining(how === 'throws' ? 'poison' : 'duplicate key') }])
    })

    test('a refusal between commands that break keeps its meaning', async () => {
      const { give } = await breaking(() => undefined)
      expect(statuses(await give(bad('refuses'), bad('throws'), partner('A'), partner('A')))).toEqual(['refused', 'quarantined', 'applied', 'refused'])
    })

    test.each(['40001', '40P01', '55P03', '57014', '08006', '53300', '57P01'])('a passing fault (%s) is tried again', async (code) => {
      let faults = 0
      const { give } = await breaking((sql) => (sql.startsWith('INSERT INTO "partners"') && (faults += 1) <= 2 ? databaseError(code) : undefined))
      expect(await give(partner('A'))).toMatchObject({ lastSeq: 1, stop: null, results: [{ status: 'applied' }] })
    })

    test('a fault that does not pass stops there; what came before counts, and nothing gets an answer it did not earn', async () => {
      const { api, tenantId, give, desk } = await breaking((sql) => (sql.includes('INSERT INTO "leads"') ? databaseError('57014') : undefined))
      expect(await give(partner('A'), { name: 'leads.create', input: { company: 'X' } }, partner('B'))).toMatchObject({ lastSeq: 1, results: [{ seq: 1, status: 'applied' }], stop: { seq: 2, reason: 'retry', retryAfterMs: expect.any(Number) } })
      expect((await partnersOf(api.store, tenantId)).map(({ code }) => code)).toEqual(['A'])
      desk.sequence = 1
    })

    test('a database that is away is 503, not an answer', async () => {
      const { give } = await breaking(() => databaseError('ECONNREFUSED'))
      await expect(give(partner('A'))).rejects.toMatchObject({ status: 503, refusal: { code: 'server.busy' }, retryAfterSeconds: 2 })
    })
  })
})

test('one installation in two servers has one company', async () => {
  const store = await stores.open('PostgreSQL')
  const opened = await Promise.all([openCentral({ store, log: quiet }), openCentral({ store, log: quiet })])
  expect(opened.filter(({ first }) => first !== null).length).toBeLessThanOrEqual(1)
})
