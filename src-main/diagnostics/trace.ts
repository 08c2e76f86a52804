const DEEPEST_CAUSE = 3
const FRAME = /^\s+at (?:(?:async )?([\w$.#<>[\] ]+) \()?(?:file:\/\/|node:|\/|[A-Za-z]:|app:)(.*?:\d+:\d+)\)?$/

/**
 * An error as the log may hold it: its class, its code, and where in the program it was thrown. Never its message, which may
 * quote what people have typed or what rows hold (a parser's does).
 */
export function traceOf(error: unknown): string {
  return describe(error, DEEPEST_CAUSE).join('\n')
}

function describe(error: unknown, deepest: number): readonly string[] {
  if (!(error instanceof Error)) return [`a thrown ${typeof error}`]
  const code = 'code' in error && /^[A-Z][A-Z0-9_]{1,60}$/.test(String(error.code)) ? ` ${String(error.code)}` : ''
  const cause = error.cause === undefined || deepest === 0 ? [] : ['caused by', ...describe(error.cause, deepest - 1)]
  return [`${nameOf(error)}${code}`, ...framesOf(error), ...cause]
}

function nameOf({ name }: Error): string {
  return /^[A-Za-z]{1,60}$/.test(name) ? name : 'Error'
}

/** Frames by function, file and place; the folders above the last two are the computer's own business. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const at = stack.indexOf(message)
  return (at === -1 ? stack : stack.slice(at + message.length)).split('\n').flatMap((line) => {
    const found = FRAME.exec(line)
    return found === null ? [] : [`    at ${found[1] ?? ''} ${(found[2] ?? '').split(/[\\/]/).slice(-2).join('/')}`.replace('at  ', 'at ')]
  })
}
