import { importedTables, type ImportMapping } from '#shared/imports/imports.contract.ts'
import { noFacts, type Companion, type ImportPart, type ImportSubjectDefinition, type InsertChunk, type WorkspaceFacts } from '#shared/imports/subjects/import-subject.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'

export const NOW = '2026-11-22T09:00:00.000Z'

/** Whether this machine's calendar knows the zone. */
export function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** What a whole file gives: its rows by table, as objects. */
export interface ReadFile extends Required<Omit<ImportPart, 'inserts'>> {
  readonly rows: Readonly<Record<InsertChunk['table'], readonly Readonly<Record<string, unknown>>[]>>
}

/** Reads a table of cells whose first line is line 1 of the file. */
export function readTable(definition: ImportSubjectDefinition, columns: readonly string[], cells: readonly (readonly string[])[], mapping: ImportMapping, facts: Partial<WorkspaceFacts> = {}, companions: readonly Companion[] = []): ReadFile {
  let made = 0
  const reader = definition.begin(columns, mapping, { ...noFacts, ...facts }, { now: NOW, id: () => idNumber((made += 1)), isTimeZone }, companions)
  const parts = [reader.read(cells.slice(0, 2), (index) => index + 2), reader.read(cells.slice(2), (index) => index + 4), reader.finish()]
  const chunks = parts.flatMap((part) => part.inserts)
  const rowsOf = (table: InsertChunk['table']) =>
    chunks.filter((chunk) => chunk.table === table).flatMap((chunk) => chunk.rows.map((row) => Object.fromEntries(chunk.columns.map((column, position) => [column, row[position]]))))
  return {
    rows: Object.assign({} as ReadFile['rows'], ...importedTables.map((table) => ({ [table]: rowsOf(table) }))),
    duplicates: parts.flatMap((part) => part.duplicates),
    errors: parts.flatMap((part) => part.errors),
    notices: parts.flatMap((part) => part.notices ?? []),
  }
}

/** Reads lines given by field, each from a column that has the field's name. */
export function readLines(definition: ImportSubjectDefinition, lines: readonly Readonly<Record<string, string>>[], facts: Partial<WorkspaceFacts> = {}): ReadFile {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line)))]
  return readTable(definition, columns, lines.map((line) => columns.map((column) => line[column] ?? '')), Object.fromEntries(columns.map((column) => [column, { column }])), facts)
}
