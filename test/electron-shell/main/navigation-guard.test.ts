import { beforeEach, describe, expect, test } from 'vitest'
import { decideNavigation, guardNavigation } from '#main/electron/navigation-guard.ts'
import { createStandIn, PreventableEvent, StandInWebContents, type StandIn } from '../electron-stand-in.ts'

const HOSTILE = [
  'https://app/',
  'http://app/',
  'https://example.com/',
  'https://app.example.com/#app://app/',
  'app://app.example.com/',
  'app://app:80/',
  'app://user@app/',
  'app://user:secret@app/',
  'app://@evil/',
  'app://app@evil/',
  'app://evil/app',
  'app:///',
  'app:/app/',
  'app:app',
  'app://APP/',
  'app://app/other.html',
  'app://app/index.html',
  'app://app//',
  'app://app/?next=https://example.com',
  'app://app/?#/leads',
  'app://app/../',
  'app://app/%2e%2e/',
  'app://app/assets/index.js',
  'app://app/\\evil',
  ' app://app/',
  'app://app/\n',
  'app://app\0/',
  'xapp://app/',
  'appx://app/',
  'file:///etc/passwd',
  'file://host/share/page.html',
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'blob:app://app/6f1b',
  'filesystem:app://app/temporary/x.html',
  'about:blank',
  'about:srcdoc',
  'chrome://gpu',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://app/',
  'channel-workbench://open/lead/0198c7a0-0000-7000-8000-000000000000',
  'ms-settings:network',
  '\\\\host\\share',
  '',
  'not an address',
]

describe('decideNavigation', () => {
  test.each(['app://app/', 'app://app/#', 'app://app/#/leads/0198c7a0', 'app://app/#https://example.com'])('allows our one document: %s', (address) => {
    expect(decideNavigation(address)).toBe('allow')
  })

  test.each(HOSTILE)('refuses %j', (address) => {
    expect(decideNavigation(address)).toBe('refuse')
  })
})

describe('guardNavigation', () => {
  let standIn: StandIn
  let contents: StandInWebContents
  let log: string[]

  beforeEach(() => {
    const made = createStandIn('/nowhere')
    standIn = made.standIn
    log = []
    guardNavigation(made.parts.app, made.parts.session.defaultSession, (line) => log.push(line))
    contents = new StandInWebContents()
    standIn.app.emit('web-contents-created', {}, contents)
  })

  test.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('prevents %s to anywhere else, and only there', (event) => {
    const away = new PreventableEvent('https://example.com/?secret=1')
    const reload = new PreventableEvent('app://app/#/leads')
    contents.emit(event, away)
    contents.emit(event, reload)
    expect([away.defaultPrevented, reload.defaultPrevented]).toEqual([true, false])
    expect(log.join()).not.toContain('secret')
  })

  test('opens no window for a page, not even one of ours', () => {
    expect(contents.openHandler?.({ url: 'app://app/' } as Electron.HandlerDetails)).toEqual({ action: 'deny' })
  })

  test('attaches no webview', () => {
    const event = new PreventableEvent()
    contents.emit('will-attach-webview', event, {}, {})
    expect(event.defaultPrevented).toBe(true)
  })

  test('turns every download away', () => {
    const event = new PreventableEvent()
    standIn.session.emit('will-download', event, {}, contents)
    expect(event.defaultPrevented).toBe(true)
  })
})
