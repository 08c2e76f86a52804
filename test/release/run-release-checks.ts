import { execFileSync, spawn } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { _electron } from '@playwright/test'
import type { Outcome } from '#shared/foundation/outcome.ts'
import { PROGRAM_VERSION } from '#main/foundation/program-version.ts'
import { systemKeyring } from '#main/workspace/keyring.ts'
import { installerNames, mayBeSkipped, RELEASE_CHECKS, type CheckResult, type PackagedProgram, type ReleaseCheck, type ReleaseReport, type RunningProgram } from './release-checks.ts'

/**
 * What `npm run package:check` cannot show: the program under the real Electron, and the packaged one as people start it. The window is
 * driven under an Electron whose fuses are whole, because the packaged one lets nobody debug it; that it does not is checked by starting it.
 * Writes `test-output/release-<platform>.json`; the release's gate reads those of all three systems.
 */

const CANARY = 'Kawaguchi-Canary'
const TIMEOUT = 30_000
const root = mkdtempSync(join(tmpdir(), 'channel-workbench-release-'))

function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}

const inWindow: Readonly<Partial<Record<ReleaseCheck, (program: RunningProgram) => Promise<void>>>> = {
  'window-is-sandboxed': async ({ app, page }) => {
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      // Electron has it, and its types have not.
      const ask: unknown = contents === undefined ? undefined : Reflect.get(contents, 'getLastWebPreferences')
      return typeof ask === 'function' ? JSON.stringify(ask.call(contents)) : ''
    })
    demand(/"sandbox":true/.test(preferences) && /"contextIsolation":true/.test(preferences) && !/"nodeIntegration":true/.test(preferences), `preferences are ${preferences}`)
    demand(await page.evaluate(() => !('require' in globalThis) && !('process' in globalThis)), 'the page has Node')
  },
  'permissions-are-denied': async ({ page }) => {
    const states = await page.evaluate(() => Promise.all((['geolocation', 'notifications', 'camera'] as PermissionName[]).map(async (name) => (await navigator.permissions.query({ name })).state)))
    demand(states.every((state) => state !== 'granted'), `states are ${states.join(', ')}`)
    demand(await page.evaluate(() => navigator.mediaDevices.getUserMedia({ audio: true }).then(() => false, () => true)), 'the page has the microphone')
  },
  'frames-have-no-bridge': async ({ page }) => {
    const found = await page.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      const has = ['workbench', 'require', 'process'].filter((name) => frame.contentWindow !== null && name in frame.contentWindow)
      frame.remove()
      return has
    })
    demand(found.length === 0, `it has ${found.join(', ')}`)
  },
  'foreign-addresses-are-closed': async ({ app, page }) => {
    const before = page.url()
    await page.evaluate(() => {
      window.open('https://example.com/')
      location.href = 'https://example.com/'
    })
    await page.waitForTimeout(1000)
    demand(page.url() === before && app.windows().length === 1, `the page is at ${page.url()}, of ${app.windows().length} windows`)
  },
  'workspace-opens-sealed': async ({ page, workspace }) => {
    const outcome = await callWorkspace(page, 'leads.create', { company: CANARY })
    demand(outcome.ok, `the lead was refused: ${JSON.stringify(outcome)}`)
    const found = readdirSync(workspace, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).filter((path) => readFileSync(path).includes(CANARY))
    demand(found.length === 0, `it can be read in ${found.map((path) => basename(path)).join(', ')}`)
  },
  'data-process-comes-back': async ({ app, page }) => {
    await app.evaluate(({ app: main }) => {
      const data = main.getAppMetrics().find(({ serviceName, name }) => `${serviceName ?? ''}${name ?? ''}`.includes('Channel Workbench data'))
      if (data === undefined) throw new Error('there is no data process')
      process.kill(data.pid, 'SIGKILL')
    })
    await page.waitForTimeout(2000)
    const outcome = await callWorkspace(page, 'leads.summary', {})
    demand(outcome.ok && (outcome.value as { total: number }).total === 1, `afterwards: ${JSON.stringify(outcome)}`)
  },
  // The last of them: who drives the window loses it by this.
  'window-comes-back': async ({ app }) => {
    const shown = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      contents?.forcefullyCrashRenderer()
      await new Promise((resolve) => setTimeout(resolve, 5000))
      return contents?.executeJavaScript('document.querySelector("main") !== null') as Promise<boolean> | undefined
    })
    demand(shown === true, 'it stays empty')
  },
}

