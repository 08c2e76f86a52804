import { compileRuleSet } from '#shared/assignment/compile-rule-set.ts'
import { createLeadColumns, leadColumnNames, type LeadColumns } from '#shared/assignment/lead-columns.ts'
import { planAssignment } from '#shared/assignment/plan-assignment.ts'
import { Realignment } from '#shared/assignment/realignment.ts'
import type { RuleFacts, RuleSet } from '#shared/assignment/rule-set.ts'
import { createRandom, generateColumns, generateLeads, generateRuleSet, knowledge } from './assignment/generate-workload.ts'

const LEADS = 1_000_000
const ruleSet = generateRuleSet(10_000, 'full')
const waiting = generateColumns(LEADS)
const compiled = compileRuleSet(ruleSet, knowledge)
const plan = planAssignment(compiled, waiting, 'unassigned')
let at = 0
const b = createLeadColumns(LEADS, knowledge.foldCompany)
generateLeads(LEADS, (lead) => {
  const partnerId = plan.partnerIds[plan.partner[at]!] ?? null
  const placed = { ...lead, ...(partnerId === null ? {} : { stage: 'offered' as const, partnerId, territoryId: plan.territoryIds[plan.territory[at]!]!, assignmentOrigin: 'rules' as const }) }
  b.push(leadColumnNames.map((name) => placed[name] ?? null))
  at += 1
})
const placedColumns = b.finish()
for (const [name, columns] of [['placed', placedColumns], ['waiting', waiting]] as [string, LeadColumns][]) {
  let t = performance.now()
  const r = new Realignment(columns, ruleSet, knowledge, false)
  console.log(name, 'begin', performance.now() - t, 'free', r.free.length)
  const random = createRandom(7)
  const donor = generateRuleSet(10_000, 'full').rules
  const times: number[] = []; const cpus: number[] = []
  const rules = [...ruleSet.rules]
  for (let n = 0; n < 40; n++) {
    const i = Math.floor(random() * rules.length)
    const j = Math.floor(random() * donor.length)
    const rule = rules[i]!
    const kind = n % 3
    rules[i] = kind === 0 ? { ...rule, priority: 1 + Math.floor(random() * 9998) } : kind === 1 ? { ...rule, territoryId: donor[j]!.territoryId } : { ...rule, condition: donor[j]!.condition }
    t = performance.now(); const c0 = process.cpuUsage()
    r.follow({ ...ruleSet, rules: rules.slice() })
    times.push(performance.now() - t); cpus.push((process.cpuUsage(c0).user + process.cpuUsage(c0).system) / 1000)
  }
  times.sort((a, b) => a - b); cpus.sort((a, b) => a - b); console.log('cpu', cpus[20], cpus[38])
  console.log(name, 'median', times[20], 'p95', times[38], 'max', times[39], 'free', r.free.length)
  t = performance.now()
  const c = compileRuleSet({ ...ruleSet, rules }, knowledge)
  const t1 = performance.now()
  const p = planAssignment(c, columns, 'realign')
  console.log(name, 'full compile', t1 - t, 'run', performance.now() - t1)
  let wrong = 0
  for (let lead = 0; lead < LEADS; lead++) if (p.outcome[lead] !== r.columns.outcome[lead] || p.partner[lead] !== r.columns.partner[lead] || p.territory[lead] !== r.columns.territory[lead]) wrong++
  console.log('wrong', wrong)
}
