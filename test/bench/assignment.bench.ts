import { pathToFileURL } from 'node:url'
import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import type { LeadFacts } from '#shared/assignment/lead-columns.ts'
import { planAssignment } from '#shared/assignment/plan-assignment.ts'
import { createBitmaskFloor } from './assignment/bitmask-floor.ts'
import { generateColumns, generateLeads, generateRuleSet, knowledge } from './assignment/generate-workload.ts'
import { createJsonRules, createScan, createZen } from './assignment/peers.ts'
import type { BenchGoal, BenchReport, BenchRow } from './report.ts'
import { median } from './statistics.ts'

interface Scale {
  readonly leads: number
  readonly rules: number
  /** How many leads each peer is given, and how often all are run in turn. */
  readonly samples: { readonly scan: number; readonly zen: number; readonly jsonRules: number }
  readonly repetitions: number
}

const scales: readonly Scale[] = [
  { leads: 100_000, rules: 1_000, samples: { scan: 20_000, zen: 4_096, jsonRules: 100 }, repetitions: 7 },
  { leads: 1_000_000, rules: 10_000, samples: { scan: 8_000, zen: 1_536, jsonRules: 16 }, repetitions: 7 },
]
const VERIFIED = 1_500
const VERIFIED_JSON_RULES = 30

const names = {
  own: 'assignment engine, whole run', floor: 'floor: bit masks, plain conjunctions, nothing else',
  scan: 'plain scan, country first, then closures, matching only', zen: 'zen-engine, 64 in flight, matching only', jsonRules: 'json-rules-engine, priority and stop, matching only',
} as const
type Contestant = keyof typeof names

async function measureScale({ leads, rules, samples, repetitions }: Scale): Promise<{ readonly speeds: Readonly<Record<Contestant, number>>; readonly notes: readonly string[] }> {
  const ruleSet = generateRuleSet(rules, 'full')
  const columns = generateColumns(leads)
  const sample: LeadFacts[] = []
  generateLeads(Math.max(samples.scan, VERIFIED), (lead) => { sample.push(lead) })
  const scan = createScan(ruleSet)
  const zen = createZen(ruleSet)
  const jsonRules = createJsonRules(ruleSet)
  const compileBegan = performance.now()
  const compiled = compileRuleSet(ruleSet, knowledge)
  const compileMs = performance.now() - compileBegan
  const firstBegan = performance.now()
  const plan = planAssignment(compiled, columns, 'unassigned')
  const firstMs = performance.now() - firstBegan
  const floor = createBitmaskFloor(generateRuleSet(rules, 'conjunctions'), columns)
  const floorAnswers = new Int32Array(leads)

  const own = sample.map((_, at) => plan.ruleIds[plan.rule[at] ?? -1] ?? null)
  const [byScan, byZen, byJsonRules] = await Promise.all([scan(sample), zen.peer(sample.slice(0, VERIFIED)), jsonRules(sample.slice(0, VERIFIED_JSON_RULES))])
  for (const [name, answers] of Object.entries({ scan: byScan, zen: byZen, jsonRules: byJsonRules })) {
    const different = answers.findIndex((answer, at) => answer !== own[at])
    if (different >= 0) throw new Error(`${name} gives rule ${answers[different]} for lead ${different}, the engine ${own[different]}`)
  }

  const turns: Readonly<Record<Contestant, readonly [number, () => unknown]>> = {
    own: [leads, () => planAssignment(compiled, columns, 'unassigned')],
    floor: [leads, () => { floor(floorAnswers) }],
    scan: [samples.scan, () => scan(sample.slice(0, samples.scan))],
    zen: [samples.zen, () => zen.peer(sample.slice(0, samples.zen))],
    jsonRules: [samples.jsonRules, () => jsonRules(sample.slice(0, samples.jsonRules))],
  }
  const speeds: Record<Contestant, number[]> = { own: [], floor: [], scan: [], zen: [], jsonRules: [] }
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    for (const [name, [count, run]] of Object.entries(turns) as [Contestant, (typeof turns)[Contestant]][]) {
      const began = performance.now()
      await run()
      speeds[name].push((count / (performance.now() - began)) * 1000)
    }
  }
  zen.dispose()
  const counts = { assigned: plan.outcome.filter((outcome) => outcome === 3).length, unroutable: plan.outcome.filter((outcome) => outcome === 4).length }
  return {
    speeds: Object.fromEntries(Object.entries(speeds).map(([name, all]) => [name, median(all)])) as Record<Contestant, number>,
    notes: [
      `${leads} leads × ${rules} rules: ${counts.assigned} assigned, ${counts.unroutable} unroutable; rules compiled in ${compileMs.toFixed(0)} ms, the first run (which also makes the index) took ${firstMs.toFixed(0)} ms.`,
      `Equal answers verified first: ${sample.length} leads against the scan, ${VERIFIED} against zen-engine, ${VERIFIED_JSON_RULES} against json-rules-engine. Samples timed: ${JSON.stringify(samples)}; ${repetitions} repetitions in turn, medians.`,
    ],
  }
}

export async function run(): Promise<BenchReport> {
  const rows: BenchRow[] = []
  const notes = [
    'The engine does the whole work: matching, eligibility, capacity, rotation, weights, distances, best fit, and what it needs to explain each decision. Its peers and the floor only find the winning rule.',
    'Columns stand ready for the engine and the floor, lead objects for the others.',
  ]
  let goals: readonly BenchGoal[] = []
  for (const scale of scales) {
    const measured = await measureScale(scale)
    const { own } = measured.speeds
    for (const [name, speed] of Object.entries(measured.speeds) as [Contestant, number][]) {
      rows.push({ name: `${scale.leads} × ${scale.rules}: ${names[name]}`, value: Math.round(speed), unit: 'leads/s', ratio: own / speed, ratioMeaning: 'engine ÷ this' })
    }
    notes.push(...measured.notes)
    goals = goalsOf(measured.speeds)
  }
  return { title: 'Assignment of leads', rows, goals, notes }
}

/** P1, at the larger scale. */
function goalsOf({ own, floor, scan, zen, jsonRules }: Readonly<Record<Contestant, number>>): readonly BenchGoal[] {
  const times = (peer: number, goal: number, against: string): BenchGoal => ({ id: 'P1', statement: `at least ${goal}× ${against}`, measured: `${(own / peer).toFixed(0)}×`, reached: own / peer >= goal })
  return [
    times(scan, 50, 'plain scan'),
    times(zen, 500, 'zen-engine on all cores'),
    times(jsonRules, 80_000, 'json-rules-engine'),
    { id: 'P1', statement: 'within 8× of the bit-mask floor', measured: `${(floor / own).toFixed(1)}×`, reached: floor / own <= 8 },
  ]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { title, rows, goals, notes } = await run()
  console.log(title)
  for (const { name, value, ratio } of rows) console.log(`${value.toLocaleString('en').padStart(14)} leads/s  ${(ratio ?? 1).toFixed(ratio !== undefined && ratio < 10 ? 2 : 0).padStart(8)}×  ${name}`)
  for (const { id, statement, measured, reached } of goals) console.log(`${id} ${reached ? 'reached' : 'NOT reached'}: ${statement} (${measured})`)
  for (const note of notes) console.log(`- ${note}`)
}
