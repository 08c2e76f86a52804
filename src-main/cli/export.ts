import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { importsContract, importSubjects, type ImportSubject } from '#shared/imports/imports.contract.ts'
import { print, UsageError, type Subcommand } from './cli.ts'
import { withWorkspace } from './workspace-session.ts'

export const exportList: Subcommand = {
  usage: `export ${importSubjects.join('|')} FILE.csv|FILE.xlsx [--force]`,
  summary: 'Writes a whole list to a file that can be imported again.',
  options: { force: { type: 'boolean' } },
  help: {
    '--force': 'writes over a file that exists',
  },
  run: async (args) => {
    const subject = importSubjects.find((known): known is ImportSubject => known === args.required(0, 'what to export'))
    if (subject === undefined) throw new UsageError(`can export ${importSubjects.join(', ')}`)
    const path = args.required(1, 'FILE')
    const format = extname(path) === '.xlsx' ? 'xlsx' : extname(path) === '.csv' ? 'csv' : undefined
    if (format === undefined) throw new UsageError('FILE ends in .csv or .xlsx')
    if (existsSync(path) && !args.flag('force')) throw new UsageError(`${path} exists; --force writes over it`)
    await withWorkspace(args, async (session) => {
      const { rows, name } = await session.call(importsContract.operations.export, { subject, format, file: session.grant(path, 'write') })
      print(args, { rows, file: path }, `${rows} rows written to ${name}`)
    })
  },
}
