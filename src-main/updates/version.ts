/** A version as we write them: three numbers, and of a trial version which one. */
export const VERSION = /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})(?:-beta\.(\d{1,5}))?$/

/** @returns below 0 when `a` came before `b`; a trial version comes before what it tries. Throws for what is no version. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  const at = left.findIndex((number, place) => number !== right[place])
  return at === -1 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

export const isTrial = (version: string): boolean => version.includes('-')

function numbersOf(version: string): readonly number[] {
  const match = VERSION.exec(version)
  if (match === null) throw new Error(`${version.slice(0, 40)} is no version`)
  return [Number(match[1]), Number(match[2]), Number(match[3]), match[4] === undefined ? Infinity : Number(match[4])]
}
