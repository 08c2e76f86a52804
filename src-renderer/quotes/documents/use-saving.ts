import type { DocumentFormat } from '#shared/documents/document-formats.ts'
import type { DocumentKind } from '#shared/documents/document.ts'
import type { Locale } from '#shared/locales/locale.ts'
import { useWorkbench, useWords } from '../../shell/workbench.ts'
import { useSavingFile } from '../../views/use-saving-file.ts'

interface SaveAsked {
  readonly quote: { readonly id: string; readonly name: string }
  readonly kind: DocumentKind
  readonly language: Locale
  readonly format: DocumentFormat
}

/** Saves a quote's document. */
export function useSaving(): (asked: SaveAsked) => Promise<void> {
  const { client } = useWorkbench()
  const w = useWords()
  const saveFile = useSavingFile()
  return ({ quote, kind, language, format }) => saveFile({
    title: w.value.documents.preview.title(quote.name), name: `${quote.name}.${format}`, kind: format === 'csv' || format === 'xlsx' ? 'table' : 'document', said: w.value.documents.said.written,
    job: client.documents.write, input: { quoteId: quote.id, kind, language, format },
  })
}
