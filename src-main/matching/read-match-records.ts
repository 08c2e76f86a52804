import { RefusedError } from '#shared/foundation/outcome.ts'
import { foldName } from '#shared/imports/fold-name.ts'
import { importRefusal, type ImportNotice, type ImportResult } from '#shared/imports/import-errors.ts'
import { matchRecord, type MatchRecord } from '#shared/matching/match-record.ts'
import { openSourceFile } from '../imports/files/open-source-file.ts'
import { readCsv } from '../imports/files/read-csv.ts'

/** Names of the columns, folded; the first is the one to say when it is missing. */
const COLUMNS: Readonly<Record<keyof MatchRecord, readonly string[]>> = {
  id: ['id'],
  name: ['name'],
  kana: ['kana'],
  domain: ['domain', 'website'],
  country: ['country'],
  corporateNumber: ['corporatenumber', 'taxid'],
  address: ['address'],
  product: ['product'],
}
const REQUIRED = ['id', 'name'] as const
const known = new Set(Object.values(COLUMNS).flat())

/** Rows of a text table as records, or the refusal of the first thing that is wrong with it: half a list would match the wrong ones. */
export async function readMatchRecords(path: string, onNotice: (notice: ImportNotice) => void): Promise<readonly MatchRecord[]> {
  const { columns, cellsOf } = await readTable(path, onNotice)
  const places = columnsIn(columns, COLUMNS)
  for (const field of REQUIRED) if (places[field] === -1) throw new RefusedError('import.column-missing', `there is no column ${field}`, { column: field })
  const lines = new Map<string, number>()
  return [...cellsOf()].map(({ row, line }) => {
    const cell = (field: keyof MatchRecord): string => row[places[field]]?.trim() ?? ''
    for (const field of REQUIRED) if (cell(field) === '') throw new RefusedError('import.value-missing', `line ${line} has no ${field}`, { line, column: field })
    const id = cell('id')
    const first = lines.get(id)
    if (first !== undefined) throw new RefusedError('match.id-twice', `lines ${first} and ${line} have one id`, { id: id.slice(0, 80), line, first })
    lines.set(id, line)
    return matchRecord({ id, name: cell('name'), kana: cell('kana'), domain: cell('domain'), country: cell('country'), corporateNumber: cell('corporateNumber'), address: cell('address'), product: cell('product') })
  })
}

/** The pairs that a person has confirmed, of columns `name` and `id`. */
export async function readConfirmedPairs(path: string, onNotice: (notice: ImportNotice) => void): Promise<readonly { readonly name: string; readonly id: string }[]> {
  const { columns, cellsOf } = await readTable(path, onNotice)
  const places = columnsIn(columns, { id: COLUMNS.id, name: COLUMNS.name })
  for (const field of REQUIRED) if (places[field] === -1) throw new RefusedError('import.column-missing', `there is no column ${field}`, { column: field })
  return [...cellsOf()].map(({ row }) => ({ name: row[places.name]!.trim(), id: row[places.id]!.trim() }))
}

function columnsIn<Field extends string>(columns: readonly string[], named: Readonly<Record<Field, readonly string[]>>): Readonly<Record<Field, number>> {
  const folded = columns.map(foldName)
  const places = Object.entries<readonly string[]>(named).map(([field, names]) => [field, folded.findIndex((column) => names.includes(column))] as const)
  return Object.fromEntries(places) as Record<Field, number>
}

async function readTable(path: string, onNotice: (notice: ImportNotice) => void) {
  const { bytes } = orRefuse(await openSourceFile(path))
  const { columns, rows, refused, notices, lineOf } = orRefuse(readCsv(bytes, { isKnownHeader: (cell) => cell.length < 40 && known.has(foldName(cell)) }))
  const [wrong] = refused
  if (wrong !== undefined) orRefuse({ ok: false, error: wrong })
  notices.forEach(onNotice)
  return {
    columns,
    *cellsOf() {
      for (const [at, row] of rows.entries()) yield { row, line: lineOf(at) }
    },
  }
}

function orRefuse<T>(result: ImportResult<T>): T {
  if (result.ok) return result.value
  const { code, message, details } = importRefusal(result.error)
  throw new RefusedError(code, message, details)
}
