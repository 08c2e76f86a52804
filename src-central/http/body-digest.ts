import { createHash } from 'node:crypto'

/** The value of the digest's header. */
export function digestOf(body: string | Buffer): string {
  return `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
}
