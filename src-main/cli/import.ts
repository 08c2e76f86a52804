import { readFileSync } from 'node:fs'
import { importsContract, importSubjects, mappingSchema, type ImportMapping, type ImportSubject } from '#shared/imports/imports.contract.ts'
import { EXIT, print, UsageError, type Arguments, type Subcommand } from './cli.ts'
import { withWorkspace } from './workspace-session.ts'

const { operations } = importsContract

export const importFile: Subcommand = {
  usage: `import ${importSubjects.join('|')} FILE [--mapping FILE] [--dry-run] [--skip-refused]`,
  summary: 'Imports a CSV or XLSX file: all of it or nothing. --skip-refused leaves out rows with errors.',
  options: { mapping: { type: 'string' }, 'dry-run': { type: 'boolean' }, 'skip-refused': { type: 'boolean' }, encoding: { type: 'string' }, delimiter: { type: 'string' }, sheet: { type: 'string' } },
  run: async (args) => {
    const subject = args.required(0, 'what to import')
    if (!isSubject(subject)) throw new UsageError(`cannot import ${subject}; can import ${importSubjects.join(', ')}`)
    const path = args.required(1, 'FILE')
    const mapping = readMapping(args)
    await withWorkspace(args, async (session) => {
      const operation = args.flag('dry-run') ? operations.dryRun : operations.run
      const report = await session.call(operation, {
        file: session.grant(path, 'read'),
        subject,
        mapping,
        reading: { encoding: args.text('encoding') ?? null, delimiter: args.text('delimiter') ?? null, sheet: args.text('sheet') ?? null },
        skipRefused: args.flag('skip-refused'),
      })
      const { read, imported, duplicates, refused, errors } = report
      const told = errors.map(({ line, column, code, value }) => `  line ${line}${column === null ? '' : `, ${column}`}: ${code}${value === null ? '' : ` (${value})`}`)
      print(args, report, [`${read} rows read, ${imported} imported, ${duplicates} duplicates, ${refused} refused`, ...told].join('\n'))
      if (refused > 0 && imported === 0) {
        process.stderr.write('import.rows-refused: nothing was imported, because rows have errors; mend them or use --skip-refused\n')
        process.exitCode = EXIT.refused
      }
    })
  },
}

function isSubject(name: string): name is ImportSubject {
  return (importSubjects as readonly string[]).includes(name)
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
