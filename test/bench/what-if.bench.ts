import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { createLeadColumns, leadColumnNames, type LeadColumns } from '#shared/assignment/lead-columns.ts'
import { planAssignment } from '#shared/assignment/plan-assignment.ts'
import { Realignment } from '#shared/assignment/realignment.ts'
import type { RuleFacts, RuleSet, TerritoryFacts } from '#shared/assignment/rule-set.ts'
import type { LeadWeights } from '#shared/models/lead-weights.ts'
import { EffectScale } from '#shared/models/weigh-effects.ts'
import { createRandom, generateColumns, generateLeads, generateRuleSet, knowledge } from './assignment/generate-workload.ts'
import type { BenchReport, BenchRow } from './report.ts'
import { median, percentile } from './statistics.ts'

const LEADS = 1_000_000
const RULES = 10_000
const EDITS = 200
/** A whole run is made beside every so many edits, and must give the same answer. */
const WHOLE_EVERY = 20
const GOAL_MS = 50

interface Spent {
  readonly wall: number[]
  /** Of the process, garbage collection too: what the edit would take by the clock if nobody else wanted the core. */
  readonly processor: number[]
}

const worlds = { placed: 'leads lie where the rules before the edits put them', waiting: 'every lead waits for a partner' } as const

export function run(): BenchReport {
  const ruleSet = generateRuleSet(RULES, 'full')
  const waiting = generateColumns(LEADS)
  const measured = { placed: measure(placedColumns(ruleSet, waiting), ruleSet), waiting: measure(waiting, ruleSet) }
  const rows = (Object.keys(worlds) as (keyof typeof worlds)[]).flatMap((world): BenchRow[] => {
    const { follow, weigh, whole } = measured[world]
    const both = sum(follow, weigh)
    const row = (name: string, value: number): BenchRow => ({ name: `${worlds[world]}: ${name}`, value, unit: 'ms', ratio: median(whole.processor) / value, ratioMeaning: 'whole run ÷ this, processor time' })
    return [
      row('whole run: compiled and planned anew, processor time, median', median(whole.processor)),
      row('edit followed and weighed, processor time, median', median(both.processor)),
      row('edit followed and weighed, processor time, 95th of 100', percentile(both.processor, 0.95)),
      row('of which following alone, processor time, 95th of 100', percentile(follow.processor, 0.95)),
      { name: `${worlds[world]}: edit followed and weighed, by the clock, median`, value: median(both.wall), unit: 'ms' },
      { name: `${worlds[world]}: edit followed and weighed, by the clock, 95th of 100`, value: percentile(both.wall, 0.95), unit: 'ms' },
    ]
  })
  const worst = (world: keyof typeof worlds): number => percentile(sum(measured[world].follow, measured[world].weigh).processor, 0.95)
  const goal = (world: keyof typeof worlds) => ({ id: 'P3', statement: `one edit's effect on ${LEADS} leads × ${RULES} rules within ${GOAL_MS} ms at the 95th of 100 edits, where ${worlds[world]}`, measured: `${worst(world).toFixed(1)} ms of processor time`, reached: worst(world) <= GOAL_MS })
  return {
    title: 'What-if: one edit of a draft',
    rows,
    goals: [goal('placed'), goal('waiting')],
    notes: [
      `${EDITS} edits on top of each other: a rule's priority, territory, condition or being in force, a territory's candidates or weights. Effects are complete: territory and partner of every lead, moves, balance, deadline load.`,
      `Verified equal to a whole run (outcome, territory and partner of all ${LEADS} leads) at every ${WHOLE_EVERY}th edit; runs and edits take turns.`,
      'The goal is judged by processor time, which neighbours on a shared machine do not lengthen much; by the clock it is what it is.',
      ...(Object.keys(worlds) as (keyof typeof worlds)[]).map((world) => `${worlds[world]}: begun in ${measured[world].begun.toFixed(0)} ms by the clock, ${measured[world].anew} of ${EDITS} edits had to be reckoned anew.`),
    ],
  }
}

