import { benchRow, COLUMNS, nextFrame, ROW_HEIGHT, type BenchGrid } from './bench-rows.ts'

const ENGINES: Readonly<Record<string, () => Promise<BenchGrid>>> = {
  'own-paged': async () => (await import('./own-grid.ts')).ownGrid('paged'),
  'own-array': async () => (await import('./own-grid.ts')).ownGrid('array'),
  'bare-virtual': async () => (await import('./bare-virtual.ts')).bareVirtual,
  'ag-default': async () => (await import('./ag-grid.ts')).agGrid('default'),
  'ag-tuned': async () => (await import('./ag-grid.ts')).agGrid('tuned'),
  'ag-infinite': async () => (await import('./ag-grid.ts')).agGrid('infinite'),
}

let grid: BenchGrid
let total = 0

const isRight = (row: number): boolean => {
  const expected = benchRow(row)
  const shown = grid.cells(row)
  return shown !== undefined && shown.length === COLUMNS.length && COLUMNS.every((column, at) => shown[at] === expected[column])
}

/** Number of the row in the middle of the visible part. */
function middleRow(): number | undefined {
  const box = grid.scroller().getBoundingClientRect()
  for (const element of document.elementsFromPoint(box.left + 200, box.top + box.height / 2)) {
    const row = element.closest('[data-row], [row-index]')
    if (row) return Number(row.getAttribute('data-row') ?? row.getAttribute('row-index'))
  }
  return undefined
}

async function until(done: () => boolean, what: string): Promise<void> {
  const begun = performance.now()
  while (!done()) {
    if (performance.now() - begun > 15_000) throw new Error(`never came: ${what}`)
    await nextFrame()
  }
}

/** What the driver calls. Times are milliseconds. */
const bench = {
  async mount(engine: string, rows: number): Promise<number> {
    const load = ENGINES[engine]
    const host = document.getElementById('host')
    if (load === undefined || host === null) throw new Error(`no engine ${engine}`)
    grid = await load()
    total = rows
    grid.prepare(rows)
    await nextFrame()
    const begun = performance.now()
    grid.mount(host)
    await until(() => isRight(0), 'first row')
    await nextFrame()
    return performance.now() - begun
  },

  /** Four rows a frame; answers the times between frames. */
  async scroll(frames: number): Promise<number[]> {
    const scroller = grid.scroller()
    const gaps: number[] = []
    let last = await nextFrame()
    for (let frame = 0; frame < frames; frame += 1) {
      scroller.scrollTop += 4 * ROW_HEIGHT
      const now = await nextFrame()
      gaps.push(now - last)
      last = now
    }
    await until(() => {
      const row = middleRow()
      return row !== undefined && row > 4 * frames && isRight(row)
    }, 'rows after scrolling')
    return gaps
  },

  /** Leaps to shares of the list; answers how long until a frame shows right rows there. */
  async jump(shares: readonly number[]): Promise<number[]> {
    const times: number[] = []
    for (const share of shares) {
      await new Promise((resolve) => setTimeout(resolve, 70))
      const before = middleRow()
      const begun = await nextFrame()
      grid.leap(Math.floor(share * total))
      await until(() => {
        const row = middleRow()
        return row !== undefined && row !== before && isRight(row)
      }, `row after a leap to ${share}`)
      times.push(performance.now() - begun)
    }
    return times
  },

  elements: (): number => document.querySelectorAll('#host *').length,
}

declare global {
  interface Window {
    bench: typeof bench
  }
}
window.bench = bench
