import { z } from 'zod'
import { ApiError } from '../foundation/api-error.ts'
import type { Bearer } from '../people/bearer.ts'
import { openSealed, sealText } from './sealed-text.ts'

const count = z.int().min(0)

/** Whose it is: another's is as good as none. */
const owner = { tenant: z.string(), person: z.string() }

const cursorSchema = z.strictObject({ kind: z.literal('cursor'), ...owner, epoch: z.string(), v: count, scopes: z.string() })
/** Where a complete pull ended. `scopes`: the mark of what the person could see then. */
export type Cursor = z.infer<typeof cursorSchema>

const tokenSchema = z.strictObject({
  kind: z.literal('token'),
  ...owner,
  client: z.string(),
  epoch: z.string(),
  scopes: z.string(),
  /** In a full pull: the table under way and the last id sent of it; null once the changes since are being sent. */
  rows: z.strictObject({ table: count, after: z.string() }).nullable(),
  /** The last change sent. */
  v: count,
  n: count,
  remaining: count.nullable(),
})
/** Where a page ended. */
export type PageToken = z.infer<typeof tokenSchema>

export function sealCursor(key: Buffer, bearer: Bearer, cursor: Pick<Cursor, 'epoch' | 'v' | 'scopes'>): string {
  return sealText(key, { kind: 'cursor', tenant: bearer.tenantId, person: bearer.personId, ...cursor } satisfies Cursor)
}

export function openCursor(key: Buffer, bearer: Bearer, text: string): Cursor {
  const cursor = openSealed(key, text, cursorSchema)
  if (cursor === undefined || cursor.tenant !== bearer.tenantId || cursor.person !== bearer.personId) throw new ApiError(400, 'cursor.invalid', 'this cursor was not given to you by this server')
  return cursor
}

export function sealToken(key: Buffer, bearer: Bearer, token: Omit<PageToken, 'kind' | 'tenant' | 'person' | 'client'>): string {
  return sealText(key, { kind: 'token', tenant: bearer.tenantId, person: bearer.personId, client: bearer.clientId, ...token } satisfies PageToken)
}

export function openToken(key: Buffer, bearer: Bearer, text: string): PageToken {
  const token = openSealed(key, text, tokenSchema)
  if (token === undefined || token.tenant !== bearer.tenantId || token.person !== bearer.personId || token.client !== bearer.clientId) throw new ApiError(400, 'cursor.invalid', 'this page was not begun by you at this server')
  return token
}
