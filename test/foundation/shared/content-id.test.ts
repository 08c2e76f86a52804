import { expect, test } from 'vitest'
import { z } from 'zod'
import { contentId } from '#shared/foundation/content-id.ts'

test('is the same for the same content, and a UUID', () => {
  const id = contentId('評価基準 1')
  expect(contentId('評価基準 1')).toBe(id)
  expect(z.uuid().safeParse(id).success).toBe(true)
})

test('is another for every one of 200,000 contents that hardly differ', () => {
  const ids = new Set(Array.from({ length: 200_000 }, (_, at) => contentId(`{"score":${at % 101},"criteria":[${at}]}`)))
  expect(ids.size).toBe(200_000)
})
