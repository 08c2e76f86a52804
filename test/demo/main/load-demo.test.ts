import { expect, test } from 'vitest'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { refusalOf, valueOf } from '#test/foundation/desk.ts'
import { openHost } from '#test/foundation/open-host.ts'

test('the demo is taken back as a whole, deadlines and all, and goes into an empty workspace only', async () => {
  const desk = await openHost()
  const { partners, territories, leads } = valueOf(await desk.call(workspaceContract.operations.loadDemo, {}))
  expect(leads).toBeGreaterThan(1_000)
  expect(refusalOf(await desk.call(workspaceContract.operations.loadDemo, {}))).toMatchObject({ code: 'workspace.not-empty' })
  const [batch] = valueOf(await desk.call(journalContract.operations.batches, {}))
  expect(valueOf(await desk.call(journalContract.operations.undoBatch, { id: batch?.id ?? '' })).undone).toBeGreaterThanOrEqual(partners + territories + leads)
  expect(valueOf(await desk.call(partnersContract.operations.list, {})).total).toBe(0)
}, 60_000)
