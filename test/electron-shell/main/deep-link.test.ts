import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLinkGate, createLinkInbox, linkFromArguments, parseDeepLink, type KnownLink } from '#main/electron/deep-link.ts'

const ID = '0198c7a0-1b2c-7d3e-8f40-5a6b7c8d9e0f'
const LEAD: KnownLink = { kind: 'lead', id: ID }
const PARTNER: KnownLink = { kind: 'partner', id: ID }
const LINK = `channel-workbench://open/lead/${ID}`

describe('parseDeepLink', () => {
  test.each(['lead', 'partner', 'territory', 'import'] as const)('opens a %s', (kind) => {
    expect(parseDeepLink(`channel-workbench://open/${kind}/${ID}`)).toEqual({ kind, id: ID })
  })

  test.each([
    ['an upper-case host', `channel-workbench://OPEN/lead/${ID}`],
    ['an upper-case scheme', `CHANNEL-WORKBENCH://open/lead/${ID}`],
    ['no slashes', `channel-workbench:open/lead/${ID}`],
    ['three slashes', `channel-workbench:///open/lead/${ID}`],
    ['dot segments', `channel-workbench://open/x/../lead/${ID}`],
    ['encoded dot segments', `channel-workbench://open/x/%2e%2e/lead/${ID}`],
    ['an encoded slash', `channel-workbench://open/lead%2f${ID}`],
    ['a user', `channel-workbench://user@open/lead/${ID}`],
    ['a user and a password', `channel-workbench://user:pw@open/lead/${ID}`],
    ['a port', `channel-workbench://open:80/lead/${ID}`],
    ['a query', `${LINK}?server=https://evil.example`],
    ['a fragment', `${LINK}#x`],
    ['a slash at the end', `${LINK}/`],
    ['a NUL', `${LINK}\0`],
    ['a line break and a switch', `${LINK}\n--inspect`],
    ['a line break within', `channel-workbench://open/le\nad/${ID}`],
    ['a quote and a switch', `${LINK}" --gpu-launcher="calc`],
    ['a space before', ` ${LINK}`],
    ['another action', `channel-workbench://delete/lead/${ID}`],
    ['another record', `channel-workbench://open/settings/${ID}`],
    ['a name of the prototype', `channel-workbench://open/__proto__/${ID}`],
    ['a counting id', 'channel-workbench://open/lead/42'],
    ['an id that is cut', LINK.slice(0, -1)],
    ['backslashes', `channel-workbench:\\\\open\\lead\\${ID}`],
    ['another scheme', `https://open/lead/${ID}`],
    ['nothing', ''],
  ])('takes %s for unknown', (_name, text) => {
    expect(parseDeepLink(text)).toEqual({ kind: 'unknown' })
  })

  test('does not even look at what is longer than 2 kB', () => {
    expect(parseDeepLink(`${LINK}${'/'.repeat(1_000_000)}`)).toEqual({ kind: 'unknown' })
  })

  test('knows a link only if it is spelled exactly as we write it', () => {
    const exactly = fc.property(
      fc.oneof(fc.string(), fc.webUrl(), fc.string().map((end) => `${LINK}${end}`), fc.string().map((kind) => `channel-workbench://open/${kind}/${ID}`)),
      (text) => {
        const link = parseDeepLink(text)
        return link.kind === 'unknown' || `channel-workbench://open/${link.kind}/${link.id}` === text
      },
    )
    expect(fc.check(exactly).failed).toBe(false)
  })
})

describe('linkFromArguments', () => {
  test('finds the one link wherever it stands, and obeys nothing beside it', () => {
    expect(linkFromArguments(['/opt/program', '--inspect=9229', '--workspace=/tmp/evil', '--', LINK])).toEqual(LEAD)
  })

  test.each([
    ['no arguments', []],
    ['a file', ['/home/user/leads.csv']],
    ['a switch that carries a link', [`--open=${LINK}`]],
    ['two links', [LINK, LINK]],
    ['a good and a bad link', [LINK, 'channel-workbench://evil']],
  ])('finds none in %s', (_name, argv) => {
    expect(linkFromArguments(argv)).toEqual({ kind: 'unknown' })
  })
})

describe('createLinkGate', () => {
  function gateWithClock() {
    let now = 0
    const timers: { at: number; run: () => void }[] = []
    const shown: (KnownLink | undefined)[] = []
    const gate = createLinkGate({ now: () => now, after: (milliseconds, run) => timers.push({ at: now + milliseconds, run }) }, (link) => shown.push(link))
    const pass = (milliseconds: number) => {
      now += milliseconds
      const due = timers.filter(({ at }) => at <= now)
      timers.splice(0, timers.length, ...timers.filter(({ at }) => at > now))
      for (const { run } of due) run()
    }
    return { gate, shown, pass, timers }
  }

  test('shows a single link at once', () => {
    const { gate, shown } = gateWithClock()
    gate(LEAD)
    expect(shown).toEqual([LEAD])
  })

  test('of a hundred links in a second shows the first, and the last when two seconds are over', () => {
    const { gate, shown, pass, timers } = gateWithClock()
    for (let index = 0; index < 99; index += 1) {
      gate(LEAD)
      pass(10)
    }
    gate(PARTNER)
    expect(shown).toEqual([LEAD])
    expect(timers).toHaveLength(1)
    pass(2000)
    expect(shown).toEqual([LEAD, PARTNER])
  })

  test('comes forward at most every two seconds however long the flood lasts', () => {
    const { gate, shown, pass } = gateWithClock()
    for (let index = 0; index < 1000; index += 1) {
      gate(LEAD)
      pass(10)
    }
    expect(shown.length).toBeLessThanOrEqual(6)
  })

  test('a start without a link brings the window forward, and does not make a waiting link forgotten', () => {
    const { gate, shown, pass } = gateWithClock()
    gate({ kind: 'unknown' })
    gate(LEAD)
    gate({ kind: 'unknown' })
    pass(2000)
    expect(shown).toEqual([undefined, LEAD])
  })
})

describe('createLinkInbox', () => {
  test('keeps the last link until the page asks, gives it once, and sends what comes later', () => {
    const sent: KnownLink[] = []
    const inbox = createLinkInbox((link) => sent.push(link))
    inbox.deliver(PARTNER)
    inbox.deliver(LEAD)
    expect(sent).toEqual([])
    expect(inbox.take()).toEqual(LEAD)
    expect(inbox.take()).toBeNull()
    inbox.deliver(PARTNER)
    expect(sent).toEqual([PARTNER])
  })
})
