import { insert, type Change } from '../foundation/command.ts'
import type { Quote, QuoteLine } from './quote-rows.ts'
import type { WholeQuote } from './quote-facts.ts'
import { provisionalNumber } from './quote-numbers.ts'
import { quoteLines, quotes } from './quote.table.ts'

/** What happened to a quote happened to it alone; approvals too, for they are for a revision. */
const fresh = {
  status: 'draft', approvedHash: null, contentHash: null, sentAt: null, acceptedAt: null, acceptedBy: null, declinedAt: null, declineReason: null, orderedAt: null, orderNumber: null, importId: null,
} as const satisfies Partial<Quote>

/**
 * A quote with the content of another: the next revision of it, or one of its own, which knows nothing of the other.
 * @param as what differs @param id makes ids
 */
export function copyQuote({ quote, lines }: WholeQuote, as: { readonly id: string } & Partial<Quote>, id: () => string): readonly Change[] {
  const { rev: _, createdAt: __, updatedAt: ___, ...content } = quote
  const isRevision = as.rootId === quote.rootId
  const own = isRevision ? {} : { rootId: as.id, revision: 1, revisionOf: null, primary: false, number: null, provisionalNumber: provisionalNumber(as.id) }
  const ids = new Map(lines.map((line) => [line.id, id()]))
  return [
    insert(quotes, { ...content, ...fresh, ...own, ...as }),
    ...copiedLines(lines, as.id, ids),
  ]
}

function copiedLines(lines: readonly QuoteLine[], quoteId: string, ids: ReadonlyMap<string, string>): readonly Change[] {
  if (lines.length === 0) return []
  const columns = quoteLines.columnNames.filter((column) => !['rev', 'createdAt', 'updatedAt', 'importId'].includes(column)) as (keyof QuoteLine)[]
  const rows = lines.map((line) => {
    const copy: QuoteLine = { ...line, id: ids.get(line.id)!, quoteId, parentId: line.parentId === null ? null : (ids.get(line.parentId) ?? null) }
    return columns.map((column) => copy[column])
  })
  return [{ kind: 'insert', table: quoteLines, columns, rows }]
}
