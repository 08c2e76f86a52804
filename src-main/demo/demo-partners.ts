import { countryOf } from '#shared/geography/countries.ts'
import { newPartner } from '#shared/partners/new-partner.ts'
import type { Certification, PartnerContact, PartnerStatus, PartnerTier, PartnerType } from '#shared/partners/partner.ts'
import { tierRank } from '#shared/partners/partner.ts'
import { dateAfter } from './demo-calendar.ts'
import { PARTNER_LIST } from './partner-list.ts'
import { lettersOf, somebody } from './people.ts'
import type { SeededRandom } from './seeded-random.ts'

export type DemoPartner = ReturnType<typeof newPartner>

/** What Lira Financial sells. */
export const demoProducts = ['LIRA-LEDGER', 'LIRA-PAY', 'LIRA-INSIGHT', 'LIRA-TREASURY', 'LIRA-COMPLY'] as const

/** Marks what is invented. */
export const DEMO_NOTE = 'Demo: this company and its people are invented.'

/** Zones of cities that are not in their country's usual one. */
const ZONES: Readonly<Record<string, string>> = {
  'US-IL': 'America/Chicago', 'US-MN': 'America/Chicago', 'US-TX': 'America/Chicago', 'US-TN': 'America/Chicago', 'US-CO': 'America/Denver', 'US-AZ': 'America/Phoenix',
  'US-CA': 'America/Los_Angeles', 'US-WA': 'America/Los_Angeles', 'CA-BC': 'America/Vancouver', 'CA-AB': 'America/Edmonton', 'CA-NS': 'America/Halifax',
  'AU-VIC': 'Australia/Melbourne', 'AU-WA': 'Australia/Perth', 'MX-NLE': 'America/Monterrey',
}

/** The partners of the demo, the same for the same chance; certifications and absences lie around `now`. */
export function demoPartners(random: SeededRandom, now: string, makeId: () => string): DemoPartner[] {
  return PARTNER_LIST.trim()
    .split('\n')
    .map((line) => {
      const [code = '', name = '', type, tier, country = '', region = '', city = '', latitude, longitude, serves = '', languages = '', industries = '', status] = line.split('|')
      const domain = `${lettersOf(code.slice(3))}.example`
      const trades = industries.split(' ').filter((industry) => industry !== '')
      const spoken = languages.split(' ')
      return newPartner(makeId(), {
        code,
        name,
        type: type as PartnerType,
        tier: tier as PartnerTier,
        status: (status || 'active') as PartnerStatus,
        country,
        region: region || null,
        city,
        latitude: Number(latitude),
        longitude: Number(longitude),
        domain,
        regions: serves.split(' '),
        languages: spoken,
        products: demoProducts.slice(0, 2 + tierRank(tier as PartnerTier) + random.between(0, 1)),
        industries: trades,
        certifications: certificationsOf(code, tier as PartnerTier, trades, random, now),
        capacity: CAPACITIES[code] ?? null,
        timeZone: ZONES[region] ?? countryOf(country)?.timeZone ?? 'UTC',
        calendar: country,
        absences: absencesOf(code, now),
        contacts: [contactOf(code, spoken[0] ?? 'en', domain, random)],
        notes: code === 'GT-LUCIO' ? 'Demo: Jose Lucio’s reseller, for Guatemala and Belize, in Spanish.' : DEMO_NOTE,
      })
    })
}

/** Small firms that can hold only so many open leads. */
const CAPACITIES: Readonly<Record<string, number>> = { 'CH-LEMANIS': 60, 'IT-PARTENIA': 40, 'CA-FUNDYNE': 60, 'JP-SANINKA': 40, 'GB-CLYDEWYN': 120, 'AU-SWANLEIGH': 80 }

const EXPIRED: Readonly<Record<string, string>> = { 'US-NORTHFEN': 'LIRA-COMPLY-PRO', 'DE-NECKARO': 'LIRA-SALES' }

function certificationsOf(code: string, tier: PartnerTier, industries: readonly string[], random: SeededRandom, now: string): Certification[] {
  const held = [
    'LIRA-SALES',
    ...(tierRank(tier) >= tierRank('gold') ? ['LIRA-IMPLEMENT'] : []),
    ...(industries.some((industry) => ['government', 'nonprofit'].includes(industry)) ? ['LIRA-PUBLIC'] : []),
    ...(industries.some((industry) => ['healthcare', 'banking', 'insurance'].includes(industry)) ? ['LIRA-COMPLY-PRO'] : []),
  ]
  return held.map((certification) => ({ code: certification, expires: EXPIRED[code] === certification ? dateAfter(now, -120) : dateAfter(now, 90 + random.between(0, 600)) }))
}

function absencesOf(code: string, now: string) {
  if (code === 'NO-FJORDVAKT') return [{ from: dateAfter(now, -3), to: dateAfter(now, 11), reason: 'Moving office' }]
  if (code === 'JP-SHINANOKI') return [{ from: dateAfter(now, 57), to: dateAfter(now, 65), reason: '社員研修' }]
  return []
}

function contactOf(code: string, language: string, domain: string, random: SeededRandom): PartnerContact {
  const person = code === 'GT-LUCIO' ? { name: 'Jose Lucio', email: `jose.lucio@${domain}` } : somebody(random, language, domain)
  return { ...person, phone: FICTION_NUMBERS[code.slice(0, 2)]?.(random) ?? null, role: null, primary: true }
}

/** Ranges that the telephone authorities keep for fiction. */
const FICTION_NUMBERS: Readonly<Record<string, (random: SeededRandom) => string>> = {
  US: (random) => `+1303555${String(random.between(100, 199)).padStart(4, '0')}`,
  CA: (random) => `+1416555${String(random.between(100, 199)).padStart(4, '0')}`,
  GB: (random) => `+442079460${random.between(100, 999)}`,
  FR: (random) => `+3319900${random.between(1000, 9999)}`,
  AU: (random) => `+61255501${random.between(100, 999)}`,
}
