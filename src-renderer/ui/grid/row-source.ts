import { shallowRef, toValue, type MaybeRefOrGetter } from 'vue'

export type RowSourceStatus = 'loading' | 'ready' | 'failed'

/**
 * Where the grid takes its rows from. `total`, `version` and `status` are read reactively; `version` grows whenever
 * `rowsAt` may answer differently. The grid never keeps rows.
 */
export interface RowSource<Row> {
  readonly total: number
  readonly version: number
  /** `loading` only until the first answer; a list that is being refreshed stays `ready`. */
  readonly status: RowSourceStatus
  /** Rows [from, to); `undefined` where a row is not here yet. */
  rowsAt(from: number, to: number): readonly (Row | undefined)[]
  /** The rows now wished for. A new wish replaces the former one. */
  want(from: number, to: number): void
  /** Rows [from, to) however long it takes: for copying and for selecting ranges that were never on screen. */
  fetch(from: number, to: number): Promise<readonly Row[]>
}

/** A source over rows that are all in memory. */
export function arrayRows<Row>(rows: MaybeRefOrGetter<readonly Row[]>): RowSource<Row> {
  let seen: readonly Row[] | undefined
  let version = 0
  return {
    get total() {
      return toValue(rows).length
    },
    get version() {
      const now = toValue(rows)
      if (now !== seen) {
        seen = now
        version += 1
      }
      return version
    },
    status: 'ready',
    rowsAt: (from, to) => toValue(rows).slice(from, to),
    want: () => undefined,
    fetch: async (from, to) => toValue(rows).slice(from, to),
  }
}

export interface PagedRowsOptions<Row> {
  /** Rows [from, to) in the present order, and how many there are in all. Rejects when they cannot be had. */
  fetch(from: number, to: number, signal: AbortSignal): Promise<{ readonly rows: readonly Row[]; readonly total: number }>
  readonly pageSize?: number
  /** Pages kept in memory; the longest unused go first. */
  readonly keepPages?: number
}

export interface PagedRows<Row> extends RowSource<Row> {
  readonly error: unknown
  /** Data changed: what is shown stays until the new rows are here. */
  refresh(): void
  /** Another question (filter, sort): nothing shown so far holds. Also the way to try again after a failure. */
  reset(): void
}

const AT_ONCE = 2
/** Milliseconds between two leaps that are both answered: whoever flings through the list cannot read it meanwhile. */
const LEAP_PAUSE = 60

/**
 * A source over pages asked for as they are looked at. At most two requests run at a time and a wish that scrolled
 * away is aborted. One leap is answered at once, a quick row of leaps now and then, so flinging through a million rows
 * asks for a handful of pages.
 */
export function pagedRows<Row>(options: PagedRowsOptions<Row>): PagedRows<Row> {
  const pageSize = options.pageSize ?? 200
  const keepPages = Math.max(4, options.keepPages ?? 40)
  const total = shallowRef(0)
  const version = shallowRef(0)
  const status = shallowRef<RowSourceStatus>('loading')
  const error = shallowRef<unknown>()
  const pages = new Map<number, { readonly rows: readonly Row[]; readonly generation: number }>()
  const running = new Map<number, AbortController>()
  let generation = 0
  let wish = { from: 0, to: pageSize }
  let lastLeap = -Infinity
  let waiting: ReturnType<typeof setTimeout> | undefined

  const isFresh = (page: number): boolean => pages.get(page)?.generation === generation

  function wishedPages(): number[] {
    const last = Math.floor((Math.max(wish.to, wish.from + 1) - 1) / pageSize)
    const wished: number[] = []
    for (let page = Math.floor(wish.from / pageSize); page <= last; page += 1) {
      if (page === 0 || page * pageSize < total.value || status.value === 'loading') wished.push(page)
    }
    return wished
  }

  function keep(page: number, rows: readonly Row[]): void {
    pages.delete(page)
    pages.set(page, { rows, generation })
    const wished = new Set(wishedPages())
    for (const old of pages.keys()) {
      if (pages.size <= keepPages) break
      if (!wished.has(old)) pages.delete(old)
    }
  }

  async function load(page: number): Promise<void> {
    const asked = generation
    const controller = new AbortController()
    running.set(page, controller)
    try {
      const answer = await options.fetch(page * pageSize, (page + 1) * pageSize, controller.signal)
      if (asked === generation && !controller.signal.aborted) {
        total.value = answer.total
        status.value = 'ready'
        error.value = undefined
        keep(page, answer.rows)
        version.value += 1
      }
    } catch (reason) {
      if (asked === generation && !controller.signal.aborted) {
        status.value = 'failed'
        error.value = reason
      }
    } finally {
      if (running.get(page) === controller) running.delete(page)
      pump()
    }
  }

  function pump(): void {
    if (status.value === 'failed' || waiting !== undefined) return
    const wished = wishedPages()
    for (const [page, controller] of running) if (!wished.includes(page)) controller.abort()
    for (const page of wished) {
      if (running.size >= AT_ONCE) return
      if (!isFresh(page) && !running.has(page)) void load(page)
    }
  }

  function leap(): void {
    const rest = lastLeap + LEAP_PAUSE - performance.now()
    if (waiting !== undefined) return
    if (rest > 0) {
      waiting = setTimeout(() => {
        waiting = undefined
        leap()
      }, rest)
      return
    }
    lastLeap = performance.now()
    pump()
  }

  function forget(): void {
    generation += 1
    for (const controller of running.values()) controller.abort()
    running.clear()
  }

  return {
    get total() {
      return total.value
    },
    get version() {
      return version.value
    },
    get status() {
      return status.value
    },
    get error() {
      return error.value
    },
    rowsAt(from, to) {
      const rows: (Row | undefined)[] = []
      for (let index = from; index < to; index += 1) rows.push(pages.get(Math.floor(index / pageSize))?.rows[index % pageSize])
      return rows
    },
    want(from, to) {
      const leaps = from >= wish.to || to <= wish.from
      wish = { from, to }
      if (leaps) leap()
      else pump()
    },
    async fetch(from, to) {
      const answer = await options.fetch(from, to, new AbortController().signal)
      return answer.rows
    },
    refresh() {
      forget()
      if (status.value === 'failed') status.value = pages.size > 0 ? 'ready' : 'loading'
      pump()
    },
    reset() {
      forget()
      pages.clear()
      total.value = 0
      status.value = 'loading'
      error.value = undefined
      version.value += 1
      pump()
    },
  }
}
