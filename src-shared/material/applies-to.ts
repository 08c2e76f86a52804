import type { RowOf } from '../foundation/table.ts'
import type { partners } from '../partners/partner.table.ts'
import type { territories } from '../territories/territory.table.ts'
import type { materials } from './material.table.ts'

export type Material = RowOf<typeof materials>
export type MaterialReader = Pick<RowOf<typeof partners>, 'id' | 'country' | 'region' | 'regions' | 'type' | 'tier' | 'products' | 'languages' | 'status' | 'timeZone'>
export type MaterialTerritory = Pick<RowOf<typeof territories>, 'id' | 'parentId' | 'candidates'>

/** Why a piece is for a partner: each thing that it asks, and what of the partner meets it. `everybody`: it asks nothing. */
export const reasonKinds = ['everybody', 'place', 'territory', 'type', 'tier', 'product'] as const
export interface MaterialReason {
  readonly kind: (typeof reasonKinds)[number]
  /** A place's, type's, tier's or product's code, a territory's id; empty for everybody. */
  readonly value: string
}

/** Why a piece is for a partner, whatever the day; null where it is not. @param worked `territoriesOf` the partner */
export function appliesTo(material: Pick<Material, 'places' | 'territoryId' | 'partnerTypes' | 'tiers' | 'products'>, partner: MaterialReader, worked: ReadonlySet<string>): readonly MaterialReason[] | null {
  const asked: readonly (readonly [MaterialReason['kind'], readonly string[], string | undefined])[] = [
    ['place', material.places, material.places.find((place) => placesOf(partner).some((own) => overlaps(place, own)))],
    ['territory', material.territoryId === null ? [] : [material.territoryId], material.territoryId !== null && worked.has(material.territoryId) ? material.territoryId : undefined],
    ['type', material.partnerTypes, material.partnerTypes.find((type) => type === partner.type)],
    ['tier', material.tiers, material.tiers.find((tier) => tier === partner.tier)],
    ['product', material.products, material.products.find((code) => partner.products.includes(code))],
  ]
  const reasons: MaterialReason[] = []
  for (const [kind, wanted, met] of asked) {
    if (wanted.length === 0) continue
    if (met === undefined) return null
    reasons.push({ kind, value: met })
  }
  return reasons.length === 0 ? [{ kind: 'everybody', value: '' }] : reasons
}

/** Where a partner is and which places it serves. One that may serve any is spoken to as where it is. */
function placesOf({ country, region, regions }: MaterialReader): readonly string[] {
  return [...(region === null ? [country] : [region]), ...regions]
}

/** A country holds its regions. */
function overlaps(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`)
}

/** The territories in which a partner is given leads, and all above them. */
export function territoriesOf(partnerId: string, all: readonly MaterialTerritory[]): ReadonlySet<string> {
  const byId = new Map(all.map((territory) => [territory.id, territory]))
  const worked = new Set<string>()
  for (const territory of all) {
    if (!territory.candidates.some((candidate) => candidate.partnerId === partnerId)) continue
    for (let at: MaterialTerritory | undefined = territory; at !== undefined && !worked.has(at.id); at = byId.get(at.parentId ?? '')) worked.add(at.id)
  }
  return worked
}
