import type { z } from 'zod'
import { createLeadReaders, leadImportColumns, readLeadRow } from '#shared/imports/subjects/lead-import.ts'
import { leadFields, type LeadField } from '#shared/imports/subjects/lead-fields.ts'
import { leadEditableFields, leadsContract } from '#shared/leads/leads.contract.ts'
import { fieldFinder, type ReadSubmission, type Values } from './read-submission.ts'

const { create } = leadsContract.operations
export type NewLead = z.output<typeof create.input>

/** What a stranger must not decide about a lead. */
const NOT_THEIRS: readonly string[] = ['score', 'source']

const find = fieldFinder(leadFields.filter(({ name }) => (leadEditableFields as readonly string[]).includes(name) && !NOT_THEIRS.includes(name)))
const blank = Object.fromEntries(leadFields.map(({ name }) => [name, ''])) as Record<LeadField, string>

/** A lead from what a form has sent, read as an import reads a row. What is not known is not used. */
export function readLead(values: Values, now: string): ReadSubmission<NewLead> {
  const { row, unknown, tell } = find(values)
  const reading = readLeadRow({ ...blank, ...row }, createLeadReaders(), { now, id: () => '', isTimeZone: () => false })
  if ('errors' in reading) return tell(reading.errors)
  const given = leadImportColumns.flatMap((column, at) => ((leadEditableFields as readonly string[]).includes(column) && reading.row[at] !== null ? [[column, reading.row[at]]] : []))
  return { content: create.input.parse(Object.fromEntries(given)), unused: unknown }
}
