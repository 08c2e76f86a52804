import { sampleRecords, type SampledRecord } from './sample-records.ts'

export interface DetectedDelimiter {
  readonly delimiter: string
  readonly confidence: number
  readonly alternatives: readonly string[]
  /** Where the table starts: after a `sep=` line, which only spreadsheets understand. */
  readonly start: number
  readonly line: number
  /** The first lines as this delimiter cuts them. */
  readonly sample: readonly SampledRecord[]
}

const CANDIDATES = [',', ';', '\t', '|'] as const
const SAMPLE_RECORDS = 60
const SAMPLE_CHARACTERS = 512 * 1024

/**
 * The delimiter that cuts the first records into the most even table. A decimal comma makes `,` look even too
 * (`1,5;2,5`): a cut whose cells still hold another candidate everywhere is therefore worth less.
 */
export function detectDelimiter(text: string): DetectedDelimiter {
  const declared = /^sep=(.)(?:\r\n|\r|\n)/iu.exec(text.slice(0, 16))
  if (declared) {
    const delimiter = declared[1]!
    const start = declared[0].length
    return { delimiter, confidence: 1, alternatives: [], start, line: 2, sample: sampleWith(text, delimiter, start, 2) }
  }
  const cuts = CANDIDATES.map((delimiter) => {
    const sample = sampleWith(text, delimiter, 0, 1)
    return { delimiter, sample, score: scoreOf(sample, delimiter) }
  }).sort((left, right) => right.score - left.score)
  const best = cuts[0]!
  if (best.score === 0) return { delimiter: ',', confidence: 0.5, alternatives: [], start: 0, line: 1, sample: cuts.find((cut) => cut.delimiter === ',')!.sample }
  return {
    delimiter: best.delimiter,
    confidence: Math.min(1, 0.5 + (best.score - cuts[1]!.score) / 2 / best.score),
    alternatives: cuts.slice(1).filter((cut) => cut.score > 0).map((cut) => cut.delimiter),
    start: 0,
    line: 1,
    sample: best.sample,
  }
}

function sampleWith(text: string, delimiter: string, start: number, line: number): SampledRecord[] {
  return sampleRecords(text, start, line, delimiter, SAMPLE_RECORDS, SAMPLE_CHARACTERS)
}

function scoreOf(sample: readonly SampledRecord[], delimiter: string): number {
  const widths = new Map<number, number>()
  for (const record of sample) widths.set(record.cells.length, (widths.get(record.cells.length) ?? 0) + 1)
  const [width, count] = [...widths].reduce((most, next) => (next[1] > most[1] || (next[1] === most[1] && next[0] > most[0]) ? next : most), [0, 0])
  if (width < 2) return 0
  const broken = sample.filter((record) => record.stray !== null || record.unclosed !== null).length
  const holdsAnother = CANDIDATES.filter((other) => other !== delimiter).some(
    (other) => other !== ',' && sample.every((record) => record.cells.some((cell) => cell.includes(other))),
  )
  const evenness = count / sample.length - broken / sample.length
  return Math.max(0, evenness) * (1 + Math.min(width, 30) / 100) * (holdsAnother ? 0.5 : 1)
}
