import { lettersOf } from './people.ts'
import type { SeededRandom } from './seeded-random.ts'

/** Two halves that make a name nobody has, the trades it may be followed by, and the forms a company of the country takes. */
interface Naming {
  readonly first: string
  readonly second: string
  /** `industry key:word` */
  readonly trades: string
  readonly forms: string
}

const ENGLISH: Naming = {
  first: 'Alder Bram Cor Dun Elm Fen Glen Har Isle Kel Lorn Mar Nor Orm Pell Quar Rav Stav Thorn Umbr Vel Wex',
  second: 'bury combe dale ford gate holt lith mere ness ridge stead thwaite vane wick yard',
  trades: 'banking:Savings insurance:Mutual retail:Stores wholesale:Trading services:Partners information:Digital healthcare:Clinics education:College government:County_Council construction:Builders foods:Foods other-products:Works land-transport:Freight utilities:Power nonprofit:Foundation',
  forms: 'Ltd Inc LLC',
}

const NAMINGS: Readonly<Record<string, Naming>> = {
  es: {
    first: 'Alma Bel Cor Dora Espi Fara Gual Iza Lumi Mara Nopa Ola Quetz Ribe Sol Tula Vera Xela Yuca Zari',
    second: 'bero cosa drano fuerte landia mora nara pinar quera ria sol tierra valle zuela',
    trades: 'banking:Financiera insurance:Seguros retail:Comercial wholesale:Distribuidora services:Servicios information:Digital healthcare:Clínicas education:Instituto government:Municipal construction:Constructora foods:Alimentos other-products:Industrias land-transport:Transportes utilities:Energía nonprofit:Fundación',
    forms: 'S.A. S.L. S.A._de_C.V.',
  },
  pt: {
    first: 'Alva Brisa Cora Douro Estre Faro Gira Ilha Jaca Luso Mare Nave Oliva Pedra Rio',
    second: 'belo cunha dora fonte gal lima mar nova pura rana sol vento',
    trades: 'banking:Financeira insurance:Seguros retail:Comércio services:Serviços information:Digital healthcare:Clínicas education:Instituto foods:Alimentos other-products:Indústria land-transport:Transportes utilities:Energia',
    forms: 'Ltda S.A.',
  },
  fr: {
    first: 'Alba Brui Char Dor Esti Faran Gal Hesp Jouv Lar Mir Nov Oran Prim Quin Roch Sav Val',
    second: 'bert cour dine fleur gny lac mont neuve pierre rive sart ville zac',
    trades: 'banking:Banque insurance:Assurances retail:Commerce services:Services information:Numérique healthcare:Cliniques education:Institut government:Métropole foods:Aliments other-products:Industries land-transport:Transports utilities:Énergies nonprofit:Fondation',
    forms: 'SA SAS SARL',
  },
  de: {
    first: 'Ahorn Birn Drossel Eber Fuchs Grau Hasel Iltis Kranich Linden Moos Nord Otter Pappel Rauh Salz Tann Ulmen Wald Zander',
    second: 'au bach berg brück eck feld gau hain kamp loh rode stein tal werth',
    trades: 'banking:Bank insurance:Versicherung retail:Handel wholesale:Großhandel services:Dienste information:Digital healthcare:Kliniken education:Akademie government:Stadtwerke construction:Bau foods:Lebensmittel machinery:Maschinenbau land-transport:Spedition utilities:Energie chemicals:Chemie',
    forms: 'GmbH AG GmbH_&_Co._KG',
  },
  it: {
    first: 'Alba Bosca Cala Dora Fonte Grani Isola Luma Monta Nera Orma Pian Rocca Sere Torre',
    second: 'bella chiara dolce ferra luna marina nova pietra rosa selva vento viva',
    trades: 'banking:Finanziaria insurance:Assicurazioni retail:Commerciale services:Servizi information:Digitale healthcare:Cliniche foods:Alimentari textiles:Tessile machinery:Meccanica land-transport:Trasporti',
    forms: 'S.p.A. S.r.l.',
  },
  nl: {
    first: 'Berk Duin Eik Fluit Grind Hei Iep Krans Linge Meer Noord Olm Riet Sluis Veen Zand',
    second: 'beek burg dam dijk horst kade laar poort rade stede veld waard wijk',
    trades: 'banking:Bank insurance:Verzekeringen retail:Winkels wholesale:Groothandel services:Diensten information:Digitaal healthcare:Zorg foods:Voeding land-transport:Logistiek utilities:Energie',
    forms: 'B.V. N.V.',
  },
  sv: {
    first: 'Al Björk Dal Ek Fur Gran Hav Is Korn Lind Mo Norr Ost Råg Sjö Tall Vind',
    second: 'backa berga fors hult lunda mark näs ryd sta torp vik åker',
    trades: 'banking:Bank insurance:Försäkring retail:Handel services:Tjänster information:Digital pulp-paper:Skog foods:Livs machinery:Verkstad utilities:Energi',
    forms: 'AB',
  },
  ja: {
    first: '朝霧:asagiri 白鷺:shirasagi 青嵐:seiran 月代:tsukishiro 翠玉:suigyoku 若草:wakakusa 紅葉谷:momijidani 霞ヶ浜:kasumigahama 銀河台:gingadai 千鳥野:chidorino 鳴瀬川:naruse 琴平原:kotohira 雪代:yukishiro 花筏:hanaikada 星見:hoshimi 波乗:naminori 藍染:aizome 風待:kazemachi',
    second: '東:higashi 新:shin 光:hikari 和:wa 栄:sakae 丸:maru 第一:daiichi 中央:chuo 共栄:kyoei 日輪:nichirin 三葉:mitsuba 大和路:yamatoji',
    trades: 'banking:銀行 insurance:生命保険 retail:百貨店 wholesale:商事 services:サービス information:情報システム healthcare:病院 education:学園 construction:建設 foods:食品 machinery:機械 electric-appliances:電機 transport-equipment:自動車部品 land-transport:運輸 chemicals:化学 pharmaceuticals:製薬 real-estate:不動産 iron-steel:製鋼',
    forms: '株式会社',
  },
  ko: {
    first: '가온:gaon 누리:nuri 다솜:dasom 라온:raon 미르:mir 별하:byeolha 새솔:saesol 아라:ara',
    second: '빛:bit 길:gil 터:teo 울:ul 담:dam 숲:sup 결:gyeol',
    trades: 'banking:금융 retail:유통 services:서비스 information:정보기술 electric-appliances:전자 machinery:기계 healthcare:병원 education:학원',
    forms: '주식회사',
  },
  zh: {
    first: '翠屏:cuiping 玄鶴:xuanhe 金楓:jinfeng 雲棧:yunzhan 碧瀾:bilan 晨曜:chenyao 海晏:haiyan 瑞穹:ruiqiong',
    second: '達:da 盛:sheng 昌:chang 隆:long 信:xin 泰:tai 和:he',
    trades: 'banking:金融 retail:百貨 wholesale:貿易 information:科技 electric-appliances:電子 machinery:機械 healthcare:醫院 chemicals:化工',
    forms: '有限公司',
  },
}

