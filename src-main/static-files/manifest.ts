import { extname } from 'node:path'
import { z } from 'zod'

/** Each path that may be asked for, exactly as a URL spells it, and the file below the renderer's folder that answers it. */
export type StaticManifest = ReadonlyMap<string, string>

const FILE_NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/

const CONTENT_TYPES: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml; charset=utf-8'],
  ['.png', 'image/png'],
  ['.ico', 'image/vnd.microsoft.icon'],
  ['.woff2', 'font/woff2'],
  ['.woff', 'font/woff'],
])

const manifestFile = z.strictObject({ files: z.array(z.string().regex(FILE_NAME).max(200)).min(1).max(5000) })

/**
 * Lists the renderer's files for the manifest that the build writes.
 * Throws for a name that a URL would have to escape or a kind of file we have no content type for: such a file could never be served.
 */
export function describeManifest(files: readonly string[]): string {
  for (const file of files) {
    if (!FILE_NAME.test(file)) throw new Error(`the renderer's build made a file name we do not serve: ${file}`)
    contentTypeOf(file)
  }
  return `${JSON.stringify({ files: [...files].sort() }, null, 2)}\n`
}

/** Reads what `describeManifest` wrote; `/` answers with `index.html`. Throws when the text is anything else. */
export function parseManifest(text: string): StaticManifest {
  const { files } = manifestFile.parse(JSON.parse(text))
  const manifest = new Map(files.map((file) => [`/${file}`, file]))
  manifest.set('/', 'index.html')
  return manifest
}

export function contentTypeOf(file: string): string {
  const type = CONTENT_TYPES.get(extname(file))
  if (type === undefined) throw new Error(`no content type for ${file}`)
  return type
}
