import { many, one, update, type Change, type Question } from '../foundation/command.ts'
import { totalsOf } from './quote-facts.ts'
import { editableStatuses } from './quote.ts'
import type { Quote, QuoteLine } from './quote-rows.ts'
import { quoteLines, quotes } from './quote.table.ts'

/**
 * What the rows of quotes say of their lines once changes that were taken back are applied: the totals of now, not of the moment before what is
 * undone, since when others may have changed other lines.
 */
export function* retotalQuotes(changes: readonly Change[]): Generator<Question, readonly Change[], unknown> {
  const ids = new Set<string>()
  for (const change of changes) {
    if (change.table === quotes) for (const id of idsOf(change)) ids.add(id)
    if (change.table === quoteLines) for (const id of idsOf(change)) ids.add((yield* one(quoteLines, id))?.quoteId ?? (rowsOf(change).get(id)?.['quoteId'] as string))
  }
  const totals: Change[] = []
  for (const id of ids) {
    const present = yield* one(quotes, id)
    const quote = applied(changes, quotes, new Map(present === undefined ? [] : [[id, present]])).get(id) as Quote | undefined
    if (quote === undefined || !editableStatuses.includes(quote.status)) continue
    const lines = applied(changes, quoteLines, new Map((yield* many(quoteLines, 'byQuote', [id])).map((line) => [line.id, line])))
    const now = totalsOf(quote, ([...lines.values()] as QuoteLine[]).filter(({ quoteId }) => quoteId === id))
    if (!('kind' in now)) totals.push(update(quotes, id, now))
  }
  return totals
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
