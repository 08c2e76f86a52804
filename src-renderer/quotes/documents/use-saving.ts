import type { DocumentFormat } from '#shared/documents/document-formats.ts'
import type { DocumentKind } from '#shared/documents/document.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { Locale } from '#shared/locales/locale.ts'
import type { BridgeFile } from '../../client/bridge.ts'
import { useWorkbench, useWords } from '../../shell/workbench.ts'

interface SaveAsked {
  readonly quote: { readonly id: string; readonly name: string }
  readonly kind: DocumentKind
  readonly language: Locale
  readonly format: DocumentFormat
}

/** Saves a document: where the desktop's own dialog says, else as the browser's download. */
export function useSaving(): (asked: SaveAsked) => Promise<void> {
  const { bridge, changing, client, jobs } = useWorkbench()
  const w = useWords()
  return async ({ quote, kind, language, format }) => {
    const { preview, said } = w.value.documents
    let file: string | null = null
    if (bridge.host === 'electron') {
      const chosen = (await bridge.call('shell.chooseTarget', { kind: format === 'csv' || format === 'xlsx' ? 'table' : 'document', name: `${quote.name}.${format}` })) as Outcome<BridgeFile | null>
      if (!chosen.ok) return changing.refuse(chosen.error)
      if (chosen.value === null) return
      file = chosen.value.token
    }
    const outcome = await jobs.run(preview.title(quote.name), client.documents.write, { quoteId: quote.id, kind, language, format, file })
    if (!outcome.ok) return changing.refuse(outcome.error)
    if (file === null) await bridge.downloadFile?.({ token: outcome.value.file, name: outcome.value.name })
    changing.say(said.written(outcome.value.name))
  }
}
