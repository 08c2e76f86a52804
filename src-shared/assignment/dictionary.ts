/** Numbers the distinct values of a column; code 0 is a missing value. */
export interface Dictionary {
  /** What each code stands for; `values[0]` is null. */
  readonly values: readonly (string | null)[]
  readonly encode: (value: string) => number
}

/** @param fold makes spellings equal that the rules take for equal; a value folded to nothing counts as missing. */
export function createDictionary(fold?: (value: string) => string): Dictionary {
  const values: (string | null)[] = [null]
  const codes = new Map<string, number>()

  function add(value: string): number {
    const folded = fold === undefined ? value : fold(value)
    let code = folded === '' ? 0 : codes.get(folded)
    if (code === undefined) {
      code = values.length
      values.push(folded)
      codes.set(folded, code)
    }
    codes.set(value, code)
    return code
  }

  return { values, encode: (value) => codes.get(value) ?? add(value) }
}
