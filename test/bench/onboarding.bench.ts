import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '#main/foundation/new-id.ts'
import { openDataHost } from '#main/workspace/data-host.ts'
import { givenPolicies } from '#test/policies/given-policies.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import { FOR_EVERYBODY, type TemplateStage, type TemplateTask } from '#shared/onboarding/template.ts'
import type { BenchReport, BenchSizes } from './report.ts'
import { median, percentile } from './statistics.ts'

const PARTNERS = 5_000
const STAGES = 5
const TASKS_A_STAGE = 8
const AT_ONCE = 200
const REPETITIONS = 40
/** What a person does not notice (RAIL): an answer within a tenth of a second. */
const BUDGET_MS = 100

const words = (text: string) => ({ en: text, ja: text, es: text })

function taskOf(stage: number, at: number): TemplateTask {
  return {
    key: `task-${stage}-${at}`, title: words(`Task ${stage}.${at}`), text: words(''), kind: 'document', side: at % 2 === 0 ? 'vendor' : 'partner', role: 'sales', days: 2 + (at % 3), needs: at > 2 ? [`task-${stage}-${at - 2}`] : [], when: FOR_EVERYBODY,
    required: at !== TASKS_A_STAGE - 1, evidence: 'none', approval: false, onRevocation: 'flag', about: null, material: [],
  }
}

const stages: readonly TemplateStage[] = Array.from({ length: STAGES }, (_, stage) => ({ key: `stage-${stage}`, title: words(`Stage ${stage}`), free: false, tasks: Array.from({ length: TASKS_A_STAGE }, (_each, at) => taskOf(stage, at)) }))

/** Five thousand partners with forty tasks each: what every screen of onboarding asks, through the host's threads. */
export async function run({ rows = PARTNERS }: BenchSizes): Promise<BenchReport> {
  const directory = mkdtempSync(join(tmpdir(), 'workbench-bench-'))
  const host = await openDataHost({ directory, policies: givenPolicies({}), log: (line) => console.log(line) })
  const call = async <T>(name: string, input: object): Promise<T> => {
    const outcome = (await host.call(name, input, { kind: 'window' }, newId())) as Outcome<T>
    if (!outcome.ok) throw new Error(`${name}: ${outcome.error.code}`)
    return outcome.value
  }
  try {
    const template = await call<{ id: string }>('onboarding.draftTemplate', { name: 'Forty tasks' })
    await call('onboarding.updateTemplate', { id: template.id, edits: [{ field: 'stages', value: stages }] })
    await call('onboarding.publishTemplate', { id: template.id })
    const ids: string[] = []
    for (let at = 0; at < rows; at += AT_ONCE) {
      const partnerIds = await Promise.all(Array.from({ length: Math.min(AT_ONCE, rows - at) }, (_, place) => call<{ id: string }>('partners.create', { code: `P${at + place}`, name: `Partner ${at + place}`, type: 'reseller', country: ['GT', 'JP', 'DE'][place % 3], status: 'approved' }).then(({ id }) => id)))
      ids.push(...(await call<{ ids: string[] }>('onboarding.start', { partnerIds, templateId: template.id, startedOn: '2026-10-01', coordinator: `Coordinator ${at % 7}` })).ids)
    }
    // A third has been through the first stage, another third is in the middle of it.
    for (let at = 0; at < TASKS_A_STAGE; at += 1) {
      const going = ids.filter((_, place) => place % 3 === 0 || (place % 3 === 1 && at < 4))
      for (let start = 0; start < going.length; start += AT_ONCE) await call('onboarding.complete', { checklists: going.slice(start, start + AT_ONCE).map((id) => ({ id, seen: null })), task: `task-0-${at}`, side: 'vendor' })
    }
    const asked: readonly (readonly [string, string, object])[] = [
      ['today', 'onboarding.today', { until: '2026-12-01' }],
      ['board', 'onboarding.board', {}],
      ['table, its order found anew', 'onboarding.list', { to: 100, filter: [{ field: 'state', operator: 'is', values: ['running'] }], sort: [{ field: 'nextDueOn', direction: 'ascending' }] }],
      ['table by partner', 'onboarding.list', { to: 100, sort: [{ field: 'partnerName', direction: 'ascending' }] }],
      ['a month of the calendar', 'onboarding.calendar', { from: '2026-09-28', to: '2026-11-01' }],
      ['a checklist', 'onboarding.get', { id: ids[0] }],
    ]
    const measured: { name: string; times: number[] }[] = []
    for (const [name, operation, input] of asked) {
      const times: number[] = []
      for (let at = 0; at < REPETITIONS; at += 1) {
        // Something has changed since, so that nothing kept from before answers.
        await call('onboarding.setLanguage', { id: ids[at], language: at % 2 === 0 ? 'ja' : 'en' })
        const before = performance.now()
        await call(operation, input)
        times.push(performance.now() - before)
      }
      measured.push({ name, times })
    }
    const one: number[] = []
    for (let at = 0; at < REPETITIONS; at += 1) {
      const id = ids[3 * at + 2]
      const before = performance.now()
      await call('onboarding.complete', { checklists: [{ id, seen: null }], task: 'task-0-0', side: 'vendor' })
      one.push(performance.now() - before)
    }
    const before = performance.now()
    await call('onboarding.remind', { ids: ids.slice(0, 40) })
    const bulk = performance.now() - before
    const all = [...measured, { name: 'a task is done', times: one }]
    const slowest = Math.max(...all.map(({ times }) => percentile(times, 0.95)))
    return {
      title: `Onboarding: ${rows.toLocaleString('en')} partners with ${STAGES * TASKS_A_STAGE} tasks each`,
      rows: [...all.flatMap(({ name, times }) => [{ name: `${name}, median`, value: median(times), unit: 'ms' }, { name: `${name}, fastest tenth`, value: percentile(times, 0.1), unit: 'ms' }, { name: `${name}, 95th percentile`, value: percentile(times, 0.95), unit: 'ms' }]), { name: 'forty partners are reminded', value: bulk, unit: 'ms' }],
      goals: [{ id: 'onboarding-screens', statement: `every screen is answered within ${BUDGET_MS} ms at the 95th percentile, after something has changed`, measured: `${slowest.toFixed(1)} ms`, reached: slowest <= BUDGET_MS }],
      notes: [`asked through the host’s threads, ${REPETITIONS} times each; tasks that nothing happened to are no rows: ${(rows * STAGES * TASKS_A_STAGE).toLocaleString('en')} tasks are ${rows.toLocaleString('en')} checklists and their events.`],
    }
  } finally {
    await host.close()
    rmSync(directory, { recursive: true, force: true })
  }
}
