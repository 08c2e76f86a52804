import { expect, test } from 'vitest'
import { idOfHash } from '#shared/attachments/id-of-hash.ts'
import { idSchema } from '#shared/foundation/edit.ts'
import { sha256 } from '#shared/foundation/sha-256.ts'

test('the same content has the same id, other content another, and all are ids', () => {
  const ids = Array.from({ length: 200 }, (_, at) => idOfHash(sha256(`content ${at}`)))
  expect(new Set(ids).size).toBe(200)
  expect(ids.filter((id) => !idSchema.safeParse(id).success)).toEqual([])
  expect(idOfHash(sha256('content 7'))).toBe(ids[7])
})
