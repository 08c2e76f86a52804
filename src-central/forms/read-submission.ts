import type { z } from 'zod'
import { foldName } from '#shared/imports/fold-name.ts'
import { createLeadReaders, leadImportColumns, readLeadRow } from '#shared/imports/subjects/lead-import.ts'
import { leadFields, type LeadField } from '#shared/imports/subjects/lead-fields.ts'
import type { RowProblem } from '#shared/imports/subjects/import-subject.ts'
import { leadEditableFields, leadsContract } from '#shared/leads/leads.contract.ts'

const { create } = leadsContract.operations
export type NewLead = z.output<typeof create.input>

/** What a stranger must not decide about a lead. */
const NOT_THEIRS: readonly string[] = ['score', 'source']

const fields = leadFields.filter(({ name }) => (leadEditableFields as readonly string[]).includes(name) && !NOT_THEIRS.includes(name))
const byName = new Map<string, LeadField>(fields.map(({ name }) => [foldName(name), name]))
const bySynonym = new Map<string, LeadField>(fields.flatMap(({ name, synonyms }) => synonyms.map((synonym) => [foldName(synonym), name] as const)))

export interface FieldProblem extends RowProblem<LeadField> {
  /** As the form calls the field; null where it has none. */
  readonly name: string | null
}

export type ReadSubmission =
  | { readonly lead: NewLead; readonly unused: readonly string[] }
  | { readonly problems: readonly FieldProblem[] }

/**
 * A lead from what a form has sent, read as an import reads a row. Fields are known by the import's names and headers in three
 * languages; a name goes before a header, and what is not known is not used.
 */
export function readSubmission(values: Readonly<Record<string, string>>, now: string): ReadSubmission {
  const sources = new Map<LeadField, string>()
  for (const known of [byName, bySynonym]) {
    for (const [name, value] of Object.entries(values)) {
      const field = known.get(foldName(name))
      if (field !== undefined && value.trim() !== '' && !sources.has(field)) sources.set(field, name)
    }
  }
  const row = Object.fromEntries(leadFields.map(({ name }) => [name, values[sources.get(name) ?? ''] ?? ''])) as Record<LeadField, string>
  const reading = readLeadRow(row, createLeadReaders(), { now, id: () => '', isTimeZone: () => false })
  if ('errors' in reading) return { problems: reading.errors.map((problem) => ({ ...problem, name: sources.get(problem.field) ?? null })) }
  const lead = create.input.parse(Object.fromEntries(leadImportColumns.flatMap((column, at) => ((leadEditableFields as readonly string[]).includes(column) && reading.row[at] !== null ? [[column, reading.row[at]]] : []))))
  const used = new Set(sources.values())
  return { lead, unused: Object.keys(values).filter((name) => !used.has(name) && values[name]?.trim() !== '') }
}
