import type { Shell } from 'electron'
import { refused, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import { traceOf } from '../diagnostics/trace.ts'

const LONGEST = 2000
// Whitespace, control characters and backslashes: what parsers and operating systems disagree about.
const AMBIGUOUS = /[\s\p{Cc}\\]/u
const ADDRESS = /^[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9][A-Za-z0-9.-]*\.[A-Za-z]{2,}$/
const MAIL_FIELDS: ReadonlySet<string> = new Set(['subject', 'body', 'cc', 'bcc'])

/**
 * Decides whether an address may be handed to the operating system, and how it is spelled there.
 * Only https to a host that is listed exactly, on the usual port and without a user; and mailto with plain fields, no attachment.
 * @returns the address written anew from its parts, or `link.not-allowed`
 */
export function decideExternal(address: string, hosts: ReadonlySet<string>): Outcome<string> {
  const safe = address.length > LONGEST || AMBIGUOUS.test(address) ? undefined : rewrite(address, hosts)
  return safe === undefined ? refused('link.not-allowed', 'this address may not be opened from here') : succeeded(safe)
}

function rewrite(address: string, hosts: ReadonlySet<string>): string | undefined {
  const url = URL.parse(address)
  if (url?.protocol === 'https:') return rewriteHttps(address, url, hosts)
  if (url?.protocol === 'mailto:') return rewriteMail(url)
  return undefined
}

function rewriteHttps(address: string, url: URL, hosts: ReadonlySet<string>): string | undefined {
  const plain = /^https:\/\/[^/]/i.test(address) && url.username === '' && url.password === '' && url.port === ''
  return plain && hosts.has(url.hostname) ? url.href : undefined
}

function rewriteMail(url: URL): string | undefined {
  const receivers = url.pathname.split(',')
  if (url.hash !== '' || !receivers.every((receiver) => ADDRESS.test(receiver))) return undefined
  const fields: string[] = []
  // In mail addresses a plus is a plus.
  for (const [field, text] of new URLSearchParams(url.search.replaceAll('+', '%2B'))) {
    if (!MAIL_FIELDS.has(field)) return undefined
    if (field !== 'body' && /[\r\n\0]/.test(text)) return undefined
    fields.push(`${field}=${encodeURIComponent(text)}`)
  }
  return `mailto:${receivers.join(',')}${fields.length > 0 ? `?${fields.join('&')}` : ''}`
}

/** Opens an allowed address in the user's browser or mail program. */
export async function openExternal(shell: Pick<Shell, 'openExternal'>, address: string, hosts: ReadonlySet<string>): Promise<Outcome<null>> {
  const decision = decideExternal(address, hosts)
  if (!decision.ok) return decision
  await handOver(shell, decision.value)
  return succeeded(null)
}

/** Opens the page where a person signs in. The data host alone names it; the window never does. */
export async function openSignInPage(shell: Pick<Shell, 'openExternal'>, page: string, log: (line: string) => void): Promise<void> {
  await handOver(shell, page).catch((fault: unknown) => log(`the sign-in page could not be opened: ${traceOf(fault)}`))
}

function handOver(shell: Pick<Shell, 'openExternal'>, address: string): Promise<void> {
  return shell.openExternal(address)
}
