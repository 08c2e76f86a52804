import { foldText } from '../foundation/fold-text.ts'

const JAPANESE_FORMS =
  '特定非営利活動法人|国立研究開発法人|地方独立行政法人|社会医療法人|一般社団法人|公益社団法人|一般財団法人|公益財団法人|独立行政法人|国立大学法人|公立大学法人|社会福祉法人|農事組合法人|' +
  '医療法人社団|医療法人財団|医療法人|学校法人|宗教法人|npo法人|社団法人|財団法人|監査法人|税理士法人|弁護士法人|投資法人|特定目的会社|株式会社|有限会社|合同会社|合資会社|合名会社|相互会社|' +
  'カブシキガイシャ|カブシキカイシャ|ユウゲンガイシャ|ユウゲンカイシャ|ゴウドウガイシャ'
const JAPANESE_FORM = new RegExp(`^(?:${JAPANESE_FORMS})|(?:${JAPANESE_FORMS})$`, 'u')
const BRACKETED_FORM = /[(〔[](?:株|有|同|資|名|社|財|一社|一財|公社|公財|医|学|宗|福|独|特非|相)[)〕\]]/gu

/** The last words of a name that only say what kind of company it is, in English, German, French, Spanish, Italian, Dutch and the Nordic languages. */
const FORM_WORDS = new Set(
  ('inc incorporated corp corporation co company ltd limited llc llp lp plc pty pte kk kabushiki kaisha gk yk gmbh mbh ag kg kgaa ohg ug ev se eg sa sab sapi sas sasu sarl eurl sca snc sl slu ' +
    'slp srl spa sccl cv rl nv bv vof oy oyj ab as asa aps ltda eirl sac saa cia compania sociedad anonima limitada bhd sdn tbk jsc ooo zao pjsc kft zrt doo dd').split(' '),
)
/** Joins two such words: S.A. *de* C.V., GmbH *&* Co. KG. */
const JOINING_WORDS = new Set(['de', 'and', 'und', 'et', 'y', 's'])
const LEADING_WORDS = new Set(['the', 'kk', 'pt', 'ooo'])

const OLD_KANJI = '亞惡壓圍醫壹稻飮榮營衞驛圓鹽應櫻奧橫溫價畫會懷擴學樂勸觀歸戲據舊峽狹堯曉區勳薰惠溪鷄藝縣劍險圈檢權嚴廣恆國黑濟齋劑雜參慘蠶贊實寫舍壽收從澁獸縱肅處敍將燒奬條狀乘淨眞愼盡圖粹醉隨數樞瀨聲靜齊攝專淺戰錢潛纖禪雙壯搜插總聰莊裝騷增藏臟屬續體對帶瀧澤單擔膽團彈斷遲晝蟲鑄廳聽鎭遞鐵轉點傳黨盜燈當德獨讀屆繩貳腦霸廢拜賣麥發髮拔晚濱祕佛變邊辨瓣辯舖寶豐沒飜滿默彌藥譯豫餘與譽搖樣謠來賴亂覽龍兩獵綠壘勵禮靈齡戀爐勞樓祿灣髙﨑'
const NEW_KANJI = '亜悪圧囲医壱稲飲栄営衛駅円塩応桜奥横温価画会懐拡学楽勧観帰戯拠旧峡狭尭暁区勲薫恵渓鶏芸県剣険圏検権厳広恒国黒済斎剤雑参惨蚕賛実写舎寿収従渋獣縦粛処叙将焼奨条状乗浄真慎尽図粋酔随数枢瀬声静斉摂専浅戦銭潜繊禅双壮捜挿総聡荘装騒増蔵臓属続体対帯滝沢単担胆団弾断遅昼虫鋳庁聴鎮逓鉄転点伝党盗灯当徳独読届縄弐脳覇廃拝売麦発髪抜晩浜秘仏変辺弁弁弁舗宝豊没翻満黙弥薬訳予余与誉揺様謡来頼乱覧竜両猟緑塁励礼霊齢恋炉労楼禄湾高崎'
const newForms = new Map([...OLD_KANJI].map((old, index) => [old, [...NEW_KANJI][index]!] as const))
const OLD_FORM = new RegExp(`[${[...newForms.keys()].join('')}]`, 'gu')

const ASCII = /^[\x20-\x7e]*$/
/** Letters and digits with single blanks: nothing to take out but legal forms. */
const PLAIN_WORDS = /^[a-z0-9]+(?: [a-z0-9]+)*$/

/**
 * A company's name reduced to what tells it apart: width, case, accents, punctuation, spaces, legal forms before or after it,
 * old and new forms of kanji, ヶ and ケ and the long vowel mark do not count. Equal results mean "spelt the same", not "the same
 * company". Never empty for a name that has a letter or a digit.
 */
export function normaliseCompanyName(name: string): string {
  return coreWords(name).join('')
}

/** The words of a company's name that tell it apart, each as `normaliseCompanyName` has it. */
export function coreWords(name: string): readonly string[] {
  let text = foldText(name)
  if (PLAIN_WORDS.test(text)) return withoutFormWords(text.split(' '))
  text = text.replace(/(?<![a-z])(?:[a-z]\.\s?){2,}/gu, (letters) => `${letters.replace(/[.\s]/gu, '')} `)
  if (!ASCII.test(text)) text = withoutJapaneseForms(text)
  text = text.replace(/&/gu, ' and ').replace(/(?<=[a-z])['’](?=[a-z])/gu, '')
  const words = text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
  return withoutFormWords(words)
}

function withoutJapaneseForms(text: string): string {
  const plain = text
    .replace(BRACKETED_FORM, ' ')
    .replace(OLD_FORM, (old) => newForms.get(old)!)
    .replace(/ヶ/gu, 'ケ')
    .replace(/(?<=[\p{sc=Katakana}ー])[ー‐-―−-]/gu, '')
    .trim()
  let rest = plain
  for (let cut = ''; cut !== rest; ) {
    cut = rest
    const without = rest.replace(JAPANESE_FORM, '').replace(/^[\s・、,.]+|[\s・、,.]+$/gu, '')
    if (without !== '') rest = without
  }
  return rest
}

function withoutFormWords(words: readonly string[]): readonly string[] {
  let start = 0
  let end = words.length
  while (end - start > 1 && FORM_WORDS.has(words[end - 1]!)) {
    end--
    while (end - start > 1 && end < words.length && JOINING_WORDS.has(words[end - 1]!)) end--
  }
  while (end - start > 1 && LEADING_WORDS.has(words[start]!)) start++
  return words.slice(start, end)
}
