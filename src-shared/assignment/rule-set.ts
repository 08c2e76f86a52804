import type { RowOf } from '../foundation/table.ts'
import type { partners } from '../partners/partner.table.ts'
import type { CoolDown } from './cool-down.ts'
import type { territories, territoryRules } from '../territories/territory.table.ts'

export type TerritoryFacts = Pick<RowOf<typeof territories>, 'id' | 'code' | 'parentId' | 'strategy' | 'tieBreak' | 'candidates' | 'requirements'>

export type RuleFacts = Pick<
  RowOf<typeof territoryRules>,
  'id' | 'code' | 'territoryId' | 'priority' | 'condition' | 'effectiveFrom' | 'effectiveTo' | 'enabled'
>

export type PartnerFacts = Pick<
  RowOf<typeof partners>,
  | 'id' | 'code' | 'name' | 'tier' | 'status' | 'latitude' | 'longitude' | 'domain' | 'regions' | 'languages' | 'products'
  | 'industries' | 'certifications' | 'capacity' | 'absences'
> & {
  /** Declined too much of late: cool-down.ts. */
  readonly coolDown?: CoolDown | null
}

/** Everything the rules are made of. A run reads one snapshot of it, so an edit meanwhile cannot change half a run. */
export interface RuleSet {
  readonly territories: readonly TerritoryFacts[]
  readonly rules: readonly RuleFacts[]
  readonly partners: readonly PartnerFacts[]
  /** The local date that decides which rules, absences and certifications are in force. */
  readonly today: string
}

/** Degrees, north and east positive. */
export interface Coordinates {
  readonly latitude: number
  readonly longitude: number
}

/** What the rules need to know about the world; both functions must be pure. */
export interface Knowledge {
  /** Makes spellings of one company's name equal; an empty answer means no name. */
  readonly foldCompany: (name: string) => string
  /** The middle of a region, else of its country; null where unknown. */
  readonly locate: (country: string | null, region: string | null) => Coordinates | null
}

export function isInEffect(rule: RuleFacts, today: string): boolean {
  return rule.enabled && (rule.effectiveFrom === null || rule.effectiveFrom <= today) && (rule.effectiveTo === null || today <= rule.effectiveTo)
}
