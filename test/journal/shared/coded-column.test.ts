import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeColumn, codedColumnSchema, codedValue } from '#shared/journal/coded-column.ts'

/** No border lets the key `__proto__` in (payload-limits.ts), and zod drops it. */
const json = fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes('"__proto__"'))

describe('codeColumn', () => {
  test('gives back every value at its place', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom('a', 'b', null, 0, false, ''), json), { maxLength: 40 }), (values) => {
        const kept = codedColumnSchema.parse(JSON.parse(JSON.stringify(codeColumn(values))))
        expect(values.map((_, position) => codedValue(kept, position))).toEqual(JSON.parse(JSON.stringify(values)))
      }),
    )
  })

  test('keeps one value for all rows that have it, and repeated values once', () => {
    expect(codeColumn(['x', 'x', 'x'])).toEqual({ all: 'x' })
    expect(codeColumn([null, 'x', null, 'x'])).toEqual({ values: [null, 'x'], at: [0, 1, 0, 1] })
    expect(codeColumn(['a', 'b', 'c'])).toEqual({ each: ['a', 'b', 'c'] })
  })

  test('stays small for a hundred thousand rows of a hundred partners', () => {
    const column = codeColumn(Array.from({ length: 100_000 }, (_, at) => `01900000-0000-7000-8000-${String(at % 100).padStart(12, '0')}`))
    expect(JSON.stringify(column).length).toBeLessThan(400_000)
  })

  test('has nothing past its end', () => {
    expect(codedValue({ each: ['a'] }, 1)).toBeNull()
    expect(codedValue({ values: ['a'], at: [0] }, 1)).toBeNull()
  })
})
