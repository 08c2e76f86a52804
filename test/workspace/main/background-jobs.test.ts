import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { careContract } from '#shared/care/care.contract.ts'
import { conflictsContract } from '#shared/conflicts/conflicts.contract.ts'
import { onboardingContract } from '#shared/onboarding/onboarding.contract.ts'
import { refused, succeeded, type Outcome } from '#shared/foundation/outcome.ts'
import { BackgroundJobs } from '#main/workspace/background-jobs.ts'
import { jobs as handlers, registry } from '#main/capabilities.ts'

const MINUTE = 60_000
const { keep } = conflictsContract.operations
const jobs = [...registry.values()].filter((operation) => operation.kind === 'job')

/** The conflicts' job alone. */
function begin(answer: Outcome<unknown> = succeeded(null)) {
  const [ran, logged]: [string[], string[]] = [[], []]
  const background = new BackgroundJobs(jobs.filter(({ name }) => name === keep.name), async (name) => {
    ran.push(name)
    return answer
  }, (line) => logged.push(line))
  return { background, ran, logged }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('jobs that run by themselves need nothing said, and are there', () => {
  const own = jobs.filter((job) => job.afterChangesOf !== undefined)
  expect(own.map(({ name }) => name)).toEqual(expect.arrayContaining([keep.name, careContract.operations.keep.name, onboardingContract.operations.keep.name]))
  for (const { name, input } of own) {
    expect(input.safeParse({}).success).toBe(true)
    expect(handlers.has(name)).toBe(true)
  }
})

test('one runs after the opening, and again once what it reads has changed and rests', async () => {
  const { background, ran } = begin()
  await vi.advanceTimersByTimeAsync(4 * MINUTE)
  expect(ran).toEqual([])
  await vi.advanceTimersByTimeAsync(2 * MINUTE)
  expect(ran).toEqual([keep.name])
  background.changed('leads')
  await vi.advanceTimersByTimeAsync(60 * MINUTE)
  expect(ran).toHaveLength(1)
  for (let minutes = 0; minutes < 12; minutes += 4) {
    background.changed('registrations')
    await vi.advanceTimersByTimeAsync(4 * MINUTE)
  }
  expect(ran).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(2 * MINUTE)
  expect(ran).toHaveLength(2)
  background.changed('accounts')
  background.close()
  await vi.advanceTimersByTimeAsync(60 * MINUTE)
  expect(ran).toHaveLength(2)
})

test('what it is refused is a line in the log, but that one’s role leaves it to others', async () => {
  const full = begin(refused('disk.full', 'no room'))
  const viewer = begin(refused('permission.denied', 'not theirs'))
  await vi.advanceTimersByTimeAsync(6 * MINUTE)
  expect(full.logged).toEqual([`${keep.name} by itself: disk.full`])
  expect(viewer.ran).toEqual([keep.name])
  expect(viewer.logged).toEqual([])
})
