import type { PartnerTier, PartnerType } from '../partners/partner.ts'
import type { Condition } from './template.ts'

/** What is known of a partner where conditions are asked. */
export interface PartnerTraits {
  readonly type: PartnerType
  readonly tier: PartnerTier
  readonly country: string
  readonly region: string | null
  readonly languages: readonly string[]
  readonly products: readonly string[]
}

/** Whether a condition holds of a partner; a list that asks for several is content with one of them. */
export function holds(condition: Condition, partner: PartnerTraits): boolean {
  const { types, tiers, places, languages, products } = condition
  return (
    asks(types, (type) => type === partner.type) &&
    asks(tiers, (tier) => tier === partner.tier) &&
    asks(places, (place) => place === partner.country || place === partner.region) &&
    asks(languages, (language) => partner.languages.some((spoken) => spoken.split('-', 1)[0]?.toLowerCase() === language)) &&
    asks(products, (product) => partner.products.includes(product))
  )
}

function asks<T>(wanted: readonly T[], has: (value: T) => boolean): boolean {
  return wanted.length === 0 || wanted.some(has)
}

/** The first trait by which nobody can meet both conditions: each asks for values that the other leaves out. Of languages and products a partner has several. */
export function exclusion(outer: Condition, inner: Condition): 'types' | 'tiers' | 'places' | undefined {
  if (apart(outer.types, inner.types)) return 'types'
  if (apart(outer.tiers, inner.tiers)) return 'tiers'
  const meet = outer.places.some((a) => inner.places.some((b) => a === b || a.startsWith(`${b}-`) || b.startsWith(`${a}-`)))
  return outer.places.length > 0 && inner.places.length > 0 && !meet ? 'places' : undefined
}

function apart<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((value) => b.includes(value))
}