function measure(leads: LeadColumns, ruleSet: RuleSet) {
  const random = createRandom(7)
  const donor = generateRuleSet(RULES + 1, 'full')
  const beganAt = performance.now()
  const realignment = new Realignment(leads, ruleSet, knowledge, false)
  const begun = performance.now() - beganAt
  const scale = new EffectScale(leads, realignment.standings, weightsOf(leads))
  const spent = (): Spent => ({ wall: [], processor: [] })
  const measured = { follow: spent(), weigh: spent(), whole: spent() }
  let current = ruleSet
  let anew = 0
  for (let edit = 0; edit < EDITS; edit += 1) {
    current = editOnce(current, donor, random, edit)
    if (!timed(measured.follow, () => realignment.follow(current))) anew += 1
    timed(measured.weigh, () => scale.weigh(realignment))
    if (edit % WHOLE_EVERY === WHOLE_EVERY - 1) verify(realignment, timed(measured.whole, () => planAssignment(compileRuleSet(current, knowledge), leads, 'realign')), edit)
  }
  return { ...measured, begun, anew }
}

/** One rule or territory becomes otherwise; one of ten edits is of a territory. */
function editOnce(ruleSet: RuleSet, donor: RuleSet, random: () => number, edit: number): RuleSet {
  const at = Math.floor(random() * ruleSet.rules.length)
  const given = donor.rules[Math.floor(random() * donor.rules.length)]!
  const rules = (change: Partial<RuleFacts>): RuleSet => ({ ...ruleSet, rules: ruleSet.rules.map((rule, place) => (place === at ? { ...rule, ...change } : rule)) })
  switch (edit % 10) {
    case 0: case 1: case 2: return rules({ priority: 1 + Math.floor(random() * 9998) })
    case 3: case 4: case 5: return rules({ territoryId: given.territoryId })
    case 6: case 7: return rules({ condition: given.condition })
    case 8: return rules({ enabled: false })
    default: {
      const changed = Math.floor(random() * ruleSet.territories.length)
      const candidates = donor.territories[Math.floor(random() * donor.territories.length)]!.candidates.filter(({ partnerId }) => ruleSet.partners.some(({ id }) => id === partnerId))
      const territory = (facts: TerritoryFacts): TerritoryFacts => ({ ...facts, candidates: candidates.length === 0 ? facts.candidates.map((candidate) => ({ ...candidate, weight: candidate.weight + 1 })) : candidates })
      return { ...ruleSet, territories: ruleSet.territories.map((facts, place) => (place === changed ? territory(facts) : facts)) }
    }
  }
}

function timed<T>({ wall, processor }: Spent, work: () => T): T {
  const began = performance.now()
  const before = process.cpuUsage()
  const done = work()
  const { user, system } = process.cpuUsage(before)
  wall.push(performance.now() - began)
  processor.push((user + system) / 1000)
  return done
}

function verify({ columns, places }: Realignment, plan: ReturnType<typeof planAssignment>, edit: number): void {
  for (let lead = 0; lead < plan.count; lead += 1) {
    const isSame = plan.outcome[lead] === columns.outcome[lead] && plan.partnerIds[plan.partner[lead]!] === places.partnerIds[columns.partner[lead]!] && plan.territoryIds[plan.territory[lead]!] === places.territoryIds[columns.territory[lead]!]
    if (!isSame) throw new Error(`after edit ${edit} lead ${lead} is not where a whole run puts it`)
  }
}

/** The same leads, offered to the partners that a run under these rules chooses. */
function placedColumns(ruleSet: RuleSet, waiting: LeadColumns): LeadColumns {
  const plan = planAssignment(compileRuleSet(ruleSet, knowledge), waiting, 'unassigned')
  const builder = createLeadColumns(LEADS, knowledge.foldCompany)
  let at = 0
  generateLeads(LEADS, (lead) => {
    const partnerId = plan.partnerIds[plan.partner[at]!]
    const placed = partnerId === undefined ? lead : { ...lead, stage: 'offered' as const, partnerId, territoryId: plan.territoryIds[plan.territory[at]!]!, assignmentOrigin: 'rules' as const }
    builder.push(leadColumnNames.map((name) => placed[name] ?? null))
    at += 1
  })
  return builder.finish()
}

function weightsOf({ count }: LeadColumns): LeadWeights {
  return { score: new Uint8Array(count).fill(50), isDue: new Uint8Array(count).fill(1), wouldBeDue: () => true, capacityOf: () => null }
}

function sum(one: Spent, other: Spent): Spent {
  const add = (mine: readonly number[], theirs: readonly number[]) => mine.map((value, at) => value + theirs[at]!)
  return { wall: add(one.wall, other.wall), processor: add(one.processor, other.processor) }
}
