import { computed, shallowRef } from 'vue'
import type { NewLine } from '#shared/quotes/quotes.contract.ts'
import { refusalWords } from '../shell/refusal-words.ts'
import { useWorkbench } from '../shell/workbench.ts'
import { parsePastedLines } from './parse-pasted-lines.ts'

/** Rows of a spreadsheet: those that can be lines become lines as one change; of the others it is told which and why, before anything is added. */
export function usePastedLines(quoteId: string, add: (lines: readonly NewLine[]) => Promise<unknown>) {
  const { changing, client, language } = useWorkbench()
  const good = shallowRef<readonly NewLine[]>([])
  const bad = shallowRef<readonly string[]>([])
  const asks = computed({
    get: () => bad.value.length > 0,
    set: (open) => {
      if (!open) bad.value = []
    },
  })

  async function take(text: string): Promise<void> {
    const rows = parsePastedLines(text)
    const outcome = await client.quotes.pricing({ quoteId, codes: rows.flatMap(({ line }) => line?.code ?? []) })
    if (!outcome.ok) return changing.refuse(outcome.error)
    const { paste } = language.words.value.quotes
    const answers = outcome.value[Symbol.iterator]()
    const lines: NewLine[] = []
    const problems: string[] = []
    for (const { row, line } of rows) {
      if (line === null) {
        problems.push(`${paste.row(row)}: ${paste.unreadable}`)
        continue
      }
      const { terms = null, refused = null } = answers.next().value ?? {}
      if (refused === null) lines.push({ ...line, custom: null, groupName: null, seenUnitPrice: terms?.unitPrice ?? null })
      else problems.push(`${paste.row(row)}, ${line.code}: ${refusalWords({ code: refused, details: { product: line.code, currency: '' } }, language.words.value, language.formats.value)}`)
    }
    good.value = lines
    bad.value = problems
    if (problems.length === 0 && lines.length > 0) await addGood()
  }

  async function addGood(): Promise<void> {
    const lines = good.value
    good.value = []
    if (lines.length > 0) await add(lines)
  }

  return { good, bad, asks, take, addGood }
}
