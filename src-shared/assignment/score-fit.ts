import type { CompiledPartner } from './compile-rule-set.ts'
import type { Fit } from './decision.ts'
import { speaks } from './judge-candidate.ts'

export const INDUSTRY_POINTS = 40
export const PRODUCT_POINTS = 20
export const LANGUAGE_POINTS = 20
export const TIER_POINTS = 5
export const NEARNESS_BANDS = [
  { within: 50, points: 20 },
  { within: 200, points: 15 },
  { within: 500, points: 10 },
  { within: 1500, points: 5 },
] as const

export interface FitAsked {
  readonly industry: string | null
  readonly product: string | null
  readonly language: string | null
}

/**
 * The points of best fit: industry 40, authorised for the product 20, language 20, 5 for each tier above the lowest,
 * and nearness 20, 15, 10 or 5 within 50, 200, 500 or 1500 km.
 */
export function scoreFit(partner: CompiledPartner, { industry, product, language }: FitAsked, kilometres: number | null): Fit {
  const parts = {
    industry: industry !== null && partner.industries.has(industry) ? INDUSTRY_POINTS : 0,
    product: product !== null && partner.facts.products.includes(product) ? PRODUCT_POINTS : 0,
    language: language !== null && speaks(partner, language) ? LANGUAGE_POINTS : 0,
    tier: partner.tier * TIER_POINTS,
    nearness: kilometres === null ? 0 : (NEARNESS_BANDS.find(({ within }) => kilometres <= within)?.points ?? 0),
  }
  return { ...parts, total: parts.industry + parts.product + parts.language + parts.tier + parts.nearness }
}
