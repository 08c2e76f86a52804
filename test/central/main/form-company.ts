import { createForm, type NewForm } from '#central/forms/forms.ts'
import { decodeRow } from '#central/store/rows.ts'
import type { Store } from '#central/store/store.ts'
import { derivedIds } from '#shared/foundation/derived-ids.ts'
import type { Table } from '#shared/foundation/table.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import type { CentralApi, Given, RemoteDesk } from '#test/foundation/central-api.ts'

/** The id that a command's first row gets. */
export function madeBy({ id = '' }: Given): string {
  return derivedIds(id)()
}

const given = (name: string, input: object): Given => ({ name, input, id: nextId() })
const partner = (code: string, capacity: number | null): Given => given('partners.create', { code, name: `Partner ${code}`, type: 'reseller', country: 'GT', status: 'active', products: ['suite'], capacity })

export interface FormCompany {
  readonly tenantId: string
  readonly desk: RemoteDesk
  /** The partners A (two leads at most) and B take turns in Guatemala; C alone has Mexico. */
  readonly ids: { readonly guatemala: string; readonly mexico: string; readonly a: string; readonly b: string; readonly c: string }
}

/** A company with two territories, and rules that tell them apart. */
export async function formCompany(api: CentralApi): Promise<FormCompany> {
  const tenantId = await api.newTenant()
  const desk = await api.desk(tenantId)
  const [a, b, c] = [partner('A', 2), partner('B', null), partner('C', null)]
  const candidates = (...partners: readonly Given[]) => partners.map((each) => ({ partnerId: madeBy(each), weight: 1 }))
  const guatemala = given('territories.create', { code: 'GT', name: 'Guatemala', candidates: candidates(a, b) })
  const mexico = given('territories.create', { code: 'MX', name: 'Mexico', candidates: candidates(c) })
  const rule = (code: string, territory: Given): Given => given('territories.createRule', { code, name: code, territoryId: madeBy(territory), condition: { field: 'country', is: [code] } })
  const answer = await desk.give(a, b, c, guatemala, mexico, rule('GT', guatemala), rule('MX', mexico))
  const refused = answer.results.find(({ status }) => status !== 'applied')
  if (refused !== undefined) throw new Error(JSON.stringify(refused))
  return { tenantId, desk, ids: { guatemala: madeBy(guatemala), mexico: madeBy(mexico), a: madeBy(a), b: madeBy(b), c: madeBy(c) } }
}

/** The path that a new form sends to. */
export async function formPath(store: Store, tenantId: string, more: Partial<NewForm> = {}): Promise<string> {
  const { key } = await createForm(store, tenantId, { name: `Contact ${nextId()}`, takes: 'leads', source: 'Web', redirect: null, origins: [], ...more }, new Date())
  return `/forms/v1/${key}`
}

/** The rows of a table that a desk has pulled. */
export function rowsOf<R extends object>(desk: FormCompany['desk'], table: Table<R>): R[] {
  return [...(desk.rows.get(table.name)?.values() ?? [])].map((row) => decodeRow(table, { ...row }) as R)
}
