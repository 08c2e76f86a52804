import { importsContract } from '#shared/imports/imports.contract.ts'
import { hostCapability } from '../operations/capability.ts'
import { exportList } from './export-list.ts'
import { dryRunImport, importFile } from './import-file.ts'
import { inspectFile } from './inspect-file.ts'
import { rememberedMapping } from './remembered-mapping.ts'

export const importsHost = hostCapability(
  importsContract,
  { rememberedMapping: ({ subject, columns }, { db }) => rememberedMapping(subject, columns, db) },
  {
    inspect: ({ file, subject, reading }, context) => inspectFile(file, subject, reading, context),
    dryRun: (input, context) => dryRunImport(input, context),
    run: (input, context) => importFile(input, context),
    export: (input, context) => exportList(input, context),
  },
)
