import type { App, ProxyConfig, Session } from 'electron'

/**
 * Has Chromium go by the proxy that the company has set, for the window's process and the workspace's; without one by the system's settings.
 * Chromium takes a proxy's address without a user and a path.
 */
export async function goByProxy(app: Pick<App, 'setProxy'>, session: Pick<Session, 'setProxy'>, server: string | undefined): Promise<void> {
  const url = server === undefined ? null : URL.parse(server)
  const config: ProxyConfig = url === null ? { mode: 'system' } : { mode: 'fixed_servers', proxyRules: `${url.protocol}//${url.host}`, proxyBypassRules: '<local>' }
  await Promise.all([app.setProxy(config), session.setProxy(config)])
}
