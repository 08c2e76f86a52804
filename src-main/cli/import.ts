import { existsSync, readFileSync } from 'node:fs'
import { importsContract, importSubjects, mappingSchema, type ImportMapping, type ImportReport, type ImportSubject } from '#shared/imports/imports.contract.ts'
import { isDelimiter, isSourceEncoding, sourceEncodings } from '#shared/imports/source-encodings.ts'
import { countingIn } from '#shared/locales/counting.ts'
import { EXIT, print, UsageError, type Arguments, type Subcommand } from './cli.ts'
import { isFolder, sortFolder } from './import-folder.ts'
import { sentenceOf } from './refusal-text.ts'
import { withWorkspace } from './workspace-session.ts'

const { operations } = importsContract
const { n, counted } = countingIn('en')
const NAMED_DELIMITERS: Readonly<Record<string, string>> = { comma: ',', semicolon: ';', tab: '\t', bar: '|' }

export const importFile: Subcommand = {
  usage: `import ${importSubjects.join('|')} FILE [--with FILE]… [--mapping FILE] [--set FIELD=VALUE]… [--dry-run] [--skip-refused] [--encoding NAME] [--delimiter CHARACTER] [--sheet NAME]`,
  summary: 'Imports a CSV or XLSX file: all of it or nothing. --skip-refused leaves out rows with errors. Opportunities may be a folder of files.',
  options: { with: { type: 'string', multiple: true }, mapping: { type: 'string' }, set: { type: 'string', multiple: true }, 'dry-run': { type: 'boolean' }, 'skip-refused': { type: 'boolean' }, encoding: { type: 'string' }, delimiter: { type: 'string' }, sheet: { type: 'string' } },
  help: {
    '--with FILE': 'a file that opportunities refer to: accounts, products, sales teams; of a folder, all its other files are taken so',
    '--mapping FILE': 'a JSON file: field → {"column": header} or {"constant": value}; otherwise the last one for these columns, or a proposal',
    '--set FIELD=VALUE': 'the same value in every row, such as currency=USD; the other fields come from the mapping',
    '--dry-run': 'does everything but the writing',
    '--skip-refused': 'leaves out rows with errors and imports the rest',
    '--encoding NAME': `${sourceEncodings.join(', ')}; otherwise found out`,
    '--delimiter CHARACTER': `one character, or ${Object.keys(NAMED_DELIMITERS).join(', ')}; otherwise found out`,
    '--sheet NAME': 'a workbook’s sheet; otherwise the first visible one',
  },
  run: async (args) => {
    const subject = args.required(0, 'what to import')
    if (!isSubject(subject)) throw new UsageError(`cannot import ${subject}; can import ${importSubjects.join(', ')}${existsSync(subject) ? `: workbench import leads ${subject}` : ''}`)
    const path = args.required(1, 'FILE')
    const reading = readingOf(args)
    const given = readMapping(args)
    const set = constantsOf(args)
    await withWorkspace(args, async (session) => {
      const operation = args.flag('dry-run') ? operations.dryRun : operations.run
      const files = subject === 'opportunities' && isFolder(path) ? await sortFolder(path, session) : { path, beside: [] }
      const file = session.grant(files.path, 'read')
      const beside = [...files.beside, ...args.texts('with')].map((each) => session.grant(each, 'read'))
      const mapping = Object.keys(set).length === 0 ? given : { ...(given ?? (await session.call(operations.inspect, { file, subject, reading })).mapping), ...set }
      const report = await session.call(operation, { file, subject, mapping, reading, beside, skipRefused: args.flag('skip-refused') })
      print(args, report, reportText(report, args.flag('dry-run')))
      if (report.refused > 0 && report.imported === 0) {
        process.stderr.write('import.rows-refused: nothing was imported, because rows have errors; mend them or use --skip-refused\n')
        process.exitCode = EXIT.refused
      }
    })
  },
}

function reportText({ read, imported, duplicates, refused, errors, errorsOmitted, notices }: ImportReport, dry: boolean): string {
  const at = (line: number | null, column: string | null): string => [line === null ? '' : `line ${line}`, column ?? ''].filter(Boolean).join(', ')
  return [
    `${counted(read, '# row read', '# rows read')}, ${n(imported)} ${dry ? 'to be imported' : 'imported'}, ${counted(duplicates, '# duplicate', '# duplicates')}, ${n(refused)} refused`,
    ...notices.map(({ code, line, column, data }) => `  notice, ${at(line, column) || 'whole file'}: ${sentenceOf(code, data)} [${code}]`),
    ...errors.map(({ line, column, code, value }) => `  ${at(line, column)}: ${sentenceOf(code, { value })} [${code}]`),
    ...(errorsOmitted === 0 ? [] : [`  and ${n(errorsOmitted)} more`]),
  ].join('\n')
}

function isSubject(name: string): name is ImportSubject {
  return (importSubjects as readonly string[]).includes(name)
}

function readingOf(args: Arguments): { encoding: string | null; delimiter: string | null; sheet: string | null } {
  const encoding = args.text('encoding')?.toLowerCase() ?? null
  if (encoding !== null && !isSourceEncoding(encoding)) throw new UsageError(`--encoding is one of ${sourceEncodings.join(', ')}`)
  const written = args.text('delimiter') ?? null
  const delimiter = written === null ? null : (NAMED_DELIMITERS[written] ?? (written === '\\t' ? '\t' : written))
  if (delimiter !== null && !isDelimiter(delimiter)) throw new UsageError(`--delimiter is one character, no quote and no line end, or one of ${Object.keys(NAMED_DELIMITERS).join(', ')}`)
  return { encoding, delimiter, sheet: args.text('sheet') ?? null }
}

function constantsOf(args: Arguments): ImportMapping {
  return Object.fromEntries(args.texts('set').map((text) => {
    const [field = '', ...rest] = text.split('=')
    if (field === '' || rest.length === 0) throw new UsageError('--set is FIELD=VALUE, such as currency=USD')
    return [field, { constant: rest.join('=') }]
  }))
}

function readMapping(args: Arguments): ImportMapping | null {
  const path = args.text('mapping')
  if (path === undefined) return null
  try {
    return mappingSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new UsageError(`--mapping: ${error instanceof Error ? error.message : String(error)}`)
  }
}
