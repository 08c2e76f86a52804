import { views } from '#shared/views/view.table.ts'
import { viewsContract } from '#shared/views/views.contract.ts'
import { hostCapability } from '../operations/capability.ts'
import { selectRows } from '../workspace/rows.ts'

export const viewsHost = hostCapability(
  viewsContract,
  {
    list: ({ list }, { db }) => selectRows(db, views, 'WHERE "list" = ? ORDER BY "position"', list),
  },
  {},
)
