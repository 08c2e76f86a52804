import { allCountries, countryOf } from '../geography/countries.ts'
import { countriesWithRegions, regionsOf } from '../geography/regions.ts'
import { fieldRead, fieldRefused, type FieldReading } from './field-reading.ts'
import { foldName } from './fold-name.ts'

/** What people write besides the names of the table; wrong spellings only where they were seen in real files. */
const ALIASES = `
US United States of America;America;U.S.;USA;アメリカ;米国;合衆国;Estados Unidos de América;EE. UU.;EEUU;EUA;美国
GB Great Britain;Britain;England;Scotland;Wales;Northern Ireland;United Kingdoms;英国;イングランド;スコットランド;Inglaterra;Gran Bretaña;グレートブリテン及び北アイルランド連合王国;連合王国;英王国
KR Korea;Republic of Korea;Korea, South;Corea;大韓民国;ROK
KP Democratic People's Republic of Korea;DPRK;朝鮮民主主義人民共和国
CN PRC;China (Mainland);Mainland China;People's Republic of China;中華人民共和国;República Popular China
HK Hong Kong;香港;ホンコン;中華人民共和国香港特別行政区;香港特別行政区
MO Macau;Macao;マカオ;澳門
TW Republic of China;中華民国;台湾省;Taiwan, Province of China;中華民國
RU Russian Federation;ロシア連邦;Federación Rusa
VN Viet Nam;越南
CZ Czech Republic;チェコ共和国;República Checa
TR Turkey;Türkiye;トルコ共和国
NL Holland;The Netherlands;和蘭
PH Philipines;Phillipines;Philippines, The
IE Eire;Republic of Ireland
MM Burma;ビルマ
CI Ivory Coast;Côte d'Ivoire;Costa de Marfil
CD DR Congo;DRC;Zaire;Congo, Democratic Republic of the
CG Congo;Congo, Republic of the
LA Lao PDR;Lao People's Democratic Republic
IR Islamic Republic of Iran;Iran, Islamic Republic of
SY Syrian Arab Republic
TZ Tanzania, United Republic of;United Republic of Tanzania
BO Bolivia, Plurinational State of;Plurinational State of Bolivia
VE Venezuela, Bolivarian Republic of;Bolivarian Republic of Venezuela
MD Moldova, Republic of
MK Macedonia;North Macedonia
SZ Swaziland
CV Cape Verde
TL East Timor
VA Holy See;Vatican
PS Palestine;State of Palestine
BN Brunei Darussalam
FM Federated States of Micronesia
AE UAE;U.A.E.;アラブ首長国;アラブ首長国連邦
SA KSA
BA Bosnia;Bosnia and Herzegovina
TT Trinidad and Tobago
DE ドイツ連邦共和国;独
FR 仏;仏国
DO Dominican Republic;Rep. Dominicana
LK セイロン
KH カンボジア王国
AU 豪州
LU ルクセンブルグ
VG イギリスリョウヴァージンショトウ;イギリスリョウバージンショトウ;イギリス領ヴァージン諸島;イギリス領バージン諸島;ブリテッシュ・バージン・アイランズ;英領バージン諸島;英領ヴァージン諸島;ブリティッシュ・バージン・アイランズ;British Virgin Islands;BVI
KY イギリスリョウケイマンショトウ;ケイマンショトウ;ケイマン;ケイマン諸島;英領ケイマン諸島;Cayman
BM バミューダ;英領バミューダ
JE 英領ジャージー
GG ガーンジー;英領ガーンジー
BS バハマ国
VI US Virgin Islands
SC セイシェル
`

