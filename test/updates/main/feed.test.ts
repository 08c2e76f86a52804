import { sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideUpdate, type Installation } from '#main/updates/decide-update.ts'
import { readFeed, signFeed } from '#main/updates/feed.ts'
import { compareVersions } from '#main/updates/version.ts'
import { aFeed, NOW, OUR_KEY, ours, signed, theirs } from '#test/updates/update-server.ts'

const expected = { keys: [OUR_KEY], ring: 'stable', seen: 0, now: NOW } as const
const code = (text: string, difference: object = {}) => {
  const read = readFeed(text, { ...expected, ...difference })
  return read.ok ? 'believed' : read.error.code
}
/** Signed by us, whatever it says: the signer would refuse it. */
const forced = (changes: object): string => {
  const good = JSON.parse(signed()) as { signed: string }
  return signFeedAsIs(JSON.stringify({ ...(JSON.parse(good.signed) as object), ...changes }))
}
function signFeedAsIs(text: string): string {
  return JSON.stringify({ signed: text, signature: sign(null, Buffer.from(`channel-workbench update feed 1\n${text}`), ours.privateKey).toString('base64') })
}

describe('a feed', () => {
  test('is believed when it is ours, of the ring, and in force', () => {
    expect(readFeed(signed(), expected)).toEqual({ ok: true, value: aFeed() })
    expect(code(signed(), { keys: ['x', OUR_KEY].slice(1) })).toBe('believed')
    expect(code(signed(), { keys: [ours.publicKey.export({ type: 'spki', format: 'pem' })] })).toBe('believed')
  })

  test.each([
    ['nothing', ''],
    ['a page', '<!doctype html><title>Sign in</title>'],
    ['YAML', 'version: 1.1.0\npath: !!js/function "function(){}"\n'],
    ['a bomb of YAML', 'a: &a [x,x]\nb: &b [*a,*a]\n'],
    ['no envelope', JSON.stringify(aFeed())],
    ['an envelope without a signature', JSON.stringify({ signed: JSON.stringify(aFeed()) })],
    ['more than an envelope', JSON.stringify({ ...(JSON.parse(signed()) as object), also: 1 })],
    ['null', 'null'],
    ['a list', `[${signed()}]`],
  ])('that is %s is unreadable (row 72)', (_, text) => {
    expect(code(text)).toBe('update.feed-unreadable')
  })

  test('signed with another key is not ours, nor one whose signature was taken from elsewhere', () => {
    expect(code(signFeed(aFeed(), theirs.privateKey))).toBe('update.feed-not-signed')
    const plain = JSON.stringify(aFeed())
    expect(code(JSON.stringify({ signed: plain, signature: sign(null, Buffer.from(plain), ours.privateKey).toString('base64') }))).toBe('update.feed-not-signed')
    expect(code(signed(), { keys: [] })).toBe('update.feed-not-signed')
  })

  test('with any byte flipped is never believed', () => {
    const text = signed()
    fc.assert(fc.property(fc.nat(text.length - 2), fc.integer({ min: 1, max: 127 }), (at, by) => {
      const spoilt = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ by) + text.slice(at + 1)
      const read = readFeed(spoilt, expected)
      // White space between the parts of the envelope is signed by nobody and says nothing.
      if (read.ok) expect(read.value).toEqual(aFeed())
    }), { numRuns: 2000 })
  })

  test.each([
    ['an absolute address for a name', { files: [{ ...aFeed().files[0], name: 'https://evil.example/x.exe' }] }],
    ['a way out of the folder', { files: [{ ...aFeed().files[0], name: '../x.exe' }] }],
    ['a way into another folder', { files: [{ ...aFeed().files[0], name: 'a/x.exe' }] }],
    ['a file of this computer', { files: [{ ...aFeed().files[0], name: 'file:///etc/passwd' }] }],
    ['a hidden name', { files: [{ ...aFeed().files[0], name: '.exe' }] }],
    ['no digest', { files: [{ ...aFeed().files[0], sha512: undefined }] }],
    ['a digest of another kind', { files: [{ ...aFeed().files[0], sha512: 'abc' }] }],
    ['no size', { files: [{ ...aFeed().files[0], bytes: 0 }] }],
    ['no files', { files: [] }],
    ['one system twice', { files: [aFeed().files[0], aFeed().files[0]] }],
    ['no version', { version: 'latest' }],
    ['a version that is none', { version: '1.1' }],
    ['a trial version in the stable ring', { version: '1.1.0-beta.1' }],
    ['another program', { product: 'com.example.other' }],
    ['a share that is no whole number', { rollout: 0.1 }],
    ['a share above a hundred', { rollout: 101 }],
    ['a share in letters', { rollout: 'x' }],
    ['too long a life', { expiresAt: '2028-02-20T00:00:00.000Z' }],
    ['an end before its beginning', { expiresAt: '2027-02-19T00:00:00.000Z' }],
    ['a field nobody knows', { script: 'x' }],
  ])('with %s is neither believed nor signed (rows 72, 74)', (_, changes) => {
    expect(code(forced(changes))).toBe('update.feed-unreadable')
    expect(() => signFeed({ ...aFeed(), ...(changes as object) }, ours.privateKey)).toThrow('update.feed-unreadable')
  })

  test('that has expired, is of another ring, or was overtaken is refused', () => {
    expect(code(signed(), { now: '2027-03-20T00:00:00.000Z' })).toBe('update.feed-expired')
    expect(code(signed({ ring: 'beta', version: '1.1.0-beta.1' }))).toBe('update.feed-other-ring')
    expect(code(signed(), { seen: 8 })).toBe('update.feed-older')
    expect(code(signed(), { seen: 7 })).toBe('believed')
  })
})

