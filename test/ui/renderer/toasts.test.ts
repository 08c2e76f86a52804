import { expect, test } from 'vitest'
import { createToasts } from '#renderer/ui/toasts.ts'

test('no more than two messages stand at a time, the latest ones', () => {
  const { show, shown } = createToasts()
  for (const text of ['one', 'two', 'three']) show({ text })
  expect(shown.value.map(({ text }) => text)).toEqual(['two', 'three'])
})

test('a message that is said again stands once, and its time begins anew', () => {
  const { show, shown } = createToasts()
  const first = show({ text: '1 row copied' })
  show({ text: 'other' })
  const again = show({ text: '1 row copied' })
  expect(shown.value.map(({ id }) => id)).not.toContain(first)
  expect(shown.value.map(({ text }) => text)).toEqual(['other', '1 row copied'])
  expect(again).not.toBe(first)
})
