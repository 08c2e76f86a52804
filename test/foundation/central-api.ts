import { openCentral, type OpenedCentral } from '#central/open-central.ts'
import type { CompanySignIn } from '#central/people/company-identity.ts'
import { inviteWith } from '#central/people/invitations.ts'
import type { Store } from '#central/store/store.ts'
import type { Role } from '#shared/people/role.ts'
import type { Session } from '#shared/people/enrolment.ts'
import type { PulledTable, PullAnswer, PushAnswer, SentCommand } from '#shared/sync/messages.ts'
import { tableNamed } from '#shared/tables.ts'
import { nextId } from './builders/sequential-id.ts'
import { newTenant, quiet } from './central-stores.ts'

export const ISSUED = '2026-11-20T00:00:00.000Z'

export interface Answer {
  readonly status: number
  readonly body: never
  readonly headers: Readonly<Record<string, unknown>>
}

export interface Given {
  readonly name: string
  readonly input: unknown
  readonly id?: string
  readonly version?: number
  readonly batchId?: string
}

/** A person's desk as the central API sees it: it numbers its commands and keeps its cursor and rows. */
export class RemoteDesk {
  readonly clientId: string
  readonly session: Session
  readonly #api: CentralApi
  sequence = 0
  previous: string | null = null
  cursor: string | null = null
  /** What was pulled, as objects, by table and id. */
  readonly rows = new Map<string, Map<string, Record<string, unknown>>>()

  constructor(api: CentralApi, clientId: string, session: Session) {
    this.#api = api
    this.clientId = clientId
    this.session = session
  }

  /** The next commands of this desk, numbered. */
  next(...given: readonly Given[]): SentCommand[] {
    return given.map(({ name, input, id = nextId(), version = 1, batchId = null }) => {
      this.sequence += 1
      const command = { seq: this.sequence, id, previous: this.previous, name, version, input: input as never, issuedAt: ISSUED, batchId }
      this.previous = id
      return command
    })
  }

  post(path: string, payload: object): Promise<Answer> {
    return this.#api.post(path, payload, this.session.accessToken)
  }

  async send(commands: readonly SentCommand[]): Promise<PushAnswer> {
    const { status, body } = await this.post('/sync/v1/push', { clientId: this.clientId, epoch: null, programVersion: 'test', commands })
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
    return body
  }

  give(...given: readonly Given[]): Promise<PushAnswer> {
    return this.send(this.next(...given))
  }

  async page(options: { token?: string | null; cursor?: string | null; maximumRows?: number; acknowledged?: number } = {}): Promise<PullAnswer> {
    const { status, body } = await this.post('/sync/v1/pull', { clientId: this.clientId, cursor: this.cursor, token: null, requestId: 1, acknowledged: 0, ...options })
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
    return body
  }

  /** Pulls to the end; answers the first page with everything that came. */
  async pull(options: { maximumRows?: number; acknowledged?: number } = {}): Promise<{ reset: PullAnswer['reset']; data: readonly PulledTable[]; complete: NonNullable<PullAnswer['complete']>; pages: number }> {
    const first = await this.page(options)
    const data = [...first.data]
    let last = first
    let pages = 1
    if (first.reset !== null) this.rows.clear()
    while (last.token !== null) {
      last = await this.page({ ...options, token: last.token })
      data.push(...last.data)
      pages += 1
    }
    if (last.complete === null) throw new Error('a pull that ends without an end')
    this.cursor = last.complete.cursor
    for (const part of data) this.#take(part)
    return { reset: first.reset, data, complete: last.complete, pages }
  }

  #take({ table, columns, put, remove }: PulledTable): void {
    const rows = this.rows.get(table) ?? new Map<string, Record<string, unknown>>()
    this.rows.set(table, rows)
    const empty = Object.fromEntries(tableNamed(table).columnNames.map((column) => [column, null]))
    for (const values of put) {
      const row: Record<string, unknown> = { ...empty, ...Object.fromEntries(columns.map((column, at) => [column, values[at]])) }
      rows.set(String(row['id']), row)
    }
    for (const id of remove) rows.delete(id)
  }

  ids(table: string): readonly string[] {
    return [...(this.rows.get(table)?.keys() ?? [])].sort()
  }
}

/** The API on a store, without a socket. Its clock can be moved. */
export class CentralApi {
  readonly opened: OpenedCentral
  readonly store: Store
  readonly clock: { now: Date }

  constructor(store: Store, opened: OpenedCentral, clock: { now: Date }) {
    this.store = store
    this.opened = opened
    this.clock = clock
  }

  /** Each from an address of its own, unless one is said. */
  async post(url: string, payload: object, token?: string, remoteAddress = nextAddress()): Promise<Answer> {
    const answer = await this.opened.app.inject({ method: 'POST', url, payload, remoteAddress, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } })
    return { status: answer.statusCode, body: answer.json<never>(), headers: answer.headers }
  }

  newTenant(): Promise<string> {
    return newTenant(this.store)
  }

  /** A code for somebody; territories by their ids. */
  async code(tenantId: string, role: Role, territories: readonly string[] = [], email = `${nextId()}@example.com`): Promise<string> {
    const invited = await this.store.transaction({ as: 'registrar' }, (session) => inviteWith(session, tenantId, { name: `A ${role}`, email, role, territories: [...territories] }, this.clock.now))
    return invited.code
  }

  async desk(tenantId: string, role: Role = 'channelManager', territories: readonly string[] = [], clientId: string = nextId()): Promise<RemoteDesk> {
    const { status, body } = await this.post('/auth/v1/enrol', { code: await this.code(tenantId, role, territories), deviceName: 'a desk', clientId })
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`)
    return new RemoteDesk(this, clientId, body)
  }
}

let addresses = 0

function nextAddress(): string {
  addresses += 1
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`
}

const apis = new WeakMap<Store, Promise<CentralApi>>()

/** One API for all cases of a file on the same store. */
export function centralApi(store: Store): Promise<CentralApi> {
  let api = apis.get(store)
  if (api === undefined) apis.set(store, (api = openApi(store)))
  return api
}

export async function openApi(store: Store, log: (line: string) => void = quiet, options: { readonly signIn?: CompanySignIn | null; readonly trustedProxies?: readonly string[] } = {}): Promise<CentralApi> {
  const clock = { now: new Date() }
  const opened = await openCentral({ store, log, clock: () => clock.now, ...options })
  return new CentralApi(store, opened, clock)
}

