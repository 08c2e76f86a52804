import fc from 'fast-check'
import { expect, test } from 'vitest'
import { journalContract } from '#shared/journal/journal.contract.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { leadStages } from '#shared/leads/lead.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { viewsContract } from '#shared/views/views.contract.ts'
import { checkDesk } from '../check-desk.ts'
import { FakeCentral } from '../fake-central.ts'
import { SyncDesk } from '../sync-desk.ts'

const { create, update, setStage } = leadsContract.operations
const small = fc.nat({ max: 5 })

/** Something that happens at one of the desks, or between it and the server. */
const step = fc.record({
  desk: fc.nat({ max: 2 }),
  at: small,
  what: fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('create' as const), name: small }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('edit' as const), city: fc.constantFrom('Osaka', 'Kyoto', 'Nagoya'), careful: fc.boolean() }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('stage' as const), stage: fc.constantFrom(...leadStages) }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'partner' as const }) },
    { weight: 2, arbitrary: fc.constant({ kind: 'undo' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'view' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'poison' as const }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('push' as const), limit: fc.integer({ min: 1, max: 3 }), lost: fc.boolean() }) },
    { weight: 4, arbitrary: fc.constant({ kind: 'pull' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'half a pull' as const }) },
    { weight: 1, arbitrary: fc.constant({ kind: 'crash' as const }) },
  ),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function happen(desk: SyncDesk, central: FakeCentral, { at, what }: Step): Promise<void> {
  const leads = desk.rows().get('leads') ?? []
  const lead = leads[at % Math.max(1, leads.length)]
  switch (what.kind) {
    case 'create':
      desk.give(create, { company: `Company ${what.name}`, country: 'JP' })
      return
    case 'edit':
      if (lead !== undefined) desk.give(update, { id: String(lead['id']), edits: [{ field: 'city', value: what.city, ...(what.careful ? { was: lead['city'] as string | null } : {}) }] })
      return
    case 'stage':
      if (lead !== undefined) desk.give(setStage, { id: String(lead['id']), stage: what.stage })
      return
    case 'partner':
      desk.give(partnersContract.operations.create, { code: `P${at}`, name: 'Partner', type: 'reseller', country: 'JP' })
      return
    case 'undo': {
      const entries = desk.db.prepare('SELECT "id" FROM "journal" ORDER BY "_row" DESC LIMIT 1 OFFSET ?').pluck().all(at) as string[]
      for (const entry of entries) desk.give(journalContract.operations.undo, { entry })
      return
    }
    case 'view':
      desk.give(viewsContract.operations.save, { list: 'leads', name: `View ${at}`, state: {} })
      return
    case 'poison': {
      const last = desk.unanswered().at(-1)
      if (last !== undefined) central.poison.add(last.id)
      return
    }
    case 'push': {
      if (!what.lost) return desk.push(central, what.limit)
      const { clientId, commands } = desk.store.nextBatch({ commands: what.limit, bytes: 1_000_000 })
      await central.push({ clientId, commands: [...commands] })
      return
    }
    case 'pull':
      await desk.pull(central)
      return
    case 'half a pull': {
      const begun = desk.store.beginPull()
      const before = desk.rows()
      desk.store.stage(begun.requestId, (await central.pull({ ...begun, token: null })).data)
      expect(desk.rows()).toEqual(before)
      return
    }
    case 'crash':
      desk.reopen()
  }
}

test('whatever happens in whatever order, desks keep what holds of them, and agree in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), fc.integer({ min: 1, max: 3 }), async (steps, pageRows) => {
      const central = new FakeCentral()
      central.pageRows = pageRows
      const desks = [new SyncDesk().connect(), new SyncDesk().connect(), new SyncDesk().connect()]
      try {
        for (const name of [0, 1, 2]) desks[0]?.give(create, { company: `Company ${name}`, country: 'JP' })
        for (const desk of desks) await desk.sync(central)
        const cursors = [0, 0, 0]
        for (const each of steps) {
          const desk = desks[each.desk]
          if (desk === undefined) continue
          await happen(desk, central, each)
          checkDesk(desk, central)
          const version = Number(desk.store.standing()?.cursor?.split(' ')[1] ?? 0)
          expect(version).toBeGreaterThanOrEqual(cursors[each.desk] ?? 0)
          cursors[each.desk] = version
        }
        for (const desk of [...desks, ...desks]) await desk.sync(central)
        for (const desk of desks) {
          expect(desk.rows()).toEqual(await central.rows())
          expect(desk.unanswered()).toEqual([])
          expect(desk.shadows().size).toBe(0)
          expect(desk.db.pragma('integrity_check', { simple: true })).toBe('ok')
        }
        expect([...central.runs.values()].every((runs) => runs === 1)).toBe(true)
      } finally {
        for (const desk of desks) desk.discard()
      }
    }),
    { numRuns: Number(process.env['SYNC_RUNS'] ?? 25) },
  )
}, 300_000)
