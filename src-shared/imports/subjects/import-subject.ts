import type { registrations } from '../../deals/registration.table.ts'
import { refused, type Refusal } from '../../foundation/outcome.ts'
import type { RowOf } from '../../foundation/table.ts'
import type { ImportErrorCode, ImportErrorData, ImportNotice, ImportNoticeCode } from '../import-errors.ts'
import type { importedTables, ImportMapping, ImportSubject } from '../imports.contract.ts'
import type { MappableField } from '../suggest-mapping.ts'

/** Reasons of the subjects themselves, beside those any cell can have. */
export type SubjectErrorCode =
  | ImportErrorCode
  | 'partner.time-zone-unknown'
  | 'partner.calendar-invalid'
  | 'partner.certification-invalid'
  | 'partner.absence-invalid'
  | 'account.partner-unknown'
  | 'territory.parent-unknown'
  | 'territory.parent-refused'
  | 'territory.own-ancestor'
  | 'territory.partner-unknown'
  | 'territory.candidates-invalid'
  | 'territory.first-row-refused'
  | 'territory.rows-differ'
  | 'rule.code-taken'
  | 'rule.priority-range'
  | 'rule.dates-reversed'
  | 'rule.employees-reversed'
  | 'rule.condition-invalid'
  | 'price-book.other-currency'
  | 'opportunity.account-unknown'
  | 'opportunity.account-ambiguous'
  | 'opportunity.product-unknown'

/** What a column of a file can become: named as the table's column where there is one. */
export interface ImportField<F extends string = string> extends MappableField {
  readonly name: F
  readonly required: boolean
}

/** One line of the file by field; a field that no column is mapped to is the empty text. */
export type MappedRow<F extends string = string> = Readonly<Record<F, string>>

export interface RowProblem<F extends string = string> {
  readonly field: F
  readonly code: SubjectErrorCode
  readonly value: string | null
}

/** A problem with its place in the file: `column` is the header the field was read from, null where it came from no column. */
export interface RowError {
  readonly line: number
  readonly column: string | null
  readonly field: string
  readonly code: SubjectErrorCode
  readonly value: string | null
}

