import type { ImportNotice } from '#shared/imports/import-errors.ts'
import type { ShownNotice } from '#shared/imports/imports.contract.ts'

const MOST_NOTICES = 100

/** The reader's notices as reports carry them; a thousand nameless columns need not be told one by one. */
export function shownNotices(notices: readonly ImportNotice[]): ShownNotice[] {
  return notices.slice(0, MOST_NOTICES).map(({ code, line, column, data }) => ({ code, line, column: column === null ? null : column.name || `#${column.index}`, data: { ...data } }))
}
