import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { followRows, isToldOfRows, tellRows } from '#main/matching/row-news.ts'

test('a connection that is told hears the ids of its table once, and nothing of others', () => {
  const db = new Database(':memory:')
  isToldOfRows(db)
  const news = followRows(db, 'leads')
  tellRows(db, [['leads', ['a', 'b']], ['accounts', ['c']]])
  tellRows(db, [['leads', ['b']]])
  expect([news(), news()]).toEqual([new Set(['a', 'b']), new Set()])
})

test('where any row may have been written, or an import has come into sight, all count as news', () => {
  const db = new Database(':memory:')
  isToldOfRows(db)
  const news = followRows(db, 'leads')
  tellRows(db, [['leads', ['a']]])
  tellRows(db, [['leads', null]])
  tellRows(db, [['leads', ['b']]])
  expect(news()).toBeNull()
  tellRows(db, [['batches', ['x']]])
  expect([news(), news()]).toEqual([null, new Set()])
})

test('a connection that nobody tells has nothing new as long as the file is the same', () => {
  const news = followRows(new Database(':memory:'), 'leads')
  expect([news(), news()]).toEqual([new Set(), new Set()])
})
