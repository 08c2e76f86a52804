/** Labels of the WHATWG Encoding Standard. windows-1252 stands for Latin-1 as well, shift_jis for CP932, macintosh is Mac Roman. */
export const sourceEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'shift_jis', 'euc-jp', 'iso-2022-jp', 'windows-1252', 'macintosh'] as const
export type SourceEncoding = (typeof sourceEncodings)[number]

export function isSourceEncoding(name: string): name is SourceEncoding {
  return (sourceEncodings as readonly string[]).includes(name)
}

/** Below this confidence a person is asked to look at the letters. */
export const CERTAIN_ENOUGH = 0.8

/** One character that can part cells: no quote, no line end. */
export function isDelimiter(text: string): boolean {
  return text.length === 1 && !/["\r\n\0]/u.test(text)
}
