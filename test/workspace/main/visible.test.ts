import { describe, expect, onTestFinished, test } from 'vitest'
import { leadsHost } from '#main/leads/leads.operations.ts'
import { partnersHost } from '#main/partners/partners.operations.ts'
import { territoriesHost } from '#main/territories/territories.operations.ts'
import { AT_REST } from '#main/sync/sync-status.ts'
import { ListReader } from '#main/workspace/list-query.ts'
import { openForWriting } from '#main/workspace/open.ts'
import { workspaceHost } from '#main/workspace/workspace.operations.ts'
import { batches, batchKinds, batchStates, type BatchKind, type BatchState } from '#shared/journal/batch.table.ts'
import { leads } from '#shared/leads/lead.table.ts'
import { leadsContract } from '#shared/leads/leads.contract.ts'
import { partners } from '#shared/partners/partner.table.ts'
import { partnersContract } from '#shared/partners/partners.contract.ts'
import { territories, territoryRules } from '#shared/territories/territory.table.ts'
import { buildLead, YESTERDAY } from '#test/foundation/builders/build-lead.ts'
import { buildPartner } from '#test/foundation/builders/build-partner.ts'
import { buildRule, buildTerritory } from '#test/foundation/builders/build-territory.ts'
import { nextId } from '#test/foundation/builders/sequential-id.ts'
import { putRows } from '#test/foundation/sqlite-runner.ts'
import { temporaryWorkspace } from '#test/foundation/temporary-workspace.ts'

/** One row of every kind from a batch in this state, and what each way of looking shows of them. */
function seen(kind: BatchKind, state: BatchState): Readonly<Record<string, unknown>> {
  const directory = temporaryWorkspace()
  const db = openForWriting(directory)
  onTestFinished(() => {
    db.close()
  })
  const importId = nextId()
  const [lead, partner, territory] = [buildLead({ importId }), buildPartner({ importId }), buildTerritory({ importId })]
  putRows(db, batches, [{ id: importId, kind, state, subject: 'leads', label: 'x', total: 1, details: null, startedAt: YESTERDAY, finishedAt: null, rev: 1 }])
  putRows(db, leads, [lead])
  putRows(db, partners, [partner])
  putRows(db, territories, [territory])
  putRows(db, territoryRules, [buildRule({ importId, territoryId: territory.id })])
  const context = { db, lists: new ListReader(db), directory, today: () => '2026-11-22', sync: () => AT_REST, changes: () => 0 }
  const ask = (host: typeof leadsHost, verb: string, input: unknown): unknown => (host.queries[verb] as (input: unknown, context: object) => unknown)(input, context)
  const found = (host: typeof leadsHost, id: string): boolean => {
    try {
      ask(host, 'get', { id })
      return true
    } catch {
      return false
    }
  }
  const total = (answer: unknown): unknown => (answer as { total: number }).total
  return {
    listedLeads: total(ask(leadsHost, 'list', leadsContract.operations.list.input.parse({}))),
    foundBySearch: total(ask(leadsHost, 'list', leadsContract.operations.list.input.parse({ search: '取引' }))),
    listedPartners: total(ask(partnersHost, 'list', partnersContract.operations.list.input.parse({}))),
    lead: found(leadsHost, lead.id),
    partner: found(partnersHost, partner.id),
    summary: total(ask(leadsHost, 'summary', {})),
    names: (ask(partnersHost, 'names', {}) as unknown[]).length,
    tree: (ask(territoriesHost, 'tree', {}) as unknown[]).length,
    rules: (ask(territoriesHost, 'rules', { territoryId: null }) as unknown[]).length,
    counts: (ask(workspaceHost, 'status', {}) as { counts: unknown }).counts,
  }
}

const everything = { listedLeads: 1, foundBySearch: 1, listedPartners: 1, lead: true, partner: true, summary: 1, names: 1, tree: 1, rules: 1, counts: { leads: 1, partners: 1, territories: 1 } }
const nothing = { listedLeads: 0, foundBySearch: 0, listedPartners: 0, lead: false, partner: false, summary: 0, names: 0, tree: 0, rules: 0, counts: { leads: 0, partners: 0, territories: 0 } }

describe('rows of a batch', () => {
  test.each(batchKinds.flatMap((kind) => batchStates.map((state) => [kind, state] as const)))('of kind %s that is %s', (kind, state) => {
    expect(seen(kind, state)).toEqual(kind === 'assignment' || state === 'done' ? everything : nothing)
  })
})
