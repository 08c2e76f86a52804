import { describe, expect, test } from 'vitest'
import { revokeForm, type NewForm } from '#central/forms/forms.ts'
import type { Store } from '#central/store/store.ts'
import { readVersion } from '#central/sync/tenant-version.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { selectRows } from '#main/workspace/rows.ts'
import { assignmentContract } from '#shared/assignment/assignment.contract.ts'
import { decisions } from '#shared/assignment/decisions.table.ts'
import type { RowOf, Table } from '#shared/foundation/table.ts'
import { journal } from '#shared/journal/journal.table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { offers } from '#shared/leads/offer.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { criteria } from '#shared/qualification/criterion.table.ts'
import { distributionTerms } from '#shared/qualification/distribution-terms.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { centralApi, openApi } from '#test/foundation/central-api.ts'
import { centralStores } from '#test/foundation/central-stores.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { openHost } from '#test/foundation/open-host.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'
import { formCompany, formPath, rowsOf, type FormCompany } from './form-company.ts'
import { send, type Answered } from './send-form.ts'

type Lead = RowOf<typeof leads>
type StoreName = 'PGlite' | 'PostgreSQL'

const stores = centralStores()

async function open(name: StoreName = 'PGlite', more: Partial<NewForm> = {}) {
  const api = await centralApi(await stores.open(name))
  const company = await formCompany(api)
  return { api, ...company, path: await formPath(api.store, company.tenantId, more) }
}

