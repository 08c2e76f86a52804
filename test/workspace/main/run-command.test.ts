import type Database from 'better-sqlite3'
import { z } from 'zod'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openForWriting } from '#main/workspace/open.ts'
import { createCommandRunner } from '#main/workspace/run-command.ts'
import { selectRows } from '#main/workspace/rows.ts'
import { derivedIds } from '#shared/foundation/derived-ids.ts'
import { accept, command, insert, many, one, refuse, remove, update, type Command } from '#shared/foundation/command.ts'
import { UUID_V7 } from '#shared/foundation/ids.ts'
import { commandOperation } from '#shared/foundation/operation.ts'
import { journal } from '#shared/journal/journal.table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { buildLead } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { idNumber, nextId } from '#test/foundation/builders/sequential-id.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

const NOW = '2026-11-22T03:04:05.678Z'
const anything = { ...commandOperation('Whatever a case needs', z.any(), z.any(), [(input) => input, (input) => input]), name: 'test.anything' }
const that = (run: Parameters<typeof command>[1]): Command => command(anything, run as never)

function openRunner() {
  const db = openForWriting(temporaryWorkspace())
  onTestFinished(() => {
    db.close()
  })
  const runner = createCommandRunner(db)
  const run = (what: Command, call: { id?: string; input?: unknown; batchId?: string } = {}) =>
    runner.run(what, { id: call.id ?? nextId(), input: call.input ?? {}, actor: { id: 'u1', name: '佐藤' }, now: NOW, batchId: call.batchId ?? null })
  return { db, run }
}

const counted = (db: Database.Database, table: string): unknown => db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get()

