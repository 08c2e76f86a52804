import { countryOf } from '../geography/countries.ts'
import { countriesWithRegions, regionOf, regionsOf, type Region } from '../geography/regions.ts'
import { fieldRead, fieldRefused, type FieldReading } from './field-reading.ts'
import { foldName } from './fold-name.ts'

/** Codes that ISO 3166-2 has withdrawn and that files still use. */
const WITHDRAWN = new Map(
  (
    'GT-GU>GT-01 GT-PR>GT-02 GT-SA>GT-03 GT-CM>GT-04 GT-ES>GT-05 GT-SR>GT-06 GT-SO>GT-07 GT-TO>GT-08 GT-QZ>GT-09 GT-SU>GT-10 GT-RE>GT-11 GT-SM>GT-12 ' +
    'GT-HU>GT-13 GT-QC>GT-14 GT-BV>GT-15 GT-AV>GT-16 GT-PE>GT-17 GT-IZ>GT-18 GT-ZA>GT-19 GT-CQ>GT-20 GT-JA>GT-21 GT-JU>GT-22 ' +
    'IN-CT>IN-CG IN-OR>IN-OD IN-TG>IN-TS IN-UT>IN-UK IN-DD>IN-DH IN-DN>IN-DH MX-DIF>MX-CMX FR-75>FR-75C FR-COR>FR-20R ' +
    'FR-A>FR-GES FR-B>FR-NAQ FR-C>FR-ARA FR-D>FR-BFC FR-E>FR-BRE FR-F>FR-CVL FR-G>FR-GES FR-H>FR-20R FR-I>FR-BFC FR-J>FR-IDF FR-K>FR-OCC ' +
    'FR-L>FR-NAQ FR-M>FR-GES FR-N>FR-OCC FR-O>FR-HDF FR-P>FR-NOR FR-Q>FR-NOR FR-R>FR-PDL FR-S>FR-HDF FR-T>FR-NAQ FR-U>FR-PAC FR-V>FR-ARA ' +
    'NO-01>NO-30 NO-02>NO-30 NO-06>NO-30 NO-07>NO-38 NO-08>NO-38 NO-19>NO-54 NO-20>NO-54 ' +
    'CN-11>CN-BJ CN-12>CN-TJ CN-13>CN-HE CN-14>CN-SX CN-15>CN-NM CN-21>CN-LN CN-22>CN-JL CN-23>CN-HL CN-31>CN-SH CN-32>CN-JS CN-33>CN-ZJ CN-34>CN-AH ' +
    'CN-35>CN-FJ CN-36>CN-JX CN-37>CN-SD CN-41>CN-HA CN-42>CN-HB CN-43>CN-HN CN-44>CN-GD CN-45>CN-GX CN-46>CN-HI CN-50>CN-CQ CN-51>CN-SC CN-52>CN-GZ ' +
    'CN-53>CN-YN CN-54>CN-XZ CN-61>CN-SN CN-62>CN-GS CN-63>CN-QH CN-64>CN-NX CN-65>CN-XJ'
  )
    .split(' ')
    .map((pair) => pair.split('>') as [string, string]),
)

const KIND_WORDS = [
  /\s*[-‐ ](?:ken|fu|to|do)$/iu,
  /\s+(?:prefecture|state|province|county|region|district|department|territory|shi)$/iu,
  /^(?:state|province|department|district|region|departamento|estado|provincia|comunidad autónoma|comunidad|región|land|état|région)\s+(?:of\s+|de\s+la\s+|de\s+|del\s+|d['’])?/iu,
  /(?:特別行政区|自治区|準州|地域圏|州|省|県|府|都|郡)$/u,
]

const indexes = new Map<string, ReadonlyMap<string, ReadonlySet<string>>>()
const EVERYWHERE = '*'

/** Folded names → codes, of one country or of all. */
function namesOf(country: string): ReadonlyMap<string, ReadonlySet<string>> {
  const known = indexes.get(country)
  if (known !== undefined) return known
  const index = new Map<string, Set<string>>()
  const regions = country === EVERYWHERE ? [...countriesWithRegions()].flatMap(regionsOf) : regionsOf(country)
  for (const region of regions) for (const name of spellingsOf(region)) (index.get(name) ?? index.set(name, new Set()).get(name)!).add(region.code)
  indexes.set(country, index)
  return index
}

function spellingsOf(region: Region): Set<string> {
  const names = [region.names.en, region.names.ja, region.names.es, ...region.also].filter((name) => name !== null)
  return new Set(names.flatMap((name) => [foldName(name), ...KIND_WORDS.map((pattern) => foldName(name.replace(pattern, '')))]))
}

/**
 * An ISO 3166-2 code from a code (with or without the country) or a name in English, Japanese, Spanish or the local language.
 * @param country ISO 3166-1 alpha-2 where the row names one: then the region must be of it. Without it, a name that several
 * countries have is refused as ambiguous.
 */
export function readRegion(text: string, country: string | null): FieldReading<string> {
  const written = text.normalize('NFKC').trim()
  if (written === '') return fieldRead<string>(null)
  // Joined from two columns by a spreadsheet: US-US-NY.
  const upper = written.toUpperCase().replace(/^([A-Z]{2})-(?=\1-)/u, '')
  const coded = regionOf(upper) ?? regionOf(WITHDRAWN.get(upper) ?? '') ?? (country === null ? undefined : (regionOf(`${country}-${upper}`) ?? regionOf(WITHDRAWN.get(`${country}-${upper}`) ?? '')))
  if (coded !== undefined) return country === null || coded.country === country ? fieldRead(coded.code) : fieldRefused('import.region-unknown', written, { country })
  // Registries are newer or older than our list: a code of the right form and country is kept as it is.
  if (/^[A-Z]{2}-[A-Z0-9]{1,3}$/u.test(upper) && countryOf(upper.slice(0, 2)) !== undefined && (country === null || upper.startsWith(`${country}-`))) return fieldRead(upper)

  const index = namesOf(country ?? EVERYWHERE)
  const found = [written, ...KIND_WORDS.map((pattern) => written.replace(pattern, ''))].map((name) => index.get(foldName(name))).find((codes) => codes !== undefined)
  if (found === undefined) return fieldRefused('import.region-unknown', written, { country })
  // Where a region and its only province share a name and an area (Madrid, Murcia, La Rioja), the region is meant.
  const candidates = found.size > 1 && country !== null ? [...found].filter((code) => regionOf(code)!.place !== null) : [...found]
  return candidates.length === 1 ? fieldRead(candidates[0]!) : fieldRefused('import.region-ambiguous', written, { candidates: [...found].slice(0, 8).join(' ') })
}
