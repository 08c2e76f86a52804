import type { GridColumn, GridGroup, GridLabels } from '#renderer/ui/grid/grid-column.ts'
import { pagedRows, type PagedRows } from '#renderer/ui/grid/row-source.ts'

export interface DemoRow {
  readonly id: string
  readonly name: string
  readonly city: string
  readonly state: 'new' | 'open' | 'won' | 'lost'
  readonly amount: number
  readonly since: string
  readonly owner: string
  readonly share: number | null
  readonly note: string
  readonly score: number
}

const NAMES = ['株式会社みずほ測量機器販売', 'Distribuidora Centroamericana de Telecomunicaciones', 'Northwind Traders', '有限会社桜井商店', 'Soluciones Jurídico-Financieras', 'Lira Financial']
const CITIES = ['Boulder', 'Ciudad de Guatemala', '東京都千代田区', 'San Luis Potosí', 'Düsseldorf', '大阪市']
const STATES = ['new', 'open', 'won', 'lost'] as const
const OWNERS = ['J. Lucio', '佐藤 美咲', 'M. Fernández', 'A. Keller']

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

export function demoRow(index: number): DemoRow {
  return {
    id: `r${index}`,
    name: `${pick(NAMES, index * 7)} ${index + 1}`,
    city: pick(CITIES, index * 5),
    state: pick(STATES, index * 3 + (index >> 2)),
    amount: ((index * 7919) % 100_000) * 10 + 500,
    since: `2026-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
    owner: pick(OWNERS, index),
    share: index % 5 === 0 ? null : (index % 100) / 4,
    note: index % 9 === 0 ? '=HYPERLINK("x")' : 'Awaiting the certified copy',
    score: (index * 31) % 100,
  }
}

export const demoColumns: readonly GridColumn<DemoRow>[] = [
  { id: 'name', title: 'Name', kind: 'text', value: (row) => row.name, width: 260, edit: { kind: 'text' } },
  {
    id: 'state',
    title: 'Estado de la aprobación',
    kind: 'badge',
    value: (row) => row.state,
    tone: (row) => ({ new: 'info', open: 'warning', won: 'success', lost: 'neutral' } as const)[row.state],
    width: 120,
    edit: { kind: 'select', options: () => STATES.map((value) => ({ value, label: value })) },
  },
  { id: 'amount', title: '年間契約額', kind: 'number', value: (row) => row.amount, width: 120, edit: { kind: 'number' } },
  { id: 'since', title: 'Since', kind: 'date', value: (row) => row.since, width: 120, edit: { kind: 'date' } },
  { id: 'city', title: 'City', kind: 'text', value: (row) => row.city, width: 150 },
  { id: 'owner', title: 'Owner', kind: 'text', value: (row) => row.owner, width: 130 },
  { id: 'share', title: 'Share', kind: 'number', value: (row) => row.share, width: 90 },
  { id: 'score', title: 'Score', kind: 'custom', value: (row) => row.score, width: 120 },
  { id: 'note', title: 'Note', kind: 'text', value: (row) => row.note, width: 220, sortable: false },
  { id: 'id', title: 'Id', kind: 'text', value: (row) => row.id, width: 100, hideable: false },
]

/** A pretended database: `asked` counts the requests made, `aborted` those given up. */
export function demoSource(total: number, delay: number): { readonly source: PagedRows<DemoRow>; readonly asked: () => number } {
  let asked = 0
  const source = pagedRows<DemoRow>({
    async fetch(from, to, signal) {
      asked += 1
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay))
      signal.throwIfAborted()
      const rows = Array.from({ length: Math.max(0, Math.min(to, total) - from) }, (_, n) => demoRow(from + n))
      return { rows, total }
    },
  })
  return { source, asked: () => asked }
}

export type GroupedRow = { readonly id: string; readonly group: GridGroup } | (DemoRow & { readonly group?: undefined })

export const gridLabels: GridLabels = {
  selectAll: 'Select all rows',
  columnMenu: 'Column options',
  sortAscending: 'Sort ascending',
  sortDescending: 'Sort descending',
  sortNone: 'Do not sort',
  moveLeft: 'Move left',
  moveRight: 'Move right',
  hideColumn: 'Hide column',
  showColumns: 'Columns',
}