describe('the command runner', () => {
  test('writes the changes and one journal entry that tells them, in one transaction', () => {
    const { db, run } = openRunner()
    const [lead, partner] = [buildLead(), buildPartner()]
    putRows(db, leads, [lead])
    const id = nextId()
    const { outcome, touched } = run(
      that(function* (input, { commandId, actor, now }) {
        return accept({ commandId, actor: actor.name, now, input }, [update(leads, lead.id, { stage: 'qualified', notes: null }), insert(partners, partner), remove(leads, lead.id)], [{ event: 'x.happened', about: lead.id, details: { why: '理由' } }])
      }),
      { id, input: { given: [1] } },
    )
    expect(outcome).toEqual({ ok: true, value: { commandId: id, actor: '佐藤', now: NOW, input: { given: [1] } } })
    expect([...touched]).toEqual([['leads', [lead.id, lead.id]], ['partners', [partner.id]]])
    const [entry] = selectRows(db, journal)
    expect(entry).toMatchObject({ id, command: 'test.anything', version: 3, actorId: 'u1', actorName: '佐藤', at: NOW, batchId: null, input: { given: [1] }, notes: [{ event: 'x.happened', about: lead.id, details: { why: '理由' } }], undoneBy: null })
    expect(entry?.changes.map((change) => [change.kind, change.table])).toEqual([['update', 'leads'], ['insert', 'partners'], ['remove', 'leads']])
    expect([entry?.firstId, entry?.lastId]).toEqual([lead.id, partner.id].sort())
  })

  test('sees what is there before the command, not what it is about to do', () => {
    const { db, run } = openRunner()
    const [first, second] = [buildLead({ territoryId: 't1', stage: 'offered' }), buildLead({ territoryId: 't1', stage: 'new' })]
    putRows(db, leads, [second, first])
    const asked: unknown[] = []
    run(that(function* () {
      asked.push(yield* one(leads, first.id), yield* one(leads, nextId()), yield* many(leads, 'byTerritory', ['t1']), yield* many(leads, 'byTerritory', ['t1', 'new']), yield* many(leads, 'byPartner', [null, 'offered']), yield* many(leads, 'byDuplicateKey'))
      return accept(null, [])
    }))
    expect(asked).toEqual([first, undefined, [first, second], [second], [first], []])
  })

  test('answers questions the same before and after a row of the table was removed', () => {
    const { db, run } = openRunner()
    const [gone, here] = [buildLead(), buildLead()]
    putRows(db, leads, [gone, here])
    run(that(function* () {
      return accept(null, [remove(leads, gone.id)])
    }))
    let seen: unknown
    run(that(function* () {
      seen = yield* one(leads, here.id)
      return accept(null, [])
    }))
    expect(seen).toEqual(here)
  })

  test('refuses to answer by an index the table does not have', () => {
    const { run } = openRunner()
    expect(() => run(that(function* () {
      yield* many(leads, 'byMoon', ['full'])
      return accept(null, [])
    }))).toThrow('no index byMoon')
  })

  test('writes nothing at all when the command refuses', () => {
    const { db, run } = openRunner()
    expect(run(that(function* () {
      return refuse('test.no', 'because', { at: 1 })
    })).outcome).toEqual({ ok: false, error: { code: 'test.no', message: 'because', details: { at: 1 } } })
    expect(counted(db, 'journal')).toBe(0)
  })

  test.each([
    ['throws', () => that(function* () {
      yield* one(leads, nextId())
      throw new Error('a bug')
    })],
    ['changes a row that is not there', () => that(function* () {
      return accept(null, [insert(leads, buildLead()), update(leads, nextId(), { city: 'x' })])
    })],
    ['writes an id twice', () => that(function* () {
      const lead = buildLead()
      return accept(null, [insert(leads, lead), insert(leads, lead)])
    })],
    ['leaves out what a row must have', () => that(function* () {
      return accept(null, [insert(leads, buildLead()), insert(leads, { id: nextId(), company: 'x' })])
    })],
  ])('writes nothing at all when the command %s', (_, broken) => {
    const { db, run } = openRunner()
    expect(() => run(broken())).toThrow()
    expect([counted(db, 'leads'), counted(db, 'journal')]).toEqual([0, 0])
    expect(run(that(function* () {
      return accept('well', [])
    })).outcome).toEqual({ ok: true, value: 'well' })
  })

  test('runs a command id once, however often it comes', () => {
    const { db, run } = openRunner()
    const id = nextId()
    const lead = buildLead()
    const make = that(function* () {
      return accept({ made: lead.id }, [insert(leads, lead)])
    })
    const first = run(make, { id })
    const again = Array.from({ length: 50 }, () => run(make, { id }))
    expect(again.every(({ outcome }) => JSON.stringify(outcome) === JSON.stringify(first.outcome))).toBe(true)
    expect(again.every(({ touched }) => touched.size === 0)).toBe(true)
    expect([counted(db, 'leads'), counted(db, 'journal')]).toEqual([1, 1])
  })

  test('refuses a command id that comes again with another input, and writes nothing', () => {
    const { db, run } = openRunner()
    const id = nextId()
    const note = that(function* () {
      return accept('noted', [])
    })
    expect(run(note, { id, input: { a: 1, b: { c: null, d: 2 } } }).outcome).toEqual({ ok: true, value: 'noted' })
    expect(run(note, { id, input: { b: { d: 2, c: null }, a: 1 } }).outcome).toEqual({ ok: true, value: 'noted' })
    expect(run(note, { id, input: { a: 1, b: { c: null, d: 3 } } }).outcome).toMatchObject({ ok: false, error: { code: 'command.id-taken', details: { command: 'test.anything' } } })
    expect(counted(db, 'journal')).toBe(1)
  })

  test('tells a command’s inputs apart by what the journal keeps of them', () => {
    const { run } = openRunner()
    const id = nextId()
    const many = command(anything, function* () {
      return accept('written', [])
    } as never, (input: { batch: string; rows: readonly unknown[] }) => ({ batch: input.batch, rows: input.rows.length }))
    const answers = [{ batch: 'b', rows: [1, 2] }, { batch: 'b', rows: [3, 4] }, { batch: 'b', rows: [1] }, { batch: 'c', rows: [1, 2] }].map((input) => run(many, { id, input }).outcome)
    expect(answers.map((outcome) => (outcome.ok ? outcome.value : outcome.error.code))).toEqual(['written', 'written', 'command.id-taken', 'command.id-taken'])
  })

  test('may run a refused command id again, for what was refused may be possible now', () => {
    const { run } = openRunner()
    const id = nextId()
    run(that(function* () {
      return refuse('test.no', 'not yet')
    }), { id })
    expect(run(that(function* () {
      return accept('now', [])
    }), { id }).outcome).toEqual({ ok: true, value: 'now' })
  })

  test('stamps rows it makes and changes, and counts their revisions', () => {
    const { db, run } = openRunner()
    const old = buildLead()
    const { createdAt: _, updatedAt: __, rev: ___, ...fresh } = buildLead()
    putRows(db, leads, [old])
    run(that(function* () {
      return accept(null, [insert(leads, fresh), update(leads, old.id, { city: 'x' }), update(leads, old.id, {})])
    }))
    expect(selectRows(db, leads, 'WHERE "id" = ?', fresh.id)[0]).toMatchObject({ createdAt: NOW, updatedAt: NOW, rev: 1 })
    expect(selectRows(db, leads, 'WHERE "id" = ?', old.id)[0]).toMatchObject({ createdAt: old.createdAt, updatedAt: NOW, rev: 2 })
  })

  test('keeps of rows made in a batch their ids alone, and of others the rows', () => {
    const { db, run } = openRunner()
    const make = (lead: ReturnType<typeof buildLead>) => that(function* () {
      return accept(null, [insert(leads, lead)])
    })
    const [bulk, single] = [buildLead(), buildLead({ declinedBy: ['p'], latitude: 1.5 })]
    run(make(bulk), { batchId: nextId() })
    run(make(single))
    const [first, second] = selectRows(db, journal, 'ORDER BY "_row"')
    expect(first?.changes).toEqual([{ kind: 'insert', table: 'leads', ids: [bulk.id] }])
    const [change] = second?.changes ?? []
    if (change?.kind !== 'insert') throw new Error('no insert')
    expect(Object.fromEntries((change.columns ?? []).map((column, at) => [column, change.rows?.[0]?.[at]]))).toEqual(Object.fromEntries(Object.entries(single).filter(([column]) => column !== 'rev' && column !== 'updatedAt')))
  })
})

test('derivedIds are ids of their own, the same at every run, and behind the command’s', () => {
  const ids = (command: string) => {
    const next = derivedIds(command)
    return [next(), next(), next()]
  }
  expect(ids(idNumber(5))).toEqual([idNumber(6), idNumber(7), idNumber(8)])
  const wrapping = '01900000-0000-7abc-8fff-ffffffffffff'
  for (const id of ids(wrapping)) expect(id).toMatch(UUID_V7)
  expect(new Set([...ids(wrapping), wrapping]).size).toBe(4)
})
