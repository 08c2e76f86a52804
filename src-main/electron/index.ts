import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { app, BrowserWindow, crashReporter, dialog, ipcMain, Menu, nativeTheme, net, powerMonitor, protocol, safeStorage, screen, session, shell, utilityProcess } from 'electron'
import { noteCrashes, openLog } from '../diagnostics/log-file.ts'
import { keepPolicies } from '../policies/read-policies.ts'
import { launchInstaller } from '../updates/launch-installer.ts'
import { RELEASE } from '../updates/release.ts'
import { isOfPublisher, type RunQuietly } from '../updates/windows-publisher.ts'
import { startShell } from './shell.ts'

const say = (line: string) => {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`)
}

function openWindowLog(workspace: string): (line: string) => void {
  const write = openLog(workspace, 'window')
  noteCrashes(write)
  return (line) => {
    say(line)
    write(line)
  }
}

const runQuietly: RunQuietly = async (program, args, variables) => {
  const { stdout } = await promisify(execFile)(program, args, { env: { ...process.env, ...variables }, timeout: 30_000, windowsHide: true })
  return stdout
}

// Unpackaged, the program is started as `electron .`, with one argument more.
const argv = process.argv.slice(app.isPackaged ? 1 : 2)

void startShell(
  { app, BrowserWindow, crashReporter, dialog, ipcMain, Menu, nativeTheme, net, powerMonitor, protocol, safeStorage, screen, session, shell, utilityProcess },
  {
    argv,
    platform: process.platform,
    execPath: process.execPath,
    folder: import.meta.dirname,
    externalHosts: new Set(),
    policies: keepPolicies(),
    release: {
      arch: process.arch,
      updateKeys: RELEASE.updateKeys,
      isOurs: (file) => isOfPublisher(file, RELEASE.publisher, runQuietly),
      launch: async (installer) => {
        await launchInstaller({ folder: dirname(process.execPath), elevate: join(process.resourcesPath, 'elevate.exe') }, installer)
        app.quit()
      },
    },
    now: () => performance.now(),
    after: (milliseconds, run) => {
      setTimeout(run, milliseconds)
    },
    openLog: openWindowLog,
  },
).catch((fault: unknown) => {
  say(`the program did not start: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`)
  app.exit(3)
})