/** What a desk of the company has after a pull, in order of arrival. */
async function pulledLeads(desk: FormCompany['desk']): Promise<Lead[]> {
  await desk.pull()
  return rowsOf(desk, leads).toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

/** A workspace with the company's rules and these leads, as a desk would hold them. */
async function workspaceWith(desk: FormCompany['desk'], held: readonly Lead[], more: readonly Table[] = []) {
  const directory = temporaryWorkspace()
  const db = openForWriting(directory)
  for (const table of [partners, territories, territoryRules, ...more]) putRows<object>(db, table, rowsOf<object>(desk, table))
  putRows(db, leads, held)
  db.close()
  const { call } = await openHost(directory)
  const rows = <R extends object>(table: Table<R>): readonly R[] => {
    const reader = openForWriting(directory)
    try {
      return selectRows(reader, table, 'ORDER BY "id"')
    } finally {
      reader.close()
    }
  }
  return { call, rows }
}

/** As a lead is before it is decided. */
const unplaced = { stage: 'new', partnerId: null, territoryId: null, ruleId: null, decisionId: null, runId: null, assignmentOrigin: null, assignedAt: null } as const

async function versionOf(store: Store, tenantId: string): Promise<number> {
  return (await store.transaction({ tenantId }, (session) => readVersion(session))).v
}

describe.each<StoreName>(['PGlite', 'PostgreSQL'])('a web form on %s', (name) => {
  test('makes a lead of what it sends, given to a partner by the rules, with the form as its maker', async () => {
    const { api, desk, path, ids } = await open(name, { name: 'Contact', source: 'Campaign 7' })
    const answer = await send(api, path, { values: { 会社名: '  Café  Uno ', país: 'Guatemala', correo: 'ANA@Uno.example', teléfono: '+502 2222 3333', employees: 12, notas: 'Call me\nplease', utm: 'x', score: '100', source: 'forged' } })
    expect(answer).toMatchObject({ status: 200, body: { received: true, unused: ['utm', 'score', 'source'] } })
    const [lead] = await pulledLeads(desk)
    expect(lead).toMatchObject({ company: 'Café Uno', country: 'GT', contactEmail: 'ana@uno.example', employees: 12, notes: 'Call me\nplease', source: 'Campaign 7', score: null, stage: 'offered', partnerId: ids.a, territoryId: ids.guatemala, assignmentOrigin: 'rules', runId: answer.body.receipt })
    const entries = rowsOf(desk, journal).filter(({ actorName }) => actorName === 'Contact')
    expect(entries.map(({ command, actorId, batchId }) => [command, actorId.slice(0, 5), batchId])).toEqual([['leads.create', 'form:', null], ['assignment.recordDecisions', 'form:', null], ['assignment.applyDecisions', 'form:', null]])
    expect(entries[0]?.id).toBe(answer.body.receipt)
  })

  test('is explained as a run on a desk would explain it, lead by lead', async () => {
    const { api, desk, path } = await open(name)
    for (const [at, country] of ['GT', 'GT', 'MX', 'GT', 'FR', 'GT', 'GT', 'MX'].entries()) expect((await send(api, path, { values: { company: `Company ${at}`, country } })).status).toBe(200)
    const decided = await pulledLeads(desk)
    const explanations = new Map<string | null | undefined, unknown>(rowsOf(desk, decisions).map(({ id, explanation }) => [id, explanation]))

    const { call, rows } = await workspaceWith(desk, decided.map((lead) => ({ ...lead, ...unplaced })))
    valueOf(await call(assignmentContract.operations.run, { scope: 'unassigned' }))
    const onDesk = rows(leads)
    const reasons = new Map(rows(decisions).map(({ id, explanation }) => [id, explanation]))
    const told = (rows: readonly Lead[], why: ReadonlyMap<unknown, unknown>) => rows.map(({ id, stage, partnerId, territoryId, ruleId, assignmentOrigin, decisionId }) => ({ id, stage, partnerId, territoryId, ruleId, assignmentOrigin, why: why.get(decisionId) }))
    expect(told(decided, explanations)).toEqual(told(onDesk, reasons))
    expect(decided.map(({ stage }) => stage)).toEqual(['offered', 'offered', 'offered', 'offered', 'unroutable', 'offered', 'offered', 'offered'])
    expect(explanations.size).toBeGreaterThan(3)

    const nobodys = decided.find(({ stage }) => stage === 'unroutable')
    const pulled = await workspaceWith(desk, decided, [decisions, journal])
    expect(valueOf(await pulled.call(assignmentContract.operations.explain, { leadId: nobodys?.id ?? '' }))).toEqual({ decidedAt: nobodys?.arrivedAt, explanation: explanations.get(nobodys?.decisionId), heldBack: null })
  })

  test('is explained as a run would, also among leads that are worked on, closed, declined or given by hand', async () => {
    const { api, desk, path, ids } = await open(name)
    for (let at = 0; at < 6; at += 1) await send(api, path, { values: { company: `Company ${at}`, country: 'GT' } })
    const [worked, lost, declined, manual, expired] = (await pulledLeads(desk)).map(({ id }) => id)
    const stage = (id: string | undefined, ...stages: readonly string[]) => stages.map((each) => ({ name: 'leads.setStage', input: { id, stage: each } }))
    const answer = await desk.give(...stage(worked, 'accepted', 'working'), ...stage(lost, 'closedLost'), ...stage(declined, 'declined'), ...stage(expired, 'expired'), { name: 'leads.assignManually', input: { ids: [manual], partnerId: ids.c, reason: 'Known', until: null } })
    expect(answer.results.map(({ status }) => status)).toEqual(answer.results.map(() => 'applied'))
    await send(api, path, { values: { company: 'Late', country: 'GT' } })
    const held = await pulledLeads(desk)
    const late = held.at(-1)
    const { call, rows } = await workspaceWith(desk, held.map((lead) => (lead.id === late?.id ? { ...lead, ...unplaced } : lead)), [decisions])
    valueOf(await call(assignmentContract.operations.run, { scope: 'unassigned' }))
    const onDesk = rows(leads).at(-1)
    const why = (all: readonly RowOf<typeof decisions>[], lead: Lead | undefined) => all.find(({ id }) => id === lead?.decisionId)?.explanation
    expect([late?.partnerId, late?.ruleId, late?.stage, why(rowsOf(desk, decisions), late)]).toEqual([onDesk?.partnerId, onDesk?.ruleId, onDesk?.stage, why(rows(decisions), onDesk)])
    expect(late).toMatchObject({ company: 'Late', stage: 'offered' })
  })

  test('is scored as it comes in, waits where only leads that qualify are offered, and is offered once it does', async () => {
    const { api, desk, path, ids } = await open(name)
    await desk.give(
      { name: 'qualification.createCriterion', input: { name: 'Large', kind: 'points', condition: { field: 'employees', from: 100, to: null }, points: 60 } },
      { name: 'qualification.setTerms', input: { edits: [{ field: 'threshold', value: 50 }, { field: 'onlyQualified', value: true }] } },
    )
    await send(api, path, { values: { company: 'Small', country: 'MX', employees: 12 } })
    await send(api, path, { values: { company: 'Large', country: 'MX', employees: 1200 } })
    const [small, large] = await pulledLeads(desk)
    expect(small).toMatchObject({ score: 0, qualifies: false, stage: 'new', partnerId: null })
    expect(large).toMatchObject({ score: 60, qualifies: true, stage: 'offered', partnerId: ids.c })

    const { call } = await workspaceWith(desk, await pulledLeads(desk), [decisions, journal, criteria, distributionTerms])
    expect(valueOf(await call(assignmentContract.operations.explain, { leadId: small?.id ?? '' }))).toMatchObject({ decidedAt: null, heldBack: 'notQualified', explanation: { partnerId: ids.c } })
    expect(valueOf(await call(assignmentContract.operations.preview, { scope: 'unassigned' }))).toMatchObject({ assigned: 0, heldBack: 1 })
    await call(leadsContract.operations.setStage, { id: small?.id ?? '', stage: 'qualified' })
    expect(valueOf(await call(assignmentContract.operations.preview, { scope: 'unassigned' })), 'a person let it through').toMatchObject({ assigned: 1, heldBack: 0 })
  })

  test('B2.10: goes past a partner that has declined too much, on the central API as on a desk', async () => {
    const { api, desk, path, ids } = await open(name)
    await desk.give({ name: 'qualification.setTerms', input: { edits: [{ field: 'declines', value: 2 }] } })
    for (const company of ['One', 'Two', 'Three']) {
      await send(api, path, { values: { company, country: 'GT' } })
      const [latest] = (await pulledLeads(desk)).toReversed()
      if (latest?.partnerId === ids.a) await desk.give({ name: 'leads.setStage', input: { id: latest.id, stage: 'declined', reason: 'Too small' } })
    }
    await send(api, path, { values: { company: 'Four', country: 'GT' } })
    const four = (await pulledLeads(desk)).find(({ company }) => company === 'Four')
    expect(four?.partnerId, 'whose turn it is does not matter').toBe(ids.b)
    const [why] = rowsOf(desk, decisions).filter(({ id }) => id === four?.decisionId)
    expect(why?.explanation).toMatchObject({ candidates: [{ partnerId: ids.a, eligible: false, reasons: [{ reason: 'coolingDown', declined: 2, answered: 2 }] }, { partnerId: ids.b, eligible: true }] })

    const { call } = await workspaceWith(desk, (await pulledLeads(desk)).map((lead) => (lead.id === four?.id ? { ...lead, ...unplaced } : lead)), [decisions, journal, distributionTerms, offers])
    expect(valueOf(await call(assignmentContract.operations.ruleVersion, {})).version).toBe(why?.ruleVersion)
    expect(valueOf(await call(assignmentContract.operations.explain, { leadId: four?.id ?? '' })).explanation).toEqual(why?.explanation)
  })

  test('thirty at once: none is lost, nobody gets more than he can take, each is one version', async () => {
    const { api, tenantId, desk, path, ids } = await open(name)
    const before = await versionOf(api.store, tenantId)
    const answers = await Promise.all(Array.from({ length: 30 }, (_, at) => send(api, path, { values: { company: `Company ${at}`, country: 'GT' } })))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
    const all = await pulledLeads(desk)
    const held = (id: string): number => all.filter(({ partnerId }) => partnerId === id).length
    expect([all.length, held(ids.a), held(ids.b)]).toEqual([30, 2, 28])
    expect(await versionOf(api.store, tenantId)).toBe(before + 30)
  })

  test('sent again with its key is one lead, also twice at once; with other content it is refused', async () => {
    const { api, desk, path } = await open(name)
    const again = { values: { company: 'Twice', country: 'GT' }, headers: { 'idempotency-key': 'k1' } }
    const answers = await Promise.all([send(api, path, again), send(api, path, again), send(api, path, again)])
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.receipt}`)).size).toBe(1)
    expect((await send(api, path, again)).body.receipt).toBe(answers[0]?.body.receipt)
    expect(await send(api, path, { ...again, values: { company: 'Other' } })).toMatchObject({ status: 422, body: { error: { code: 'form.key-reused' } } })
    expect((await send(api, path, { values: { company: 'By field', idempotencyKey: 'k2' } })).body.receipt).toBe((await send(api, path, { values: { company: 'By field', idempotencyKey: 'k2' } })).body.receipt)
    expect((await pulledLeads(desk)).map(({ company }) => company)).toEqual(['Twice', 'By field'])
  })

  test('of a company that is a lead already makes no second one, and does not tell', async () => {
    const { api, desk, path } = await open(name)
    const values = { company: 'Known S.A.', country: 'GT' }
    const [first, second] = [await send(api, path, { values }), await send(api, path, { values: { ...values, company: 'KNOWN, SA' } })]
    expect(Object.keys(second.body)).toEqual(Object.keys(first.body))
    expect([second.status, second.body.unused]).toEqual([200, []])
    expect(await pulledLeads(desk)).toHaveLength(1)
  })

  test('is seen by the desks of its territory alone, the history too; without a rule, by all, with its reason', async () => {
    const { api, tenantId, desk, path, ids } = await open(name)
    const [gt, mx] = [await api.desk(tenantId, 'channelManager', [ids.guatemala]), await api.desk(tenantId, 'channelManager', [ids.mexico])]
    await mx.pull()
    await send(api, path, { values: { company: 'Secreta', country: 'GT' } })
    await send(api, path, { values: { company: 'Nowhere', country: 'FR' } })
    expect((await pulledLeads(gt)).map(({ company }) => company)).toEqual(['Secreta', 'Nowhere'])
    const pulled = await mx.pull()
    expect(JSON.stringify(pulled.data)).not.toContain('Secreta')
    expect((await pulledLeads(mx)).map(({ company }) => company)).toEqual(['Nowhere'])
    const [, nowhere] = await pulledLeads(desk)
    expect(nowhere).toMatchObject({ stage: 'unroutable', partnerId: null, territoryId: null })
    expect(rowsOf(desk, decisions).find(({ id }) => id === nowhere?.decisionId)?.explanation).toMatchObject({ cause: 'noRule', partnerId: null })
  })

  test('goes by the rules as they are now, also when another process has changed them', async () => {
    const { api, desk, path, ids } = await open(name)
    await send(api, path, { values: { company: 'Before', country: 'MX' } })
    await desk.give({ name: 'partners.setStatus', input: { id: ids.c, status: 'suspended' } })
    await send(api, path, { values: { company: 'After', country: 'MX' } })
    expect((await pulledLeads(desk)).map(({ company, partnerId }) => [company, partnerId])).toEqual([['Before', ids.c], ['After', null]])
  })
})

describe('a web form that cannot be read', () => {
  test('is told field by field what is wrong, in the language of who sends, and nothing is kept', async () => {
    const { api, desk, path } = await open()
    const answer = await send(api, path, { values: { company: '', country: 'Atlantis', correo: 'not an address', phone: 'x' }, headers: { 'accept-language': 'es-GT,en;q=0.5' } })
    expect(answer).toMatchObject({ status: 422, body: { error: { code: 'form.fields-invalid', details: { fields: [
      { field: 'company', name: null, code: 'import.value-missing', value: null, sentence: 'Falta un valor.' },
      { field: 'country', name: 'country', code: 'import.country-unknown', value: 'Atlantis' },
      { field: 'contactEmail', name: 'correo', code: 'import.email-invalid', value: 'not an address' },
      { field: 'contactPhone', name: 'phone', code: 'import.phone-invalid', value: 'x' },
    ] } } } })
    expect(await pulledLeads(desk)).toEqual([])
  })

  test.each<[string, number, string, object | string]>([
    ['holds a list', 400, 'input.invalid', { company: ['a'] }],
    ['is an array', 400, 'input.invalid', []],
    ['holds a NUL', 400, 'input.invalid', { company: 'a\u0000b' }],
    ['has too many fields', 400, 'input.invalid', Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`f${at}`, 'x']))],
    ['has a long key', 400, 'form.key-too-long', { company: 'a', idempotencyKey: 'k'.repeat(201) }],
    ['is in Shift_JIS', 400, 'form.not-utf8', 'company=%93%8C%8B%9E'],
    ['is too large', 413, 'request.too-large', { company: 'a', notes: 'x'.repeat(70_000) }],
    ['has a value that is too long', 422, 'form.fields-invalid', { company: 'x'.repeat(401) }],
  ])('because it %s', async (_, status, code, values) => {
    const { api, path } = await open()
    expect(await send(api, path, { values })).toMatchObject({ status, body: { error: { code } } })
  })

  test('because its key is unknown or revoked', async () => {
    const { api, tenantId, path } = await open('PGlite', { name: 'Old' })
    await revokeForm(api.store, tenantId, 'Old', new Date())
    for (const url of [path, '/forms/v1/x', '/forms/v1/', `/forms/v1/${'k'.repeat(90)}`]) expect([url, (await send(api, url, { values: { company: 'a' } })).status]).toEqual([url, 404])
    await expect(revokeForm(api.store, tenantId, 'Old', new Date())).rejects.toMatchObject({ refusal: { code: 'form.not-found' } })
  })
})

test('what fills the field that nobody sees is thanked and forgotten', async () => {
  const { api, desk, path } = await open()
  const answer = await send(api, path, { values: { company: 'Bot', country: 'GT', confirm_address: 'x' } })
  expect(answer).toMatchObject({ status: 200, body: { received: true, receipt: expect.any(String), unused: [] } })
  expect(await pulledLeads(desk)).toEqual([])
})

test.each([[3, 200, 1], [4, 503, 0]])('a deadlock that comes %i times is answered with %i and has made %i leads', async (times, status, made) => {
  const store = await stores.open('PGlite')
  let faults = 0
  const faulty: Store = {
    ...store,
    transaction: (options, work) => store.transaction(options, async (session) => {
      const result = await work(session)
      // After everything was written: the transaction is rolled back whole.
      if (faults > 0 && !('as' in options)) throw Object.assign(new Error('deadlock detected'), { code: '40P01', left: (faults -= 1) })
      return result
    }),
  }
  const api = await openApi(faulty)
  const { tenantId, desk } = await formCompany(api)
  const path = await formPath(store, tenantId)
  faults = times
  const answer = await send(api, path, { values: { company: 'Once', country: 'GT' } })
  faults = 0
  expect([answer.status, answer.headers['retry-after']]).toEqual([status, status === 503 ? '2' : undefined])
  expect(await pulledLeads(desk)).toHaveLength(made)
})

describe('a plain HTML form', () => {
  const browser = { accept: 'text/html,application/xhtml+xml', 'accept-language': 'ja' }

  test('is thanked on a page in its sender’s language, or sent on to the page that the form names', async () => {
    const { api, tenantId, desk, path } = await open()
    const thanked = await send(api, path, { values: 'company=%E6%9D%B1%E4%BA%AC+%E5%95%86%E4%BA%8B&country=%E6%97%A5%E6%9C%AC&interest=a&interest=b&notes=a%0D%0Ab', headers: browser })
    expect(thanked).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, text: expect.stringContaining('<html lang="ja">') })
    expect(thanked.text).toContain('ありがとうございます')
    const onward = await formPath(api.store, tenantId, { redirect: 'https://www.lira.example/thanks' })
    expect(await send(api, onward, { values: 'company=Dos', headers: browser })).toMatchObject({ status: 303, headers: { location: 'https://www.lira.example/thanks' } })
    expect((await pulledLeads(desk)).map(({ company, country, notes }) => [company, country, notes])).toEqual([['東京 商事', 'JP', 'a\nb'], ['Dos', null, null]])
  })

  test('is told on a page what to correct, with nothing in it that a browser would run', async () => {
    const { api, path } = await open()
    const answer = await send(api, path, { values: 'company=a&country=%3Cscript%3Ealert(1)%3C/script%3E', headers: { ...browser, 'accept-language': '' } })
    expect(answer).toMatchObject({ status: 422, headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': expect.stringContaining(`default-src 'none'`) } })
    expect(answer.text).toContain('<li>Country: “&#60;script&#62;')
    expect(answer.text).not.toContain('<script')
  })

  test('is taken nowhere else', async () => {
    const { api } = await open()
    expect((await send(api, '/auth/v1/enrol', { values: 'code=x' })).status).toBe(415)
    const { api: other, path } = await open()
    expect((await send(other, path, { values: { company: 'a' }, headers: { 'content-type': 'text/plain' } })).status).toBe(415)
  })
})

describe('pages of other origins', () => {
  const mine = 'https://www.lira.example'

  test('may send what the form names them for, and no other page may', async () => {
    const { api, path } = await open('PGlite', { origins: [mine] })
    const ahead = await send(api, path, { method: 'OPTIONS', headers: { origin: mine, 'access-control-request-method': 'POST' } })
    expect(ahead).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': mine, 'access-control-allow-methods': 'POST', 'access-control-allow-headers': 'content-type, idempotency-key' } })
    expect(await send(api, path, { values: { company: 'a' }, headers: { origin: mine } })).toMatchObject({ status: 200, headers: { 'access-control-allow-origin': mine } })
    expect(await send(api, path, { values: { company: '' }, headers: { origin: mine } })).toMatchObject({ status: 422, headers: { 'access-control-allow-origin': mine } })
    for (const origin of ['https://evil.example', 'null', 'http://www.lira.example', `${mine}.evil.example`]) {
      for (const method of ['OPTIONS', 'POST'] as const) {
        const answer = await send(api, path, { method, values: { company: 'b' }, headers: { origin } })
        expect([origin, answer.status, answer.headers['access-control-allow-origin']]).toEqual([origin, 403, undefined])
      }
    }
  })

  test('get no word where the form names none', async () => {
    const { api, path } = await open()
    const answer = await send(api, path, { values: 'company=a', headers: { origin: mine } })
    expect([answer.status, answer.headers['access-control-allow-origin']]).toEqual([200, undefined])
  })
})

describe('who sends too much', () => {
  const times = async (count: number, one: (at: number) => Promise<Answered>): Promise<readonly number[]> => {
    const statuses: number[] = []
    for (let at = 0; at < count; at += 1) statuses.push((await one(at)).status)
    return statuses
  }

  test('is stopped by address, whatever the headers claim; another is not', async () => {
    const api = await openApi(await stores.open('PGlite'))
    const path = await formPath(api.store, await api.newTenant())
    const flood = (at: number, from: string) => send(api, path, { values: { company: '' }, from, headers: { 'x-forwarded-for': `1.2.3.${at}`, forwarded: `for=1.2.3.${at}` } })
    const statuses = await times(70, (at) => flood(at, '10.1.1.1'))
    expect(statuses.filter((status) => status === 422)).toHaveLength(60)
    expect(statuses.at(-1)).toBe(429)
    expect((await flood(0, '10.1.1.2')).status).toBe(422)
  })

  test('is told from others behind a trusted proxy', async () => {
    const api = await openApi(await stores.open('PGlite'), undefined, { trustedProxies: ['10.1.1.0/24'] })
    const path = await formPath(api.store, await api.newTenant())
    const through = (forwarded: string, from = '10.1.1.1') => send(api, path, { values: { company: '' }, from, headers: { 'x-forwarded-for': forwarded } })
    expect((await times(61, () => through('6.6.6.6, 7.7.7.7'))).at(-1)).toBe(429)
    expect((await through('7.7.7.7, 8.8.8.8')).status).toBe(422)
    expect((await through('9.9.9.9, 7.7.7.7')).status).toBe(429)
    expect((await through('7.7.7.7', '10.2.2.2')).status).toBe(422)
  })

  test('is stopped by form, from however many addresses', async () => {
    const api = await openApi(await stores.open('PGlite'))
    const tenantId = await api.newTenant()
    const [path, other] = [await formPath(api.store, tenantId), await formPath(api.store, tenantId)]
    const statuses = await times(601, (at) => send(api, path, { method: 'OPTIONS', from: `10.${at >> 8}.${at & 255}.9` }))
    expect([statuses.filter((status) => status === 204).length, statuses.at(-1)]).toEqual([600, 429])
    expect((await send(api, other, { values: { company: nextId() } })).status).toBe(200)
  })
})
