import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** Makes of a value a text that only this server can have made. */
export function sealText(key: Buffer, value: object): string {
  const body = Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${body}.${signature(key, body)}`
}

/** The value of a sealed text; undefined for any other text. */
export function openSealed<T>(key: Buffer, text: string, schema: z.ZodType<T>): T | undefined {
  const [body = '', given = '', ...rest] = text.split('.')
  const expected = Buffer.from(signature(key, body))
  const received = Buffer.from(given)
  if (rest.length > 0 || expected.length !== received.length || !timingSafeEqual(expected, received)) return undefined
  return schema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8'))).data
}

function signature(key: Buffer, body: string): string {
  return createHmac('sha256', key).update(body).digest('base64url')
}
