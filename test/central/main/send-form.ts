import type { CentralApi } from '#test/foundation/central-api.ts'

let addresses = 0

interface Sent {
  readonly values?: object | string
  readonly headers?: Readonly<Record<string, string>>
  readonly from?: string
  readonly method?: 'POST' | 'OPTIONS'
}

export interface Answered {
  readonly status: number
  readonly text: string
  readonly body: { readonly received?: boolean; readonly receipt?: string; readonly unused?: string[]; readonly error?: { readonly code: string; readonly details?: { readonly fields?: readonly object[] } } }
  readonly headers: Readonly<Record<string, unknown>>
}

/** Sends a form as a browser or a script does, each time from another address unless one is given. */
export async function send(api: CentralApi, url: string, { values = {}, headers = {}, from, method = 'POST' }: Sent = {}): Promise<Answered> {
  addresses += 1
  const plain = typeof values === 'string'
  const answer = await api.opened.app.inject({
    method, url, payload: plain ? values : JSON.stringify(values), remoteAddress: from ?? `10.50.${addresses >> 8}.${addresses & 255}`,
    headers: { 'content-type': plain ? 'application/x-www-form-urlencoded' : 'application/json', ...headers },
  })
  const json = String(answer.headers['content-type']).startsWith('application/json')
  return { status: answer.statusCode, text: answer.payload, body: json ? answer.json<Answered['body']>() : {}, headers: answer.headers }
}
