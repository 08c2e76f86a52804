import { expect, test } from 'vitest'
import type { Change, Question } from '#shared/foundation/command.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { liesBelowItself, parentsIn } from '#shared/journal/lies-below-itself.ts'
import { territories } from '#shared/territories/territory.table.ts'

/** Whether `id` lies below itself, where rows have the parents they have now but for those that move. */
function liesInCircle(id: string, moved: Record<string, string | null>, now: Record<string, string | null>): boolean {
  const asking = liesBelowItself(territories, id, new Map(Object.entries(moved)))
  for (let step = asking.next(); ; ) {
    if (step.done === true) return step.value
    const question = step.value as Extract<Question, { kind: 'one' }>
    expect(question.table).toBe(territories)
    step = asking.next(question.id in now ? { parentId: now[question.id] } : undefined)
  }
}

test('finds what lies below, however far, and what two moves make together', () => {
  const now = { top: null, middle: 'top', bottom: 'middle' }
  expect(liesInCircle('top', { top: 'bottom' }, now)).toBe(true)
  expect(liesInCircle('top', { top: 'top' }, now)).toBe(true)
  expect(liesInCircle('bottom', { bottom: 'top' }, now)).toBe(false)
  expect(liesInCircle('top', { top: 'bottom', middle: null }, now)).toBe(false)
  expect(liesInCircle('top', { top: 'other', other: 'top' }, now)).toBe(true)
})

test('asks nothing of a row that does not move, goes to the top, or lies below one that is not there', () => {
  expect(liesInCircle('top', {}, { top: 'top' })).toBe(false)
  expect(liesInCircle('top', { top: null }, {})).toBe(false)
  expect(liesInCircle('top', { top: 'gone' }, {})).toBe(false)
})

test('does not walk round a circle of others for ever', () => {
  expect(liesInCircle('top', { top: 'one' }, { one: 'other', other: 'one' })).toBe(false)
})

test('the parents in an update are those of a table whose rows lie below others, where it writes them', () => {
  const update = (table: object, columns: readonly string[]) => parentsIn({ kind: 'update', table, columns, ids: ['a', 'b'], rows: [['x', 'p'], ['y', null]] } as unknown as Extract<Change, { kind: 'update' }>)
  expect(update(territories, ['name', 'parentId'])).toEqual(new Map([['a', 'p'], ['b', null]]))
  expect(update(territories, ['name', 'code'])).toEqual(new Map())
  expect(update(leads, ['company', 'partnerId'])).toEqual(new Map())
})
