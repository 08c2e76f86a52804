import { ApiError } from '../foundation/api-error.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Reads what a plain HTML form sends, in UTF-8. Of a field that comes several times (checkboxes) the values stand on lines of their own. */
export function readFormBody(body: Buffer): Readonly<Record<string, string>> {
  const values = new Map<string, string>()
  for (const part of body.toString('latin1').split('&')) {
    if (part === '') continue
    const equals = part.indexOf('=')
    const name = decoded(equals < 0 ? part : part.slice(0, equals))
    const value = equals < 0 ? '' : decoded(part.slice(equals + 1))
    const before = values.get(name)
    values.set(name, before === undefined ? value : `${before}\n${value}`)
  }
  return Object.fromEntries(values)
}

/** Strictly: a form in Shift_JIS must not become a lead whose name nobody can read. */
function decoded(text: string): string {
  const bytes = Buffer.from(text.replaceAll('+', ' ').replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1')
  try {
    return utf8.decode(bytes)
  } catch {
    throw new ApiError(400, 'form.not-utf8', 'a form sends UTF-8')
  }
}
