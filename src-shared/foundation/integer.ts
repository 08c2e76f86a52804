/**
 * A whole number of any size, always exact: a `number` as long as that is safe, a `bigint` beyond. Each value has one form,
 * so `===` compares. Nearly all sums of money are small; they cost what a `number` costs.
 */
export type Integer = number | bigint

const SAFE = Number.MAX_SAFE_INTEGER
/** Up to here the quotient of two doubles, cut off, is the whole quotient: half a unit in its last place is less than one part of the divisor. `%` is exact beyond, and slower. */
const SURELY_DIVIDED = 2 ** 51

/** What is done with the part of a unit that is left over; in Japan's words 四捨五入, 銀行家の丸め, 切り捨て, 切り上げ. `down` is towards zero, `up` away from it, so a credit mirrors what it credits. */
export const roundingModes = ['halfAwayFromZero', 'halfEven', 'down', 'up'] as const
export type RoundingMode = (typeof roundingModes)[number]

export function plus(one: Integer, other: Integer): Integer {
  if (typeof one === 'number' && typeof other === 'number') {
    const sum = one + other
    if (sum <= SAFE && sum >= -SAFE) return sum
  }
  return settled(BigInt(one) + BigInt(other))
}

export function minus(one: Integer, other: Integer): Integer {
  if (typeof one === 'number' && typeof other === 'number') {
    const difference = one - other
    if (difference <= SAFE && difference >= -SAFE) return difference
  }
  return settled(BigInt(one) - BigInt(other))
}

export function times(one: Integer, other: Integer): Integer {
  if (typeof one === 'number' && typeof other === 'number') {
    const product = one * other
    // Adding nothing makes the zero of a negative number an ordinary one.
    if (product <= SAFE && product >= -SAFE) return product + 0
  }
  return settled(BigInt(one) * BigInt(other))
}

export function opposite(value: Integer): Integer {
  return times(value, -1)
}

export function compare(one: Integer, other: Integer): -1 | 0 | 1 {
  return one > other ? 1 : one < other ? -1 : 0
}

const powers: Integer[] = [1]

/** 10 to the power of a whole number from 0. */
export function tenTo(exponent: number): Integer {
  for (let next = powers.length; next <= exponent; next++) powers.push(times(powers[next - 1]!, 10))
  return powers[exponent]!
}

/** `dividend` ÷ `divisor`, rounded to a whole number. @param divisor above zero */
export function divide(dividend: Integer, divisor: Integer, mode: RoundingMode): Integer {
  if (typeof dividend === 'number' && typeof divisor === 'number') {
    let quotient = Math.trunc(dividend / divisor)
    let rest = dividend - quotient * divisor
    if (dividend > SURELY_DIVIDED || dividend < -SURELY_DIVIDED) {
      rest = dividend % divisor
      quotient = (dividend - rest) / divisor
    }
    const left = Math.abs(rest)
    const to = left === 0 ? 'cut' : roundedTo(left, divisor - left, mode)
    if (to === 'cut' || (to === 'even' && quotient % 2 === 0)) return quotient + 0
    return dividend < 0 ? quotient - 1 : quotient + 1
  }
  const [whole, parts] = [BigInt(dividend), BigInt(divisor)]
  const quotient = whole / parts
  const rest = whole - quotient * parts
  const left = rest < 0n ? -rest : rest
  const to = left === 0n ? 'cut' : roundedTo(left, parts - left, mode)
  if (to === 'cut' || (to === 'even' && quotient % 2n === 0n)) return settled(quotient)
  return settled(whole < 0n ? quotient - 1n : quotient + 1n)
}

/** The largest whole number not above `dividend` ÷ `divisor`. @param divisor above zero */
export function divideDown(dividend: Integer, divisor: Integer): Integer {
  return divide(dividend, divisor, dividend < 0 ? 'up' : 'down')
}

/** The smallest number that both divide. @param one, other above zero */
export function leastCommonMultiple(one: Integer, other: Integer): Integer {
  let [divisor, rest] = [one, other]
  while (rest !== 0) [divisor, rest] = [rest, minus(divisor, times(divideDown(divisor, rest), rest))]
  return times(divideDown(one, divisor), other)
}

/** @param left what is left over, above zero @param lacking what it lacks to another unit */
function roundedTo(left: Integer, lacking: Integer, mode: RoundingMode): 'cut' | 'away' | 'even' {
  if (mode === 'down' || mode === 'up') return mode === 'down' ? 'cut' : 'away'
  if (left !== lacking) return left > lacking ? 'away' : 'cut'
  return mode === 'halfEven' ? 'even' : 'away'
}

function settled(value: bigint): Integer {
  return value <= SAFE && value >= -SAFE ? Number(value) : value
}
