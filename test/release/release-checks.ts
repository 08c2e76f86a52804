import type { ElectronApplication, Page } from '@playwright/test'

/** A program that was built, running under the real Electron, and its window. */
export interface RunningProgram {
  readonly app: ElectronApplication
  readonly page: Page
  readonly workspace: string
}

/** A program as it was packaged, not running. */
export interface PackagedProgram {
  readonly program: string
  readonly archive: string
  readonly workspace: string
}

/** What only a machine with Electron can show. `docs/release.md` lists the same names; a test compares the two. */
export const RELEASE_CHECKS = {
  'window-is-sandboxed': 'the window’s page runs in a sandbox, without Node, apart from the preload',
  'permissions-are-denied': 'a page that asks for its place, a camera or notices is refused',
  'frames-have-no-bridge': 'a frame in the page has neither Node nor the way to the workspace',
  'foreign-addresses-are-closed': 'the page can neither go elsewhere nor open a window',
  'workspace-opens-sealed': 'threads start, a lead is saved, and nothing of it can be read in the file',
  'keyring-keeps-a-key': 'the system’s keyring keeps a key and gives it back',
  'data-process-comes-back': 'the data process is killed, the next call is answered, what was saved is there',
  'window-comes-back': 'the window’s process is killed, and the list is shown again',
  'window-opens-in-time': 'the first list is shown within five seconds of the start',
  'is-no-node': 'the packaged program does not run as Node, whatever the environment says',
  'takes-no-foreign-switches': 'the packaged program ends when it is given a switch that is not its own',
  'believes-no-other-archive': 'the packaged program ends when a byte of its archive was changed (Windows, macOS)',
  'is-signed': 'the system believes the signature of the packaged program (Windows, macOS)',
  'installers-are-whole': 'each installer is there and read by the system’s own tools; on Windows it is signed, with a timestamp',
} as const

export type ReleaseCheck = keyof typeof RELEASE_CHECKS

export interface CheckResult {
  readonly check: ReleaseCheck
  readonly state: 'passed' | 'failed' | 'skipped'
  /** What went wrong, or why it was not done on this system. */
  readonly said: string
}

export interface ReleaseReport {
  readonly version: string
  readonly platform: string
  readonly arch: string
  readonly at: string
  readonly results: readonly CheckResult[]
}

/** What speaks against a release: a system that told nothing, a check that failed, was left out, or skipped where it counts. */
export function whyNoRelease(reports: readonly ReleaseReport[], platforms: readonly string[], version: string): readonly string[] {
  return platforms.flatMap((platform) => {
    const report = reports.find((each) => each.platform === platform)
    if (report === undefined) return [`${platform} has told nothing`]
    if (report.version !== version) return [`${platform} has checked ${report.version}, not ${version}`]
    return Object.keys(RELEASE_CHECKS).flatMap((check) => {
      const result = report.results.find((each) => each.check === check)
      if (result === undefined) return [`${platform} has left out ${check}`]
      if (result.state === 'failed') return [`${platform}: ${check} failed: ${result.said}`]
      return result.state === 'skipped' && !mayBeSkipped(result.check, platform) ? [`${platform} has skipped ${check}: ${result.said}`] : []
    })
  })
}

/** The installers that a version has for a system, as electron-builder names them. */
export function installerNames(platform: 'win32' | 'darwin' | 'linux', version: string): readonly string[] {
  const endings = { win32: ['win-x64.exe', 'win-arm64.exe', 'win-x64.msi'], darwin: ['mac-x64.dmg', 'mac-arm64.dmg', 'mac-x64.zip', 'mac-arm64.zip'], linux: ['linux-amd64.deb', 'linux-x86_64.rpm', 'linux-x86_64.AppImage'] }
  return endings[platform].map((ending) => `channel-workbench-${version}-${ending}`)
}

/** Linux proves neither archives nor signatures of a program by itself; its packages are signed by whoever serves them. */
export function mayBeSkipped(check: ReleaseCheck, platform: string): boolean {
  return platform === 'linux' && (check === 'believes-no-other-archive' || check === 'is-signed')
}
