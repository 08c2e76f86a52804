import type { ImportMapping } from '#shared/imports/imports.contract.ts'
import { suggestMapping, type MappableField } from '#shared/imports/suggest-mapping.ts'
import type { SourceTable } from '#shared/imports/source-table.ts'

/** The proposed mapping of a file's columns, in the shape a person edits and an import takes. */
export function proposeMapping(fields: readonly MappableField[], table: SourceTable): ImportMapping {
  return Object.fromEntries(suggestMapping(fields, table.columns, table.rows).map(({ field, source }) => [field, source]))
}
