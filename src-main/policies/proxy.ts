import { setGlobalProxyFromEnv } from 'node:http'
import type { Policies } from './read-policies.ts'

/** This computer is reached without any proxy. */
const NO_PROXY = 'localhost,127.0.0.1,[::1]'

/**
 * Has this process's own requests go by the proxy that the company has set, whenever it changes that; without one they go straight out.
 * The desktop window goes by Chromium instead, which knows the system's settings too.
 * @returns ends it
 */
export function followProxy({ current, onChange }: Pick<Policies, 'current' | 'onChange'>): () => void {
  let server = current().set.ProxyServer
  let leave = goBy(server)
  const unsubscribe = onChange(() => {
    if (current().set.ProxyServer === server) return
    leave()
    server = current().set.ProxyServer
    leave = goBy(server)
  })
  return () => {
    unsubscribe()
    leave()
  }
}

function goBy(server: string | undefined): () => void {
  return server === undefined ? () => undefined : setGlobalProxyFromEnv({ HTTP_PROXY: server, HTTPS_PROXY: server, NO_PROXY })
}
