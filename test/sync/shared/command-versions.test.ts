import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { commandOperations } from '#shared/capabilities.ts'
import { commandOperation } from '#shared/foundation/operation.ts'
import { presentInput } from '#shared/foundation/up-cast.ts'

/** One command of each version that was ever given, as desks may still have it in their outbox: lines are added, never changed or taken away. */
const corpus = z.array(z.strictObject({ name: z.string(), version: z.int(), input: z.json() })).parse(JSON.parse(readFileSync(new URL('./command-corpus.json', import.meta.url), 'utf8')))

describe('commands of every age', () => {
  test.each(corpus)('$name, version $version, is understood', ({ name, version, input }) => {
    const operation = commandOperations.get(name)
    if (operation === undefined) throw new Error(`${name} has been given once: keep it, or retire it`)
    expect(operation.input.safeParse(presentInput(operation, version, input)).error?.issues ?? []).toEqual([])
  })

  test('are all here', () => {
    const wanted = [...commandOperations.values()].flatMap(({ name, version }) => Array.from({ length: version }, (_, at) => `${name} ${at + 1}`))
    expect(corpus.map(({ name, version }) => `${name} ${version}`).toSorted()).toEqual(wanted.toSorted())
  })
})

describe('an earlier input', () => {
  const moved = { ...commandOperation('Moves', z.strictObject({ to: z.string(), why: z.string() }), z.null(), [
    (input) => ({ to: z.strictObject({ place: z.string() }).parse(input).place }),
    (input) => ({ ...z.record(z.string(), z.json()).parse(input), why: 'not said' }),
  ]), name: 'test.move' }

  test('becomes the present one step by step', () => {
    expect(moved.version).toBe(3)
    expect(presentInput(moved, 1, { place: 'Osaka' })).toEqual({ to: 'Osaka', why: 'not said' })
    expect(presentInput(moved, 2, { to: 'Osaka' })).toEqual({ to: 'Osaka', why: 'not said' })
    expect(presentInput(moved, 3, { to: 'Osaka', why: 'asked' })).toEqual({ to: 'Osaka', why: 'asked' })
  })

  test('that never was one, or is still to come, becomes none', () => {
    expect([presentInput(moved, 1, { elsewhere: 1 }), presentInput(moved, 0, {}), presentInput(moved, 4, {})]).toEqual([undefined, undefined, undefined])
  })
})
