import { describe, expect, test } from 'vitest'
import { createIdMaker, UUID_V7 } from '#shared/foundation/ids.ts'

const START = Date.UTC(2026, 10, 22)

/** Every eight bytes are the next number. */
function countingBytes(): (bytes: Uint8Array) => void {
  let number = 0
  return (bytes) => {
    const view = new DataView(bytes.buffer)
    for (let at = 4; at < bytes.length; at += 8) view.setUint32(at, (number += 1))
  }
}

function made(count: number, now: () => number): string[] {
  const make = createIdMaker(now, countingBytes())
  return Array.from({ length: count }, make)
}

function expectIncreasing(ids: readonly string[]): void {
  for (const [at, id] of ids.entries()) {
    expect(id).toMatch(UUID_V7)
    if (at > 0) expect(id > (ids[at - 1] ?? '')).toBe(true)
  }
}

const millisecondsOf = (id: string | undefined): number => Number.parseInt(id?.replaceAll('-', '').slice(0, 12) ?? '', 16)

describe('createIdMaker', () => {
  test('makes ids that tell the millisecond they were made in', () => {
    expect(millisecondsOf(made(1, () => START)[0])).toBe(START)
  })

  test('makes ids also where the clock stands before 1970, and goes on from the clock once it is put right', () => {
    let now = -86_400_000
    const make = createIdMaker(() => now, countingBytes())
    const early = [make(), make()]
    now = START
    expectIncreasing([...early, make()])
    expect(millisecondsOf(early[0])).toBe(0)
  })

  test('makes 10,000 ids within one millisecond, each greater than the one before', () => {
    const ids = made(10_000, () => START)
    expectIncreasing(ids)
    expect(new Set(ids).size).toBe(10_000)
    expect(millisecondsOf(ids.at(-1)) - START).toBe(2)
  })

  test('keeps increasing when the clock steps back two hours, and after it has caught up', () => {
    const clock = [0, 1, 2, -7_200_000, -7_199_999, -1, 0, 1, 2, 3, 4]
    let at = 0
    expectIncreasing(made(clock.length, () => START + (clock[at++] ?? 0)))
  })

  test('keeps increasing when the clock jumps 400 days ahead and back', () => {
    const clock = [0, 400 * 86_400_000, 1, 2]
    let at = 0
    expectIncreasing(made(clock.length, () => START + (clock[at++] ?? 0)))
  })

  test('asks for fresh randomness before it has used the old up', () => {
    const ids = made(2000, () => START)
    expect(new Set(ids.map((id) => id.slice(19))).size).toBe(2000)
  })
})
