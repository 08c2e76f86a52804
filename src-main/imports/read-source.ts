import { RefusedError } from '#shared/foundation/outcome.ts'
import { importRefusal, type ImportResult } from '#shared/imports/import-errors.ts'
import type { ImportSubject } from '#shared/imports/imports.contract.ts'
import { knownHeaders } from '#shared/imports/known-headers.ts'
import type { SourceEncoding } from '#shared/imports/source-encodings.ts'
import type { SourceTable } from '#shared/imports/source-table.ts'
import { importSubjectDefinitions } from '#shared/imports/subjects/import-subjects.ts'
import type { JobContext } from '../operations/capability.ts'
import { openSourceFile } from './files/open-source-file.ts'
import { readCsv } from './files/read-csv.ts'
import { readXlsx } from './files/read-xlsx.ts'

export interface Reading {
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly sheet: string | null
}

export interface Source {
  readonly name: string
  readonly table: SourceTable
}

/** ZIP archives, and the container of old and of encrypted workbooks, which the reader refuses by name. */
const WORKBOOKS = [Buffer.from('PK'), Buffer.from('d0cf11e0', 'hex')]

/** The granted file as a table, by its content: a workbook or text. Throws the file's refusal. */
export async function readSource(token: string, reading: Reading, subject: ImportSubject, context: JobContext): Promise<Source> {
  const isKnownHeader = knownHeaders(importSubjectDefinitions[subject].fields)
  context.progress('reading', 0, 0)
  const file = orRefuse(await openSourceFile(context.file(token, 'read')))
  context.heedCancel()
  if (WORKBOOKS.some((start) => file.bytes.subarray(0, start.length).equals(start))) {
    return { name: file.name, table: orRefuse(await readXlsx(file.bytes, { isKnownHeader, ...(reading.sheet === null ? {} : { sheet: reading.sheet }) })) }
  }
  const options = {
    isKnownHeader,
    ...(reading.encoding === null ? {} : { encoding: reading.encoding as SourceEncoding }),
    ...(reading.delimiter === null ? {} : { delimiter: reading.delimiter }),
  }
  return { name: file.name, table: orRefuse(readCsv(file.bytes, options)) }
}

function orRefuse<T>(result: ImportResult<T>): T {
  if (result.ok) return result.value
  const { code, message, details } = importRefusal(result.error)
  throw new RefusedError(code, message, details)
}