/** Rows to append to one table, in an order in which they may be written. */
export interface InsertChunk {
  readonly table: (typeof importedTables)[number]
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

export interface ImportPart {
  readonly inserts: readonly InsertChunk[]
  /** Lines that the workspace, or an earlier line, holds already. */
  readonly duplicates: readonly number[]
  readonly errors: readonly RowError[]
  /** What was put right by itself, and should be looked at. */
  readonly notices?: readonly ImportNotice[]
}

export interface ImportContext {
  /** ISO 8601 in UTC. */
  readonly now: string
  /** Makes UUIDv7 ids. */
  readonly id: () => string
  /** Whether the host knows this IANA zone. */
  readonly isTimeZone: (name: string) => boolean
}

/** What the workspace holds already: a subject `needs` some of it, the rest may be left empty. */
export interface WorkspaceFacts {
  readonly leadKeys: { has(duplicateKey: string): boolean }
  readonly accountKeys: { has(duplicateKey: string): boolean }
  /** See deals/claim-key.ts. */
  readonly claimKeys: { has(claimKey: string): boolean }
  /** Ids by code. */
  readonly partnerIds: ReadonlyMap<string, string>
  readonly territoryIds: ReadonlyMap<string, string>
  readonly ruleCodes: { has(code: string): boolean }
  readonly productIds: ReadonlyMap<string, string>
  /** By code. */
  readonly priceBooks: ReadonlyMap<string, { readonly id: string; readonly currency: string }>
  /** `book product`, both by id. */
  readonly pricedProducts: { has(key: string): boolean }
  readonly products: readonly { readonly code: string; readonly name: string }[]
  /** By normalised name; null where several accounts bear it. */
  readonly accountsByName: ReadonlyMap<string, KnownAccount | null>
  readonly opportunityReferences: { has(reference: string): boolean }
  /** How many others are with the customer of a claim already, about what may be the same business. */
  readonly overlapsOf: (claim: ReadClaim) => number
}

export interface KnownAccount {
  readonly id: string
  readonly name: string
  readonly territoryId: string | null
}

/** What a line of registrations claims, as far as it tells the customer and the business. */
export type ReadClaim = Pick<RowOf<typeof registrations>, 'partnerId' | 'company' | 'companyEn' | 'corporateNumber' | 'website' | 'country' | 'project' | 'fiscalYear' | 'products'>

/** A file beside the one that is imported, to which its lines refer. */
export interface Companion {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly lineOf: (index: number) => number
}

export const noFacts: WorkspaceFacts = { leadKeys: new Set(), accountKeys: new Set(), claimKeys: new Set(), partnerIds: new Map(), territoryIds: new Map(), ruleCodes: new Set(), productIds: new Map(), priceBooks: new Map(), pricedProducts: new Set(), products: [], accountsByName: new Map(), opportunityReferences: new Set(), overlapsOf: () => 0 }

/** Reads one file, part by part and in order. */
export interface ImportReader {
  /** @param lineOf the physical line of a row, by its index within `rows` */
  read(rows: readonly (readonly string[])[], lineOf: (index: number) => number): ImportPart
  /** What only the end of the file decides; to be called once. */
  finish(): ImportPart
}

export interface ImportSubjectDefinition {
  readonly subject: ImportSubject
  readonly fields: readonly ImportField[]
  readonly needs: readonly (keyof WorkspaceFacts)[]
  /** The mapping must be free of `mappingProblem`s. */
  begin(columns: readonly string[], mapping: ImportMapping, facts: WorkspaceFacts, context: ImportContext, companions?: readonly Companion[]): ImportReader
}

export function mappingProblem(fields: readonly ImportField[], columns: readonly string[], mapping: ImportMapping): Refusal | undefined {
  for (const [field, source] of Object.entries(mapping)) {
    if (!fields.some(({ name }) => name === field)) return refused('import.field-unknown', 'the mapping names a field that there is not', { field }).error
    if ('column' in source && !columns.includes(source.column)) {
      return refused('import.column-missing', 'the mapping names a column that the file does not have', { field, column: source.column }).error
    }
  }
  const unmapped = fields.find(({ name, required }) => required && mapping[name] === undefined)
  return unmapped && refused('import.field-unmapped', 'a required field has no column', { field: unmapped.name }).error
}

/** Turns a line's cells into a row by field. It is one object for all lines, filled anew each time: a hundred thousand of them cost more than reading them. */
export function rowMapper<F extends string>(fields: readonly ImportField<F>[], columns: readonly string[], mapping: ImportMapping): (cells: readonly string[]) => MappedRow<F> {
  const row = Object.fromEntries(fields.map(({ name }) => [name, ''])) as Record<F, string>
  const filled: { readonly field: F; readonly position: number }[] = []
  for (const { name: field } of fields) {
    const source = mapping[field]
    if (source === undefined) continue
    if ('column' in source) filled.push({ field, position: columns.indexOf(source.column) })
    else row[field] = source.constant
  }
  return (cells) => {
    for (const { field, position } of filled) row[field] = cells[position] ?? ''
    return row
  }
}

const LONGEST_SHOWN_VALUE = 200

/** Places a row's problems in the file. */
export function locate(problems: readonly RowProblem[], line: number, mapping: ImportMapping): RowError[] {
  return problems.map(({ field, code, value }) => {
    const source = mapping[field]
    return { line, column: source !== undefined && 'column' in source ? source.column : null, field, code, value: value === null ? null : value.slice(0, LONGEST_SHOWN_VALUE) }
  })
}

/** A notice of the whole file, or of the line where it first applies. */
export function noticeOf(code: ImportNoticeCode, data: ImportErrorData, line: number | null = null): ImportNotice {
  return { code, line, column: null, data }
}
