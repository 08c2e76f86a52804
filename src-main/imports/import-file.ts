import { isTimeZone } from '#shared/calendars/zone-time.ts'
import type { ImportMapping, ImportReport, ImportSubject } from '#shared/imports/imports.contract.ts'
import { importSubjectDefinitions } from '#shared/imports/subjects/import-subjects.ts'
import { mappingProblem, type Companion, type ImportPart, type ImportReader } from '#shared/imports/subjects/import-subject.ts'
import { RefusedError } from '#shared/foundation/outcome.ts'
import type { SourceTable } from '#shared/imports/source-table.ts'
import type { JobContext } from '../operations/capability.ts'
import { scoreAll } from '../qualification/score-all.ts'
import { importsSoFar } from './imports-so-far.ts'
import { rememberMapping, rememberedMapping } from './remembered-mapping.ts'
import { BatchWriting, ROWS_AT_ONCE } from './batch-writing.ts'
import { readSource, type Reading, type Source } from './read-source.ts'
import { shownNotices } from './shown-notices.ts'
import { loadFacts } from './workspace-facts.ts'
import { proposeMapping } from './propose-mapping.ts'

export interface ImportRequest {
  readonly file: string
  readonly subject: ImportSubject
  readonly mapping: ImportMapping | null
  readonly reading: Reading
  readonly beside: readonly string[]
  readonly skipRefused: boolean
}

const AS_FOUND: Reading = { encoding: null, delimiter: null, sheet: null }
const MOST_ERRORS = 2000

/** Reads and checks the whole file; writes nothing. */
export async function dryRunImport(request: ImportRequest, context: JobContext): Promise<ImportReport> {
  const started = performance.now()
  const prepared = await prepare(request, context)
  return reportOf(prepared.source.table, [...checkedParts(prepared, context)], started)
}

/**
 * Imports the whole file or nothing: rows are written in small commands while the next ones are checked, into a batch whose
 * rows appear together at the end. A refused row ends the writing and takes back what was written, unless `skipRefused`;
 * the rest is still checked, so that all errors are told at once. Cancelled on the way, it leaves nothing behind.
 */
export async function importFile(request: ImportRequest, context: JobContext): Promise<ImportReport> {
  const started = performance.now()
  importsSoFar(context.db, request.subject)
  const prepared = await prepare(request, context)
  const { source, mapping, basedOn } = prepared
  const parts: ImportPart[] = []
  const writing = new BatchWriting(request, basedOn, source, context)
  const mayWrite = (): boolean => request.skipRefused || (source.table.refused.length === 0 && parts.every((part) => part.errors.length === 0))
  try {
    for (const part of checkedParts(prepared, context)) {
      parts.push({ ...part, inserts: [] })
      if (mayWrite()) await writing.add(part.inserts)
      else await writing.takeBack()
    }
    const report = reportOf(source.table, parts, started)
    if (report.imported === 0 || !mayWrite()) return { ...report, imported: 0 }
    await rememberMapping(request.subject, source.table.columns, mapping, context)
    const batchId = await writing.finish(report)
    if (request.subject === 'leads') await scoreAll(context, batchId)
    return { ...report, batchId, ms: Math.round(performance.now() - started) }
  } catch (error) {
    await writing.takeBack()
    throw error
  }
}

interface Prepared {
  readonly source: Source
  readonly mapping: ImportMapping
  readonly reader: ImportReader
  readonly basedOn: string
}

async function prepare(request: ImportRequest, context: JobContext): Promise<Prepared> {
  const source = await readSource(request.file, request.reading, request.subject, context)
  const definition = importSubjectDefinitions[request.subject]
  const { table } = source
  const mapping = request.mapping ?? rememberedMapping(request.subject, table.columns, context.db) ?? proposeMapping(definition.fields, table)
  const problem = mappingProblem(definition.fields, table.columns, mapping)
  if (problem !== undefined) throw new RefusedError(problem.code, problem.message, problem.details)
  const basedOn = importsSoFar(context.db, request.subject)
  const facts = loadFacts(context.db, definition.needs)
  const companions = await readCompanions(request.beside, context)
  return { source, mapping, basedOn, reader: definition.begin(table.columns, mapping, facts, { now: context.now(), id: context.newId, isTimeZone }, companions) }
}

async function readCompanions(tokens: readonly string[], context: JobContext): Promise<readonly Companion[]> {
  const companions: Companion[] = []
  for (const token of tokens) {
    const { name, table } = await readSource(token, AS_FOUND, 'accounts', context)
    companions.push({ name, columns: table.columns, rows: table.rows, lineOf: table.lineOf })
  }
  return companions
}

function* checkedParts({ source: { table }, reader }: Prepared, context: JobContext): Generator<ImportPart> {
  for (let start = 0; start < table.rows.length; start += ROWS_AT_ONCE) {
    context.heedCancel()
    context.progress('checking', start, table.rows.length)
    yield reader.read(table.rows.slice(start, start + ROWS_AT_ONCE), (index) => table.lineOf(start + index))
  }
  yield reader.finish()
}

function reportOf(table: SourceTable, parts: readonly ImportPart[], started: number): ImportReport {
  const unreadable = table.refused.map(({ line, column, code, data }) => ({ line: line ?? 0, column: column?.name ?? null, code, value: typeof data['value'] === 'string' ? data['value'] : null }))
  const errors = [...unreadable, ...parts.flatMap((part) => part.errors.map(({ line, column, code, value }) => ({ line, column, code, value })))].sort((a, b) => a.line - b.line)
  const refused = new Set(errors.map((error) => error.line)).size
  const read = table.rows.length + table.refused.length
  const duplicates = parts.reduce((sum, part) => sum + part.duplicates.length, 0)
  return {
    read,
    imported: read - refused - duplicates,
    duplicates,
    refused,
    errors: errors.slice(0, MOST_ERRORS),
    errorsOmitted: Math.max(0, errors.length - MOST_ERRORS),
    notices: shownNotices([...table.notices, ...parts.flatMap(({ notices = [] }) => notices)]),
    batchId: null,
    ms: Math.round(performance.now() - started),
  }
}
