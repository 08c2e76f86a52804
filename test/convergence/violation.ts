/** What must hold whatever happens: the numbers are those of the research on sync, section C. */
export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8' | 'I9' | 'I10' | 'I11' | 'I12' | 'I13' | 'I14' | 'I15' | 'bug'

export class Violation extends Error {
  readonly invariant: Invariant

  constructor(invariant: Invariant, message: string) {
    super(`${invariant}: ${message}`)
    this.invariant = invariant
  }
}

export function must(invariant: Invariant, holds: boolean, message: () => string): void {
  if (!holds) throw new Violation(invariant, message())
}

/** Shared rows by `table id`, each as text that differs where a value differs. */
export type Rows = ReadonlyMap<string, string>

export function mustEqual(invariant: Invariant, what: string, found: Rows, expected: Rows): void {
  const wrong: string[] = []
  for (const [key, row] of expected) if (found.get(key) !== row) wrong.push(`${key}\n      is       ${found.get(key) ?? 'missing'}\n      expected ${row}`)
  for (const [key, row] of found) if (!expected.has(key)) wrong.push(`${key}\n      is       ${row}\n      expected nothing`)
  must(invariant, wrong.length === 0, () => `${what}; ${wrong.length} rows differ:\n    ${wrong.slice(0, 4).join('\n    ')}`)
}
