import { computed, shallowRef } from 'vue'
import type { PriceToSet } from '#shared/catalogue/catalogue.contract.ts'
import { createLive } from '../client/live.ts'
import type { Client, ValueOf } from '../client/client.ts'
import { parseDecimalText } from '../quotes/parse-pasted-lines.ts'
import { useWorkbench } from '../shell/workbench.ts'
import type { GridValue } from '../ui/grid/grid-column.ts'
import { parseTiers, type Tiers } from './catalogue.presenter.ts'
import { parsePastedPrices } from './parse-pasted-prices.ts'

export type SheetRow = ValueOf<Client['catalogue']['sheet']>['prices'][number]

/** A price book as it is edited: cell by cell, or by rows of a spreadsheet as one change. */
export function usePriceSheet(bookId: string) {
  const { changing, client, events, language, toasts } = useWorkbench()
  const live = createLive({ events, subjects: ['prices', 'priceBooks', 'quoteLines'], ask: () => client.catalogue.sheet({ id: bookId }) })
  const rows = computed<readonly SheetRow[]>(() => live.value.value?.prices ?? [])
  const words = () => language.words.value.priceLists
  const unreadable = (text: string): void => void toasts.show({ text, tone: 'danger' })

  async function set(prices: readonly PriceToSet[], said: string): Promise<boolean> {
    const outcome = await changing.change(said, client.catalogue.setPrices({ bookId, prices: [...prices] }))
    await live.refresh()
    return outcome.ok
  }

  /** An empty price takes the product out of the book. */
  async function edit(row: SheetRow, column: string, value: GridValue): Promise<void> {
    const text = String(value ?? '').trim()
    const { productCode: product, unitPrice, months, tiers } = row
    const price = { unitPrice, months, tiers }
    const put = (patch: Partial<typeof price>): Promise<boolean> => set([{ product, price: { ...price, ...patch }, was: unitPrice }], words().said.priced(product))
    if (column === 'unitPrice') {
      const read = text === '' ? null : parseDecimalText(text)
      if (text === '') return void (await set([{ product, price: null, was: unitPrice }], words().said.unpriced(product)))
      return read === null ? unreadable(words().unreadableNumber(text)) : void (await put({ unitPrice: read }))
    }
    if (column === 'months') {
      const count = text === '' ? null : Number(text)
      return count !== null && !(Number.isInteger(count) && count >= 1 && count <= 120) ? unreadable(words().unreadableNumber(text)) : void (await put({ months: count }))
    }
    if (column === 'tierKind') return void (tiers !== null && (await put({ tiers: { ...tiers, kind: text as Tiers['kind'] } })))
    const steps = parseTiers(text, tiers?.kind ?? 'whole')
    return steps === undefined ? unreadable(words().unreadableTiers) : void (await put({ tiers: steps }))
  }

  const add = (product: string, unitPrice: string): Promise<boolean> => {
    const present = rows.value.find((row) => row.productCode === product)
    return set([{ product, price: { unitPrice, months: present?.months ?? null, tiers: present?.tiers ?? null } }], words().said.priced(product))
  }

  const remove = (chosen: readonly SheetRow[]): Promise<boolean> => {
    const [first] = chosen
    return first === undefined ? Promise.resolve(false) : set(chosen.map(({ productCode, unitPrice }) => ({ product: productCode, price: null, was: unitPrice })), words().said.unpriced(chosen.map(({ productCode }) => productCode).join(', ')))
  }

  /** Of rows that were pasted: those that can be prices, and in words why the others cannot. */
  const good = shallowRef<readonly PriceToSet[]>([])
  const bad = shallowRef<readonly string[]>([])
  const asks = computed({
    get: () => bad.value.length > 0,
    set: (open) => {
      if (!open) bad.value = []
    },
  })

  async function paste(text: string): Promise<void> {
    const pasted = parsePastedPrices(text)
    const outcome = await client.catalogue.productsByCode({ codes: pasted.map(({ code }) => code) })
    if (!outcome.ok) return changing.refuse(outcome.error)
    const known = new Set(outcome.value.map(({ code }) => code))
    const listed = new Map(rows.value.map((row) => [row.productCode, row]))
    const prices = new Map<string, PriceToSet>()
    const problems: string[] = []
    for (const { row, code, price } of pasted) {
      const { notProduct, row: where, twice, unreadable: why } = words().sheet
      const problem = price === null ? why : !known.has(code) ? notProduct : prices.has(code) ? twice : null
      if (problem !== null || price === null) {
        problems.push(`${where(row, code)}: ${problem}`)
        continue
      }
      const present = listed.get(code)
      prices.set(code, { product: code, price: { unitPrice: price.unitPrice, months: price.months === undefined ? (present?.months ?? null) : price.months, tiers: price.tiers === undefined ? (present?.tiers ?? null) : price.tiers } })
    }
    good.value = [...prices.values()]
    bad.value = problems
    if (problems.length === 0) await setGood()
  }

  async function setGood(): Promise<void> {
    const prices = good.value
    good.value = []
    if (prices.length > 0) await set(prices, words().said.pricesSet(prices.length))
  }

  return { live, rows, edit, add, remove, pasted: { good, bad, asks, paste, setGood } }
}
