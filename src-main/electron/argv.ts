/** Switches of Chromium that help some users and cannot weaken anything: graphics trouble, scaling, reading aids, the Linux keyring. */
const HARMLESS: ReadonlySet<string> = new Set([
  'disable-gpu',
  'force-device-scale-factor',
  'force-renderer-accessibility',
  'lang',
  'ozone-platform',
  'ozone-platform-hint',
  'password-store',
])

// Chromium takes a slash for the mark of a switch on Windows.
const OPTION = /^--?([^=]*)(?:=(.*))?$/s
const WINDOWS_OPTION = /^(?:--?|\/)([^=]*)(?:=(.*))?$/s

export interface StartArguments {
  /** The folder of another workspace than the usual one: `--workspace=FOLDER`. */
  readonly workspace?: string
  readonly positional: readonly string[]
  /** Switches that are neither ours nor harmless, without their values. */
  readonly foreign: readonly string[]
}

/**
 * Reads the arguments after the program's own name. What follows `--` is positional whatever it looks like.
 * Chromium obeys its switches before our code runs, so ignoring a foreign one is no defence: a packaged program
 * that finds one says so and ends (`foreign` is not empty).
 */
export function readArguments(argv: readonly string[], platform: NodeJS.Platform): StartArguments {
  const option = platform === 'win32' ? WINDOWS_OPTION : OPTION
  const end = argv.indexOf('--')
  const options = end === -1 ? argv : argv.slice(0, end)
  const foreign: string[] = []
  const positional: string[] = []
  let workspace: string | undefined

  for (const argument of options) {
    const match = option.exec(argument)
    const name = match?.[1]
    if (name === undefined) positional.push(argument)
    else if (name === 'workspace' && match?.[2] !== undefined && match[2] !== '') workspace = match[2]
    else if (!HARMLESS.has(name)) foreign.push(argument.split('=', 1)[0] ?? argument)
  }
  if (end !== -1) positional.push(...argv.slice(end + 1))
  return workspace === undefined ? { positional, foreign } : { workspace, positional, foreign }
}
