import { instantOf } from '../foundation/instant.ts'
import type { PartnerType } from '../partners/partner.ts'

const DAY_MS = 86_400_000

/** A registration that was approved or an opportunity that was won. */
export interface Deal {
  readonly partnerId: string
  readonly at: string
  readonly territoryId: string | null
}

export interface ActivatedPartner {
  readonly partnerId: string
  readonly type: PartnerType
  /** When it was decided that it is active. */
  readonly activatedAt: string
}

export interface FirstDeal extends ActivatedPartner {
  /** Whole days from the activation to the first deal since; null: there was none yet. */
  readonly days: number | null
  readonly territoryId: string | null
}

/** Deals from before a partner became active are another’s, handed on to it, or of an earlier time: none of them is its first. */
export function firstDeals(partners: readonly ActivatedPartner[], deals: readonly Deal[]): readonly FirstDeal[] {
  const since = new Map(partners.map(({ partnerId, activatedAt }) => [partnerId, activatedAt]))
  const first = new Map<string, Deal>()
  for (const deal of deals) {
    const from = since.get(deal.partnerId)
    if (from === undefined || deal.at < from) continue
    const known = first.get(deal.partnerId)
    if (known === undefined || deal.at < known.at) first.set(deal.partnerId, deal)
  }
  return partners.map((partner) => {
    const deal = first.get(partner.partnerId)
    return { ...partner, days: deal === undefined ? null : Math.floor((instantOf(deal.at) - instantOf(partner.activatedAt)) / DAY_MS), territoryId: deal?.territoryId ?? null }
  })
}

export interface MedianDays<Key> {
  readonly key: Key
  readonly median: number
  readonly partners: number
}

/** The median of each group of partners that have had a first deal; of an even number the mean of the two in the middle. */
export function medianDays<Key>(all: readonly FirstDeal[], keyOf: (deal: FirstDeal) => Key): readonly MedianDays<Key>[] {
  const groups = Map.groupBy(all.filter(({ days }) => days !== null), keyOf)
  return [...groups].map(([key, group]) => ({ key, median: medianOf(group.map(({ days }) => days ?? 0)), partners: group.length }))
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}
