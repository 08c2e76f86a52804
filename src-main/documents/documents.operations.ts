import { documentClauses, documentTemplates } from '#shared/documents/document-template.table.ts'
import { documentLogos } from '#shared/documents/document-logo.table.ts'
import { documentHtml } from '#shared/documents/document-html.ts'
import { documentSheet } from '#shared/documents/document-sheet.ts'
import { documentsContract } from '#shared/documents/documents.contract.ts'
import { layOutDocument } from '#shared/documents/lay-out-document.ts'
import { writeCsv } from '../imports/files/write-csv.ts'
import { writeAtomically } from '../imports/files/write-atomically.ts'
import { writeXlsx } from '../imports/files/write-xlsx.ts'
import { hostCapability } from '../operations/capability.ts'
import { outgoing } from '../workspace/outgoing.ts'
import { selectRows } from '../workspace/rows.ts'
import { loadDocument } from './load-document.ts'

export const documentsHost = hostCapability(
  documentsContract,
  {
    templates: (_, { db }) => ({ templates: selectRows(db, documentTemplates, 'ORDER BY "kind", "language", "name"'), clauses: selectRows(db, documentClauses, 'ORDER BY "language", "place", "heading"'), logos: selectRows(db, documentLogos, 'WHERE "id" IN (SELECT "logoId" FROM "documentTemplates")') }),
  },
  {
    preview: async (asked, context) => {
      const { document } = await loadDocument(context, asked)
      return layOutDocument(document, (await pdf()).pdfRuler()) as never
    },
    write: async ({ format, file, ...asked }, context) => {
      const { document, documented } = await loadDocument(context, asked)
      const name = `${documented.number.replaceAll(/[^\p{L}\p{N}-]+/gu, '-')}.${format}`
      const path = file === null ? outgoing(context.directory, name) : context.file(file, 'write')
      const isDraft = document.watermark !== null
      if (format === 'csv' || format === 'xlsx') {
        const { header, rows } = documentSheet(document, documented)
        await (format === 'csv' ? writeCsv(path, header, rows) : writeXlsx(path, header, rows, { sheet: documented.number }))
        return { file: context.offerFile(path), name, pages: null, isDraft }
      }
      const { pdfRuler, writePdf } = await pdf()
      const laidOut = layOutDocument(document, pdfRuler())
      await (format === 'pdf' ? writePdf(path, laidOut) : writeAtomically(path, async (handle) => { await handle.writeFile(documentHtml(laidOut)) }))
      return { file: context.offerFile(path), name, pages: laidOut.pages.length, isDraft }
    },
  },
)

/** Fetched when first wanted: fonts and their machinery are no part of starting the program. */
const pdf = () => import('./write-pdf.ts')
