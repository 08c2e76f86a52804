import '#renderer/theme/index.css'
import { createApp } from 'vue'
import { arrayRows, pagedRows, type RowSource } from '#renderer/ui/grid/row-source.ts'
import { benchRows, scrollToRow, type BenchGrid, type BenchGridRow } from './bench-rows.ts'
import OwnGrid from './OwnGrid.vue'

const scroller = (): HTMLElement => document.querySelector<HTMLElement>('.grid-scroller') ?? document.body

/** Our grid with header, selection and all its roles; rows come in pages as from a database, or from one array. */
export function ownGrid(rows: 'paged' | 'array'): BenchGrid {
  let source: RowSource<BenchGridRow>
  return {
    prepare(total) {
      const all = rows === 'array' ? benchRows(0, total) : []
      source = rows === 'array' ? arrayRows(() => all) : pagedRows({ fetch: async (from, to) => ({ rows: benchRows(from, Math.min(to, total)), total }) })
    },
    mount(host) {
      createApp(OwnGrid, { source }).mount(host)
    },
    scroller,
    leap: (row) => scrollToRow(scroller(), row, source.total),
    cells: (row) => {
      const shown = document.querySelector(`[data-row="${row}"]`)
      return shown ? [...shown.querySelectorAll('.grid-cell')].map((cell) => cell.textContent ?? '') : undefined
    },
  }
}
