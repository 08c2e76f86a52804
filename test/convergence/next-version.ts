import type { Command } from '#shared/foundation/command.ts'
import type { PullAnswer } from '#shared/sync/messages.ts'

/** Commands as the next version of the program has them: each under the next number, doing the same. */
export function nextVersion(command: Command): Command {
  return { ...command, operation: { ...command.operation, version: command.operation.version + 1 } }
}

/** A page as the next version of the server sends it: with a column and a table that a desk does not know. */
export function asNextVersionSends(answer: PullAnswer): PullAnswer {
  const data = answer.data.map(({ columns, put, ...table }) => ({ ...table, columns: [...columns, 'inventedLater'], put: put.map((row) => [...row, 'new']) }))
  return { ...answer, data: [...data, { table: 'inventedLater', columns: ['id'], put: [['new']], remove: ['old'] }] }
}
