import { computed, type ComputedRef } from 'vue'
import { shownNumbers } from '#shared/quotes/quote-numbers.ts'
import { audiences, quoteLanguages, quoteStatuses } from '#shared/quotes/quote.ts'
import type { QuoteListField } from '#shared/quotes/quotes.contract.ts'
import { useWorkbench } from '../shell/workbench.ts'
import { badgeWidth } from '../ui/badge-width.ts'
import type { GridColumn } from '../ui/grid/grid-column.ts'
import type { Option } from '../ui/option.ts'
import type { ListField, ListFieldKind } from '../views/list-field.ts'
import { quoteFieldText, statusTone, type Quote } from './quote.presenter.ts'

interface Column {
  readonly id: Exclude<QuoteListField, 'id' | 'accountId' | 'opportunityId' | 'importId' | 'provisionalNumber' | 'primary'>
  readonly kind: ListFieldKind
  readonly width: number
  readonly group?: boolean
  /** Its order is not one a person reads: ids. */
  readonly unsorted?: boolean
}

/** The list's columns in their first order. */
const columns: readonly Column[] = [
  { id: 'number', kind: 'text', width: 130 },
  { id: 'name', kind: 'text', width: 220 },
  { id: 'status', kind: 'choice', width: 110, group: true },
  { id: 'accountName', kind: 'text', width: 200, group: true },
  { id: 'partnerId', kind: 'choice', width: 160, group: true, unsorted: true },
  { id: 'gross', kind: 'number', width: 130 },
  { id: 'margin', kind: 'number', width: 90 },
  { id: 'validUntil', kind: 'date', width: 120 },
  { id: 'net', kind: 'number', width: 130 },
  { id: 'currency', kind: 'text', width: 80, group: true },
  { id: 'lineCount', kind: 'number', width: 80 },
  { id: 'revision', kind: 'number', width: 80 },
  { id: 'audience', kind: 'choice', width: 130, group: true },
  { id: 'language', kind: 'choice', width: 110, group: true },
  { id: 'territoryId', kind: 'choice', width: 160, group: true, unsorted: true },
  { id: 'sentAt', kind: 'date', width: 180 },
  { id: 'acceptedAt', kind: 'date', width: 180 },
  { id: 'createdAt', kind: 'date', width: 180 },
]

const shownAtFirst: ReadonlySet<QuoteListField> = new Set(['number', 'name', 'status', 'accountName', 'partnerId', 'gross', 'margin', 'validUntil'])
export const hiddenQuoteColumns: readonly string[] = columns.filter(({ id }) => !shownAtFirst.has(id)).map(({ id }) => id)

interface QuoteListFacts {
  readonly fields: ComputedRef<readonly ListField[]>
  readonly columns: ComputedRef<readonly GridColumn<Quote>[]>
}

export function useQuoteColumns(): QuoteListFacts {
  const workbench = useWorkbench()
  const { language, names } = workbench
  const named = (list: readonly { readonly id: string; readonly name: string }[]) => list.map(({ id, name }) => ({ value: id, label: name }))
  const options = computed((): Readonly<Partial<Record<QuoteListField, readonly Option[]>>> => {
    const { quotes } = language.words.value
    return {
      status: quoteStatuses.map((status) => ({ value: status, label: quotes.statuses[status] })),
      audience: audiences.map((audience) => ({ value: audience, label: quotes.audiences[audience] })),
      language: quoteLanguages.map((each) => ({ value: each, label: quotes.languages[each] })),
      partnerId: named(names.partners.value),
      territoryId: named(names.territories.value),
    }
  })
  const text = (field: QuoteListField, quote: Quote): string => {
    if (field === 'number') return shownNumbers(quote).main
    if (field === 'net' || field === 'gross') return language.formats.value.money(quote[field], quote.currency)
    return quoteFieldText(field, quote[field], workbench)
  }

  return {
    fields: computed(() =>
      columns.map(({ id, kind, group = false }) => ({
        id, title: language.words.value.quotes.fields[id], kind, group, say: (value) => quoteFieldText(id, value, workbench), ...(options.value[id] === undefined ? {} : { options: options.value[id] }),
      })),
    ),
    columns: computed(() =>
      columns.map(({ id, kind, width, unsorted = false }): GridColumn<Quote> => ({
        id,
        title: language.words.value.quotes.fields[id],
        kind: id === 'status' ? 'badge' : kind === 'choice' ? 'text' : kind,
        value: (quote) => quote[id],
        format: (_, quote) => text(id, quote),
        width: id === 'status' ? badgeWidth(quoteStatuses.map((status) => language.words.value.quotes.statuses[status])) : width,
        grow: id === 'name',
        sortable: !unsorted,
        hideable: id !== 'number',
        ...(id === 'status' ? { tone: (quote: Quote) => statusTone(quote.status) } : {}),
      })),
    ),
  }
}
