import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = ['src-renderer', 'src-shared', 'src-main/static-files', 'vite.renderer.ts', 'package-lock.json']

/**
 * The folder of the built renderer. In a checkout it is built first where the sources are newer; a packaged program only has the build.
 * @param say told, in a sentence, that a build begins
 */
export async function builtRenderer(say: (sentence: string) => void): Promise<string> {
  const out = join(root, 'out')
  const manifest = join(out, 'renderer.manifest.json')
  const builtAt = existsSync(manifest) ? statSync(manifest).mtimeMs : 0
  if (existsSync(join(root, 'vite.renderer.ts')) && newest(sources.map((source) => join(root, source))) > builtAt) {
    say('Building the window (once, and after changes) …')
    const { build } = await import('vite')
    await build({ configFile: join(root, 'vite.renderer.ts'), logLevel: 'error' })
  }
  return out
}

function newest(paths: readonly string[]): number {
  return paths.reduce((latest, path) => {
    if (!existsSync(path)) return latest
    const stats = statSync(path)
    const here = stats.isDirectory() ? newest(readdirSync(path).map((name) => join(path, name))) : stats.mtimeMs
    return Math.max(latest, here)
  }, 0)
}