describe('a version', () => {
  test('comes before another by its numbers, and a trial before what it tries', () => {
    const inOrder = ['0.9.9', '1.0.0-beta.1', '1.0.0-beta.2', '1.0.0-beta.10', '1.0.0', '1.0.1', '1.2.0', '1.10.0', '2.0.0']
    expect(inOrder.toReversed().toSorted(compareVersions)).toEqual(inOrder)
    expect(compareVersions('1.0.0', '1.0.0')).toBe(0)
    for (const none of ['', '1', 'v1.0.0', '1.0.0-alpha', '1.0.0+1', '1.0.0 ']) expect(() => compareVersions(none, '1.0.0')).toThrow('no version')
  })
})

describe('whether a version is for this computer', () => {
  const here: Installation = { version: '1.0.0', platform: 'win32', arch: 'x64', id: 'this one' }
  const decided = (feed: Parameters<typeof aFeed>[0], policies = {}, installed = here) => {
    const answer = decideUpdate(aFeed(feed), installed, policies)
    return typeof answer === 'string' ? answer : answer.name
  }

  test('a later one is; the same and an earlier are not (row 73)', () => {
    expect([decided({}), decided({ version: '1.0.0' }), decided({ version: '0.9.0' })]).toEqual(['channel-workbench-1.1.0.exe', 'current', 'older'])
    expect(decided({ version: '1.0.0' }, {}, { ...here, version: '1.0.1-beta.3' })).toBe('older')
  })

  test('an earlier one is by the company’s order alone, and only the one that is pinned', () => {
    expect(decided({ version: '0.9.0' }, { UpdateRollback: true })).toBe('older')
    expect(decided({ version: '0.9.0' }, { UpdateVersion: '0.9.0' })).toBe('older')
    expect(decided({ version: '0.9.0' }, { UpdateVersion: '0.9.0', UpdateRollback: true })).toBe('channel-workbench-1.1.0.exe')
    expect(decided({}, { UpdateVersion: '1.0.0', UpdateRollback: true })).toBe('not-pinned')
    expect(decided({}, { UpdateVersion: '' })).toBe('not-pinned')
  })

  test('nobody gets one that was halted; of a share some do, always the same of one version', () => {
    expect([decided({ rollout: 0 }), decided({ rollout: 0 }, { UpdateVersion: '1.1.0' })]).toEqual(['halted', 'halted'])
    const got = (rollout: number, version = '1.1.0') => Array.from({ length: 1000 }, (_, at) => `computer ${at}`).filter((id) => decided({ rollout, version }, {}, { ...here, id }) !== 'later')
    expect(got(100)).toHaveLength(1000)
    expect(got(20).length).toBeGreaterThan(140)
    expect(got(20).length).toBeLessThan(260)
    expect(got(50)).toEqual(expect.arrayContaining(got(20)))
    expect(got(20, '1.2.0')).not.toEqual(got(20))
  })

  test('one without a file for this system is not', () => {
    expect(decided({}, {}, { ...here, arch: 'arm64' })).toBe('not-for-this-system')
    expect(decided({}, {}, { ...here, platform: 'linux' })).toBe('not-for-this-system')
  })
})
