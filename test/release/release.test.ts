import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import configuration from '../../electron-builder.config.ts'
import { installerNames, mayBeSkipped, RELEASE_CHECKS, whyNoRelease, type ReleaseCheck, type ReleaseReport } from './release-checks.ts'

const workflow = readFileSync('.github/workflows/release.yml', 'utf8')
const scripts = Object.keys((JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object }).scripts)
const checks = Object.keys(RELEASE_CHECKS) as ReleaseCheck[]

const report = (platform: string, spoil: Partial<Record<ReleaseCheck, 'failed' | 'skipped' | 'left out'>> = {}): ReleaseReport => ({
  version: '1.0.0', platform, arch: 'x64', at: '2026-11-26T12:00:00.000Z',
  results: checks.filter((check) => spoil[check] !== 'left out').map((check) => {
    const spoilt = spoil[check]
    return { check, said: '', state: spoilt === 'failed' || spoilt === 'skipped' ? spoilt : mayBeSkipped(check, platform) ? 'skipped' : 'passed' }
  }),
})
const judge = (...reports: ReleaseReport[]): readonly string[] => whyNoRelease(reports, ['linux', 'darwin', 'win32'], '1.0.0')

describe('the release workflow', () => {
  test('names scripts and files that are there', () => {
    const named = [...workflow.matchAll(/npm run ([\w:]+)|npm (test)\b/g)].map(([, script, test]) => script ?? test ?? '')
    expect(named.length).toBeGreaterThan(4)
    expect(named.filter((name) => !scripts.includes(name))).toEqual([])
    const files = [...workflow.matchAll(/\b((?:bin|docs|test|resources)\/[\w./-]+\.\w+)/g)].map(([, path = '']) => path)
    expect(files).toContain('bin/workbench.mjs')
    expect(files.filter((path) => !existsSync(path))).toEqual([])
  })

  test('packages, signs, lists parts, asks for advisories, checks on three systems, and publishes last', () => {
    for (const step of ['npm run package\n', 'CSC_LINK', 'npm sbom', 'npm audit', 'npm run release:check', 'npm run release:gate', 'update-feed', '--ring "$ring"', '--rollout "$ROLLOUT"']) expect([step, workflow.includes(step)]).toEqual([step, true])
    expect(workflow).toMatch(/os: \[ubuntu-[\d.]+, windows-\d+, macos-\d+\]/)
    const needs = Object.fromEntries([...workflow.matchAll(/^ {2}(\w+):\n(?: {4}needs: (\w+)\n)?/gm)].map(([, job, needed]) => [job, needed]))
    expect(needs).toMatchObject({ package: 'test', gate: 'package', publish: 'gate' })
    expect(workflow).not.toMatch(/continue-on-error/)
  })

  test('keeps the keys out of what it builds and prints', () => {
    expect([...workflow.matchAll(/echo[^\n]*(secrets\.|_KEY)/g)]).toEqual([])
    expect(workflow).toMatch(/permissions:\n {2}contents: read/)
  })
})

describe('the gate', () => {
  test('opens when all three systems have told that all is well', () => {
    expect(judge(report('linux'), report('darwin'), report('win32'))).toEqual([])
  })

  test('stays shut for a failed, a missing or an unlawfully skipped check, a silent system and another version', () => {
    expect(judge(report('linux'), report('darwin', { 'is-no-node': 'failed' }), report('win32'))).toEqual(['darwin: is-no-node failed: '])
    expect(judge(report('linux', { 'is-no-node': 'left out' }), report('darwin'), report('win32'))).toEqual(['linux has left out is-no-node'])
    expect(judge(report('linux'), report('darwin', { 'is-signed': 'skipped' }), report('win32'))).toEqual(['darwin has skipped is-signed: '])
    expect(judge(report('linux'), report('win32'))).toEqual(['darwin has told nothing'])
    expect(judge(report('linux'), report('darwin'), { ...report('win32'), version: '0.9.0' })).toEqual(['win32 has checked 0.9.0, not 1.0.0'])
  })
})

test.each([['win32', 'win', { nsis: 'exe', msi: 'msi' }], ['darwin', 'mac', { dmg: 'dmg', zip: 'zip' }], ['linux', 'linux', { deb: 'deb', rpm: 'rpm', AppImage: 'AppImage' }]] as const)('each installer of %s that is built is looked for', (platform, section, endings) => {
  const targets = [configuration[section]?.target ?? []].flat().map((each) => (typeof each === 'string' ? { target: each, arch: ['x64'] } : each))
  const built = targets.flatMap(({ target, arch }) => [arch ?? 'x64'].flat().map(() => Object.entries(endings).find(([kind]) => kind === target)?.[1] ?? target))
  expect(installerNames(platform, '1.0.0').map((name) => name.slice(name.lastIndexOf('.') + 1)).toSorted()).toEqual(built.toSorted())
})

test('docs/release.md lists what only Electron can show, each with the check that shows it, and nothing else', () => {
  const listed = [...readFileSync('docs/release.md', 'utf8').matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name)
  expect(listed).toEqual(checks)
  const runner = readFileSync('test/release/run-release-checks.ts', 'utf8')
  for (const check of checks) expect([check, runner.includes(`'${check}'`)]).toEqual([check, true])
})
