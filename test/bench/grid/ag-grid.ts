import { AllCommunityModule, ClientSideRowModelModule, createGrid, InfiniteRowModelModule, ModuleRegistry, RowSelectionModule, ScrollApiModule, type GridApi, type GridOptions } from 'ag-grid-community'
import { benchRows, COLUMN_WIDTH, COLUMNS, ROW_HEIGHT, type BenchGrid, type BenchGridRow } from './bench-rows.ts'

/**
 * AG Grid with its header, selection and roles. `default`: as its guide begins. `tuned`: the modules it needs and no
 * more, no animation, our overscan. `infinite`: tuned, with rows in pages as from a database.
 */
export function agGrid(setting: 'default' | 'tuned' | 'infinite'): BenchGrid {
  const shared: GridOptions<BenchGridRow> = {
    columnDefs: COLUMNS.map((field) => ({ field, width: COLUMN_WIDTH })),
    rowSelection: { mode: 'multiRow' },
    rowHeight: ROW_HEIGHT,
    headerHeight: 32,
  }
  const tuned: GridOptions<BenchGridRow> = { ...shared, animateRows: false, rowBuffer: 4 }
  let options = shared
  let api: GridApi<BenchGridRow> | undefined

  return {
    prepare(total) {
      if (setting === 'default') {
        ModuleRegistry.registerModules([AllCommunityModule])
        options = { ...shared, rowData: benchRows(0, total) }
      } else if (setting === 'tuned') {
        ModuleRegistry.registerModules([ClientSideRowModelModule, RowSelectionModule, ScrollApiModule])
        options = { ...tuned, rowData: benchRows(0, total) }
      } else {
        ModuleRegistry.registerModules([InfiniteRowModelModule, RowSelectionModule, ScrollApiModule])
        options = {
          ...tuned,
          rowModelType: 'infinite',
          cacheBlockSize: 200,
          maxBlocksInCache: 40,
          infiniteInitialRowCount: total,
          datasource: {
            rowCount: total,
            getRows: ({ startRow, endRow, successCallback }) => successCallback(benchRows(startRow, Math.min(endRow, total)), total),
          },
        }
      }
    },
    mount(host) {
      api = createGrid(host, options)
    },
    // Setting scrollTop far away is at times taken back by its own scroll bar.
    leap: (row) => api?.ensureIndexVisible(row, 'middle'),
    scroller: () => document.querySelector<HTMLElement>('.ag-grid-viewport') ?? document.body,
    cells: (row) => {
      const shown = [...document.querySelectorAll(`[row-index="${row}"] [col-id^=c]`)]
      return shown.length === 0 ? undefined : shown.map((cell) => cell.textContent?.trim() ?? '')
    },
  }
}
