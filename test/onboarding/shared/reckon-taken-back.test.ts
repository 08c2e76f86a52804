import { expect, test } from 'vitest'
import { remove, update, type Change } from '#shared/foundation/command.ts'
import { checklists } from '#shared/onboarding/checklist.table.ts'
import { reckonTakenBack } from '#shared/onboarding/reckon-taken-back.ts'
import { partners } from '#shared/partners/partner.table.ts'

/** What follows from changes where no row that is asked for is there. */
function reckoned(...changes: readonly Change[]): { readonly asked: number; readonly changes: readonly Change[] } {
  const run = reckonTakenBack(changes)
  let asked = 0
  let step = run.next()
  for (; step.done !== true; asked += 1) step = run.next(undefined)
  return { asked, changes: step.value }
}

test('only checklists that are changed back are reckoned, and none that is gone', () => {
  expect(reckoned(update(partners, 'p', { name: 'Other' }), remove(checklists, 'c'))).toEqual({ asked: 0, changes: [] })
  expect(reckoned(update(checklists, 'c', { templateId: 't' }))).toEqual({ asked: 1, changes: [] })
})
