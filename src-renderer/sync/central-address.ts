/** Hosts of one's own machine and network, which may be spoken to without TLS. */
const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/**
 * The address a person has typed, as the desk is to use it: with its scheme, without path and trailing slash.
 * `undefined` for what is no web address.
 */
export function readCentralAddress(typed: string): string | undefined {
  const text = typed.trim()
  const host = /^[^/:]+/.exec(text)?.[0] ?? ''
  const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `${LOCAL.test(host) ? 'http' : 'https'}://${text}`
  if (!URL.canParse(whole)) return undefined
  const { hostname, pathname, protocol, origin } = new URL(whole)
  if ((protocol !== 'https:' && protocol !== 'http:') || !/^[\w.-]+$|^\[/.test(hostname) || (!hostname.includes('.') && !LOCAL.test(hostname) && hostname === text)) return undefined
  return `${origin}${pathname.replace(/\/+$/, '')}`
}
