import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPayload, PAYLOAD_LIMITS } from '#main/operations/payload-limits.ts'

const codeOf = (payload: unknown, limits = PAYLOAD_LIMITS) => checkPayload(payload, limits)?.code

function nested(depth: number): unknown {
  let value: unknown = 'core'
  for (let level = 0; level < depth; level += 1) value = { inner: value }
  return value
}

describe('checkPayload', () => {
  test('lets through whatever JSON can say', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8, noUnicodeString: false }), (value) => {
        fc.pre(!JSON.stringify(value).includes('"__proto__":'))
        expect(checkPayload(value)).toBeUndefined()
      }),
    )
  })

  test('lets through an absent argument and absent properties', () => {
    expect(checkPayload(undefined)).toBeUndefined()
    expect(checkPayload({ filter: undefined, sort: null })).toBeUndefined()
  })

  test('lets through an object without a prototype, as structured cloning of JSON makes none', () => {
    expect(checkPayload(Object.assign(Object.create(null) as object, { name: 'constructor' }))).toBeUndefined()
  })

  test('lets through headers named constructor or toString, which are plain data', () => {
    expect(checkPayload({ constructor: 'Bauer AG', toString: 1 })).toBeUndefined()
  })

  test.each([
    ['a string of 50 MB', 'x'.repeat(50_000_000)],
    ['an array of 50 MB', Array.from({ length: 50 }, () => 'x'.repeat(1_000_000))],
    ['an array of a million numbers', Array.from({ length: 1_000_000 }, (_, index) => index)],
    ['a sparse array of four thousand million', Object.assign([], { length: 4_000_000_000 })],
    ['an object of a million keys', Object.fromEntries(Array.from({ length: 1_000_000 }, (_, index) => [`k${index}`, 0]))],
    ['keys that are long themselves', { ['k'.repeat(5_000_000)]: 1 }],
  ])('refuses %s as too large', (_name, payload) => {
    expect(codeOf(payload)).toBe('payload.too-large')
  })

  test('refuses what is nested 10,000 deep', () => {
    expect(codeOf(nested(10_000))).toBe('payload.too-deep')
  })

  test('takes exactly as many levels as it says', () => {
    expect(codeOf(nested(PAYLOAD_LIMITS.depth))).toBeUndefined()
    expect(codeOf(nested(PAYLOAD_LIMITS.depth + 1))).toBe('payload.too-deep')
  })

  test('refuses an object that holds itself, and arrays that hold each other', () => {
    const self: Record<string, unknown> = {}
    self['self'] = self
    expect(codeOf(self)).toBe('payload.too-deep')
    const [a, b]: [unknown[], unknown[]] = [[], []]
    a.push(b)
    b.push(a)
    expect(codeOf(a)).toBe('payload.too-deep')
  })

  test('is not fooled by one small object shared a thousand million times', () => {
    let layer: unknown = ['lead']
    for (let level = 0; level < 9; level += 1) layer = Array.from({ length: 10 }, () => layer)
    expect(codeOf(layer)).toBe('payload.too-large')
  })

  test.each([
    ['a BigInt', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['NaN', Number.NaN],
    ['an infinite number', Number.POSITIVE_INFINITY],
    ['a Buffer', Buffer.from('bytes')],
    ['a typed array', new Uint8Array(4)],
    ['a date', new Date(0)],
    ['a Map', new Map([['a', 1]])],
    ['an instance of a class', new URL('app://app/')],
    ['an object that inherits', Object.create({ admin: true })],
  ])('refuses %s, at the top and within', (_name, payload) => {
    expect(codeOf(payload)).toBe('payload.not-json')
    expect(codeOf({ rows: [{ value: payload }] })).toBe('payload.not-json')
  })

  test('refuses a key __proto__ of the object’s own, and leaves every prototype as it was', () => {
    const payload: unknown = JSON.parse('{"name":"x","filter":{"__proto__":{"x":1}}}')
    expect(codeOf(payload)).toBe('payload.forbidden-key')
    expect(({} as Record<string, unknown>)['x']).toBeUndefined()
  })

  test('stops reading at the limit instead of reading on', () => {
    let reads = 0
    const counting = new Proxy(Array.from({ length: 1000 }, () => 0), {
      get: (target, key, receiver) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1
        return Reflect.get(target, key, receiver) as unknown
      },
    })
    expect(codeOf([counting, counting], { values: 1500, characters: 10, depth: 3 })).toBe('payload.too-large')
    expect(reads).toBeLessThanOrEqual(1500)
  })

  test('says in its refusal what the limits are, and nothing of the payload', () => {
    expect(checkPayload('secret'.repeat(1_000_000))).toEqual({
      code: 'payload.too-large',
      message: 'the argument is too large',
      details: { ...PAYLOAD_LIMITS },
    })
  })
})
