interface Cells {
  readonly cells: readonly string[]
}

/**
 * Which of the first records names the columns. Exports often begin with a title, a date or rows of junk: the header is the
 * first record of the table's usual width whose cells are mostly different words. -1 when there is no record at all.
 */
export function findHeaderRow(sample: readonly Cells[]): number {
  const width = usualWidth(sample)
  const candidates = sample.map((record, index) => ({ index, named: record.cells.length === width ? shareOfNames(record.cells) : -1 }))
  const wide = candidates.filter((candidate) => candidate.named >= 0)
  const named = wide.find((candidate) => candidate.named > 0.6)
  return (named ?? wide[0])?.index ?? -1
}

function usualWidth(sample: readonly Cells[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of sample) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  let usual = 0
  for (const [width, count] of counts) if (count > (counts.get(usual) ?? 0) || (count === counts.get(usual) && width > usual)) usual = width
  return usual
}

function shareOfNames(cells: readonly string[]): number {
  const names = new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== '' && !/^[-+\d.,:/\s]+$/u.test(cell)))
  return names.size / cells.length
}
