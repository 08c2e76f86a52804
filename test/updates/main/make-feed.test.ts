import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readFeed } from '#main/updates/feed.ts'
import { makeFeed } from '#main/updates/make-feed.ts'
import { runCli } from '#test/foundation/run-cli.ts'
import { INSTALLER, NOW, OUR_KEY, ours, sha512 } from '#test/updates/update-server.ts'

function folder(...names: string[]): string {
  const made = mkdtempSync(join(tmpdir(), 'channel-workbench-release-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  for (const name of names) writeFileSync(join(made, name), INSTALLER)
  return made
}

const wishes = { ring: 'stable', version: '1.1.0', rollout: 10, days: 30, now: NOW } as const

test('the feed of a folder names the installers of the version, each for its system, and is believed', async () => {
  const release = folder('channel-workbench-1.1.0-win-x64.exe', 'channel-workbench-1.1.0-win-arm64.exe', 'channel-workbench-1.1.0-linux-amd64.deb', 'channel-workbench-1.1.0-win-x64.msi', 'channel-workbench-1.0.0-win-x64.exe', 'notes.txt')
  const { feed, text } = await makeFeed(release, wishes, ours.privateKey)
  expect(feed.files.map(({ platform, arch, name }) => [platform, arch, name]).toSorted()).toEqual([
    ['linux', 'x64', 'channel-workbench-1.1.0-linux-amd64.deb'],
    ['win32', 'arm64', 'channel-workbench-1.1.0-win-arm64.exe'],
    ['win32', 'x64', 'channel-workbench-1.1.0-win-x64.exe'],
  ])
  expect(feed).toMatchObject({ number: Date.parse(NOW) / 1000, expiresAt: '2027-03-31T12:00:00.000Z', files: expect.arrayContaining([expect.objectContaining({ sha512: sha512(INSTALLER), bytes: INSTALLER.length })]) as unknown })
  expect(readFeed(text, { keys: [OUR_KEY], ring: 'stable', seen: 0, now: NOW })).toEqual({ ok: true, value: feed })
})

test('a feed comes after every one before it, lying there or not, whatever the clock says; what no program would believe is not signed', async () => {
  const release = folder('channel-workbench-1.1.0-win-x64.exe')
  const first = await makeFeed(release, wishes, ours.privateKey)
  writeFileSync(join(release, 'stable.json'), first.text)
  expect((await makeFeed(release, { ...wishes, now: '2027-02-28T00:00:00.000Z' }, ours.privateKey)).feed.number).toBe(first.feed.number + 1)
  const elsewhere = await makeFeed(folder('channel-workbench-1.1.0-win-x64.exe'), { ...wishes, now: '2027-03-02T00:00:00.000Z' }, ours.privateKey)
  expect(elsewhere.feed.number).toBeGreaterThan(first.feed.number)
  expect(readFeed(first.text, { keys: [OUR_KEY], ring: 'stable', seen: elsewhere.feed.number, now: NOW })).toMatchObject({ ok: false, error: { code: 'update.feed-older' } })
  for (const wrong of [{ rollout: 101 }, { rollout: 0.5 }, { days: 61 }, { days: 0 }]) await expect(makeFeed(release, { ...wishes, ...wrong }, ours.privateKey)).rejects.toThrow('update.feed-unreadable')
  await expect(makeFeed(release, { ...wishes, version: '1.2.0' }, ours.privateKey)).rejects.toThrow('update.no-installers')
})

test('the command line signs a folder', async () => {
  const release = folder('channel-workbench-1.1.0-win-x64.exe')
  writeFileSync(join(release, 'key.pem'), ours.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  const signed = await runCli(['update-feed', release, '--key', join(release, 'key.pem'), '--version', '1.1.0', '--rollout', '5', '--json'])
  expect(signed).toMatchObject({ exit: 0, error: '' })
  expect(signed.json()).toMatchObject({ version: '1.1.0', rollout: 5, ring: 'stable' })
  expect(await runCli(['update-feed', release, '--key', join(release, 'key.pem'), '--version', '1.1.0', '--rollout', '0.1'])).toMatchObject({ exit: 2 })
})
