import { createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import PDFDocument from 'pdfkit'
import { pdfRuler, writePdf } from '#main/documents/write-pdf.ts'
import { layOutDocument } from '#shared/documents/lay-out-document.ts'
import { quoteDocument } from '#shared/documents/quote-document.ts'
import { asked, documented, documentedLine, number } from '../documents/build-documented.ts'
import { readPdf } from '../documents/read-pdf.ts'
import type { BenchReport } from './report.ts'
import { median, percentile } from './statistics.ts'

const LINES = 1_000
const REPETITIONS = 15
const goods = ['会計クラウド', '利用者ライセンス', '導入研修', '保守サポート', '連携モジュール'] as const
const lines = Array.from({ length: LINES }, (_, at) => documentedLine({ code: `LIRA-${at + 1}`, name: `${goods[at % goods.length]!} ${at + 1}`, quantity: number(String((at % 9) + 1)), unitPrice: number(String(1_000 + at)), amount: (1_000 + at) * ((at % 9) + 1) }))

export async function run(): Promise<BenchReport> {
  const directory = mkdtempSync(join(tmpdir(), 'documents-bench-'))
  try {
    const ruler = pdfRuler()
    const path = join(directory, 'quote.pdf')
    const own = (): Promise<unknown> => writePdf(path, layOutDocument(quoteDocument(asked('ja', { quote: documented({ lines }) })), ruler))
    const plainPath = join(directory, 'plain.pdf')
    const jobs = { 'own, quote to file': own, 'pdfkit alone, the same words without a layout': () => writePlainly(plainPath) }
    const times = new Map(Object.keys(jobs).map((name) => [name, { clock: [] as number[], processor: [] as number[] }]))
    for (let repetition = -2; repetition < REPETITIONS; repetition++) {
      for (const [name, job] of Object.entries(jobs)) {
        const [began, spent] = [performance.now(), process.cpuUsage()]
        await job()
        const { user, system } = process.cpuUsage(spent)
        if (repetition < 0) continue
        times.get(name)!.clock.push(performance.now() - began)
        times.get(name)!.processor.push((user + system) / 1000)
      }
    }
    const { text, fonts, pages } = await readPdf(readFileSync(path))
    const missing = lines.filter(({ name, code }) => !text.includes(name) || !text.includes(code ?? '')).length
    const embedded = fonts.every((font) => font.embedded)
    const fastest = (name: keyof typeof jobs): number => percentile(times.get(name)!.clock, 0.1)
    const taken = fastest('own, quote to file')
    const plain = fastest('pdfkit alone, the same words without a layout')
    return {
      title: `A Japanese PDF of a quote of ${LINES.toLocaleString('en')} lines`,
      rows: [...times].map(([name, { clock, processor }]) => ({ name, value: percentile(clock, 0.1), unit: `ms (processor time, median ${median(processor).toFixed(0)} ms)`, ratio: plain / percentile(clock, 0.1), ratioMeaning: 'as fast as pdfkit alone' })),
      goals: [{
        id: 'P14', statement: '≤ 400 ms, every line as text, fonts embedded', reached: taken <= 400 && missing === 0 && embedded,
        measured: `${taken.toFixed(0)} ms, ${pages.length} pages, ${Math.round(statSync(path).size / 1024)} KB, ${missing} lines missing, fonts ${embedded ? 'embedded' : 'NOT embedded'}`,
      }],
      notes: [`Of ${REPETITIONS} interleaved runs, by the clock on the wall, the one that nine tenths are slower than: words, layout with carried totals, marks, file. Another reader (pdfjs) finds every code and name.`, '@react-pdf, named in the goal, is no part of the project and was not measured.'],
    }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

/** What pdfkit takes to draw these words in their font, and nothing else. */
async function writePlainly(path: string): Promise<void> {
  const font = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf')
  const pdf = new PDFDocument({ size: 'A4', font })
  const file = pdf.pipe(createWriteStream(path))
  pdf.fontSize(9)
  for (const { code, name, quantity, unitPrice, amount } of lines) pdf.text([code, name, quantity.digits, unitPrice.digits, amount].join('  '))
  pdf.end()
  await finished(file)
}