export interface Company {
  readonly name: string
  readonly industry: string
  /** Under `.example`, which nobody can register (RFC 2606). */
  readonly domain: string
}

/** A company that does not exist, named as one of its language is. Draw again where the name must be new. */
export function inventCompany(random: SeededRandom, language: string): Company {
  const naming = NAMINGS[language] ?? ENGLISH
  const [first = '', firstLetters = first] = random.pick(naming.first.split(' ')).split(':')
  const [second = '', secondLetters = second] = random.pick(naming.second.split(' ')).split(':')
  const [industry = '', trade = ''] = random.pick(naming.trades.split(' ')).replaceAll('_', ' ').split(':')
  const form = random.pick(naming.forms.split(' ')).replaceAll('_', ' ')
  const eastern = ['ja', 'ko', 'zh'].includes(language)
  const stem = language === 'ja' ? second + first : first + second
  const plain = eastern ? stem + trade : trade === 'Digital' || naming === ENGLISH ? `${stem} ${trade}` : `${trade} ${stem}`
  const name = language === 'ja' ? (random.chance(0.6) ? form + plain : plain + form) : language === 'zh' ? plain + form : language === 'ko' ? `${form} ${plain}` : `${plain} ${form}`
  return { name, industry, domain: `${lettersOf(firstLetters + secondLetters)}-${industry.replace(/[^a-z]/g, '')}.example` }
}
