import { expect, test } from 'vitest'
import { leadStages } from '#shared/leads/lead.ts'
import { leadsCommands } from '#shared/leads/leads.commands.ts'
import { offeredStages } from '#renderer/leads/offered-stages.ts'

const setStage = leadsCommands.find(({ operation }) => operation.name === 'leads.setStage')
const context = { now: '2026-01-01T00:00:00.000Z', actor: { id: 'a', name: 'A' }, id: () => 'id', commandId: 'c' }

function isAccepted(from: string, to: string): boolean {
  const run = setStage?.run({ id: 'lead', stage: to } as never, context)
  run?.next()
  const decided = run?.next({ id: 'lead', stage: from, partnerId: null, declinedBy: [] })
  return decided?.done === true && (decided.value as { kind: string }).kind === 'accepted'
}

test.each(leadStages)('from %s the window offers exactly the stages that the command accepts', (from) => {
  const accepted = leadStages.filter((to) => to !== from && isAccepted(from, to))
  expect(offeredStages(from).toSorted()).toEqual(accepted.toSorted())
})
