import type { Protocol } from 'electron'

export const APP_SCHEME = 'app'
/** The one origin whose pages are ours. A standard scheme's origin is spelled as an https one would be. */
export const APP_ORIGIN = `${APP_SCHEME}://app`
export const APP_URL = `${APP_ORIGIN}/`

/**
 * Makes `app:` an origin like https: relative addresses, fetch of its own files, storage.
 * Not `corsEnabled`, so that no other origin may read from it, and not `bypassCSP`. Works only before the app is ready.
 */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
}

/** Answers `app:` with the static files; to be called once the app is ready. */
export function serveAppProtocol(
  protocol: Pick<Protocol, 'handle' | 'unhandle'>,
  handler: (request: Request) => Promise<Response>,
): () => void {
  protocol.handle(APP_SCHEME, handler)
  return () => protocol.unhandle(APP_SCHEME)
}

/** True for a page of ours, whatever its path; false for anything that merely looks like one. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && `${url.protocol}//${url.host}` === APP_ORIGIN && url.username === '' && url.password === ''
}
