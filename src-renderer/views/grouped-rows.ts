export type GroupValue = string | number | boolean | null

export interface ListGroup {
  readonly value: GroupValue
  readonly count: number
}

/** A stretch of the list as it is displayed: a group's heading, or rows by their positions in the whole result. */
export type Span = { readonly kind: 'heading'; readonly group: number } | { readonly kind: 'rows'; readonly from: number; readonly to: number }

/** How many lines a grouped list has: a heading for each group, and the rows of those that are open. */
export function displayedLength(groups: readonly ListGroup[], isOpen: (group: ListGroup) => boolean): number {
  return groups.reduce((sum, group) => sum + 1 + (isOpen(group) ? group.count : 0), 0)
}

/** What stands in the displayed lines [from, to). Positions of rows count all rows, those of closed groups too. */
export function spansOf(groups: readonly ListGroup[], isOpen: (group: ListGroup) => boolean, from: number, to: number): readonly Span[] {
  const spans: Span[] = []
  let line = 0
  let row = 0
  for (const [index, group] of groups.entries()) {
    if (line >= to) break
    if (line >= from) spans.push({ kind: 'heading', group: index })
    line += 1
    if (isOpen(group)) {
      const first = Math.max(from, line)
      const last = Math.min(to, line + group.count)
      if (first < last) spans.push({ kind: 'rows', from: row + first - line, to: row + last - line })
      line += group.count
    }
    row += group.count
  }
  return spans
}

/** The row windows that hold all rows of the spans, neighbours joined, none longer than `longest`. */
export function windowsOf(spans: readonly Span[], longest: number): readonly { readonly from: number; readonly to: number }[] {
  const windows: { from: number; to: number }[] = []
  for (const span of spans) {
    if (span.kind === 'heading') continue
    const last = windows.at(-1)
    if (last !== undefined && last.to === span.from) last.to = span.to
    else windows.push({ from: span.from, to: span.to })
  }
  return windows.flatMap(({ from, to }) => Array.from({ length: Math.ceil((to - from) / longest) }, (_, n) => ({ from: from + n * longest, to: Math.min(to, from + (n + 1) * longest) })))
}
