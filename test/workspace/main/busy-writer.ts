import { commandOf } from '#test/foundation/desk.ts'
import { newId } from '#main/foundation/new-id.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { createCommandRunner } from '#main/workspace/run-command.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'

// Runs in a process of its own: makes leads one after the other, and says each id once it is saved, until it is killed.
const runner = createCommandRunner(openForWriting(process.argv[2] ?? ''))
const create = commandOf(leadsContract.operations.create)
process.stdout.write('opened\n')
for (;;) {
  const id = newId()
  runner.run(create, { id, input: { company: `Single ${id}` }, actor: { id: 'local', name: '' }, now: new Date().toISOString(), batchId: null })
  process.stdout.write(`saved ${id}\n`)
}
