import { describe, expect, test } from 'vitest'
import { decidePermission, guardPermissions, type PermissionQuestion } from '#main/electron/permissions.ts'
import { createStandIn } from '../electron-stand-in.ts'

const OURS: PermissionQuestion = { permission: 'notifications', requestingUrl: 'app://app/#/leads', isMainFrame: true }

describe('decidePermission', () => {
  test.each(['notifications', 'clipboard-sanitized-write'])('grants %s to our own page', (permission) => {
    expect(decidePermission({ ...OURS, permission })).toBe(true)
  })

  test.each([
    ['a frame within the page', { isMainFrame: false }],
    ['another origin', { requestingUrl: 'https://example.com/' }],
    ['an origin that looks like ours', { requestingUrl: 'app://app.example.com/' }],
    ['a user in the address', { requestingUrl: 'app://app@evil/' }],
    ['a page embedded by another origin', { embeddingOrigin: 'https://example.com' }],
    ['no document at all', { requestingUrl: undefined }],
    ['an address that is none', { requestingUrl: 'nowhere' }],
  ])('refuses it to %s', (_name, difference) => {
    expect(decidePermission({ ...OURS, ...difference })).toBe(false)
  })

  test.each([
    'media', 'geolocation', 'midi', 'midiSysex', 'pointerLock', 'fullscreen', 'openExternal', 'display-capture', 'clipboard-read', 'hid', 'serial', 'usb',
    'fileSystem', 'idle-detection', 'local-fonts', 'local-network', 'persistent-storage', 'window-management', 'unknown', 'one invented tomorrow', '__proto__',
  ])('refuses %s even to our own page', (permission) => {
    expect(decidePermission({ ...OURS, permission })).toBe(false)
  })
})

test('both handlers decide alike, and devices and screens are refused outright', () => {
  const { standIn, parts } = createStandIn('/nowhere')
  guardPermissions(parts.session.defaultSession)
  const { session } = standIn
  const contents = {} as Electron.WebContents
  const requested = (requestingUrl: string) => {
    const answers: boolean[] = []
    session.request?.(contents, 'notifications', (granted) => answers.push(granted), { requestingUrl, isMainFrame: true })
    return answers
  }
  expect(requested('app://app/')).toEqual([true])
  expect(requested('https://example.com/')).toEqual([false])
  expect(session.check?.(null, 'notifications', 'app://app/', { requestingUrl: 'app://app/', isMainFrame: true })).toBe(true)
  expect(session.check?.(null, 'notifications', 'app://app/', { isMainFrame: true })).toBe(false)
  expect(session.device?.({ deviceType: 'usb', origin: 'app://app', device: {} } as Electron.DevicePermissionHandlerHandlerDetails)).toBe(false)
  const streams: unknown[] = []
  session.display?.({} as Electron.DisplayMediaRequestHandlerHandlerRequest, (given) => streams.push(given))
  expect(streams).toEqual([null])
})
