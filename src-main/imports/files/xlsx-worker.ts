import { parentPort, workerData } from 'node:worker_threads'
import { readXlsx } from 'hucre/xlsx'

export interface XlsxWorkerData {
  readonly archive: Uint8Array
  readonly sheet: string
}

export type FromXlsxWorker =
  | { readonly kind: 'rows'; readonly rows: string[][] }
  | { readonly kind: 'done' }
  | { readonly kind: 'unreadable'; readonly reason: string }

type CellValue = string | number | boolean | Date | null

const ROWS_AT_ONCE = 5_000

await parse(workerData as XlsxWorkerData)

async function parse({ archive, sheet }: XlsxWorkerData): Promise<void> {
  try {
    const workbook = await readXlsx(archive, { sheets: [sheet] })
    const rows = workbook.sheets[0]?.rows ?? []
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      post({ kind: 'rows', rows: rows.slice(start, start + ROWS_AT_ONCE).map((row) => row.map(textOf)) })
    }
    post({ kind: 'done' })
  } catch (error) {
    post({ kind: 'unreadable', reason: error instanceof Error ? error.name : 'unknown' })
  }
}

function post(message: FromXlsxWorker): void {
  parentPort?.postMessage(message)
}

function textOf(value: CellValue): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value)
  if (value instanceof Date) return dateText(value)
  return value === null ? '' : String(value)
}

/** With a fourth decimal where there would be three: no reader of the text can then take the point for a thousands mark. */
function numberText(value: number): string {
  const text = Object.is(value, -0) ? '0' : String(value)
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(text) ? `${text}0` : text
}

/** Spreadsheet dates have no zone: the library gives them as if in UTC, and so they are written. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const [day = '', time = ''] = date.toISOString().split('T')
  return time.startsWith('00:00:00') ? day : `${day}T${time.slice(0, 8)}`
}
