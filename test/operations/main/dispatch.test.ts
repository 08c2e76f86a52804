import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dispatch, Refused, type Registry, type Run } from '#main/operations/dispatch.ts'
import { commandOperation, contract, job, query } from '#shared/foundation/operation.ts'
import { refused, RefusedError } from '#shared/foundation/outcome.ts'

const { operations } = contract('tests', {
  find: query('Finds', z.strictObject({ id: z.string().max(10), deep: z.strictObject({ list: z.array(z.int()).max(3) }).optional() }), z.strictObject({ found: z.boolean() })),
  change: commandOperation('Changes', z.strictObject({}), z.strictObject({ entry: z.string() })),
  work: job('Works', z.json(), z.json()),
})
const registry: Registry = new Map(Object.values(operations).map((operation) => [operation.name, operation]))

async function ask(name: string, input: unknown, run: Run = () => ({ found: true })) {
  const bugs: { id: string; operation: string; error: unknown }[] = []
  const outcome = await dispatch(registry, name, input, run, (id, operation, error) => bugs.push({ id, operation, error }))
  return { outcome, bugs }
}

const codeOf = async (name: string, input: unknown, run?: Run): Promise<string> => {
  const { outcome } = await ask(name, input, run)
  return outcome.ok ? 'ok' : outcome.error.code
}

describe('dispatch', () => {
  test('parses the input, runs the operation, parses the output', async () => {
    const seen: unknown[] = []
    const { outcome } = await ask('tests.find', { id: 'x' }, (operation, input) => {
      seen.push(operation.name, input)
      return Promise.resolve({ found: false })
    })
    expect(outcome).toEqual({ ok: true, value: { found: false } })
    expect(seen).toEqual(['tests.find', { id: 'x' }])
  })

  test.each(['tests.nothing', '', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'tests', 'tests.find ', 'Tests.find', 'tests.__proto__', 'x'.repeat(10_000)])('row 2: knows no operation %#, runs nothing, and says at most a line', async (name) => {
    let ran = false
    const { outcome } = await ask(name, {}, () => {
      ran = true
    })
    expect(outcome).toMatchObject({ ok: false, error: { code: 'operation.unknown' } })
    expect(JSON.stringify(outcome).length).toBeLessThan(300)
    expect(ran).toBe(false)
  })

  test.each([
    ['a missing key', {}, 'id'],
    ['a wrong kind', { id: 5 }, 'id'],
    ['too long a text', { id: 'x'.repeat(11) }, 'id'],
    ['a wrong value deep inside', { id: 'x', deep: { list: [1, 'two'] } }, 'deep.list.1'],
    ['an extra key deep inside', { id: 'x', deep: { list: [], more: 1 } }, 'deep'],
  ])('names the place of %s', async (_, input, at) => {
    const { outcome } = await ask('tests.find', input)
    expect(outcome).toMatchObject({ ok: false, error: { code: 'input.invalid', details: { issues: [{ at }] } } })
  })

  test.each([
    ['an extra key', { id: 'x', tenantId: 1 }],
    ['an own __proto__', JSON.parse('{"id":"x","__proto__":{"admin":true}}') as unknown],
    ['a list for an object', [{ id: 'x' }]],
    ['text', 'x'],
    ['a number', 5],
  ])('row 4: refuses %s and runs nothing', async (_, input) => {
    let ran = false
    expect(await codeOf('tests.find', input, () => {
      ran = true
    })).toBe('input.invalid')
    expect(ran).toBe(false)
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined()
  })

  test.each([undefined, null])('takes %s for an empty input', async (input) => {
    expect(await codeOf('tests.change', input, () => ({ entry: 'e' }))).toBe('ok')
  })

  test('names at most twenty of what is wrong', async () => {
    const { outcome } = await ask('tests.find', Object.fromEntries([['id', 'x'], ['deep', { list: Array.from({ length: 3 }, () => 'no') }], ...Array.from({ length: 100 }, (_, at) => [`k${at}`, 1])]))
    if (outcome.ok) throw new Error('accepted')
    expect((outcome.error.details as { issues: unknown[] }).issues.length).toBeLessThanOrEqual(20)
  })

  test.each([
    ['throws', () => {
      throw new Error('secret: /home/somebody/workspace.db')
    }],
    ['rejects', () => Promise.reject(new TypeError('secret'))],
    ['throws what is no error', () => {
      throw 'secret' as unknown as Error
    }],
    ['answers what its schema does not know', () => ({ found: true, secret: 'row' })],
    ['answers nothing', () => undefined],
    ['answers the wrong kind', () => ({ found: 'secret' })],
  ])('answers internal with an id, and nothing of what went wrong, when the operation %s', async (_, run) => {
    const { outcome, bugs } = await ask('tests.find', { id: 'x' }, run)
    expect(outcome).toMatchObject({ ok: false, error: { code: 'internal' } })
    expect(JSON.stringify(outcome)).not.toMatch(/secret|\.ts|at /)
    expect(bugs).toMatchObject([{ operation: 'tests.find' }])
    expect(outcome).toMatchObject({ error: { details: { id: bugs[0]?.id } } })
  })

  test('gives every bug an id of its own', async () => {
    const ids = new Set<string>()
    for (let time = 0; time < 20; time += 1) ids.add((await ask('tests.find', { id: 'x' }, () => undefined)).bugs[0]?.id ?? '')
    expect(ids.size).toBe(20)
  })

  test('passes refusals on as they are, thrown or returned, and reports no bug', async () => {
    const details = { field: 'city' }
    for (const run of [() => new Refused(refused('lead.stale', 'changed', details)), () => Promise.reject(new RefusedError('lead.stale', 'changed', details))]) {
      expect(await ask('tests.find', { id: 'x' }, run)).toEqual({ outcome: { ok: false, error: { code: 'lead.stale', message: 'changed', details } }, bugs: [] })
    }
  })

  test('answers a value nested beyond reason instead of falling over', async () => {
    let deep: unknown = 1
    for (let level = 0; level < 20_000; level += 1) deep = [deep]
    expect(['ok', 'input.invalid', 'internal']).toContain(await codeOf('tests.work', deep, () => null))
  })
})
