import { setGlobalProxyFromEnv } from 'node:http'

/** This computer is reached without any proxy. */
const NO_PROXY = 'localhost,127.0.0.1,[::1]'

/**
 * Has this process's own requests go by the proxy that the company has set; without one they go straight out.
 * The desktop window goes by Chromium instead, which knows the system's settings too.
 * @returns undoes it
 */
export function goByProxy(server: string | undefined): () => void {
  return server === undefined ? () => undefined : setGlobalProxyFromEnv({ HTTP_PROXY: server, HTTPS_PROXY: server, NO_PROXY })
}
