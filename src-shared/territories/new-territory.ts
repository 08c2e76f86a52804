import type { NewRowOf, RowOf } from '../foundation/table.ts'
import type { territories, territoryRules } from './territory.table.ts'

type Territory = RowOf<typeof territories>
type Rule = RowOf<typeof territoryRules>
type Unstamped<T> = Omit<T, 'createdAt' | 'updatedAt' | 'id'> & { id: string }

export function newTerritory(id: string, given: Pick<Territory, 'code' | 'name'> & Partial<Territory>): Unstamped<NewRowOf<typeof territories>> {
  return {
    parentId: null,
    strategy: 'roundRobin',
    tieBreak: 'fewestOpenLeads',
    candidates: [],
    requirements: { certifications: [], minimumTier: null, language: false },
    ...given,
    id,
  }
}

export function newRule(id: string, given: Pick<Rule, 'code' | 'name' | 'territoryId' | 'condition'> & Partial<Rule>): Unstamped<NewRowOf<typeof territoryRules>> {
  return { priority: 100, enabled: true, ...given, id }
}
