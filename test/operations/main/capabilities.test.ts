import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { commands, jobs, queries, registry } from '#main/capabilities.ts'
import { capabilities } from '#shared/capabilities.ts'

const all = [...registry.values()]

describe('the list of capabilities', () => {
  test('names every operation once, capability.verb', () => {
    const names = capabilities.flatMap(({ contract }) => Object.keys(contract.operations).map((verb) => `${contract.capability}.${verb}`))
    expect(all.map(({ name }) => name)).toEqual(names)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z]+\.[a-z][A-Za-z]*$/)
  })

  test.each(all.map((operation) => [operation.name, operation] as const))('%s has who answers it, and only one of them', (name, { kind }) => {
    expect([commands.has(name), queries.has(name), jobs.has(name)]).toEqual([kind === 'command', kind === 'query', kind === 'job'])
  })

  test('has no command, query or job that no operation names', () => {
    for (const name of [...commands.keys(), ...queries.keys(), ...jobs.keys()]) expect(registry.has(name)).toBe(true)
  })

  test('has one command an operation', () => {
    const made = capabilities.flatMap(({ commands: own }) => own.map(({ operation }) => operation.name))
    expect(new Set(made).size).toBe(made.length)
    expect(made.toSorted()).toEqual(all.filter(({ kind }) => kind === 'command').map(({ name }) => name).toSorted())
  })

  test.each(all.filter(({ internal }) => internal !== true).map((operation) => [operation.name, operation] as const))('%s says in a line what it does, and its schemas in JSON', (_, { summary, input, output }) => {
    expect(summary).toMatch(/^\p{Lu}[^\n]{3,140}$/u)
    expect(z.toJSONSchema(input, { io: 'input', unrepresentable: 'throw' })).toHaveProperty('$schema')
    expect(z.toJSONSchema(output, { io: 'output', unrepresentable: 'throw' })).toHaveProperty('$schema')
  })

  test.each(all.filter(({ kind }) => kind === 'command').map((operation) => [operation.name, operation] as const))('%s refuses what it does not know', (_, { input }) => {
    expect(input.safeParse({ __unknown: 1 }).success).toBe(false)
  })

  test('the versions of commands count from 1', () => {
    for (const operation of all) if (operation.kind === 'command') expect(operation.version).toBeGreaterThanOrEqual(1)
  })
})
