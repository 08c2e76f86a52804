import { foldName } from './fold-name.ts'
import type { MappableField } from './suggest-mapping.ts'

/** Longer cells are no header; folding them would only take time. */
const LONGEST_HEADER = 200

export type KnownHeader = (cell: string) => boolean

/** Tells the cells that name one of these fields, in any of the three languages. */
export function knownHeaders(fields: readonly MappableField[]): KnownHeader {
  const known = new Set(fields.flatMap(({ name, synonyms }) => [name, ...synonyms].map(foldName)))
  return (cell) => cell.length <= LONGEST_HEADER && known.has(foldName(cell))
}
