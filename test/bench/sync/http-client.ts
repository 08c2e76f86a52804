import type { z } from 'zod'
import { newId } from '#main/foundation/new-id.ts'
import { ask } from '#main/sync/central-client.ts'
import { systemSurroundings } from '#main/sync/serve-sync.ts'
import { sessionSchema, type Session } from '#shared/people/enrolment.ts'
import { digestAnswerSchema, pullAnswerSchema, pushAnswerSchema, type PullAnswer } from '#shared/sync/messages.ts'
import type { Edit } from './workload.ts'

const surroundings = systemSurroundings()

/** Speaks to a central API without a workspace: for what the server alone does. */
export class HttpClient {
  readonly #address: string
  readonly #clientId: string
  readonly #session: Session
  #sequence = 0
  #previous: string | null = null
  cursor: string | null = null

  private constructor(address: string, clientId: string, session: Session) {
    this.#address = address
    this.#clientId = clientId
    this.#session = session
  }

  static async enrol({ address, code }: { readonly address: string; readonly code: string }): Promise<HttpClient> {
    const clientId = newId()
    const session = await ask(surroundings, { address, path: '/auth/v1/enrol', body: { code, deviceName: 'bench', clientId }, answer: sessionSchema, signal: new AbortController().signal })
    return new HttpClient(address, clientId, session)
  }

  /** Pulls to the end; what came is not kept. */
  async pullAll(): Promise<void> {
    let token: string | null = null
    do {
      const page: PullAnswer = await this.#page(this.cursor, token)
      token = page.token
      if (page.complete !== null) this.cursor = page.complete.cursor
    } while (token !== null)
  }

  /** One page after a cursor, without going on from there. @returns how many rows of the table came */
  async pullAgain(cursor: string | null, table: string): Promise<number> {
    const { data } = await this.#page(cursor, null)
    return data.find((part) => part.table === table)?.put.length ?? 0
  }

  async push(edits: readonly Edit[]): Promise<void> {
    const commands = edits.map(({ id: lead, value, was }) => {
      const id = newId()
      this.#sequence += 1
      const command = { seq: this.#sequence, id, previous: this.#previous, name: 'leads.update', version: 1, input: { id: lead, edits: [{ field: 'city', value, was }] }, issuedAt: new Date().toISOString(), batchId: null }
      this.#previous = id
      return command
    })
    const { results } = await this.#post('/sync/v1/push', { clientId: this.#clientId, epoch: null, programVersion: 'bench', commands }, pushAnswerSchema)
    const refused = results.find(({ status }) => status !== 'applied')
    if (results.length < edits.length || refused !== undefined) throw new Error(`the push was not taken: ${refused?.code ?? 'no answer'}`)
  }

  async digest(): Promise<z.output<typeof digestAnswerSchema>['tables']> {
    return (await this.#post('/sync/v1/digest', { clientId: this.#clientId, cursor: this.cursor }, digestAnswerSchema)).tables
  }

  #page(cursor: string | null, token: string | null): Promise<PullAnswer> {
    return this.#post('/sync/v1/pull', { clientId: this.#clientId, cursor, token, requestId: 1, acknowledged: 0 }, pullAnswerSchema)
  }

  #post<S extends z.ZodType>(path: string, body: unknown, answer: S): Promise<z.output<S>> {
    return ask(surroundings, { address: this.#address, path, body, answer, token: this.#session.accessToken, signal: new AbortController().signal })
  }
}
