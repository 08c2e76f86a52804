import type { ContentLine, QuoteContent } from './quote-content.ts'

export const changedFields = [
  'lineAdded', 'lineRemoved', 'quantity', 'list', 'customer', 'net', 'cost', 'months', 'taxRate', 'discount', 'total', 'currency', 'taxMode', 'validUntil', 'text', 'pricedOn',
] as const

/** Something that is not what it was, in the values themselves; null where it was not there, or is no more. */
export interface ContentChange {
  readonly field: (typeof changedFields)[number]
  /** The line's product in words; null for the quote as a whole. */
  readonly of: string | null
  readonly before: string | null
  readonly after: string | null
}

const lineFields = ['quantity', 'list', 'customer', 'net', 'cost', 'months', 'taxRate'] as const satisfies readonly (keyof ContentLine & ContentChange['field'])[]

/** What an approver should look at: everything that differs from what was approved before, lines by product and place among its like. */
export function contentChanges(before: QuoteContent, after: QuoteContent): readonly ContentChange[] {
  const whole = ([field, one, other]: readonly [ContentChange['field'], string | null, string | null]): readonly ContentChange[] => (one === other ? [] : [{ field, of: null, before: one, after: other }])
  const [old, present] = [placed(before.lines), placed(after.lines)]
  return [
    ...[...present].flatMap(([key, line]) => lineChanges(old.get(key), line)),
    ...[...old].filter(([key]) => !present.has(key)).map(([, line]): ContentChange => ({ field: 'lineRemoved', of: line.name, before: line.quantity, after: null })),
    ...([
      ['discount', before.discount, after.discount],
      ['total', before.net, after.net],
      ['currency', before.currency, after.currency],
      ['taxMode', before.taxMode, after.taxMode],
      ['validUntil', before.validUntil, after.validUntil],
      ['pricedOn', before.pricedOn, after.pricedOn],
    ] as const).flatMap(whole),
    ...after.texts.filter((text) => !before.texts.includes(text)).map((text): ContentChange => ({ field: 'text', of: null, before: null, after: text })),
    ...before.texts.filter((text) => !after.texts.includes(text)).map((text): ContentChange => ({ field: 'text', of: null, before: text, after: null })),
  ]
}

function lineChanges(before: ContentLine | undefined, line: ContentLine): readonly ContentChange[] {
  if (before === undefined) return [{ field: 'lineAdded', of: line.name, before: null, after: line.quantity }]
  return lineFields.flatMap((field): readonly ContentChange[] => {
    const [one, other] = [before[field], line[field]]
    return one === other ? [] : [{ field, of: line.name, before: one === null ? null : String(one), after: other === null ? null : String(other) }]
  })
}

function placed(lines: readonly ContentLine[]): ReadonlyMap<string, ContentLine> {
  const counts = new Map<string, number>()
  return new Map(lines.map((line) => {
    const count = (counts.get(line.product) ?? 0) + 1
    counts.set(line.product, count)
    return [`${line.product} ${count}`, line]
  }))
}
