import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openForReading, openForWriting } from '#main/workspace/open.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildRule, buildTerritory } from '#test/foundation/builders/build-territory.ts'
import { runChild, type Child } from '#test/foundation/run-child.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

const ROWS = 20_000
const WAITING = 5000
const ROUNDS = 10

/** Moments between 0 and 1, the same in every run. */
function moments(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const saved = (child: Child): string[] => [...child.said().matchAll(/^saved (\S+)\n/gm)].map(([, id]) => id ?? '')
/** The id a command gives the one lead it makes: its own, counted on by one. */
const leadOf = (command: string): string => command.slice(0, 24) + (BigInt(`0x${command.slice(24)}`) + 1n).toString(16).padStart(12, '0')

function expectAcknowledged(db: Database.Database, acknowledged: readonly string[], inFlight: number): void {
  const singles = new Set(db.prepare(`SELECT "id" FROM "leads" WHERE "company" LIKE 'Single %'`).pluck().all() as string[])
  const entries = new Set(db.prepare(`SELECT "id" FROM "journal" WHERE "command" = 'leads.create'`).pluck().all() as string[])
  expect(acknowledged.filter((id) => !singles.has(leadOf(id)) || !entries.has(id))).toEqual([])
  expect(singles.size).toBe(entries.size)
  expect(singles.size - acknowledged.length).toBeLessThanOrEqual(inFlight)
}

function expectWhole(db: Database.Database): void {
  const batches = db.prepare(`SELECT "kind", "state", "total",
      (SELECT count(*) FROM "leads" WHERE "importId" = "batches"."id" OR "runId" = "batches"."id") AS "rows",
      (SELECT count(*) FROM "decisions" WHERE "runId" = "batches"."id") > 0 AS "explained"
    FROM "batches"`).all() as { kind: string; state: string; total: number; rows: number; explained: number }[]
  for (const { kind, state, total, rows, explained } of batches) {
    expect([kind, state]).toEqual([kind, state === 'done' ? 'done' : 'undone'])
    expect([kind, state, rows]).toEqual([kind, state, state === 'done' ? total : 0])
    if (kind === 'assignment') expect(explained).toBe(Number(state === 'done'))
  }
  const torn = db.prepare(`SELECT count(*) FROM "leads" WHERE ("partnerId" IS NULL) <> ("runId" IS NULL) OR ("partnerId" IS NULL) <> ("stage" = 'new') OR ("partnerId" IS NULL) <> ("decisionId" IS NULL)`)
  expect(torn.pluck().get()).toBe(0)
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
}

/** A workspace with rules and leads to assign. */
function prepareWorkspace(): string {
  const directory = temporaryWorkspace()
  const db = openForWriting(directory)
  const two = [buildPartner(), buildPartner()]
  const territory = buildTerritory({ candidates: two.map(({ id }) => ({ partnerId: id, weight: 1 })) })
  putRows(db, partners, two)
  putRows(db, territories, [territory])
  putRows(db, territoryRules, [buildRule({ territoryId: territory.id })])
  putRows(db, leads, Array.from({ length: WAITING }, (_, at) => buildLead({ company: `Waiting ${at}` })))
  db.close()
  return directory
}

async function killAndReopen(seed: number): Promise<void> {
  const directory = prepareWorkspace()
  const acknowledged: string[] = []
  const random = moments(seed)
  for (let round = 0; round <= ROUNDS; round += 1) {
    const child = runChild('test/workspace/main/busy-host.ts', directory)
    await child.until('opened')
    expect(child.complained()).toBe('')
    const db = openForReading(directory)
    expectWhole(db)
    expectAcknowledged(db, acknowledged, round)
    if (round === ROUNDS) expect(db.prepare(`SELECT count(*) FROM "batches" WHERE "state" = 'undone'`).pluck().get()).toBeGreaterThan(0)
    db.close()
    if (round < ROUNDS) {
      const file = join(directory, 'leads.csv')
      writeFileSync(file, ['Company,Country', ...Array.from({ length: ROWS }, (_, at) => `Round ${round} company ${at},ES`)].join('\n'))
      child.process.stdin.write(`${file}\n`)
      await child.until('working')
      await wait(random() * 400)
    }
    await child.kill()
    acknowledged.push(...saved(child))
  }
  expect(acknowledged.length).toBeGreaterThan(ROUNDS)
}

test(`row 81: ${2 * ROUNDS} times killed amid an import, a run of the rules or its undoing, and single changes: what was acknowledged is there, nothing is half done`, async () => {
  await Promise.all([killAndReopen(7), killAndReopen(11)])
}, 300_000)

test('row 81: 40 times killed while writing single changes: every acknowledged one is there', async () => {
  const lane = async (seed: number): Promise<void> => {
    const directory = temporaryWorkspace()
    const acknowledged: string[] = []
    const random = moments(seed)
    for (let round = 1; round <= 20; round += 1) {
      const child = runChild('test/workspace/main/busy-writer.ts', directory)
      await child.until('saved')
      await wait(random() * 200)
      await child.kill()
      acknowledged.push(...saved(child))
      const db = openForWriting(directory)
      expectAcknowledged(db, acknowledged, round)
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
      db.close()
    }
  }
  await Promise.all([lane(3), lane(5)])
}, 300_000)
