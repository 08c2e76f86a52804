import { duplicateKey } from '#shared/leads/duplicate-key.ts'
import { inventCompany } from './company-names.ts'
import { daysAfter } from './demo-calendar.ts'
import { DEMO_NOTE, demoProducts } from './demo-partners.ts'
import { MARKET_LIST } from './market-list.ts'
import { somebody } from './people.ts'
import type { SeededRandom } from './seeded-random.ts'

/** The partner program began half a year ago; the demo shows the half year before it and the one after. */
export const PROGRAM_AGE_DAYS = 183
export const HISTORY_DAYS = 365

/**
 * Leads that came in before and since the program, and how many of them partners brought in themselves: registrations,
 * up by a third.
 */
export const leadCounts = { before: { all: 1350, registered: 240 }, since: { all: 1650, registered: 319 } } as const
export const REGISTERED = 'partner-referral'

interface Market {
  readonly country: string
  readonly language: string
  readonly weight: number
  readonly cities: readonly string[]
}

export type InventedLead = ReturnType<typeof demoLeads>[number]

/** The companies of the demo as they came in, in order of arrival; ids follow that order. */
export function demoLeads(random: SeededRandom, now: string, makeId: () => string) {
  const markets = MARKET_LIST.trim()
    .split('\n')
    .map((line): Market => {
      const [country = '', language = '', weight, cities = ''] = line.split('|')
      return { country, language, weight: Number(weight), cities: cities.split(';') }
    })
  const keys = new Set<string>()
  const newcomer = () => {
    for (;;) {
      const lead = inventLead(random, random.weighted(markets))
      if (keys.has(lead.duplicateKey)) continue
      keys.add(lead.duplicateKey)
      return lead
    }
  }
  const arrivals = [
    ...Array.from({ length: leadCounts.before.all }, (_, position) => ({ registered: position < leadCounts.before.registered, age: PROGRAM_AGE_DAYS + random.next() * (HISTORY_DAYS - PROGRAM_AGE_DAYS) })),
    ...Array.from({ length: leadCounts.since.all }, (_, position) => ({ registered: position < leadCounts.since.registered, age: random.next() * PROGRAM_AGE_DAYS })),
  ].toSorted((one, other) => other.age - one.age)
  return arrivals.map(({ registered, age }) => {
    const lead = newcomer()
    return { ...lead, id: makeId(), arrivedAt: daysAfter(now, -age), source: registered ? REGISTERED : sourceOf(random, lead.country) }
  })
}

function inventLead(random: SeededRandom, market: Market) {
  const company = inventCompany(random, market.language)
  const [city = '', region = '', postcode = '', latitude, longitude] = random.pick(market.cities).split(',')
  const person = somebody(random, market.language, company.domain)
  return {
    company: company.name,
    website: `https://${company.domain}/`,
    domain: company.domain,
    country: market.country,
    region: region || null,
    city,
    postcode: postcode === '' || random.chance(0.2) ? null : postcode,
    latitude: Number(latitude),
    longitude: Number(longitude),
    industry: company.industry,
    employees: random.chance(0.15) ? null : Math.round(10 * 2 ** (random.next() * 8)),
    product: random.chance(0.3) ? null : random.pick(demoProducts.slice(0, 3)),
    language: market.language,
    contactName: person.name,
    contactEmail: person.email,
    notes: DEMO_NOTE,
    score: random.between(15, 98),
    duplicateKey: duplicateKey(company.name, market.country, null),
  }
}

const EVENTS: Readonly<Record<string, string>> = { JP: 'event-tokyo', SG: 'event-singapore', ID: 'event-singapore', DE: 'event-frankfurt', MX: 'event-monterrey' }

function sourceOf(random: SeededRandom, country: string): string {
  const event = EVENTS[country]
  if (event !== undefined && random.chance(0.2)) return event
  return random.pick(['web-site', 'web-site', 'web-trial', 'webinar', 'campaign-spring', 'campaign-autumn'])
}
