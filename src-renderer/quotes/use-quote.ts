import { computed, shallowRef } from 'vue'
import { readDecimal } from '#shared/foundation/decimal.ts'
import { orderLines } from '#shared/quotes/place-lines.ts'
import { editableStatuses } from '#shared/quotes/quote.ts'
import { rememberPrices } from '#shared/quotes/remember-prices.ts'
import { totalQuote } from '#shared/quotes/total-quote.ts'
import { createLive } from '../client/live.ts'
import { useWorkbench } from '../shell/workbench.ts'
import type { GridDraft } from '../ui/grid/use-grid-editing.ts'
import { parseDecimalText } from './parse-pasted-lines.ts'
import type { QuoteLine } from './quote.presenter.ts'

/** Cells whose text counts while it is still being typed. */
const PRICED: ReadonlySet<string> = new Set(['quantity', 'discountPercent'])

/**
 * A quote as it is being worked on: what the host has, under what was changed here and is on its way, under what is being typed. It is
 * priced by the same function as everywhere, at every key press; a line that has not changed is not priced again.
 */
export function useQuote(id: string) {
  const { client, events } = useWorkbench()
  const live = createLive({ events, subjects: ['quotes', 'quoteLines'], ask: () => client.quotes.get({ id }) })
  const underWay = shallowRef<ReadonlyMap<string, Partial<QuoteLine>>>(new Map())
  const draft = shallowRef<GridDraft>()

  const quote = computed(() => live.value.value?.quote)
  const lines = computed<readonly QuoteLine[]>(() => {
    const typed = draft.value
    const typedText = typed !== undefined && PRICED.has(typed.column) ? parseDecimalText(typed.text) : null
    const own = live.value.value?.lines ?? []
    if (underWay.value.size === 0 && typedText === null) return own
    return orderLines(own.map((line) => {
      const patch = { ...underWay.value.get(line.id), ...(typed?.row === line.id && typedText !== null && readDecimal(typedText) !== null ? { [typed.column]: typedText } : {}) }
      return Object.keys(patch).length === 0 ? line : { ...line, ...patch }
    }))
  })

  const priced = computed(() => (quote.value === undefined ? undefined : { head: quote.value, price: rememberPrices(quote.value) }))
  const totals = computed(() => (priced.value === undefined ? undefined : totalQuote(priced.value.head, lines.value, priced.value.price)))

  /** Shows the change at once; what was refused is taken back. */
  async function change(patches: ReadonlyMap<string, Partial<QuoteLine>>, send: () => Promise<unknown>): Promise<void> {
    underWay.value = new Map([...underWay.value, ...patches])
    await send()
    await live.refresh()
    underWay.value = new Map([...underWay.value].filter(([line, patch]) => patches.get(line) !== patch))
  }

  return { quote, lines, totals, draft, refusal: live.refusal, refresh: live.refresh, change, mayEdit: computed(() => quote.value !== undefined && editableStatuses.includes(quote.value.status)) }
}

export type QuoteWork = ReturnType<typeof useQuote>
