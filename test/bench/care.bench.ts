import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '#main/foundation/new-id.ts'
import { openDataHost } from '#main/workspace/data-host.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { accounts } from '#shared/accounts/account.table.ts'
import { partnerCare, partnerCareId, checkIns } from '#shared/care/check-in.table.ts'
import { registrations } from '#shared/deals/registration.table.ts'
import { dateText, dayNumber } from '#shared/foundation/instant.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { activations } from '#shared/onboarding/checklist.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { quotes } from '#shared/quotes/quote.table.ts'
import { buildAccount } from '#test/foundation/builders/build-account.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildQuote } from '#test/foundation/builders/build-quote.ts'
import { buildApproved } from '#test/foundation/builders/build-registration.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { givenPolicies } from '#test/policies/given-policies.ts'
import type { BenchReport, BenchSizes } from './report.ts'
import { median, percentile } from './statistics.ts'

const PARTNERS = 5_000
const LEADS_EACH = 20
const CHECK_INS_EACH = 10
const REPETITIONS = 15
/** What a person does not notice (RAIL): an answer within a tenth of a second. */
const BUDGET_MS = 100
const TODAY = '2026-11-26'
const day = (days: number): string => dateText(dayNumber(TODAY) + days)

/** Five thousand active partners with leads, registrations, quotes and check-ins: what every screen of care asks, through the host’s threads. */
export async function run({ rows = PARTNERS }: BenchSizes): Promise<BenchReport> {
  const directory = mkdtempSync(join(tmpdir(), 'workbench-bench-'))
  const ids = fill(directory, rows)
  const host = await openDataHost({ directory, policies: givenPolicies({}), log: (line) => console.log(line) })
  const call = async <T>(name: string, input: object): Promise<T> => {
    const outcome = (await host.call(name, input, { kind: 'window' }, newId())) as Outcome<T>
    if (!outcome.ok) throw new Error(`${name}: ${outcome.error.code}`)
    return outcome.value
  }
  try {
    const asked: readonly (readonly [string, string, object])[] = [
      ['today', 'care.today', { today: TODAY }],
      ['dark partners', 'care.dark', { today: TODAY }],
      ['time to first deal', 'care.firstDeals', {}],
      ['table, due first', 'care.list', { to: 100, filter: [{ field: 'status', operator: 'is', values: ['active'] }, { field: 'careState', operator: 'is', values: ['overdue', 'due', 'first'] }], sort: [{ field: 'dueOn', direction: 'ascending' }] }],
      ['a partner', 'care.get', { partnerId: ids[0] }],
      ['figures of a review', 'care.figures', { partnerId: ids[0], startsOn: '2026-10-01', endsOn: '2026-12-31' }],
    ]
    const measured: { name: string; times: number[] }[] = []
    for (const [name, operation, input] of asked) {
      const times: number[] = []
      for (let at = 0; at < REPETITIONS; at += 1) {
        // Something has changed since, so that nothing kept from before answers.
        await call('care.setCadence', { partnerId: ids[at], everyDays: at % 2 === 0 ? 7 : 14 })
        const before = performance.now()
        await call(operation, input)
        times.push(performance.now() - before)
      }
      measured.push({ name, times })
    }
    const one: number[] = []
    for (let at = 0; at < REPETITIONS; at += 1) {
      const before = performance.now()
      await call('care.recordCheckIn', { partnerId: ids[at], heldOn: '2026-01-02', talkedAbout: 'Pipeline', mood: 'good' })
      one.push(performance.now() - before)
    }
    const all = [...measured, { name: 'a check-in is recorded', times: one }]
    const slowest = Math.max(...all.map(({ times }) => median(times)))
    return {
      title: `Care: ${rows.toLocaleString('en')} active partners, ${(rows * LEADS_EACH).toLocaleString('en')} leads, ${(rows * CHECK_INS_EACH).toLocaleString('en')} check-ins`,
      rows: all.flatMap(({ name, times }) => [{ name: `${name}, median`, value: median(times), unit: 'ms' }, { name: `${name}, fastest tenth`, value: percentile(times, 0.1), unit: 'ms' }, { name: `${name}, 95th percentile`, value: percentile(times, 0.95), unit: 'ms' }]),
      goals: [{ id: 'care-screens', statement: `half of the times every screen is answered within ${BUDGET_MS} ms, after something has changed`, measured: `${slowest.toFixed(1)} ms`, reached: slowest <= BUDGET_MS }],
      notes: [`asked through the host’s threads, ${REPETITIONS} times each; of every partner two registrations and two quotes besides.`],
    }
  } finally {
    await host.close()
    rmSync(directory, { recursive: true, force: true })
  }
}

/** @returns the partners' ids */
function fill(directory: string, count: number): readonly string[] {
  const db = openForWriting(directory)
  const stamps = { importId: null, createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z', rev: 1 }
  const all = Array.from({ length: count }, (_, at) => buildPartner({ id: newId(), code: `P${at}`, name: `Partner ${at}`, createdAt: stamps.createdAt }))
  const account = buildAccount({ id: newId() })
  const at = (days: number): string => `${day(days)}T10:00:00.000Z`
  putRows(db, partners, all)
  putRows(db, accounts, [account])
  putRows(db, activations, all.map(({ id }, place) => ({ id: newId(), partnerId: id, checklistId: null, kind: 'activated', reason: 'Ready', gate: [], handedOn: {}, successorId: null, decidedBy: 'Aya', decidedAt: at(-300 + (place % 60)), ...stamps })))
  putRows(db, leads, all.flatMap(({ id }, place) => Array.from({ length: LEADS_EACH }, (_, each) => buildLead({ id: newId(), company: `Company ${place} ${each}`, partnerId: id, acceptedAt: each % 3 === 0 ? null : at(-30 - ((place + each * 17) % 200)) }))))
  putRows(db, registrations, all.flatMap(({ id }, place) => [0, 1].map((each) => buildApproved({ id: newId(), partnerId: id, protectedFrom: at(-20 - ((place * 7 + each * 31) % 240)), submittedAt: at(-25 - ((place * 7 + each * 31) % 240)) }))))
  putRows(db, quotes, all.flatMap(({ id }, place) => [0, 1].map((each) => buildQuote({ id: newId(), accountId: account.id, partnerId: id, createdAt: at(-40 - ((place * 11 + each) % 200)) }))))
  putRows(db, checkIns, all.flatMap(({ id }, place) => Array.from({ length: CHECK_INS_EACH }, (_, each) => ({ id: newId(), partnerId: id, kind: 'held', heldOn: day(-(place % 90) - each * 7), talkedAbout: 'Pipeline', mood: 'good', nextStep: each === 0 ? 'Call' : null, nextStepOn: each === 0 ? day(place % 30) : null, nextStepDoneOn: null, skippedReason: null, byName: 'Aya', voidedAt: null, voidedReason: null, ...stamps }))))
  putRows(db, partnerCare, all.map(({ id }, place) => ({ id: partnerCareId(id), partnerId: id, everyDays: null, pausedReason: null, pausedUntil: null, lastOn: day(-(place % 90)), lastHeldOn: day(-(place % 90)), mood: 'good', dueOn: day(7 - (place % 90)), ...stamps })))
  db.close()
  return all.map(({ id }) => id)
}
