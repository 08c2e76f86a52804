import { computed, type ComputedRef } from 'vue'
import { marginOf } from '#shared/quotes/margins.ts'
import { decimalOf, product } from '#shared/foundation/decimal.ts'
import { useWorkbench } from '../shell/workbench.ts'
import type { GridColumn, GridGroup } from '../ui/grid/grid-column.ts'
import { headedRuns } from './headed-runs.ts'
import { decimalWords, exactMoney, minorMoney, type QuoteLine } from './quote.presenter.ts'
import type { QuoteWork } from './use-quote.ts'

/** A row of the grid: a line, or the heading of a group of lines. */
export interface LineRow {
  readonly id: string
  readonly line: QuoteLine | null
  /** Among the quote's lines, from 0. */
  readonly at: number
  readonly group: GridGroup | undefined
}

/** Lines in their order, each run of a group under its heading. */
export function useLineRows({ lines }: Pick<QuoteWork, 'lines'>): ComputedRef<readonly LineRow[]> {
  return computed(() => {
    const rows: LineRow[] = []
    for (const { heading, from, to } of headedRuns(lines.value)) {
      const [first] = lines.value.slice(from, to)
      if (heading !== null && first !== undefined) rows.push({ id: `group ${first.id}`, line: null, at: from, group: { label: heading, count: to - from, open: true } })
      rows.push(...lines.value.slice(from, to).map((line, place) => ({ id: line.id, line, at: from + place, group: undefined })))
    }
    return rows
  })
}

/** The grid's columns; what a line comes to is as of the last key press. */
export function useLineColumns(work: QuoteWork): ComputedRef<readonly GridColumn<LineRow>[]> {
  const workbench = useWorkbench()
  const { language, rights } = workbench
  const currencyOf = computed(() => work.quote.value?.currency ?? '')
  /** Asked for by each cell, not by the columns: a cell that is being typed into must stay the same column at every key press. */
  const priced = () => (work.totals.value?.ok === true ? work.totals.value.value : undefined)
  return computed(() => {
    const currency = currencyOf.value
    const title = language.words.value.quotes.lineFields
    const editable = work.mayEdit.value && rights.may('quotes.changeLines')
    const netOf = ({ at }: LineRow): string => {
      const totals = priced()
      const line = totals?.lines[at]
      return totals === undefined || line === undefined ? '' : minorMoney(line.net, currency, totals.toPrice.decimals, workbench)
    }
    const marginWords = ({ at, line }: LineRow): string => {
      const waterfall = priced()?.waterfalls[at]
      const cost = line?.terms.cost ?? null
      if (waterfall === undefined || cost === null) return ''
      const { margin } = marginOf(waterfall.steps.net.amount, product(waterfall.quantity, decimalOf(cost.amount)))
      return margin === null ? '' : decimalWords(margin, workbench)
    }
    const column = (id: keyof typeof title, kind: 'text' | 'number', width: number, value: (row: LineRow) => string, edit = false): GridColumn<LineRow> => ({
      id, title: title[id], kind, width, value, sortable: false, hideable: id !== 'name', format: (text) => String(text ?? ''), ...(edit && editable ? { edit: { kind: 'text' as const }, canEdit: (row: LineRow) => row.line !== null } : {}),
    })
    const number = (text: string | undefined): string => (text === undefined ? '' : decimalWords(text, workbench))
    return [
      column('code', 'text', 112, ({ line }) => `${line?.parentId === null ? '' : '└ '}${line?.code ?? ''}`),
      { ...column('name', 'text', 150, ({ line }) => line?.name ?? '', true), grow: true },
      { ...column('quantity', 'number', 76, ({ line }) => line?.quantity ?? '', true), format: (_, { line }) => number(line?.quantity) },
      column('unitPrice', 'number', 104, ({ line }) => (line === null ? '' : exactMoney(line.terms.unitPrice, currency, workbench))),
      { ...column('discountPercent', 'number', 86, ({ line }) => line?.discountPercent ?? '', true), format: (_, { line }) => (line === null || decimalOf(line.discountPercent).digits === 0 ? '' : number(line.discountPercent)) },
      column('net', 'number', 108, netOf),
      column('margin', 'number', 76, marginWords),
      column('groupName', 'text', 110, ({ line }) => line?.groupName ?? '', true),
      column('taxRate', 'number', 64, ({ line }) => number(line?.terms.tax.rate)),
      column('unit', 'text', 60, ({ line }) => line?.unit ?? ''),
    ]
  })
}
