import { nextTick, shallowRef } from 'vue'
import { expect, test } from 'vitest'
import { useQueue } from '#renderer/views/use-queue.ts'

interface Waiting {
  readonly id: string
}

const items = (...ids: readonly string[]): readonly Waiting[] => ids.map((id) => ({ id }))

async function queueOf(...ids: readonly string[]) {
  const waiting = shallowRef<readonly Waiting[] | undefined>(items(...ids))
  const queue = useQueue(waiting, ({ id }) => id)
  await nextTick()
  return {
    queue,
    async becomes(...now: readonly string[]) {
      waiting.value = items(...now)
      await nextTick()
    },
    shown: () => queue.items.value.map(({ id, done }) => (done ? `(${id})` : id)).join(' '),
  }
}

test('what is done keeps its place, what comes is put at the end, what is taken back waits where it was', async () => {
  const { queue, becomes, shown } = await queueOf('a', 'b', 'c')
  await becomes('x', 'b', 'c')
  expect(shown()).toBe('(a) b c x')
  expect(queue.doneCount.value).toBe(1)
  await becomes('a', 'x', 'b', 'c')
  expect(shown()).toBe('a b c x')
})

test('stays at the lead at hand while others come and go', async () => {
  const { queue, becomes } = await queueOf('a', 'b', 'c')
  queue.activate('b')
  await becomes('x', 'b')
  expect(queue.active.value?.id).toBe('b')
  await becomes('x')
  expect(queue.active.value, 'somebody else was quicker: it is shown as done, and nothing jumps').toMatchObject({ id: 'b', done: true })
})

test('goes on to the next that waits, past those that are done, and round to those before', async () => {
  const { queue, becomes } = await queueOf('a', 'b', 'c', 'd')
  queue.activate('b')
  await becomes('a', 'b', 'd')
  queue.advance()
  expect(queue.active.value?.id).toBe('d')
  queue.advance()
  expect(queue.active.value?.id).toBe('a')
})

test('begins anew with what waits from now on', async () => {
  const { queue, becomes, shown } = await queueOf('a', 'b')
  await becomes('b')
  queue.reset()
  await nextTick()
  await becomes('c')
  expect(shown()).toBe('c')
})
