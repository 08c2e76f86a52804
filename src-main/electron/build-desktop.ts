import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Builds everything the desktop runs from, into `out`. Only in a checkout; a package holds the build. */
export async function buildDesktop(): Promise<void> {
  const { build } = await import('electron-vite')
  await build({ root, configFile: `${root}electron.vite.config.ts`, logLevel: 'error' })
}
