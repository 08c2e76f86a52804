import { spawn } from 'node:child_process'

/** Asks the system to show the address; where there is no desktop to show it on, nothing happens. No shell reads the address. */
export function openInBrowser(address: string): void {
  if (process.platform === 'linux' && process.env['DISPLAY'] === undefined && process.env['WAYLAND_DISPLAY'] === undefined) return
  const [command, ...args] = process.platform === 'darwin' ? ['open', address] : process.platform === 'win32' ? ['rundll32', 'url.dll,FileProtocolHandler', address] : ['xdg-open', address]
  const opener = spawn(command ?? '', args, { stdio: 'ignore', detached: true })
  opener.on('error', () => undefined)
  opener.unref()
}
