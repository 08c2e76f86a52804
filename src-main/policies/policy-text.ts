import type { PolicyLayer } from '#shared/policies/resolve-policies.ts'

/** Reads policies as JSON text: one object, UTF-8, each name once in it. */
export function readPolicyText(place: string, bytes: Uint8Array): PolicyLayer {
  let text: string
  let read: unknown
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    read = JSON.parse(text)
  } catch {
    return { place, problem: 'not-json' }
  }
  if (read === null || typeof read !== 'object' || Array.isArray(read)) return { place, problem: 'not-json' }
  const name = nameGivenTwice(text)
  return name === undefined ? { place, entries: { ...read } } : { place, problem: 'twice', name }
}

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}:,[\]]/gs

/** JSON.parse keeps the last of two entries with one name, and an administrator may have meant the other. The text is known to be JSON. */
function nameGivenTwice(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = []
  let last = ''
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') {
      const names = open.at(-1)
      const name = String(JSON.parse(last))
      if (names?.has(name) === true) return name
      names?.add(name)
    }
    last = token
  }
  return undefined
}
