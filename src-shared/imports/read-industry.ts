import { fieldRead, type FieldReading } from './field-reading.ts'
import { industryKeyOf } from './industries.ts'

export interface ReadIndustry {
  /** A key of the closed list, or the source's own words where none fits. */
  readonly main: string
  /** All that the cell named, in its order. */
  readonly all: readonly string[]
}

/** Who gives money is a second role of most: `funder|government` is a government. */
const SECONDARY = new Set(['funder', 'other', 'company'])

/** Never refuses: an industry that the list does not have stays what the file says. Several may be given, parted by `|`, `;` or a line end. */
export function readIndustry(text: string): FieldReading<ReadIndustry> {
  const all = text
    .split(/[|;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => industryKeyOf(part) ?? part)
  if (all.length === 0) return fieldRead<ReadIndustry>(null)
  return fieldRead({ main: all.find((industry) => !SECONDARY.has(industry)) ?? all[0]!, all })
}
