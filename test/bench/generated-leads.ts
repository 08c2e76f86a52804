/** The columns of the generated files. */
export const COLUMNS = ['company', 'company_en', 'kana', 'country', 'region', 'city', 'address', 'postcode', 'industry', 'employees', 'website', 'email', 'notes']

/** Numerical Recipes' generator: the same rows on every machine. */
function randomOf(seed: number): <T>(choices: readonly T[]) => T {
  let state = seed
  return (choices) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return choices[Math.floor((state / 2 ** 32) * choices.length)]!
  }
}

const numbers = Array.from({ length: 5_000 }, (_, index) => String(index))

function japaneseRow(pick: ReturnType<typeof randomOf>, index: number): string[] {
  return [
    `株式会社${pick(['山田', '佐藤', '東京', '大阪', '北海'])}${pick(['商事', '電機', '製作所', '食品'])}${index}`, `Yamada Corp ${index}`, `カブシキガイシャヤマダ${index}`, 'JP', `JP-${pick(numbers.slice(10, 47))}`,
    pick(['横浜市', '千代田区', '大阪市北区']), `丸の内${pick(numbers.slice(1, 9))}丁目${index}番地東京ビルディング`, `100-${String(index % 10_000).padStart(4, '0')}`, pick(['情報・通信業', '卸売業', '電気機器']),
    pick(numbers), `https://example${index}.co.jp`, `info@example${index}.co.jp`, `展示会で名刺交換 "至急" 担当者${index}`,
  ]
}

function englishRow(pick: ReturnType<typeof randomOf>, index: number): string[] {
  return [
    `Acme Trading ${index}`, `Acme ${index}`, '', 'US', `US-${pick(['CA', 'NY', 'TX'])}`, pick(['Boulder', 'Austin', 'Albany']), `${index} Main Street`, String(10_000 + (index % 80_000)),
    pick(['retail', 'software', 'banking']), pick(numbers), `https://acme${index}.com`, `info@acme${index}.com`, `met at fair ${index % 97}`,
  ]
}

function rowsOf(count: number, make: (pick: ReturnType<typeof randomOf>, index: number) => string[]): string[][] {
  const pick = randomOf(42)
  return Array.from({ length: count }, (_, index) => make(pick, index))
}

/** Japanese companies, every cell quoted, some with quotes inside. */
export function japaneseLeads(count: number): string {
  return `${[COLUMNS, ...japaneseRows(count)].map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')}\r\n`
}

/** English companies without a quote. */
export function englishLeads(count: number): string {
  return `${[COLUMNS, ...englishRows(count)].map((row) => row.join(',')).join('\n')}\n`
}

/** The English rows as cells, without the header. */
export function englishRows(count: number): string[][] {
  return rowsOf(count, englishRow)
}

/** The Japanese rows as cells, without the header. */
export function japaneseRows(count: number): string[][] {
  return rowsOf(count, japaneseRow)
}