/** Words of formal names that may be left out: `Republic of X`, `X, Republic of`, `República de X`, `X共和国`. */
const FORMAL = [
  /^(?:the\s+)?(?:(?:federal|democratic|islamic|socialist|people'?s|arab)\s+)*(?:republic|kingdom|state|commonwealth|principality|grand duchy|sultanate)\s+of\s+(?:the\s+)?/iu,
  /,\s*(?:(?:federal|democratic|islamic)\s+)*(?:republic|kingdom|state)\s+of$/iu,
  /^(?:república|reino|estado|principado)(?:\s+(?:federal|democrática|islámica))?\s+(?:de|del)\s+(?:la\s+|el\s+|los\s+)?/iu,
  /^the\s+/iu,
  /(?:連邦共和国|民主共和国|社会主義共和国|イスラム共和国|人民共和国|共和国|連合王国|王国|大公国|公国|連邦|合衆国|首長国|国)$/u,
]

let index: ReadonlyMap<string, string> | null = null

function names(): ReadonlyMap<string, string> {
  if (index !== null) return index
  const found = new Map<string, string>()
  for (const country of allCountries()) {
    for (const name of [country.alpha2, country.alpha3, country.numeric, String(Number(country.numeric)), country.names.en, country.names.ja, country.names.es, ...country.also]) {
      found.set(foldName(name), country.alpha2)
      found.set(foldName(name.replace('&', 'and')), country.alpha2)
    }
  }
  for (const line of ALIASES.trim().split('\n')) for (const name of line.slice(3).split(';')) found.set(foldName(name), line.slice(0, 2))
  index = found
  return found
}

/** A country's ISO 3166-1 alpha-2 code from a code (two or three letters, or the number) or a name in English, Japanese, Spanish or its own language. */
export function readCountry(text: string): FieldReading<string> {
  const written = text.trim()
  if (written === '') return fieldRead<string>(null)
  const plain = /^[A-Z]{2}$/u.test(written) && countryOf(written) !== undefined ? written : (names().get(foldName(written)) ?? withoutFormalWords(written))
  return plain === undefined ? fieldRefused('import.country-unknown', written) : fieldRead(plain)
}

function withoutFormalWords(written: string): string | undefined {
  const text = written.normalize('NFKC')
  for (const pattern of FORMAL) {
    const rest = text.replace(pattern, '')
    const found = rest === text ? undefined : names().get(foldName(rest))
    if (found !== undefined) return found
  }
  return undefined
}

const LONGEST_NAME = 24
const LAST_WORDS = 4

/**
 * The country that an address itself names: at its beginning, as Japanese registers write foreign addresses
 * (`アメリカ合衆国…`), or as one of its last words (`…, London, U.K.`). Null where it names none.
 */
export function countryOfAddress(address: string): string | null {
  const text = address.normalize('NFKC').trim()
  const parts = text.split(/[、,]/u).map((part) => part.replace(/^[\d\s()-]+/u, ''))
  for (const find of [countryAtStart, countryOfPlaceAtStart]) {
    for (const part of parts) {
      const found = find(part)
      if (found !== null) return found
    }
  }
  return countryAtEnd(text) ?? (AMERICAN_END.test(text) ? 'US' : null)
}

/** `…, NY 10022` */
const AMERICAN_END = /,\s*[A-Z]{2}\s+\d{5}(?:-\d{4})?$/u

/** Cities that registers write without their country. */
const CITIES = new Map('ロンドン:GB ソウル:KR ニューヨーク:US ウィルミントン:US ロードタウン:VG トルトラ:VG トートーラ:VG パリ:FR ダブリン:IE チューリッヒ:CH フランクフルト:DE ホーチミン:VN'.split(' ').map((pair) => pair.split(':') as [string, string]))

let places: ReadonlyMap<string, string> | null = null

/** Foreign regions by their names in katakana, and some cities. */
function placesInKatakana(): ReadonlyMap<string, string> {
  if (places !== null) return places
  const found = new Map(CITIES)
  for (const country of countriesWithRegions()) {
    for (const { names: { ja } } of regionsOf(country)) {
      const name = ja?.replace(/[州県省]$/u, '')
      if (name !== undefined && /^[\p{sc=Katakana}ー・]{3,}$/u.test(name)) found.set(name, country)
    }
  }
  places = found
  return found
}

function countryOfPlaceAtStart(text: string): string | null {
  const head = /^[\p{sc=Katakana}ー・]+/u.exec(text)?.[0]
  return head === undefined ? null : (placesInKatakana().get(head) ?? null)
}

/** Whether an address written in Japanese is plainly abroad, even where its country cannot be told: it begins with a word in katakana. */
export function isForeignLooking(address: string): boolean {
  return /^[\d\s,、()-]*[\p{sc=Katakana}ー・]{3,}/u.test(address.normalize('NFKC'))
}

function countryAtStart(text: string): string | null {
  for (let length = Math.min(LONGEST_NAME, text.length); length >= 2; length--) {
    const head = text.slice(0, length)
    if (!/^[\p{sc=Han}\p{sc=Katakana}\p{sc=Hiragana}ー・]+$/u.test(head) || isInsideWord(text, length)) continue
    const found = names().get(foldName(head)) ?? withoutFormalWords(head)
    if (found !== undefined) return found
  }
  return null
}

/** Katakana has no spaces: タイ is no country in タイヨービル. */
function isInsideWord(text: string, position: number): boolean {
  return /[\p{sc=Katakana}ー]{2}/u.test(text.slice(position - 1, position + 1))
}

function countryAtEnd(text: string): string | null {
  const words = text.split(/[\s,、;()]+/u).filter((word) => /\p{L}/u.test(word))
  for (let from = Math.max(1, words.length - LAST_WORDS); from < words.length; from++) {
    for (let to = words.length; to > from; to--) {
      const phrase = words.slice(from, to).join(' ').replace(/[\d-]+$/u, '')
      // A bare two-letter word is more often a state (CA, DE) than a country.
      if (foldName(phrase).length < 3 && !/^(?:U\.?S|U\.?K|HK)\.?$/u.test(phrase)) continue
      const found = /^\d+$/u.test(phrase) ? undefined : names().get(foldName(phrase))
      if (found !== undefined) return found
    }
  }
  return null
}
