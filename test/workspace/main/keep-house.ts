import { newId } from '#main/foundation/new-id.ts'
import { backUpRolling } from '#main/workspace/backup.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { createCommandRunner } from '#main/workspace/run-command.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { commandOf } from '#test/foundation/desk.ts'

// Runs in a process of its own: makes a lead, says its id, backs up and folds the log, and so on until it is killed.
const [directory = ''] = process.argv.slice(2)
const db = openForWriting(directory)
const runner = createCommandRunner(db)
const create = commandOf(leadsContract.operations.create)
for (;;) {
  const id = newId()
  runner.run(create, { id, input: { company: `Single ${id}` }, actor: { id: 'local', name: '' }, now: new Date().toISOString(), batchId: null })
  process.stdout.write(`saved Single ${id}\n`)
  backUpRolling(db, directory, new Date().toISOString())
  db.pragma('wal_checkpoint(TRUNCATE)')
}
