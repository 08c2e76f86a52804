import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

export interface FoundBrowser {
  readonly path: string
  /** Where it came from, for the person who reads the log. */
  readonly origin: string
}

/** What keeps a browser quiet in tests; root may not use its sandbox. */
export const BROWSER_ARGUMENTS: readonly string[] = [
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-gpu',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

const DOWNLOAD_MILLISECONDS = 120_000
const INSTALL_MILLISECONDS = 400_000

const installed: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'].flatMap((name) => ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'].map((folder) => join(folder, name))),
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name]
    return folder === undefined ? [] : [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]
  }),
}

/**
 * Finds a Chromium, or obtains one: WORKBENCH_BROWSER, an installed one, Playwright's download, the npm package
 * @sparticuz/chromium, the system's package manager (as root). Each is tried by starting it.
 * @param say told each step in a sentence
 */
export async function findBrowser(say: (sentence: string) => void): Promise<FoundBrowser> {
  const given = process.env['WORKBENCH_BROWSER']
  if (given !== undefined) return { path: given, origin: 'WORKBENCH_BROWSER' }
  const system = firstThatRuns(installed[process.platform] ?? [])
  if (system !== undefined) return { path: system, origin: 'installed on this machine' }

  say('No Chrome, Chromium or Edge is installed; asking Playwright for its own.')
  spawnSync(process.execPath, [join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'], { stdio: 'ignore', timeout: DOWNLOAD_MILLISECONDS })
  const downloaded = firstThatRuns([chromium.executablePath()])
  if (downloaded !== undefined) return { path: downloaded, origin: 'downloaded by Playwright' }

  say('Playwright could not download one; unpacking the npm package @sparticuz/chromium.')
  const unpacked = await unpackedChromium()
  const packaged = unpacked === undefined ? undefined : firstThatRuns([unpacked])
  if (packaged !== undefined) return { path: packaged, origin: 'unpacked from @sparticuz/chromium' }

  if (process.platform === 'linux' && process.getuid?.() === 0) {
    say('That one does not run here; installing chromium with apt-get.')
    spawnSync('sh', ['-c', 'apt-get update -qq && apt-get install -y -qq chromium'], { stdio: 'ignore', timeout: INSTALL_MILLISECONDS })
    const fromPackages = firstThatRuns(installed.linux ?? [])
    if (fromPackages !== undefined) return { path: fromPackages, origin: 'installed by apt-get just now' }
  }
  throw new Error('No Chromium could be found or obtained. Install Chrome, Chromium or Edge, or name one in WORKBENCH_BROWSER.')
}

function firstThatRuns(paths: readonly string[]): string | undefined {
  return paths.find((path) => existsSync(path) && runs(path))
}

function runs(path: string): boolean {
  try {
    const page = execFileSync(path, ['--headless', ...BROWSER_ARGUMENTS, '--dump-dom', 'about:blank'], { timeout: 60_000, stdio: ['ignore', 'pipe', 'ignore'], encoding: 'utf8' })
    return page.includes('<html')
  } catch {
    return false
  }
}

async function unpackedChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    return await packaged.executablePath()
  } catch {
    return undefined
  }
}
