/** Of documents that are written without a window. */
const FONTS = ['400Regular/NotoSansJP_400Regular.ttf', '700Bold/NotoSansJP_700Bold.ttf'].map((name) => `node_modules/@expo-google-fonts/noto-sans-jp/${name}`)

/**
 * What may be in the archive, by name; `*` stands for the digest that the build puts into a name, and for the names of chunks.
 * A name that is not here makes the check fail: whoever adds a file to the package adds it here, and is asked why.
 */
const APPROVED: readonly string[] = [
  'package.json',
  'out/renderer.manifest.json',
  'out/main/*.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  ...['js', 'css', 'woff2', 'json', 'svg'].map((kind) => `out/renderer/assets/*.${kind}`),
  'node_modules/better-sqlite3/package.json',
  'node_modules/better-sqlite3/LICENSE',
  'node_modules/better-sqlite3/lib/*.js',
  'node_modules/better-sqlite3/lib/methods/*.js',
  'node_modules/@expo-google-fonts/noto-sans-jp/package.json',
  'node_modules/@expo-google-fonts/noto-sans-jp/LICENSE_FONT',
  ...FONTS,
]

/** Without these there is no program. */
export const REQUIRED: readonly string[] = ['package.json', 'out/renderer.manifest.json', 'out/main/index.js', 'out/main/data-host.js', 'out/main/thread.js', 'out/main/xlsx-worker.js', 'out/preload/index.cjs', 'out/renderer/index.html', 'node_modules/better-sqlite3/lib/index.js', ...FONTS]

const patterns = APPROVED.map((name) => new RegExp(`^${name.replaceAll('.', String.raw`\.`).replaceAll('*', '[A-Za-z0-9_-][A-Za-z0-9_.-]*')}$`))

export function isApproved(name: string, platform: 'linux' | 'win32'): boolean {
  const binary = new RegExp(`^node_modules/better-sqlite3/prebuilds/${platform}-(x64|arm64)\\.node$`)
  return !/\.(map|ts|vue)$|\.test\.|(^|\/)\.env/.test(name) && (patterns.some((pattern) => pattern.test(name)) || binary.test(name))
}

/** What must be in no file of a package, whatever its name. */
export const SECRETS = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*[A-Za-z0-9+/]{20}/
