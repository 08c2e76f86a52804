import type { ImportSubject } from '#shared/imports/imports.contract.ts'
import { importSubjectDefinitions } from '#shared/imports/subjects/import-subjects.ts'
import type { JobContext } from '../operations/capability.ts'
import { readSource, type Reading } from './read-source.ts'
import { shownNotices } from './shown-notices.ts'
import { rememberedMapping } from './remembered-mapping.ts'
import { proposeMapping } from './propose-mapping.ts'

const SAMPLE_ROWS = 20
const LONGEST_CELL = 300

/** What a person must see before importing: how the file was read, what is in it, and what would become of each column. */
export async function inspectFile(token: string, subject: ImportSubject, reading: Reading, context: JobContext) {
  const { name, table } = await readSource(token, reading, subject, context)
  const { fields } = importSubjectDefinitions[subject]
  const remembered = rememberedMapping(subject, table.columns, context.db)
  const { format } = table
  return {
    fileName: name,
    encoding: format.kind === 'csv' ? format.encoding : 'xlsx',
    encodingConfidence: format.kind === 'csv' ? format.encodingConfidence : 1,
    encodings: format.kind === 'csv' ? [...format.encodingAlternatives] : [],
    delimiter: format.kind === 'csv' ? format.delimiter : null,
    sheets: format.kind === 'xlsx' ? [...format.sheets] : [],
    columns: [...table.columns],
    sample: table.rows.slice(0, SAMPLE_ROWS).map((row) => row.map((cell) => cell.slice(0, LONGEST_CELL))),
    rows: table.rows.length + table.refused.length,
    notices: shownNotices(table.notices),
    mapping: remembered ?? proposeMapping(fields, table),
    remembered: remembered !== null,
    fields: fields.map((field) => ({ field: field.name, required: field.required })),
  }
}
