import { describe, expect, test } from 'vitest'
import { listForms, newFormSchema } from '#central/forms/forms.ts'
import { journal } from '#shared/journal/journal.table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { applications } from '#shared/recruiting/application.table.ts'
import { centralApi } from '#test/foundation/central-api.ts'
import { centralStores } from '#test/foundation/central-stores.ts'
import { formCompany, formPath, rowsOf } from './form-company.ts'
import { send } from './send-form.ts'

type StoreName = 'PGlite' | 'PostgreSQL'
const stores = centralStores()

async function open(name: StoreName = 'PGlite') {
  const api = await centralApi(await stores.open(name))
  const { tenantId, desk } = await formCompany(api)
  const path = await formPath(api.store, tenantId, { name: 'Become a partner', takes: 'applications', source: 'inbound' })
  const pulled = async () => {
    await desk.pull()
    return rowsOf(desk, applications).toSorted((one, other) => (one.id < other.id ? -1 : 1))
  }
  return { api, tenantId, desk, path, pulled }
}

describe.each<StoreName>(['PGlite', 'PostgreSQL'])('a web form for applications on %s', (name) => {
  test('makes an application of what it sends, with its questions and answers, and keeps what is personal out of the history', async () => {
    const { api, desk, path, pulled } = await open(name)
    const answer = await send(api, path, {
      values: {
        会社名: ' 株式会社 青山システム ', 国: '日本', website: 'https://www.aoyama.example/about', correo: 'HANA@aoyama.example', お名前: '青山 花', cargo: '部長', employees: '120', 'kind of partner': 'VAR',
        productos: 'suite\ncloud;suite', idiomas: '日本語|inglés', 業種: '小売業', 紹介者: 'Lira', notes: 'Call me\nplease', 'Why us?': 'We sell\r\neverything', status: 'approved', source: 'referral', empty: ' ',
      },
    })
    expect(answer).toMatchObject({ status: 200, body: { received: true, unused: [] } })
    const [application] = await pulled()
    expect(application).toMatchObject({
      status: 'applicant', source: 'inbound', company: '株式会社 青山システム', country: 'JP', website: 'https://www.aoyama.example/about', domain: 'aoyama.example', employees: 120, partnerType: 'valueAddedReseller',
      products: ['suite', 'cloud'], languages: ['ja', 'en'], industries: ['retail'], referredBy: 'Lira', notes: 'Call me\nplease', partnerId: null, decidedAt: null,
      persons: [{ name: '青山 花', email: 'hana@aoyama.example', phone: null, role: '部長' }],
      answers: [{ question: 'Why us?', answer: 'We sell\neverything' }, { question: 'status', answer: 'approved' }, { question: 'source', answer: 'referral' }],
    })
    expect(rowsOf(desk, leads)).toEqual([])
    const [entry] = rowsOf(desk, journal).filter(({ actorName }) => actorName === 'Become a partner')
    expect([entry?.id, entry?.command, entry?.actorId.slice(0, 5)]).toEqual([answer.body.receipt, 'recruiting.apply', 'form:'])
    expect(JSON.stringify(entry)).not.toMatch(/青山|aoyama|please|everything/)
  })

  test('is one application however often it is pressed, and one more when it says something else', async () => {
    const { api, tenantId, path, pulled } = await open(name)
    const values = { company: 'Twice', country: 'GT', email: 'ana@twice.example' }
    const answers = await Promise.all([send(api, path, { values }), send(api, path, { values }), send(api, path, { values })])
    expect(answers.map(({ status, body }) => [status, Object.keys(body)])).toEqual(answers.map(() => [200, ['received', 'receipt', 'unused']]))
    expect((await send(api, path, { values: { ...values, notes: 'We forgot to say' } })).status).toBe(200)
    expect((await pulled()).map(({ notes }) => notes)).toEqual([null, 'We forgot to say'])
    expect(await listForms(api.store, tenantId)).toMatchObject([{ name: 'Become a partner', takes: 'applications', source: 'inbound', taken: 2, duplicates: 2 }])
  })
})

test('an applicant is told on a page what to correct, by the words of an application and of the form', async () => {
  const { api, path, pulled } = await open()
  const body = new URLSearchParams({ country: 'Atlantis', correo: 'not an address', tipo: 'king', 'Why us?': 'x'.repeat(4001) }).toString()
  const answer = await send(api, path, { values: body, headers: { accept: 'text/html', 'accept-language': 'es' } })
  expect(answer.status).toBe(422)
  expect([...answer.text.matchAll(/<li>(.+?):/g)].map(([, label]) => label)).toEqual(['País', 'Empresa', 'Quiere ser', 'Correo electrónico', 'Why us?'])
  expect(await pulled()).toEqual([])
})

test.each<[string, Record<string, string>]>([
  ['languages', { languages: `en-${'abcdefgh-'.repeat(9)}x` }],
  ['products', { products: 'p'.repeat(61) }],
  ['products', { products: Array.from({ length: 101 }, (_, at) => `p${at}`).join(';') }],
  ['contactEmail', { email: `anna.lira@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.example` }],
  ['contactPhone', { phone: '1'.repeat(30) }],
  ['employees', { employees: '-3' }],
])('%s that no application could hold are refused, not kept in part', async (field, values) => {
  const { api, path, pulled } = await open()
  const answer = await send(api, path, { values: { company: 'Long', ...values } })
  expect(answer).toMatchObject({ status: 422, body: { error: { code: 'form.fields-invalid', details: { fields: [expect.objectContaining({ field })] } } } })
  expect(await pulled()).toEqual([])
})

test('of more questions than an application holds the rest is told as unused', async () => {
  const { api, path, pulled } = await open()
  const answer = await send(api, path, { values: { company: 'Many', ...Object.fromEntries(Array.from({ length: 53 }, (_, at) => [`question ${at}`, 'yes'])) } })
  expect(answer.body.unused).toEqual(['question 50', 'question 51', 'question 52'])
  expect((await pulled())[0]?.answers).toHaveLength(50)
})

test('a form for applications names how they come, not a campaign', () => {
  const form = { name: 'Partners', takes: 'applications', redirect: null, origins: [] }
  expect(newFormSchema.safeParse({ ...form, source: 'Campaign 7' }).success).toBe(false)
  expect(newFormSchema.safeParse({ ...form, source: 'referral' }).success).toBe(true)
  expect(newFormSchema.parse({ name: 'Contact', source: 'Campaign 7', redirect: null, origins: [] }).takes).toBe('leads')
})
