import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/**
 * Whether a request comes from our own page in the user's browser: it names exactly this host, and if it says where it
 * comes from, then from here. Keeps out other sites (Origin, Sec-Fetch-Site) and names rebound to 127.0.0.1 (Host).
 */
export function isOwnRequest(request: IncomingMessage, authority: string): boolean {
  const { host, origin } = request.headers
  if (host !== authority) return false
  if (origin !== undefined && origin !== `http://${authority}`) return false
  const site = request.headers['sec-fetch-site']
  return site === undefined || site === 'same-origin' || site === 'none'
}

/** Whether the request carries this start's token; compared in constant time. */
export function holdsToken(request: IncomingMessage, token: string): boolean {
  const given = request.headers['x-workbench-token']
  if (typeof given !== 'string') return false
  const a = Buffer.from(given)
  const b = Buffer.from(token)
  return a.length === b.length && timingSafeEqual(a, b)
}
