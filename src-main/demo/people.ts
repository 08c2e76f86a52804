import type { SeededRandom } from './seeded-random.ts'

/** Given and family names by language, each with the letters of its mail address; any combination is nobody in particular. */
const NAMES: Readonly<Record<string, readonly [given: string, family: string]>> = {
  en: ['Alice Brandon Carla Dennis Erin Gordon Hazel Ian Judith Keith', 'Ashworth Bexley Corrigan Dunmore Eastham Fairlie Garrick Holloway Ingleby Kirkwood'],
  es: ['Adriana Bruno Camila Darío Elisa Fermín Graciela Héctor Inés Julián', 'Alcaraz Barrientos Cifuentes Duarte Escamilla Figueredo Galindo Herrán Izaguirre Lozada'],
  pt: ['Amélia Bento Cecília Duarte Eunice Filipe Glória Heitor Iara Jorge', 'Abrantes Bragança Caldeira Dornelas Esteves Falcão Guedes Leitão Mourão Novais'],
  fr: ['Anaïs Baptiste Clarisse Damien Élodie Fabien Gaëlle Hugo Inès Julien', 'Archambaud Bellanger Charpin Delcourt Estienne Fauvel Garnault Huguenin Lavigne Morvan'],
  de: ['Anke Bernd Corinna Dieter Elke Florian Gesa Holger Ilka Jörn', 'Ahrendt Brinkmann Claasen Dornfeld Ebeling Fehling Grothe Hagemann Isermann Kessler'],
  it: ['Alba Bruno Chiara Dario Elena Fabio Greta Ivano Lidia Marco', 'Albertazzi Bonfanti Cavalieri Donadoni Fontanella Gherardi Lombroso Marchetti Orsenigo Pellizzari'],
  nl: ['Anouk Bram Carlijn Daan Elske Floris Geertje Hidde Ilse Joris', 'Aalders Brouwers Coenen Dekkers Elzinga Feenstra Goossens Hoekstra Jansma Kuipers'],
  sv: ['Agneta Björn Cecilia David Elin Fredrik Gunnel Håkan Ingrid Jonas', 'Ahlgren Bergvall Cederlund Dahlqvist Ekström Fagerlund Granath Hedlund Isaksson Lindahl'],
  ja: ['美咲:misaki 健太:kenta 陽子:yoko 大輔:daisuke 由美:yumi 拓也:takuya 真理:mari 直樹:naoki 恵:megumi 翔:sho', '青柳:aoyagi 石動:ishido 海野:unno 江波:enami 大庭:oba 霧島:kirishima 白浜:shirahama 月岡:tsukioka 野々宮:nonomiya 若狭:wakasa'],
  ko: ['지우:jiwoo 민서:minseo 현준:hyunjun 수아:sua 도윤:doyun', '남궁:namgung 선우:seonu 제갈:jegal 황보:hwangbo 독고:dokgo'],
  zh: ['雅婷:yating 俊傑:junjie 淑芬:shufen 志明:zhiming 怡君:yijun', '歐陽:ouyang 司徒:szeto 上官:shangguan 夏侯:hsiahou 諸葛:chuko'],
  hi: ['Aarav Bhavna Chirag Deepa Farhan Gauri Harish Isha Jatin Kavya', 'Adhikari Bhandari Chaturvedi Deshpande Kulkarni Mahajan Pillai Rangan Saxena Talwar'],
}

export interface Person {
  readonly name: string
  readonly email: string
}

/** @param language ISO 639-1; languages without names of their own are given English ones */
export function somebody(random: SeededRandom, language: string, domain: string): Person {
  const [givenNames, familyNames] = NAMES[language] ?? NAMES['en']!
  const [given = '', givenLetters = lettersOf(given)] = random.pick(givenNames.split(' ')).split(':')
  const [family = '', familyLetters = lettersOf(family)] = random.pick(familyNames.split(' ')).split(':')
  const familyFirst = ['ja', 'ko', 'zh'].includes(language)
  const name = familyFirst ? (language === 'ja' ? `${family} ${given}` : family + given) : `${given} ${family}`
  return { name, email: `${givenLetters}.${familyLetters}@${domain}` }
}

/** Latin letters only, for addresses. */
export function lettersOf(text: string): string {
  return text.normalize('NFD').toLowerCase().replaceAll('ß', 'ss').replaceAll('ø', 'o').replaceAll('ł', 'l').replace(/[^a-z0-9]/g, '')
}
