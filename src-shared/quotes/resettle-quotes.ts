import { approvalRequests } from '../approvals/approval-request.table.ts'
import { many, one, update, type Actor, type Change, type Question } from '../foundation/command.ts'
import { authored } from './authorship.ts'
import { hashContent } from './hash-content.ts'
import { totalsOf } from './quote-facts.ts'
import { editableStatuses } from './quote.ts'
import type { Quote, QuoteLine } from './quote-rows.ts'
import { quoteLines, quotes } from './quote.table.ts'

type Asking<T> = Generator<Question, T, unknown>

/**
 * What follows for quotes once changes that were taken back are applied: the totals of now, not of the moment before what is undone, since when
 * others may have changed other lines; the status that this content has; and that whoever takes something back has written what then stands.
 */
export function* resettleQuotes(changes: readonly Change[], actor: Actor): Asking<readonly Change[]> {
  const ids = new Set<string>()
  for (const change of changes) {
    if (change.table === quotes) for (const id of idsOf(change)) ids.add(id)
    if (change.table === quoteLines) for (const id of idsOf(change)) ids.add((yield* one(quoteLines, id))?.quoteId ?? (rowsOf(change).get(id)?.['quoteId'] as string))
  }
  const settled: Change[] = []
  for (const id of ids) {
    const present = yield* one(quotes, id)
    const quote = applied(changes, quotes, new Map(present === undefined ? [] : [[id, present]])).get(id) as Quote | undefined
    if (quote === undefined || !editableStatuses.includes(quote.status)) continue
    const presentLines = yield* many(quoteLines, 'byQuote', [id])
    const lines = ([...applied(changes, quoteLines, new Map(presentLines.map((line) => [line.id, line]))).values()] as QuoteLine[]).filter(({ quoteId }) => quoteId === id)
    const totals = totalsOf(quote, lines)
    const hash = hashContent(quote, lines)
    const status = yield* statusOf(quote, hash)
    const patch: Partial<Quote> = { ...('kind' in totals ? {} : totals), ...(status === quote.status ? {} : { status }) }
    if (Object.keys(patch).length > 0) settled.push(update(quotes, id, patch))
    if (present === undefined || hashContent(present, presentLines) !== hash) settled.push(...(yield* authored(quote, actor)))
  }
  return settled
}

/** Neither approved nor in approval is what says something else than was approved or asked. */
function* statusOf({ id, status, approvedHash }: Quote, hash: string): Asking<Quote['status']> {
  if (status === 'approved') return approvedHash === hash ? status : 'draft'
  if (status !== 'inApproval') return status
  return (yield* many(approvalRequests, 'byQuote', [id, 'pending'])).some(({ contentHash }) => contentHash === hash) ? status : 'draft'
}

type Fields = Readonly<Record<string, unknown>>

function applied(changes: readonly Change[], table: Change['table'], present: ReadonlyMap<string, object>): ReadonlyMap<string, object> {
  const rows = new Map(present)
  for (const change of changes.filter((each) => each.table === table)) {
    const written = rowsOf(change)
    for (const id of idsOf(change)) {
      if (change.kind === 'remove') rows.delete(id)
      else if (change.kind === 'insert' || rows.has(id)) rows.set(id, { ...rows.get(id), ...written.get(id) })
    }
  }
  return rows
}

function idsOf(change: Change): readonly string[] {
  return change.kind === 'insert' ? [...rowsOf(change).keys()] : change.ids
}

/** What a change writes, by the row's id. */
function rowsOf(change: Change): ReadonlyMap<string, Fields> {
  if (change.kind === 'remove') return new Map()
  return new Map(change.rows.map((row, at) => {
    const fields: Fields = Object.fromEntries(change.columns.map((column, place) => [column, row[place]]))
    return [change.kind === 'insert' ? (fields['id'] as string) : (change.ids[at] ?? ''), fields]
  }))
}
