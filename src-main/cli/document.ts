import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { documentFormats } from '#shared/documents/document-formats.ts'
import { documentKinds } from '#shared/documents/document.ts'
import { documentsContract } from '#shared/documents/documents.contract.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import { locales } from '#shared/locales/locale.ts'
import { quotesContract } from '#shared/quotes/quotes.contract.ts'
import { print, UsageError, type Subcommand } from './cli.ts'
import { withWorkspace, type Session } from './workspace-session.ts'

export const document: Subcommand = {
  usage: `document QUOTE FILE.${documentFormats.join('|.')} [--kind ${documentKinds.join('|')}] [--language ${locales.join('|')}] [--force]`,
  summary: 'Writes a quote as its customer gets it: PDF or HTML, or its lines as CSV or XLSX. QUOTE is an id or a number.',
  options: { kind: { type: 'string' }, language: { type: 'string' }, force: { type: 'boolean' } },
  help: {
    '--kind': `${documentKinds.join(' or ')}; ${documentKinds[0]} otherwise`,
    '--language': 'that of the quote otherwise',
    '--force': 'writes over a file that exists',
  },
  run: async (args) => {
    const wanted = args.required(0, 'QUOTE')
    const path = args.required(1, 'FILE')
    const format = documentFormats.find((known) => extname(path) === `.${known}`)
    if (format === undefined) throw new UsageError(`FILE ends in .${documentFormats.join(', .')}`)
    const kind = chosen(args.text('kind'), documentKinds, '--kind') ?? documentKinds[0]
    const language = chosen(args.text('language'), locales, '--language')
    if (existsSync(path) && !args.flag('force')) throw new UsageError(`${path} exists; --force writes over it`)
    await withWorkspace(args, async (session) => {
      const { id, name } = await findQuote(session, wanted)
      const { pages, isDraft } = await session.call(documentsContract.operations.write, { quoteId: id, kind, language, format, file: session.grant(path, 'write') })
      print(args, { quote: id, file: path, pages, isDraft }, `${name} written to ${path}${pages === null ? '' : `, ${pages} ${pages === 1 ? 'page' : 'pages'}`}${isDraft ? ', marked as a draft' : ''}`)
    })
  },
}

function chosen<const T extends string>(text: string | undefined, known: readonly T[], option: string): T | null {
  if (text === undefined) return null
  const found = known.find((each) => each === text)
  if (found === undefined) throw new UsageError(`${option} is ${known.join(', ')}`)
  return found
}

/** The quote with this id or number, of several revisions the last. */
async function findQuote(session: Session, wanted: string): Promise<{ readonly id: string; readonly name: string }> {
  for (const field of ['id', 'number', 'provisionalNumber'] as const) {
    const { rows } = await session.call(quotesContract.operations.list, { filter: [{ field, operator: 'is', values: [wanted] }], sort: [{ field: 'revision', direction: 'descending' }], from: 0, to: 1 })
    if (rows[0] !== undefined) return rows[0]
  }
  throw new RefusedError('quote.not-found', 'there is no such quote')
}
