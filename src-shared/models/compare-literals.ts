import { hasPostcodeLength } from '../assignment/pack-postcode.ts'
import type { Literal, Test } from '../assignment/compile-condition.ts'

type In = Extract<Test, { kind: 'in' }>
type Employees = Extract<Test, { kind: 'employees' }>

/** Whether what the first literals ask for together always meets the second. Says no where it cannot tell. */
export function implies(literals: readonly Literal[], { test, negated }: Literal): boolean {
  return literals.some((given) => (negated ? (given.negated ? covers(given.test, test) : excludes(given.test, test)) : !given.negated && covers(test, given.test)))
}

/** Whether some lead could meet all of these at once. Says yes where it cannot tell. */
export function canHoldTogether(literals: readonly Literal[]): boolean {
  return literals.every((one, at) => literals.slice(at + 1).every((other) => !clash(one, other)))
}

function clash(one: Literal, other: Literal): boolean {
  if (one.negated && other.negated) return false
  if (one.negated !== other.negated) return one.negated ? covers(one.test, other.test) : covers(other.test, one.test)
  return excludes(one.test, other.test)
}

/** Whether whatever meets the inner test meets the outer one. */
function covers(outer: Test, inner: Test): boolean {
  if (outer.kind === 'in' && inner.kind === 'in') return outer.column === inner.column && isWithin(inner.codes, outer.codes)
  if (outer.kind === 'employees' && inner.kind === 'employees') return outer.from <= inner.from && inner.to <= outer.to
  if (outer.kind === 'account' && inner.kind === 'account') return isWithin(inner.accounts, outer.accounts)
  if (outer.kind !== 'postcode' || inner.kind !== 'postcode') return false
  return inner.intervals.every(({ low, high, length }) => outer.intervals.some((wide) => wide.low <= low && high <= wide.high && wide.length <= length && hasPostcodeLength(low, wide.length)))
}

/** Whether nothing meets both. A company may be several named accounts, so those never exclude each other. */
function excludes(one: Test, other: Test): boolean {
  if (one.kind === 'in' && other.kind === 'in') return isOtherValue(one, other)
  if (one.kind === 'employees' && other.kind === 'employees') return isOtherRange(one, other)
  if (one.kind !== 'postcode' || other.kind !== 'postcode') return false
  return one.intervals.every((mine) => other.intervals.every((theirs) => mine.high < theirs.low || theirs.high < mine.low))
}

function isOtherValue(one: In, other: In): boolean {
  return one.column === other.column && [...one.codes].every((code) => !other.codes.has(code))
}

function isOtherRange(one: Employees, other: Employees): boolean {
  return one.to < other.from || other.to < one.from
}

function isWithin(inner: ReadonlySet<number>, outer: ReadonlySet<number>): boolean {
  return [...inner].every((value) => outer.has(value))
}
