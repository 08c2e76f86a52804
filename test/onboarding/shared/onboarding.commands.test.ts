import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checklists } from '#shared/onboarding/checklist.table.ts'
import { onboardingContract } from '#shared/onboarding/onboarding.contract.ts'
import { valueOf } from '#test/foundation/desk.ts'
import { memoryDesk } from '#test/foundation/memory-runner.ts'
import { known, onboarded } from './onboarded-partner.ts'

const { complete, approve, revoke, skip, setAside, block, moveDue, reckon } = onboardingContract.operations
const ACCEPTED = { agreementVersion: '2', agreementLanguage: 'en' }

const acts = {
  complete: (task) => [complete, { ...task, side: 'partner', evidence: ACCEPTED }], approve: (task) => [approve, task], revoke: (task) => [revoke, { ...task, reason: 'x' }], skip: (task) => [skip, { ...task, reason: 'x' }],
  setAside: (task) => [setAside, { ...task, reason: 'x' }], block: (task) => [block, { ...task, reason: 'x' }], unblock: (task) => [block, { ...task, reason: null }], moveDue: (task) => [moveDue, { ...task, dueOn: '2026-12-24', reason: 'x' }],
} satisfies Record<string, (task: Awaited<ReturnType<typeof known>>) => readonly [unknown, unknown]>

test('whatever happens to a checklist, what is kept of it is what its log comes to', async () => {
  const happens = fc.record({ act: fc.constantFrom(...(Object.keys(acts) as (keyof typeof acts)[])), task: fc.constantFrom('call', 'contract', 'course', 'review', 'story'), knows: fc.boolean() })
  await fc.assert(
    fc.asyncProperty(fc.array(happens, { maxLength: 14 }), async (steps) => {
      const desk = memoryDesk()
      const { id } = await onboarded(desk)
      for (const { act, task, knows } of steps) {
        const about = knows ? await known(desk, id, task) : { checklists: [{ id, seen: null }], task }
        const [operation, input] = acts[act](about)
        await desk.run(operation as typeof complete, input as never)
      }
      const kept = await desk.row(checklists, id)
      expect(valueOf(await desk.run(reckon, { ids: [id] })).changed).toBe(0)
      expect(await desk.row(checklists, id)).toEqual(kept)
    }),
    { numRuns: 150 },
  )
})
