import { useVirtualizer } from '@tanstack/vue-virtual'
import { computed, createApp, defineComponent, h, shallowRef } from 'vue'
import { benchRows, COLUMN_WIDTH, COLUMNS, ROW_HEIGHT, scrollToRow, type BenchGrid, type BenchGridRow } from './bench-rows.ts'

const scroller = (): HTMLElement => document.querySelector<HTMLElement>('.bare') ?? document.body
let rows: readonly BenchGridRow[] = []

/** The least that shows rows with @tanstack/vue-virtual: no header, no selection, no roles. */
export const bareVirtual: BenchGrid = {
  prepare(total) {
    rows = benchRows(0, total)
  },
  mount(host) {
    const page = defineComponent(() => {
      const scroller = shallowRef<HTMLElement | null>(null)
      const virtualizer = useVirtualizer(computed(() => ({ count: rows.length, getScrollElement: () => scroller.value, estimateSize: () => ROW_HEIGHT, overscan: 4 })))
      return () =>
        h('div', { ref: scroller, class: 'bare' }, [
          h(
            'div',
            { style: { position: 'relative', height: `${virtualizer.value.getTotalSize()}px` } },
            virtualizer.value.getVirtualItems().map((item) =>
              h(
                'div',
                { key: String(item.key), class: 'bare-row', 'data-row': item.index, style: { transform: `translateY(${item.start}px)` } },
                COLUMNS.map((column) => h('div', { key: column, class: 'bare-cell', style: { width: `${COLUMN_WIDTH}px` } }, rows[item.index]?.[column])),
              ),
            ),
          ),
        ])
    })
    createApp(page).mount(host)
  },
  scroller,
  leap: (row) => scrollToRow(scroller(), row, rows.length),
  cells: (row) => {
    const shown = document.querySelector(`[data-row="${row}"]`)
    return shown ? [...shown.children].map((cell) => cell.textContent ?? '') : undefined
  },
}
