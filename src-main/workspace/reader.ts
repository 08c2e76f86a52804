import { AT_REST, type LiveSync } from '../sync/sync-status.ts'
import { localDate } from '../foundation/local-date.ts'
import { queries, registry } from '../capabilities.ts'
import type { QueryContext } from '../operations/capability.ts'
import { isToldOfRows, tellRows, type Touched } from '../matching/row-news.ts'
import { dispatch, type ReportBug } from '../operations/dispatch.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import { ListReader } from './list-query.ts'
import { asRefusal, openForReading } from './open.ts'

export interface Reader {
  call(name: string, input: unknown): Promise<Outcome<unknown>>
  /** Visible rows have changed: kept orders of lists are wrong. */
  forget(touched: Touched): void
  /** How sync goes at the moment, for the queries that tell it. */
  live(live: LiveSync): void
  close(): void
}

/** Answers queries beside the writer; sees what is committed. */
export function createReader(directory: string, reportBug: ReportBug): Reader {
  const db = openForReading(directory)
  isToldOfRows(db)
  const lists = new ListReader(db)
  let live = AT_REST
  const context: QueryContext = { db, lists, directory, today: localDate, sync: () => live, changes: () => lists.version }
  return {
    call: (name, input) =>
      dispatch(registry, name, input, (operation, parsed) => {
        const query = queries.get(operation.name)
        if (query === undefined) throw new Error(`${operation.name} is not a query`)
        try {
          return query(parsed as never, context)
        } catch (error) {
          throw asRefusal(error)
        }
      }, reportBug),
    forget: (touched) => {
      tellRows(db, touched)
      lists.forget()
    },
    live: (given) => {
      live = given
    },
    close: () => {
      db.close()
    },
  }
}
