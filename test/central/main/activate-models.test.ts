import { describe, expect, test } from 'vitest'
import { activateModels } from '#central/models/activate-models.ts'
import { Schedule } from '#central/schedule/schedule.ts'
import { centralStores, newTenant, quiet, type StoreName } from '#test/foundation/central-stores.ts'
import { idNumber } from '#test/foundation/builders/sequential-id.ts'

const stores = centralStores()
const MODEL = idNumber(0x10)
const RULE = idNumber(0x20)
const TERRITORY = idNumber(0x30)

async function aScheduledModel(name: StoreName, on: string, given: { readonly base?: number } = {}) {
  const store = await stores.open(name)
  const tenantId = await newTenant(store)
  const ask = <Row extends object>(sql: string, values: readonly unknown[] = []) => store.transaction({ tenantId }, (session) => session.query<{ [K in keyof Row]: Row[K] }>(sql, values))
  await ask(`INSERT INTO "territories" ("id", "code", "name", "strategy", "tieBreak", "candidates", "requirements", "createdAt", "updatedAt") VALUES ($1, 'T', 'T', 'roundRobin', 'listOrder', '[]', '{"certifications":[],"minimumTier":null,"language":false}', '', '')`, [TERRITORY])
  await ask(`INSERT INTO "territoryRules" ("id", "code", "name", "territoryId", "priority", "condition", "enabled", "createdAt", "updatedAt") VALUES ($1, 'R', 'R', $2, 100, '{"all":[]}', true, '', '')`, [RULE, TERRITORY])
  await ask(`INSERT INTO "territoryModels" ("id", "name", "state", "effectiveFrom", "holdOver", "createdAt", "updatedAt") VALUES ($1, 'Spring', 'scheduled', $2, 'worked', '', '')`, [MODEL, on])
  await ask(`INSERT INTO "modelEdits" ("id", "modelId", "subject", "subjectId", "kind", "name", "fields", "base", "createdAt", "updatedAt") VALUES ($1, $2, 'rule', $3, 'change', 'R', '{"priority":5}', $4, '', '')`, [idNumber(0x40), MODEL, RULE, JSON.stringify({ priority: given.base ?? 100 })])
  const schedule = () => new Schedule({ store, handlers: activateModels, changed: quiet, log: quiet })
  /** The handlers recur; what recurs is made due again. */
  const again = () => store.transaction({ as: 'registrar' }, (session) => session.query(`UPDATE "dueWork" SET "dueAt" = "dueAt" - interval '1 hour', "tryAt" = "tryAt" - interval '1 hour'`))
  return {
    schedule, again,
    model: async () => (await ask<{ state: string; heldUpBy: string | null }>(`SELECT "state", "heldUpBy" FROM "territoryModels" WHERE "id" = $1`, [MODEL]))[0],
    priority: async () => Number((await ask<{ priority: number }>(`SELECT "priority" FROM "territoryRules" WHERE "id" = $1`, [RULE]))[0]?.priority),
    given: async () => (await ask<{ command: string; actorId: string }>(`SELECT "command", "actorId" FROM "journal"`)).map(({ command, actorId }) => `${command} ${actorId}`),
  }
}

describe.each<StoreName>(['PGlite', 'PostgreSQL'])('the schedule on %s', (name) => {
  test('makes a model active when its day has come, once, whoever looks', async () => {
    const { schedule, again, model, priority, given } = await aScheduledModel(name, '2020-01-01')
    const both = [schedule(), schedule()]
    await Promise.all(both.map((each) => each.doWhatIsDue()))
    await again()
    await Promise.all(both.map((each) => each.doWhatIsDue()))
    expect([await model(), await priority(), await given()]).toEqual([{ state: 'active', heldUpBy: null }, 5, ['models.activateDue schedule']])
  })

  test('leaves a model alone whose day is still to come', async () => {
    const { schedule, model, priority } = await aScheduledModel(name, '2999-01-01')
    await schedule().doWhatIsDue()
    expect([await model(), await priority()]).toEqual([{ state: 'scheduled', heldUpBy: null }, 100])
  })

  test('makes a draft again of what cannot become active, and says why', async () => {
    const { schedule, model, priority } = await aScheduledModel(name, '2020-01-01', { base: 7 })
    await schedule().doWhatIsDue()
    expect([await model(), await priority()]).toEqual([{ state: 'draft', heldUpBy: 'model.edit-stale' }, 100])
  })
})
