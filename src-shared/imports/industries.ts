import { foldName } from './fold-name.ts'

/**
 * The closed list of industries: the 33 sectors of the Tokyo Stock Exchange one by one (a rule for steel must not catch metal
 * goods), the organisation types of the Research Organization Registry, and what CRM exports call their sectors.
 * Fields: key|English|Japanese|Spanish|also, also, …
 */
const INDUSTRY_TABLE = `
agriculture|Fishery, agriculture and forestry|水産・農林業|Agricultura, pesca y silvicultura|farming;農業;林業;漁業;agricultura
mining|Mining|鉱業|Minería|
construction|Construction|建設業|Construcción|building;建設;土木
foods|Foods|食料品|Alimentación|food;food and beverage;食品;alimentos
textiles|Textiles and apparel|繊維製品|Textil|textile;apparel;繊維
pulp-paper|Pulp and paper|パルプ・紙|Papel y celulosa|paper
chemicals|Chemicals|化学|Química|chemical;化学工業
pharmaceuticals|Pharmaceuticals|医薬品|Farmacéutica|pharmaceutical;pharma;製薬
oil-coal|Oil and coal products|石油・石炭製品|Petróleo y carbón|oil;oil and gas;petroleum
rubber|Rubber products|ゴム製品|Caucho|
glass-ceramics|Glass and ceramics products|ガラス・土石製品|Vidrio y cerámica|
iron-steel|Iron and steel|鉄鋼|Hierro y acero|steel
nonferrous-metals|Nonferrous metals|非鉄金属|Metales no ferrosos|
metal-products|Metal products|金属製品|Productos metálicos|
machinery|Machinery|機械|Maquinaria|industrial machinery
electric-appliances|Electric appliances|電気機器|Aparatos eléctricos|electronics;electrical;電機
transport-equipment|Transportation equipment|輸送用機器|Equipos de transporte|automotive;自動車
precision-instruments|Precision instruments|精密機器|Instrumentos de precisión|
other-products|Other products|その他製品|Otros productos|manufacturing;製造業;manufactura
utilities|Electric power and gas|電気・ガス業|Electricidad y gas|energy;power;utility;energía
land-transport|Land transportation|陸運業|Transporte terrestre|transportation;logistics;transporte
marine-transport|Marine transportation|海運業|Transporte marítimo|shipping
air-transport|Air transportation|空運業|Transporte aéreo|airlines;aviation
warehousing|Warehousing and harbour transportation|倉庫・運輸関連業|Almacenamiento y puertos|倉庫・運輸関連;warehouse
information|Information and communication|情報・通信業|Información y comunicaciones|technology;technolgy;tech;it;ict;information technology;情報通信業;情報通信;tecnología
software|Software|ソフトウェア|Software|saas
telecommunications|Telecommunications|電気通信|Telecomunicaciones|telecom;通信
wholesale|Wholesale trade|卸売業|Comercio mayorista|卸売;distribution;mayorista
retail|Retail trade|小売業|Comercio minorista|小売;minorista;comercio
banking|Banks|銀行業|Banca|bank;banking;銀行
securities|Securities and commodity futures|証券、商品先物取引業|Valores y futuros|証券・商品先物取引業;securities
insurance|Insurance|保険業|Seguros|保険
other-finance|Other financing business|その他金融業|Otras finanzas|finance;financial services;金融;金融業;finanzas
real-estate|Real estate|不動産業|Inmobiliaria|不動産;property
services|Services|サービス業|Servicios|service;サービス;professional services
education|Education|教育|Educación|university;school;教育機関;大学
healthcare|Healthcare|医療|Salud|medical;health;hospital;医療機関;病院;sanidad
government|Government|官公庁|Gobierno|public sector;government agency;政府;自治体;sector público
foreign-government|Foreign government|外国政府等|Gobierno extranjero|
nonprofit|Nonprofit|非営利団体|Sin fines de lucro|non-profit;ngo;npo;charity;ong
facility|Research facility|研究施設|Centro de investigación|research;研究機関
archive|Archive, library or museum|文書館・図書館・博物館|Archivo, biblioteca o museo|library;museum
funder|Research funder|助成機関|Entidad financiadora|funding body;foundation
company|Company (industry not stated)|企業|Empresa|private;business;corporate
marketing|Marketing and advertising|広告・マーケティング|Marketing y publicidad|advertising;広告
entertainment|Media and entertainment|メディア・娯楽|Medios y entretenimiento|media;娯楽
employment|Employment and staffing|人材|Empleo|staffing;recruiting;人材サービス;human resources
hospitality|Travel and hospitality|旅行・宿泊|Turismo y hostelería|travel;hotel;tourism;turismo
domestic-body|Domestic corporation or partnership|内国法人・組合|Persona jurídica nacional|内国法人・組合（有価証券報告書等の提出義務者以外）
foreign-body|Foreign corporation or partnership|外国法人・組合|Persona jurídica extranjera|外国法人・組合（有価証券報告書等の提出義務者以外）
individual|Individual|個人|Persona física|個人（組合発行者を除く）;個人（非居住者）（組合発行者を除く）
other|Other|その他|Otros|others;miscellaneous;otro
`

export interface Industry {
  readonly key: string
  readonly names: { readonly en: string; readonly ja: string; readonly es: string }
}

let table: { readonly industries: ReadonlyMap<string, Industry>; readonly keyByName: ReadonlyMap<string, string> } | null = null

function parsed(): NonNullable<typeof table> {
  if (table !== null) return table
  const industries = new Map<string, Industry>()
  const keyByName = new Map<string, string>()
  for (const line of INDUSTRY_TABLE.trim().split('\n')) {
    const [key, en, ja, es, also] = line.split('|') as [string, string, string, string, string]
    industries.set(key, { key, names: { en, ja, es } })
    for (const name of [key, en, ja, es, ...also.split(';')]) if (name !== '') keyByName.set(foldName(name), key)
  }
  table = { industries, keyByName }
  return table
}

export function allIndustries(): Iterable<Industry> {
  return parsed().industries.values()
}

export function industryOf(key: string): Industry | undefined {
  return parsed().industries.get(key)
}

/** The key of an industry named in English, Japanese or Spanish; undefined for words that the list does not have. */
export function industryKeyOf(text: string): string | undefined {
  return parsed().keyByName.get(foldName(text))
}
