import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface ElectronSearch {
  /** Where the npm package `electron` lies, which need not hold the binary; nothing where it is not installed. */
  readonly packageFolder: string | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly isRoot: boolean
  /** Whether anything answers at this address soon. */
  readonly answers: (address: string) => Promise<boolean>
  /** Runs the package's own installer, for a minute at most. */
  readonly install: (packageFolder: string) => Promise<void>
}

const DOWNLOADS = 'https://github.com/electron/electron/releases/download/'
const ANSWER_MILLISECONDS = 3000
const INSTALL_MILLISECONDS = 60_000

const thisMachine: ElectronSearch = {
  packageFolder: electronPackage(),
  environment: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  answers: (address) =>
    fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(ANSWER_MILLISECONDS) }).then(
      () => true,
      () => false,
    ),
  install: async (packageFolder) => {
    const installer = spawn(process.execPath, [join(packageFolder, 'install.js')], { stdio: 'ignore', timeout: INSTALL_MILLISECONDS })
    await once(installer, 'exit')
  },
}

/**
 * Finds the Electron binary as the package `electron` itself would, without importing it: its index downloads when the
 * binary is missing. Fetches it where a network answers at once.
 * @returns the executable, or in words why there is none, for the one who asked for a window
 */
export async function findElectron(search: ElectronSearch = thisMachine): Promise<{ readonly path: string } | { readonly reason: string }> {
  const { packageFolder, environment, platform } = search
  if (packageFolder === undefined) return { reason: 'the package electron is not installed' }
  if (platform === 'linux' && !environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) return { reason: 'this session has no display' }
  if (platform === 'linux' && search.isRoot) return { reason: 'Chromium’s sandbox does not run for the user root' }

  const present = await executable(search, packageFolder)
  if (present !== undefined) return { path: present }
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return { reason: `ELECTRON_OVERRIDE_DIST_PATH names ${override}, which holds no Electron` }

  const source = environment['ELECTRON_MIRROR'] ?? environment['npm_config_electron_mirror'] ?? DOWNLOADS
  if (!(await search.answers(source))) return { reason: `the Electron binary is not installed, and ${hostOf(source)}, where it comes from, does not answer` }
  await search.install(packageFolder).catch(() => undefined)
  const installed = await executable(search, packageFolder)
  return installed === undefined ? { reason: 'the Electron binary is not installed, and installing it failed or took longer than a minute' } : { path: installed }
}

async function executable({ environment, platform }: ElectronSearch, packageFolder: string): Promise<string | undefined> {
  const override = environment['ELECTRON_OVERRIDE_DIST_PATH']
  const named = await readFile(join(packageFolder, 'path.txt'), 'utf8').catch(() => undefined)
  if (override === undefined && named === undefined) return undefined
  const path = join(override ?? join(packageFolder, 'dist'), named ?? usualName(platform))
  return access(path).then(
    () => path,
    () => undefined,
  )
}

function usualName(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'electron.exe'
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'
}

function hostOf(address: string): string {
  return URL.parse(address)?.host ?? address
}

function electronPackage(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return undefined
  }
}
