import type { territories, territoryRules } from '#shared/territories/territory.table.ts'
import type { RowOf } from '#shared/foundation/table.ts'
import { YESTERDAY } from './build-lead.ts'
import { nextId } from './sequential-id.ts'

export type Territory = RowOf<typeof territories>
export type Rule = RowOf<typeof territoryRules>

/** A territory at the top of the tree, without candidates. */
export function buildTerritory(given: Partial<Territory> = {}): Territory {
  const id = given.id ?? nextId()
  return {
    id, code: `T-${id.slice(-4)}`, name: `Territory ${id.slice(-4)}`, parentId: null, strategy: 'roundRobin', tieBreak: 'fewestOpenLeads',
    candidates: [], requirements: { certifications: [], minimumTier: null, language: false }, notes: null, importId: null,
    createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1, ...given,
  }
}

/** A rule that sends every lead to the territory. */
export function buildRule(given: Partial<Rule> & Pick<Rule, 'territoryId'>): Rule {
  const id = given.id ?? nextId()
  return {
    id, code: `R-${id.slice(-4)}`, name: `Rule ${id.slice(-4)}`, priority: 100, condition: { all: [] }, effectiveFrom: null, effectiveTo: null,
    enabled: true, importId: null, createdAt: YESTERDAY, updatedAt: YESTERDAY, rev: 1, ...given,
  }
}
