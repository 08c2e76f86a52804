import type { KnownHeader } from '#shared/imports/known-headers.ts'

interface Cells {
  readonly cells: readonly string[]
}

/**
 * Which of the first records names the columns: one whose cells name known fields, of the table's usual width where there are
 * several. Exports often begin with a title, a date or rows of junk: otherwise it is the first record of the usual width whose
 * cells are mostly different words, or all words. -1 when there is no record at all.
 */
export function findHeaderRow(sample: readonly Cells[], isKnown?: KnownHeader): number {
  const width = usualWidth(sample)
  if (isKnown !== undefined) {
    const known = sample.flatMap(({ cells }, index) => (namesFields(cells, isKnown) ? [index] : []))
    const found = known.find((index) => sample[index]!.cells.length === width) ?? known[0]
    if (found !== undefined) return found
  }
  const candidates = sample.map((record, index) => ({ index, named: record.cells.length === width ? shareOfNames(record.cells) : -1 }))
  const wide = candidates.filter((candidate) => candidate.named >= 0)
  const named = wide.find((candidate) => candidate.named > 0.6)
  return (named ?? wide[0])?.index ?? -1
}

/**
 * The records above the header that hold data: those of another table, under its own known header, and those that fill every
 * column of this one. Titles, dates and junk are none.
 */
export function dataAbove<R extends Cells>(sample: readonly R[], headerIndex: number, isKnown?: KnownHeader): readonly R[] {
  const width = sample[headerIndex]?.cells.findLastIndex((cell) => cell.trim() !== '') ?? -1
  let underHeader = false
  return sample.slice(0, headerIndex).filter(({ cells }) => {
    if (isKnown !== undefined && namesFields(cells, isKnown)) {
      underHeader = true
      return false
    }
    return holdsSeveral(cells) && (underHeader || (width > 0 && cells.findLastIndex((cell) => cell.trim() !== '') === width && cells.slice(0, width + 1).every((cell) => cell.trim() !== '')))
  })
}

export function holdsSeveral(cells: readonly string[]): boolean {
  return cells.filter((cell) => cell.trim() !== '').length > 1
}

/** At least half of what stands there names fields, and more than one cell of a table of several columns. */
function namesFields(cells: readonly string[], isKnown: KnownHeader): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const known = filled.filter(isKnown).length
  return known * 2 >= filled.length && known >= Math.min(2, cells.length)
}

function usualWidth(sample: readonly Cells[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of sample) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let usual = 0
  for (const [width, count] of counts) if (count > (counts.get(usual) ?? 0) || (count === counts.get(usual) && width > usual)) usual = width
  return usual
}

function shareOfNames(cells: readonly string[]): number {
  const words = cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && !/^[-+\d.,:/\s]+$/u.test(cell))
  return words.length === cells.length ? 1 : new Set(words).size / cells.length
}
