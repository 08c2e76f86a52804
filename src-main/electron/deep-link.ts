import { LINK_SCHEME } from './app-identity.ts'

const KINDS = ['lead', 'account', 'opportunity', 'registration', 'partner', 'territory', 'import'] as const

/** A record to show. A link only navigates: it never changes data, signs in, opens files or picks a server. */
export type DeepLink = { readonly kind: (typeof KINDS)[number]; readonly id: string } | { readonly kind: 'unknown' }
export type KnownLink = Exclude<DeepLink, { readonly kind: 'unknown' }>

const UNKNOWN: DeepLink = { kind: 'unknown' }
const LONGEST = 2048
// Matched against the text as it came. Parsing first would forgive what no link of ours contains: dot segments, line breaks, a user, a port.
const GRAMMAR = new RegExp(`^${LINK_SCHEME}://open/(${KINDS.join('|')})/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$`)
const OUR_SCHEME = new RegExp(`^${LINK_SCHEME}:`, 'i')

/** Reads `channel-workbench://open/<kind>/<uuid>`, in lower case throughout as we write it; anything else is unknown. */
export function parseDeepLink(text: string): DeepLink {
  if (text.length > LONGEST) return UNKNOWN
  const match = GRAMMAR.exec(text)
  const kind = KINDS.find((name) => name === match?.[1])
  const id = match?.[2]
  return kind === undefined || id === undefined ? UNKNOWN : { kind, id }
}

/** Finds the link among the arguments another start was given. Switches and files are never honoured; several links are none. */
export function linkFromArguments(argv: readonly string[]): DeepLink {
  const [link, ...others] = argv.filter((argument) => OUR_SCHEME.test(argument))
  return link === undefined || others.length > 0 ? UNKNOWN : parseDeepLink(link)
}

export interface LinkClock {
  readonly now: () => number
  readonly after: (milliseconds: number, run: () => void) => void
}

const QUIET_MILLISECONDS = 2000

/**
 * Brings the window forward at most once in two seconds, so that a flood of starts or links can neither steal the
 * focus again and again nor queue up: of those that come in between, only the last link counts, when the two seconds are over.
 * @param show is given the link to show, or nothing where only the window was asked for
 */
export function createLinkGate(clock: LinkClock, show: (link: KnownLink | undefined) => void): (link: DeepLink) => void {
  let quietUntil = -Infinity
  let waiting: { link: KnownLink | undefined } | undefined

  const open = (link: KnownLink | undefined) => {
    quietUntil = clock.now() + QUIET_MILLISECONDS
    waiting = undefined
    show(link)
  }

  return (asked) => {
    const link = asked.kind === 'unknown' ? undefined : asked
    const wait = quietUntil - clock.now()
    if (waiting !== undefined) waiting.link = link ?? waiting.link
    else if (wait <= 0) open(link)
    else {
      waiting = { link }
      clock.after(wait, () => open(waiting?.link))
    }
  }
}

export interface LinkInbox {
  deliver(link: KnownLink): void
  /** The link that came before the page was there, once; from then on links are sent. */
  take(): KnownLink | null
}

/** Keeps a link until the page asks for it, as when a link started the program. */
export function createLinkInbox(send: (link: KnownLink) => void): LinkInbox {
  let taken = false
  let waiting: KnownLink | null = null
  return {
    deliver(link) {
      if (taken) send(link)
      else waiting = link
    },
    take() {
      const link = waiting
      taken = true
      waiting = null
      return link
    },
  }
}
