import { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, net, powerMonitor, protocol, safeStorage, screen, session, shell, utilityProcess } from 'electron'
import { keepPolicies } from '../policies/read-policies.ts'
import { startShell } from './shell.ts'

const log = (line: string) => {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`)
}

// Unpackaged, the program is started as `electron .`, with one argument more.
const argv = process.argv.slice(app.isPackaged ? 1 : 2)

void startShell(
  { app, BrowserWindow, dialog, ipcMain, Menu, nativeTheme, net, powerMonitor, protocol, safeStorage, screen, session, shell, utilityProcess },
  {
    argv,
    platform: process.platform,
    execPath: process.execPath,
    folder: import.meta.dirname,
    externalHosts: new Set(),
    policies: keepPolicies(),
    now: () => performance.now(),
    after: (milliseconds, run) => {
      setTimeout(run, milliseconds)
    },
    log,
  },
).catch((fault: unknown) => {
  log(`the program did not start: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`)
  app.exit(3)
})
