import type { QuoteLine } from './quote.presenter.ts'

/** Lines that stand under one heading: from one place to before another. */
export interface HeadedRun {
  readonly heading: string | null
  readonly from: number
  readonly to: number
}

/** The runs of a quote's lines in their order; options stand with their bundles, whatever heading they name. */
export function headedRuns(lines: readonly Pick<QuoteLine, 'parentId' | 'groupName'>[]): readonly HeadedRun[] {
  const starts: { readonly heading: string | null; readonly from: number }[] = []
  for (const [from, { parentId, groupName }] of lines.entries()) {
    if (from === 0 || (parentId === null && groupName !== starts.at(-1)?.heading)) starts.push({ heading: parentId === null ? groupName : null, from })
  }
  return starts.map((start, at) => ({ ...start, to: starts[at + 1]?.from ?? lines.length }))
}