const packaged: Readonly<Partial<Record<ReleaseCheck, (program: PackagedProgram) => Promise<void>>>> = {
  'is-no-node': async ({ program, workspace }) => {
    const { said } = await start(program, [`--workspace=${workspace}`, '-e', 'console.log("is node")'], { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=./nothing-there.js' })
    demand(!said.includes('is node') && !said.includes('nothing-there'), said)
  },
  'takes-no-foreign-switches': async ({ program }) => {
    for (const foreign of ['--inspect=0', '--remote-debugging-port=0', '--disable-web-security', '--no-sandbox']) {
      const { code, said } = await start(program, [foreign], {})
      demand(code === 2 && !said.includes('listening on'), `${foreign}: ended with ${code}`)
    }
  },
  'believes-no-other-archive': async ({ program, archive, workspace }) => {
    const copy = join(root, 'spoilt')
    cpSync(dirname(process.platform === 'darwin' ? dirname(dirname(program)) : program), copy, { recursive: true })
    const spoilt = join(copy, archive.slice(archive.indexOf('esources') - 1))
    const bytes = readFileSync(spoilt)
    bytes[bytes.length - 10] = (bytes[bytes.length - 10] ?? 0) ^ 1
    writeFileSync(spoilt, bytes)
    const { code } = await start(join(copy, basename(program)), [`--workspace=${workspace}`], {})
    demand(code !== 0 && code !== null, `it ended with ${code}`)
  },
  'is-signed': async ({ program }) => {
    if (process.platform === 'win32') demand(execFileSync('powershell.exe', ['-NoProfile', '-Command', `(Get-AuthenticodeSignature '${program}').Status`], { encoding: 'utf8' }).trim() === 'Valid', 'Windows does not believe it')
    else execFileSync('/usr/sbin/spctl', ['--assess', '--type', 'execute', dirname(dirname(dirname(program)))])
  },
  'installers-are-whole': async () => {
    if (process.platform !== 'win32' && process.platform !== 'darwin' && process.platform !== 'linux') throw new Error('there are no installers for this system')
    for (const path of installerNames(process.platform, PROGRAM_VERSION).map((name) => join('dist', name))) demandWhole(path)
  },
}

const isStamped = (path: string): string[] => ['powershell.exe', '-NoProfile', '-Command', `$signature = Get-AuthenticodeSignature '${path}'; if ($signature.Status -ne 'Valid' -or $null -eq $signature.TimeStamperCertificate) { exit 1 }`]
/** What of each system reads an installer, and ends badly where it cannot. */
const readers: Readonly<Record<string, (path: string) => string[]>> = {
  '.exe': isStamped,
  '.msi': isStamped,
  '.dmg': (path) => ['/usr/bin/hdiutil', 'verify', path],
  '.zip': (path) => ['/usr/bin/unzip', '-tq', path],
  '.deb': (path) => ['dpkg-deb', '--contents', path],
  '.rpm': (path) => ['rpm', '-qlp', path],
  '.AppImage': (path) => [path, '--appimage-offset'],
}

function demandWhole(path: string): void {
  const [program = '', ...args] = readers[extname(path)]?.(path) ?? []
  execFileSync(program, args, { stdio: 'ignore' })
}

async function callWorkspace(page: RunningProgram['page'], name: string, input: object): Promise<Outcome<unknown>> {
  return page.evaluate(([operation, given]) => {
    if (window.workbench === undefined) throw new Error('there is no bridge')
    return window.workbench.call(operation, given)
  }, [name, input] as const)
}

/** Runs the packaged program until it ends, or for as long as it may take to show that it does not. */
function start(program: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<{ readonly code: number | null; readonly said: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env: { ...process.env, ...environment }, timeout: TIMEOUT })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    child.once('close', (code) => resolve({ code, said }))
  })
}

async function run(check: ReleaseCheck, work: (() => Promise<void>) | undefined): Promise<CheckResult> {
  if (work === undefined || mayBeSkipped(check, process.platform)) return { check, state: 'skipped', said: 'not of this system' }
  try {
    await work()
    return { check, state: 'passed', said: '' }
  } catch (error) {
    return { check, state: 'failed', said: error instanceof Error ? error.message : String(error) }
  }
}

async function runAll(): Promise<readonly CheckResult[]> {
  const workspace = join(root, 'workspace')
  const results: CheckResult[] = []
  const began = performance.now()
  const app = await _electron.launch({ executablePath: createRequire(import.meta.url)('electron') as string, args: ['.', `--workspace=${workspace}`] })
  try {
    const page = await app.firstWindow()
    results.push(await run('window-opens-in-time', async () => {
      await page.locator('main').first().waitFor({ timeout: TIMEOUT })
      demand(performance.now() - began < 5000, `after ${Math.round(performance.now() - began)} ms`)
    }))
    for (const [check, work] of Object.entries(inWindow)) results.push(await run(check as ReleaseCheck, () => work({ app, page, workspace })))
  } finally {
    await app.close()
  }
  results.push(await run('keyring-keeps-a-key', async () => demand(await systemKeyring().write(randomUUID(), randomBytes(32).toString('hex')), 'it does not')))
  const program = findProgram()
  for (const [check, work] of Object.entries(packaged)) results.push(await run(check as ReleaseCheck, program === undefined ? () => Promise.reject(new Error('there is no package in dist')) : () => work({ ...program, workspace: join(root, 'packaged') })))
  return results
}

/** What `npm run package` has left in `dist`, before it was put into installers. */
function findProgram(): Pick<PackagedProgram, 'program' | 'archive'> | undefined {
  const patterns = { win32: 'dist/win-unpacked/Channel Workbench.exe', darwin: 'dist/mac*/*.app/Contents/MacOS/*', linux: 'dist/linux-unpacked/channel-workbench' } as const
  const [program] = globSync(patterns[process.platform as keyof typeof patterns])
  if (program === undefined) return undefined
  return { program: join(process.cwd(), program), archive: join(process.cwd(), process.platform === 'darwin' ? join(dirname(dirname(program)), 'Resources/app.asar') : join(dirname(program), 'resources/app.asar')) }
}

const results = await runAll()
rmSync(root, { recursive: true, force: true })
mkdirSync('test-output', { recursive: true })
const report: ReleaseReport = { version: PROGRAM_VERSION, platform: process.platform, arch: process.arch, at: new Date().toISOString(), results }
writeFileSync(`test-output/release-${process.platform}.json`, `${JSON.stringify(report, null, 2)}\n`)
for (const { check, state, said } of results) process.stdout.write(`${state.padEnd(8)}${RELEASE_CHECKS[check]}${said === '' ? '' : `: ${said}`}\n`)
process.exitCode = results.some(({ state }) => state === 'failed') ? 1 : 0
