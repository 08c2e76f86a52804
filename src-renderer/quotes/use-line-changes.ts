import type { NewLine } from '#shared/quotes/quotes.contract.ts'
import type { InputOf } from '../client/client.ts'
import { useWorkbench } from '../shell/workbench.ts'
import type { GridValue } from '../ui/grid/grid-column.ts'
import { parseDecimalText } from './parse-pasted-lines.ts'
import type { QuoteLine } from './quote.presenter.ts'
import type { QuoteWork } from './use-quote.ts'

const DECIMALS: ReadonlySet<string> = new Set(['quantity', 'discountPercent'])

/** What can be done to the lines of a quote; each is one command, said with Undo. */
export function useLineChanges(id: string, { lines, change, refresh }: Pick<QuoteWork, 'lines' | 'change' | 'refresh'>) {
  const { changing, client, language } = useWorkbench()
  const said = () => language.words.value.quotes.said

  async function edit(line: QuoteLine, field: string, typed: GridValue): Promise<void> {
    const text = typed === undefined || typed === null ? '' : String(typed).trim()
    const value = DECIMALS.has(field) ? parseDecimalText(text === '' ? '0' : text) : text === '' ? null : text
    if (DECIMALS.has(field) && value === null) return changing.refuse({ code: 'import.number-invalid', message: 'no number', details: { value: text } })
    const was = (line as Readonly<Record<string, unknown>>)[field]
    if (value === was) return
    const edits = [{ field, value, was }] as unknown as InputOf<typeof client.quotes.changeLines>['lines'][number]['edits']
    await change(new Map([[line.id, { [field]: value }]]), () => changing.change(said().changed, client.quotes.changeLines({ quoteId: id, lines: [{ id: line.id, edits }] })))
  }

  async function add(added: readonly NewLine[], before: string | null = null): Promise<readonly string[]> {
    const outcome = await changing.change(said().added(added.length), client.quotes.addLines({ quoteId: id, before, lines: [...added] }))
    await refresh()
    return outcome.ok ? outcome.value.ids : []
  }

  async function remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return
    await changing.change(said().removed(ids.length), client.quotes.removeLines({ quoteId: id, ids: [...ids] }))
    await refresh()
  }

  /** Moves lines past the next one, up or down. */
  async function move(ids: readonly string[], by: -1 | 1): Promise<void> {
    const roots = lines.value.filter(({ parentId }) => parentId === null)
    const moving = roots.filter((line) => ids.includes(line.id))
    const others = roots.filter((line) => !ids.includes(line.id))
    const first = moving[0]
    if (first === undefined) return
    const above = others.filter((other) => roots.indexOf(other) < roots.indexOf(first)).length
    const at = above + by
    if (at < 0 || at > others.length) return
    await changing.change(said().moved, client.quotes.moveLines({ quoteId: id, ids: moving.map((line) => line.id), before: others[at]?.id ?? null }))
    await refresh()
  }

  async function configure(lineId: string, chosen: { code: string; quantity: string }[]): Promise<void> {
    await changing.change(said().configured, client.quotes.configure({ quoteId: id, lineId, chosen }))
    await refresh()
  }

  return { edit, add, remove, move, configure }
}
