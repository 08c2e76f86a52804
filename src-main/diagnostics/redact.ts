import { homedir, userInfo } from 'node:os'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const TIME = /^\d{4}-\d\d-\d\d/

const rules: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]+/gi, '(address)'],
  [/[^\s@"'<>()]+@[^\s@"'<>()]+\.[^\s@"'<>()]+/g, '(mail)'],
  [/“[^”]*”|„[^“”]*[“”]|«[^»]*»|「[^」]*」|『[^』]*』|‹[^›]*›|‘[^’\n]*’|"[^"\n]*"|(?<=^|[\s(])'[^'\n]*'(?=$|[\s.,;:)])/g, '(text)'],
  [/[\w+/=.-]{24,}/g, (found) => (UUID.test(found) || !/\d/.test(found) || /\.[jt]s$/.test(found) ? found : '(secret)')],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\d[\d ()./-]{7,}\d/gi, (found) => (UUID.test(found) || TIME.test(found) ? found : '(number)')],
  // What could move a terminal's cursor, or end a line and begin another that looks like one of ours.
  [/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, ' '],
]

/**
 * The second net under everything that is written to the log or the report: addresses, mail addresses, quoted texts, tokens,
 * telephone numbers and the person's own folder. The first is that nothing of a row is told in the first place (`trace.ts`).
 */
export function redact(text: string): string {
  const own = [homedir(), userInfo().username].filter((name) => name.length > 3)
  const known = own.reduce((left, name) => left.replaceAll(name, '(user)'), text)
  return rules.reduce((left, [pattern, instead]) => left.replaceAll(pattern, (found) => (typeof instead === 'string' ? instead : instead(found))), known)
}
