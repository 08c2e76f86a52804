import { expect, test } from 'vitest'
import { insert, remove, update, type Change, type Question } from '#shared/foundation/command.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { belowThemselves, withoutThose } from '#shared/journal/below-themselves.ts'
import { territories } from '#shared/territories/territory.table.ts'
import { buildTerritory } from '#test/foundation/builders/build-territory.ts'

const move = (id: string, parentId: string | null): Change => update(territories, id, { parentId })

/** The rows that would lie below themselves, where all others have the parents they have now; and how many were asked for. */
function found(changes: readonly Change[], now: Record<string, string | null>) {
  const asking = belowThemselves(changes)
  for (let step = asking.next(), asked = 0; ; asked += 1) {
    if (step.done === true) return { ids: [...step.value.keys()], asked }
    const question = step.value as Extract<Question, { kind: 'one' }>
    expect(question.table).toBe(territories)
    step = asking.next(question.id in now ? { parentId: now[question.id] } : undefined)
  }
}

test('finds a row that moves below one that lies below it, however far', () => {
  const now = { top: null, middle: 'top', bottom: 'middle' }
  expect(found([move('top', 'bottom')], now).ids).toEqual(['top'])
  expect(found([move('top', 'top')], now).ids).toEqual(['top'])
  expect(found([move('bottom', 'top')], now).ids).toEqual([])
})

test('what the changes do together counts: two that change places, a row that comes back between them', () => {
  expect(found([move('one', 'other'), move('other', null)], { other: 'one' }).ids).toEqual([])
  expect(found([move('one', 'other'), move('other', 'one')], {}).ids).toEqual(['one'])
  const back = insert(territories, buildTerritory({ id: 'back', parentId: 'top' }))
  expect(found([move('one', 'back'), back], { top: 'one' }).ids).toEqual(['one'])
  expect(found([move('one', 'back'), back], { top: null }).ids).toEqual([])
})

test('where one has to stay, another that it would have made room for stays too', () => {
  const now = { one: 'other', other: null, third: 'one' }
  expect(found([move('other', 'third'), move('one', 'fourth'), move('fourth', 'one')], { ...now, fourth: null }).ids.toSorted()).toEqual(['one', 'other'])
})

test('asks nothing where no row moves, or to the top alone, or in a table that is no tree', () => {
  const changes = [update(territories, 'a', { name: 'A' }), move('b', null), update(leads, 'c', { partnerId: 'd' }), remove(territories, 'e')]
  expect(found(changes, {})).toEqual({ ids: [], asked: 0 })
})

test('does not walk round a circle of others for ever, nor beyond a row that is not there', () => {
  expect(found([move('top', 'one')], { one: 'other', other: 'one' }).ids).toEqual([])
  expect(found([move('top', 'gone')], {}).ids).toEqual([])
})

test('what stays is left out of an update, with its values; the rest of it and all else is as it was', () => {
  const both: Change = { kind: 'update', table: territories, columns: ['parentId'], ids: ['one', 'other'], rows: [['a'], ['b']] }
  const gone = remove(territories, 'one')
  expect(withoutThose([both, gone], new Map([['one', territories]]))).toEqual([{ ...both, ids: ['other'], rows: [['b']] }, gone])
})
