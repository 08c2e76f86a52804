import { once } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Worker } from 'node:worker_threads'
import { readIndex, writeIndex } from '#shared/matching/index-bytes.ts'
import { languages, labelledNames, labelledReadings, type LabelledNames, type LabelledQuery } from '#test/matching/labelled-names.ts'
import { finder, indexOf, openSetOf, recallOf } from '#test/matching/measure-quality.ts'
import type { Share } from './matching/match-deals.ts'
import { peers, type Peer } from './matching/peers.ts'
import type { BenchGoal, BenchReport, BenchRow } from './report.ts'

const RECORDS = 100_000
const OF_EACH = 250
const THREADS = 2
const WORST = 12

interface Measured {
  readonly name: string
  readonly buildMs: number
  readonly megabytes: number
  readonly perSecond: number
  readonly p95: number
  readonly queries: readonly LabelledQuery[]
  readonly answers: ReadonlyMap<LabelledQuery, readonly string[]>
}

const own: Peer = {
  name: 'own index',
  ofEach: OF_EACH,
  build: (records) => {
    const find = finder(indexOf({ records, queries: [] }))
    return (name) => find({ name, answer: '', language: 'EN' }).map(({ candidate }) => candidate)
  },
}

export async function run(): Promise<BenchReport> {
  const labelled = labelledNames('held', RECORDS, OF_EACH)
  const readings = labelledReadings('held', OF_EACH)
  if (labelled === null || readings === null) return { title: 'Matching of names', rows: [], goals: [], notes: ['Not measured: the sample files are not there.'] }
  const rows: BenchRow[] = []
  const all = [own, ...peers].map((peer) => measure(peer, labelled))
  const [ours] = all as [Measured, ...Measured[]]
  for (const { name, buildMs, megabytes, perSecond, p95, queries, answers } of all) {
    rows.push({ name: `${name}: look-ups`, value: perSecond, unit: '/s', ratio: ours.perSecond / perSecond, ratioMeaning: 'own ÷ this' })
    rows.push({ name: `${name}: 95 of 100 within`, value: p95, unit: 'ms' }, { name: `${name}: build`, value: buildMs, unit: 'ms' }, { name: `${name}: memory`, value: megabytes, unit: 'MB' })
    const recall = recallOf(queries, (query) => answers.get(query)!)
    const ownRecall = recallOf(queries, (query) => ours.answers.get(query)!)
    for (const language of [...languages.filter((each) => each !== 'KANA'), 'all'] as const) {
      rows.push({ name: `${name}: recall@1 ${language} (${recall[language].queries} names; own ${ownRecall[language].at1.toFixed(3)})`, value: recall[language].at1, unit: '' })
      rows.push({ name: `${name}: recall@5 ${language} (own ${ownRecall[language].at5.toFixed(3)})`, value: recall[language].at5, unit: '' })
    }
  }
  const index = indexOf(labelled)
  const find = finder(index)
  const bytes = writeIndex(index)
  const loadMs = timed(() => readIndex(bytes))
  const openSet = openSetOf(labelled.queries, find)
  const findRead = finder(indexOf(readings))
  const read = recallOf(readings.queries, (query) => findRead(query).map(({ candidate }) => candidate)).KANA
  const deals = await matchAllDeals(bytes)
  rows.push({ name: 'own index: load', value: loadMs, unit: 'ms' }, { name: 'own index: size as a block', value: bytes.byteLength / 1e6, unit: 'MB' })
  rows.push({ name: `all ${RECORDS.toLocaleString('en')} deals against each other, ${THREADS} threads, index loaded by each`, value: deals.seconds, unit: 's' })
  const recall = recallOf(ours.queries, (query) => ours.answers.get(query)!)
  const against = (start: string): number => ours.perSecond / all.find(({ name }) => name.startsWith(start))!.perSecond
  const goal = (id: string, statement: string, measured: number, reached: boolean, unit = ''): BenchGoal => ({ id, statement, measured: `${measured.toPrecision(3)}${unit}`, reached })
  const goals = [
    goal('P4', 'at least 30× minisearch, tuned', against('minisearch, tuned'), against('minisearch, tuned') >= 30, '×'),
    goal('P4', 'at least 6× SQLite FTS5', against('SQLite'), against('SQLite') >= 6, '×'),
    goal('P4', 'at least 2× flexsearch', against('flexsearch, forward'), against('flexsearch, forward') >= 2, '×'),
    goal('P4', '95 of 100 look-ups within 2 ms', ours.p95, ours.p95 <= 2, ' ms'),
    goal('P5', 'all open deals within 25 s with two threads', deals.seconds, deals.seconds <= 25, ' s'),
    goal('P5', 'a check on saving within 5 ms', ours.p95, ours.p95 <= 5, ' ms'),
    goal('P6', 'built within 1 s', ours.buildMs, ours.buildMs <= 1000, ' ms'),
    goal('P6', 'loaded within 150 ms', loadMs, loadMs <= 150, ' ms'),
    goal('P6', 'at most 80 MB', ours.megabytes, ours.megabytes <= 80, ' MB'),
    goal('quality', 'recall@5 at least .92, languages mixed', recall.all.at5, recall.all.at5 >= 0.92),
    goal('quality', 'open-set F1 at least .85', openSet.f1, openSet.f1 >= 0.85),
    goal('quality', 'recall at least .35 at precision .98', openSet.recallAtPrecision98, openSet.recallAtPrecision98 >= 0.35),
    goal('quality', 'English to Japanese by its reading, recall@5 at least .80', read.at5, read.at5 >= 0.8),
  ]
  return {
    title: `Matching of names: ${labelled.queries.length} looked up in ${RECORDS.toLocaleString('en')}`,
    rows,
    goals,
    notes: [
      'Organisations kept back from the making of rules and weights. Each contestant has its own sample of names, the same for each language; own recall on that sample stands beside it.',
      'Own look-ups do the whole work: finding, comparing, weighing, explaining. Memory is what the process grew by after collecting garbage; of SQLite it misses its own pages.',
      ...Object.entries(openSet.byVerdict).map(([verdict, { pairs, right }]) => `Best match of each name, half of them without a counterpart: ${verdict}: ${pairs}, ${right} of them right.`),
      `Of ${RECORDS.toLocaleString('en')} deals by name alone ${deals.pairs.toLocaleString('en')} pairs are worth a look or surer.`,
      'Product names (Abt-Buy and the like) are not measured: no labelled pairs are at hand.',
      ...ours.queries.filter((query) => !ours.answers.get(query)!.includes(query.answer)).slice(0, WORST).map((query) => `Missed (${query.language}): ${query.name} → ${labelled.records.find(({ id }) => id === query.answer)!.name}`),
    ],
  }
}

