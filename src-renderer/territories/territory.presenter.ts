import { closedStages } from '#shared/leads/lead.ts'
import type { ChoiceStrategy, TerritoryCandidate, TerritoryRequirements, TieBreak } from '#shared/territories/territory.ts'
import type { Client, ValueOf } from '../client/client.ts'
import type { Formats } from '../shell/formats.ts'
import type { Workbench } from '../shell/workbench.ts'
import type { TreeNode } from '../ui/tree-node.ts'

/** A territory with the open leads and the rules it holds. */
export type Territory = ValueOf<Client['territories']['tree']>[number]

/** The tree for TreeView with the open leads of each subtree; a territory whose parent is not there stands at the top. */
export function territoryNodes(territories: readonly Territory[], formats: Pick<Formats, 'number' | 'compare'>): readonly TreeNode[] {
  const ids = new Set(territories.map(({ id }) => id))
  const below = Map.groupBy(territories, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null))
  const branch = (territory: Territory): { readonly node: TreeNode; readonly open: number } => {
    const inner = (below.get(territory.id) ?? []).toSorted((a, b) => formats.compare(a.name, b.name)).map(branch)
    const open = inner.reduce((sum, each) => sum + each.open, territory.openLeads)
    return { open, node: { id: territory.id, label: territory.name, ...(open > 0 ? { detail: formats.number(open) } : {}), children: inner.map(({ node }) => node) } }
  }
  return (below.get(null) ?? []).toSorted((a, b) => formats.compare(a.name, b.name)).map((top) => branch(top).node)
}

/** The address of the list with the open leads of a country. */
export function openLeadsIn(country: string) {
  return { path: '/leads', query: { m: '1', f: [`country~is~${country}`, `stage~isNot~${closedStages.join('~')}`] } }
}

/** The territories above, from the top; ends where a parent is missing. */
export function ancestorsOf(territory: Pick<Territory, 'id' | 'parentId'>, territories: readonly Territory[]): readonly Territory[] {
  const byId = new Map(territories.map((each) => [each.id, each]))
  const above: Territory[] = []
  for (let id = territory.parentId; id !== null; ) {
    const parent = byId.get(id)
    if (parent === undefined || above.includes(parent)) break
    above.unshift(parent)
    id = parent.parentId
  }
  return above
}

/** The territory and all below it, which it cannot lie below. */
export function subtreeOf(id: string, territories: readonly Territory[]): ReadonlySet<string> {
  const inside = new Set([id])
  for (let before = 0; before < inside.size; ) {
    before = inside.size
    for (const territory of territories) if (territory.parentId !== null && inside.has(territory.parentId)) inside.add(territory.id)
  }
  return inside
}

/** Open leads of these territories together. */
export function openLeadsOf(ids: ReadonlySet<string>, territories: readonly Territory[]): number {
  return territories.reduce((sum, { id, openLeads }) => (ids.has(id) ? sum + openLeads : sum), 0)
}

/** The nearest territory above that states candidates: whose candidates apply where none are stated. */
export function inheritedFrom(territory: Territory, territories: readonly Territory[]): Territory | undefined {
  return ancestorsOf(territory, territories).findLast((above) => above.candidates.length > 0)
}

/** The candidates with one moved by so many places. */
export function moveCandidate(candidates: readonly TerritoryCandidate[], at: number, by: number): readonly TerritoryCandidate[] {
  const to = Math.min(Math.max(at + by, 0), candidates.length - 1)
  const moved = candidates[at]
  return moved === undefined || to === at ? candidates : candidates.toSpliced(at, 1).toSpliced(to, 0, moved)
}

/** A candidate's part of all weights, 0 to 1. */
export function shareOf({ weight }: TerritoryCandidate, candidates: readonly TerritoryCandidate[]): number {
  return weight / candidates.reduce((sum, each) => sum + each.weight, 0)
}

/** A field's value in words of the present language; an empty text for what is not known. */
export function territoryFieldText(field: string, value: unknown, { language, names }: Pick<Workbench, 'language'> & { readonly names: Pick<Workbench['names'], 'partner' | 'territory'> }): string {
  const words = language.words.value.territories
  if (field === 'parentId' && (value === null || value === undefined)) return words.topLevel
  if (value === null || value === undefined || value === '') return ''
  switch (field) {
    case 'parentId':
      return names.territory(String(value))
    case 'strategy':
      return words.strategies[value as ChoiceStrategy]
    case 'tieBreak':
      return words.tieBreaks[value as TieBreak]
    case 'candidates':
      return language.formats.value.list((value as readonly TerritoryCandidate[]).map(({ partnerId, weight }) => (weight === 1 ? names.partner(partnerId) : `${names.partner(partnerId)} ×${weight}`)))
    case 'requirements':
      return requirementsText(value as TerritoryRequirements, language)
    default:
      return String(value)
  }
}

function requirementsText({ certifications, minimumTier, language: speaks }: TerritoryRequirements, language: Workbench['language']): string {
  const { partners, territories } = language.words.value
  const { say } = territories.requirements
  return language.formats.value.list([...certifications, ...(minimumTier === null ? [] : [say.tier(partners.tiers[minimumTier])]), ...(speaks ? [say.language] : [])])
}
