import { describe, expect, test } from 'vitest'
import { shallowRef } from 'vue'
import { arrayRows, pagedRows, type PagedRows } from '#renderer/ui/grid/row-source.ts'

interface Request {
  readonly from: number
  readonly signal: AbortSignal
  answer(rows?: readonly string[]): Promise<void>
  fail(): Promise<void>
}

/** A source over 10,000 rows whose answers come when the test says so. */
function slowRows(options: { readonly keepPages?: number } = {}): { readonly rows: PagedRows<string>; readonly requests: Request[] } {
  const requests: Request[] = []
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))
  const rows = pagedRows<string>({
    ...options,
    pageSize: 100,
    fetch: (from, to, signal) =>
      new Promise((resolve, reject) => {
        requests.push({
          from,
          signal,
          answer(answered = Array.from({ length: to - from }, (_, n) => `row ${from + n}`)) {
            resolve({ rows: answered, total: 10_000 })
            return settle()
          },
          fail() {
            reject(new Error('no answer'))
            return settle()
          },
        })
      }),
  })
  return { rows, requests }
}

describe('pagedRows', () => {
  test('shows what has arrived and leaves holes for the rest', async () => {
    const { rows, requests } = slowRows()
    rows.want(0, 30)
    expect([rows.status, rows.total, rows.rowsAt(0, 2)]).toEqual(['loading', 0, [undefined, undefined]])
    await requests[0]?.answer()
    expect([rows.status, rows.total, rows.rowsAt(98, 102)]).toEqual(['ready', 10_000, ['row 98', 'row 99', undefined, undefined]])
  })

  test('asks for each page once, two at a time', async () => {
    const { rows, requests } = slowRows()
    rows.want(0, 30)
    await requests[0]?.answer()
    rows.want(50, 450)
    rows.want(60, 460)
    expect(requests.map(({ from }) => from)).toEqual([0, 100, 200])
    await requests[1]?.answer()
    expect(requests.map(({ from }) => from)).toEqual([0, 100, 200, 300])
  })

  test('gives up pages that scrolled away and asks only where the scrolling ended', async () => {
    const { rows, requests } = slowRows()
    rows.want(0, 30)
    await requests[0]?.answer()
    rows.want(1_000, 1_100)
    rows.want(4_000, 4_100)
    rows.want(8_000, 8_100)
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect(requests.map(({ from }) => from)).toEqual([0, 1_000, 8_000])
    expect(requests[1]?.signal.aborted).toBe(true)
    await requests[1]?.answer()
    expect(rows.rowsAt(1_000, 1_001)).toEqual([undefined])
  })

  test('keeps showing the old rows while they are asked for again', async () => {
    const { rows, requests } = slowRows()
    rows.want(0, 30)
    await requests[0]?.answer()
    const version = rows.version
    rows.refresh()
    expect(rows.rowsAt(0, 1)).toEqual(['row 0'])
    await requests[1]?.answer(['changed'])
    expect([rows.rowsAt(0, 1), rows.version > version]).toEqual([['changed'], true])
  })

  test('drops an answer to a question that is no longer asked', async () => {
    const { rows, requests } = slowRows()
    rows.want(0, 30)
    rows.reset()
    await requests[0]?.answer(['old question'])
    expect([rows.status, rows.rowsAt(0, 1)]).toEqual(['loading', [undefined]])
    await requests[1]?.answer(['new question'])
    expect(rows.rowsAt(0, 1)).toEqual(['new question'])
  })

  test('says that it failed and begins again when told', async () => {
    const { rows, requests } = slowRows()
    rows.want(0, 30)
    await requests[0]?.fail()
    expect([rows.status, rows.error]).toEqual(['failed', new Error('no answer')])
    rows.reset()
    await requests[1]?.answer()
    expect([rows.status, rows.error]).toEqual(['ready', undefined])
  })

  test('forgets the longest unused pages first', async () => {
    const { rows, requests } = slowRows({ keepPages: 4 })
    rows.want(0, 30)
    await requests[0]?.answer()
    for (let page = 1; page <= 4; page += 1) {
      rows.want(page * 100 - 60, page * 100 + 50)
      await requests[page]?.answer()
    }
    expect([0, 100, 400].map((row) => rows.rowsAt(row, row + 1)[0])).toEqual([undefined, 'row 100', 'row 400'])
  })
})

describe('arrayRows', () => {
  test('follows the array and changes its version with it', () => {
    const rows = shallowRef(['a', 'b', 'c'])
    const source = arrayRows(rows)
    const version = source.version
    rows.value = ['d']
    expect([source.total, source.rowsAt(0, 9), source.version > version]).toEqual([1, ['d'], true])
  })
})
