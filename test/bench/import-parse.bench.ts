import { rmSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readXlsx as hucreRead, writeXlsx as hucreWrite } from 'hucre/xlsx'
import Papa from 'papaparse'
import { inferSchema, initParser } from 'udsv'
import { readCsv } from '#main/imports/files/read-csv.ts'
import { readXlsx } from '#main/imports/files/read-xlsx.ts'
import { writeXlsx } from '#main/imports/files/write-xlsx.ts'
import { COLUMNS, englishLeads, englishRows, japaneseLeads } from './generated-leads.ts'
import type { BenchGoal, BenchReport, BenchRow } from './report.ts'

const ROWS = 100_000
const REPETITIONS = 21
const files = [
  { name: 'Japanese, all quoted', text: japaneseLeads(ROWS) },
  { name: 'English, no quotes', text: englishLeads(ROWS) },
]

type Clock = () => number

const wall: Clock = () => performance.now()
/** What this thread has computed, in milliseconds: other programs on the machine do not count. */
const computed: Clock = () => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** Interleaved, so that whatever else the machine does falls on all alike. */
async function measure(jobs: Readonly<Record<string, () => unknown>>, repetitions: number, clock: Clock): Promise<Map<string, number>> {
  const times = new Map(Object.keys(jobs).map((name) => [name, [] as number[]]))
  for (let repetition = -1; repetition < repetitions; repetition++) {
    for (const [name, job] of Object.entries(jobs)) {
      globalThis.gc?.()
      const started = clock()
      await job()
      if (repetition >= 0) times.get(name)!.push(clock() - started)
    }
  }
  return new Map([...times].map(([name, taken]) => [name, taken.toSorted((left, right) => left - right)[taken.length >> 1]!]))
}

function ownRows(bytes: Buffer): readonly (readonly string[])[] {
  const table = readCsv(bytes)
  if (!table.ok) throw new Error(table.error.code)
  return table.value.rows
}

export async function run(): Promise<BenchReport> {
  const rows: BenchRow[] = []
  const goals: BenchGoal[] = []
  for (const { name, text } of files) {
    const bytes = Buffer.from(text)
    const decode = (): string => new TextDecoder().decode(bytes)
    const jobs = {
      'own readCsv': () => ownRows(bytes),
      'udsv strings': () => {
        const decoded = decode()
        return initParser(inferSchema(decoded)).stringArrs<string[]>(decoded)
      },
      'papaparse arrays': () => Papa.parse<string[]>(decode(), { skipEmptyLines: true }).data.slice(1),
    }
    const [own, udsv, papaparse] = Object.values(jobs).map((job) => JSON.stringify(job()))
    if (own !== udsv || own !== papaparse) throw new Error(`${name}: the parsers do not agree`)
    const times = await measure(jobs, REPETITIONS, computed)
    const ownTime = times.get('own readCsv')!
    for (const [job, value] of times) {
      rows.push({ name: `${name}: ${job}`, value, unit: 'ms', ...(job === 'own readCsv' ? {} : { ratio: value / ownTime, ratioMeaning: 'the time of own readCsv' }) })
    }
    const ratio = ownTime / times.get('udsv strings')!
    goals.push({ id: 'P8 (parsing)', statement: `${name}: own ≤ 1.15 × udsv alone`, measured: `${ratio.toFixed(2)} ×`, reached: ratio <= 1.15 })
  }
  rows.push(...(await workbooks()))
  return {
    title: `Parsing an import: ${ROWS.toLocaleString('en')} rows × ${COLUMNS.length} columns`,
    rows,
    goals,
    notes: [
      `Medians of ${REPETITIONS} interleaved runs after one warm-up, in computing time of the thread; each begins with bytes and ends with rows of strings; equal rows verified first.`,
      'Own also finds out encoding, delimiter and header, decodes strictly, looks for NUL and lone line ends, and checks the width of every row; udsv and papaparse decode leniently and check nothing.',
      'Workbooks: medians of 3, by the clock on the wall. exceljs and read-excel-file are not installed, so P9 is not judged here; own is hucre behind inspection and a thread of its own.',
    ],
  }
}

async function workbooks(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'import-parse-'))
  try {
    const path = join(folder, 'leads.xlsx')
    const cells = englishRows(ROWS)
    await writeXlsx(path, COLUMNS, cells)
    const bytes = readFileSync(path)
    const own = await readXlsx(bytes)
    if (!own.ok || JSON.stringify(own.value.rows) !== JSON.stringify(cells)) throw new Error('the workbook does not come back as it was written')
    const times = await measure(
      {
        'XLSX: own read': () => readXlsx(bytes),
        'XLSX: hucre read': () => hucreRead(bytes),
        'XLSX: own write': () => writeXlsx(path, COLUMNS, cells),
        'XLSX: hucre write': () => hucreWrite({ sheets: [{ name: 'Sheet1', rows: [COLUMNS, ...cells] }] }),
      },
      3,
      wall,
    )
    return [...times].map(([name, value]) => {
      const alone = times.get(name.replace('own', 'hucre'))!
      return { name, value, unit: 'ms', ...(name.includes('own') ? { ratio: value / alone, ratioMeaning: 'hucre alone' } : {}) }
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
