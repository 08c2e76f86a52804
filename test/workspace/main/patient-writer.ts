import { newId } from '#main/foundation/new-id.ts'
import { asRefusal, openForWriting } from '#main/workspace/open.ts'
import { createCommandRunner } from '#main/workspace/run-command.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { commandOf } from '#test/foundation/desk.ts'

// Runs in a process of its own: makes leads, folds the log now and then, says what was saved and what was refused, and goes on.
const create = commandOf(leadsContract.operations.create)
const attempt = (work: () => void): void => {
  try {
    work()
  } catch (error) {
    const refusal = asRefusal(error)
    if (!(refusal instanceof RefusedError)) throw error
    process.stdout.write(`refused ${refusal.refusal.code}\n`)
  }
}
attempt(() => {
  const db = openForWriting(process.argv[2] ?? '')
  const runner = createCommandRunner(db)
  for (let round = 0; round < 12; round += 1) {
    attempt(() => {
      const id = newId()
      runner.run(create, { id, input: { company: `Single ${id}` }, actor: { id: 'local', name: '' }, now: new Date().toISOString(), batchId: null })
      process.stdout.write(`saved ${id}\n`)
    })
    if (round % 4 === 3) attempt(() => db.pragma('wal_checkpoint(TRUNCATE)'))
  }
  db.close()
})
process.stdout.write('ended\n')
