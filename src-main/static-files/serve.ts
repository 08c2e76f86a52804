import { SECURITY_HEADERS } from './content-security-policy.ts'
import { contentTypeOf, type StaticManifest } from './manifest.ts'

export interface StaticSite {
  /** Scheme, host and port the requests must carry: `app://app`, `http://127.0.0.1:52011`. */
  readonly origin: string
  readonly manifest: StaticManifest
  /** Reads a file named by the manifest; only such names are ever asked for. */
  readonly read: (file: string) => Promise<Uint8Array<ArrayBuffer>>
}

/** Files whose name carries a hash of their content never change under that name. */
const HASHED = /^assets\/.+-[\w-]{8,}\.\w+$/

/**
 * Answers GET for exactly the paths of the manifest: 405 for another method, 404 for everything else,
 * be it another host, a port, a user, a query or a path that merely leads to the same file.
 */
export function createStaticFileHandler(site: StaticSite): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET') return answer(405, 'Method not allowed', { allow: 'GET' })
    const file = fileFor(site, request.url)
    if (file === undefined) return answer(404, 'Not found')
    const cacheControl = HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache'
    return answer(200, await site.read(file), { 'content-type': contentTypeOf(file), 'cache-control': cacheControl })
  }
}

function fileFor(site: StaticSite, requestUrl: string): string | undefined {
  const url = URL.parse(requestUrl)
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '') return undefined
  if (`${url.protocol}//${url.host}` !== site.origin) return undefined
  return site.manifest.get(url.pathname)
}

function answer(status: number, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Response {
  const plain = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(body, { status, headers: { ...plain, ...headers, ...SECURITY_HEADERS } })
}
