/** Ten columns of text, made from the row number alone, so that every grid can be checked against the same answer. */
export type BenchGridRow = Readonly<Record<`c${number}`, string>>

export const COLUMNS = Array.from({ length: 10 }, (_, n) => `c${n}` as const)
export const ROW_HEIGHT = 30
export const COLUMN_WIDTH = 118

const CITIES = ['Boulder', 'Guatemala', '東京都千代田区', 'San Luis Potosí', 'Düsseldorf', '大阪市']

export function benchRow(index: number): BenchGridRow {
  const row: Record<string, string> = { c0: `row ${index}`, c1: CITIES[index % CITIES.length] ?? '' }
  for (let column = 2; column < COLUMNS.length; column += 1) row[`c${column}`] = `${(index * (column + 7919)) % 1_000_003}`
  return row
}

/** One grid under test, as the driver sees it. */
export interface BenchGrid {
  /** Makes the rows that a grid over an array is given; not counted as mounting. */
  prepare(total: number): void
  mount(host: HTMLElement): void
  scroller(): HTMLElement
  /** Leaps to a row in the way the grid offers. */
  leap(row: number): void
  /** The texts of the ten cells of a row, or `undefined` while it is not shown. */
  cells(row: number): readonly string[] | undefined
}

export const benchRows = (from: number, to: number): BenchGridRow[] => Array.from({ length: Math.max(0, to - from) }, (_, n) => benchRow(from + n))

/** A leap of a grid that simply scrolls. */
export function scrollToRow(scroller: HTMLElement, row: number, total: number): void {
  scroller.scrollTop = (row / total) * (scroller.scrollHeight - scroller.clientHeight)
}

export const nextFrame = (): Promise<number> => new Promise(requestAnimationFrame)