function measure({ name, ofEach, build }: Peer, { records, queries }: LabelledNames): Measured {
  const sample = languages.flatMap((language) => queries.filter((query) => query.language === language).slice(0, ofEach))
  const before = memory()
  let find: ReturnType<Peer['build']> = () => []
  const buildMs = timed(() => { find = build(records) })
  const megabytes = (memory() - before) / 1e6
  for (const query of sample.slice(0, 2)) find(query.name)
  const times: number[] = []
  const answers = new Map<LabelledQuery, readonly string[]>()
  for (const query of sample) times.push(timed(() => answers.set(query, find(query.name))))
  times.sort((one, other) => one - other)
  return { name, buildMs, megabytes, perSecond: 1000 / (times.reduce((sum, time) => sum + time, 0) / times.length), p95: times[Math.floor(times.length * 0.95)]!, queries: sample, answers }
}

async function matchAllDeals(index: Uint8Array): Promise<{ readonly seconds: number; readonly pairs: number }> {
  const began = performance.now()
  const found = await Promise.all(
    Array.from({ length: THREADS }, async (_, part) => {
      const worker = new Worker(new URL('matching/match-deals.ts', import.meta.url), { workerData: { index, part, of: THREADS } satisfies Share })
      const [pairs] = (await once(worker, 'message')) as [number]
      return pairs
    }),
  )
  return { seconds: (performance.now() - began) / 1000, pairs: found.reduce((sum, pairs) => sum + pairs, 0) }
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

function memory(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().rss
}
