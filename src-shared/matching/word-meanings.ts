import { ORGANISATION_WORDS } from './organisation-words-table.ts'

interface Meanings {
  readonly whole: ReadonlyMap<string, string>
  /** Beginnings, from the table's `technolog*`. */
  readonly stems: ReadonlyMap<string, string>
  readonly shortestStem: number
  readonly longestStem: number
  readonly longestJapanese: number
}

/** A stem shorter than this is only a word's beginning when one of the endings follows: `russe*` is not in Russell. */
const LONG_STEM = 6
const ENDINGS = new Set(
  (' a e i n o an ean ese cal cals co ca cas cos cy mie mia s y al ar as en er es ia ic ie is os us ale ana ane ano ant ary are aux een ern ers est ial ian ias ica ico ien ier ing ion ios ino ina ish ity ive ness que ' +
    'ales anas anos ario aria ares ants ante cion dade dades erie eria ical icas icos ings iona ions ique isch ista itat ivas ivos ades idad ales ance ancia anza ation acion icion iones ische ismo isme').split(' '),
)
const NOT_LATIN = /[^\u0000-\u024f]/u
let meanings: Meanings | null = null

function table(): Meanings {
  if (meanings !== null) return meanings
  const whole = new Map<string, string>()
  const stems = new Map<string, string>()
  for (const one of ORGANISATION_WORDS.trim().split(/ \| |\n/u)) {
    const [meaning = '', ...others] = one.split(' ')
    for (const written of [meaning, ...others]) {
      // As `normaliseCompanyName` leaves it.
      const word = written.replaceAll('ー', '')
      if (word.endsWith('*')) stems.set(word.slice(0, -1), meaning)
      else whole.set(word, meaning)
    }
  }
  const lengths = [...stems.keys()].map((stem) => stem.length)
  const japanese = [...whole.keys()].filter((word) => NOT_LATIN.test(word)).map((word) => word.length)
  meanings = { whole, stems, shortestStem: Math.min(...lengths), longestStem: Math.max(...lengths), longestJapanese: Math.max(...japanese) }
  return meanings
}

/** What a folded word means in any of the table's languages: `universidad` and 大学 are both `university`. Null where the table does not tell. */
export function meaningOf(word: string): string | null {
  const { whole, stems, shortestStem, longestStem } = table()
  const known = whole.get(word) ?? (word.length > 3 && word.endsWith('s') ? whole.get(word.slice(0, -1)) : undefined)
  if (known !== undefined) return known
  for (let length = Math.min(longestStem, word.length); length >= shortestStem; length--) {
    const stem = stems.get(word.slice(0, length))
    if (stem !== undefined && (length >= LONG_STEM || ENDINGS.has(word.slice(length)))) return stem
  }
  return null
}

/** A run of Japanese cut at the words the table knows, the longest first: 日本内分泌学会 → 日本, 内分泌, 学会. */
export function cutJapanese(run: string): readonly string[] {
  const { whole, longestJapanese } = table()
  const pieces: string[] = []
  let unknown = 0
  for (let at = 0; at < run.length; ) {
    let length = Math.min(longestJapanese, run.length - at)
    while (length > 1 && !whole.has(run.slice(at, at + length))) length--
    if (length > 1) {
      if (unknown < at) pieces.push(run.slice(unknown, at))
      pieces.push(run.slice(at, at + length))
      unknown = at + length
    }
    at += length
  }
  if (unknown < run.length) pieces.push(run.slice(unknown))
  return pieces
}
