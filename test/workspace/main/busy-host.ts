import { createInterface } from 'node:readline'
import { newId } from '#main/foundation/new-id.ts'
import type { DataHost } from '#main/operations/data-host.ts'
import { openDataHost } from '#main/workspace/data-host.ts'

// Runs in a process of its own: opens a workspace, which mends what a crash has left, and says so. Once told a file, it imports it,
// runs the rules or takes the last run back, and makes single leads, all at once, until it is killed.
const host = await openDataHost({ directory: process.argv[2] ?? '', log: (line) => process.stderr.write(`${line}\n`) })
process.stdout.write('opened\n')

host.onEvent(({ name, data }) => {
  if (name === 'job.progress' && (data as { done: number }).done > 0) process.stdout.write('working\n')
})

createInterface(process.stdin).once('line', (file) => {
  host.grantFile({ token: 'the-file', path: file, access: 'read' })
  void ask(host, 'imports.run', { file: 'the-file', subject: 'leads' })
  void assignOrTakeBack(host)
  void makeLeads(host)
})

async function ask(asked: DataHost, name: string, input: unknown, id = newId()): Promise<unknown> {
  const outcome = await asked.call(name, input, { kind: 'window' }, id)
  if (!outcome.ok) process.stderr.write(`${name}: ${outcome.error.code}\n`)
  return outcome.ok ? outcome.value : undefined
}

async function assignOrTakeBack(asked: DataHost): Promise<void> {
  const batches = (await ask(asked, 'journal.batches', {})) as readonly { id: string; kind: string; state: string }[]
  const run = batches.find(({ kind, state }) => kind === 'assignment' && state === 'done')
  await (run === undefined ? ask(asked, 'assignment.run', { scope: 'unassigned' }) : ask(asked, 'journal.undoBatch', { id: run.id }))
}

async function makeLeads(asked: DataHost): Promise<void> {
  for (;;) {
    const id = newId()
    await ask(asked, 'leads.create', { company: `Single ${id}` }, id)
    process.stdout.write(`saved ${id}\n`)
  }
}
