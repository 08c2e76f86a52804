import type { Change } from '#shared/foundation/command.ts'
import type { Table } from '#shared/foundation/table.ts'
import { journal } from '#shared/journal/journal.table.ts'
import { permissions, staysOnDesk } from '#shared/people/permissions.ts'
import { tables } from '#shared/tables.ts'

/** What desks share. A person's own tables (views, settings) stay where they are. */
export const syncedTables: readonly Table[] = tables.filter(isSynced)

const deskCommands = Object.keys(permissions).filter(staysOnDesk)
const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ')

/** The condition under which a row of the table belongs to all desks: not so journal entries of what never left this one. */
export function sharedRow(table: Table): string {
  if (table.name !== journal.name) return '1'
  const own = tables.filter((each) => !isSynced(each)).map(({ name }) => name)
  const undoesOwn = `"command" = 'journal.undo' AND EXISTS (SELECT 1 FROM json_each("changes") AS "change" WHERE "change"."value" ->> '$.table' IN (${listed(own)}))`
  return `NOT ("command" IN (${listed(deskCommands)}) OR (${undoesOwn}))`
}

/** Whether a command that wrote this concerns other desks: undoing a personal thing is as personal. */
export function leavesDesk(command: string, changes: readonly Change[]): boolean {
  return !staysOnDesk(command) && changes.every((change) => isSynced(change.table))
}

export function isSynced(table: Table): boolean {
  return table.options.visibility !== 'owner'
}
