import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createProbe, holds, literalHolds, type CompiledCondition, type Literal } from '#shared/assignment/compile-condition.ts'
import { expandCondition } from '#shared/assignment/expand-condition.ts'

const account = (number: number, negated = false): CompiledCondition => ({ kind: 'literal', literal: { test: { kind: 'account', accounts: new Set([number]) }, negated } })
const all = (...parts: CompiledCondition[]): CompiledCondition => ({ kind: 'all', parts })
const any = (...parts: CompiledCondition[]): CompiledCondition => ({ kind: 'any', parts })
const anyOf = (count: number) => any(...Array.from({ length: count }, (_, number) => account(number)))

const accountsOf = (term: readonly Literal[]) => term.map(({ test }) => (test.kind === 'account' ? [...test.accounts].join() : '')).toSorted()
const expanded = (condition: CompiledCondition) => {
  const { terms, exact } = expandCondition(condition)
  return { terms: terms.map(accountsOf), exact }
}

test('a condition without parts is one alternative that asks nothing, or no alternative', () => {
  expect(expanded(all())).toEqual({ terms: [[]], exact: true })
  expect(expanded(any())).toEqual({ terms: [], exact: true })
})

test('"any" under "all" becomes one alternative for each way to fulfil both', () => {
  expect(expanded(all(any(account(1), account(2)), account(3), any(account(4), account(5))))).toEqual({ terms: [['1', '3', '4'], ['1', '3', '5'], ['2', '3', '4'], ['2', '3', '5']], exact: true })
})

test('24 alternatives are written out, more are given up for one that asks nothing', () => {
  expect(expanded(anyOf(24))).toMatchObject({ terms: { length: 24 }, exact: true })
  expect(expanded(anyOf(25))).toEqual({ terms: [[]], exact: false })
})

test('of parts that multiply beyond 24 the larger is left out and the rest kept', () => {
  expect(expanded(all(anyOf(9), any(account(1), account(2)), any(account(3))))).toMatchObject({ terms: { length: 18 }, exact: true })
  expect(expanded(all(anyOf(13), any(account(1), account(2)), account(3)))).toEqual({ terms: [['1', '3'], ['2', '3']], exact: false })
})

test('a part that was given up makes the whole inexact, beside others and among them', () => {
  expect(expanded(all(anyOf(25), account(1)))).toEqual({ terms: [['1']], exact: false })
  expect(expanded(any(anyOf(25), account(1)))).toEqual({ terms: [[], ['1']], exact: false })
})

const ACCOUNTS = 6
const { condition: someCondition } = fc.letrec<{ condition: CompiledCondition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 4 },
    fc.tuple(fc.nat(ACCOUNTS - 1), fc.boolean()).map(([number, negated]) => account(number, negated)),
    fc.record({ kind: fc.constantFrom('all', 'any'), parts: fc.array(tie('condition'), { maxLength: 5 }) }),
  ),
}))

test('no lead that fulfils a condition is lost, and none is added where the alternatives are exact', () => {
  fc.assert(fc.property(someCondition, fc.uniqueArray(fc.nat(ACCOUNTS - 1)), (condition, accounts) => {
    const probe = { ...createProbe(), accounts: () => accounts }
    const { terms, exact } = expandCondition(condition)
    const can = terms.some((term) => term.every((literal) => literalHolds(literal, probe)))
    const does = holds(condition, probe)
    expect(exact ? can === does : can || !does).toBe(true)
  }))
})
