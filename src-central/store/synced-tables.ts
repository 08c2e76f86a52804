import { tables } from '#shared/tables.ts'
import type { Table } from '#shared/foundation/table.ts'

/** What the central API keeps: everything but what is one person's own. */
export const syncedTables: readonly Table[] = tables.filter((table) => table.options.visibility !== 'owner')
